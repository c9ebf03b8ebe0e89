"""What coordination reacts to, and the letters it lets dialogue write."""

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import Announced, CaseOpened
from borgerfokus.apps.coordination.actions import inviting, transition
from borgerfokus.apps.coordination.events import CoordinatorAppointed, MeetingCalled, MeetingCancelled, SharingGiven
from borgerfokus.apps.coordination.queries import letters
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.coordination import sharing
from borgerfokus.core.dates import day_of
from borgerfokus.core.transition import concern
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.people.models import Person


def concern_newcomer(opened: casework.OpenCase, _event: Announced) -> None:
    """A new case may put a young person on the board at once."""
    if not concern.rule().concerns(opened.case.type_key):
        return
    born = Person.objects.filter(pk=opened.case.citizen_id).values_list("birth_date", flat=True).first()
    if born is not None and (day_of(opened.at) - born).days < _NEARLY_GROWN:
        transition.begin_if_concerned(case=opened.case, born=born, at=opened.at)


_NEARLY_GROWN = 19 * 366


def connect() -> None:
    """Read the grounds and the rule, so that a damaged one stops the start, and listen. Called at start-up."""
    sharing.grounds()
    concern.rule()
    casework.subscribe(CaseOpened.kind, concern_newcomer)
    mail.on_sent(kind=inviting.KIND, listener=inviting.heard)
    dialogue.register_notice(CoordinatorAppointed.kind, letters.coordinator)
    dialogue.register_notice(MeetingCalled.kind, letters.meeting)
    dialogue.register_notice(MeetingCancelled.kind, letters.cancelled)
    dialogue.register_notice(SharingGiven.kind, letters.shared)
