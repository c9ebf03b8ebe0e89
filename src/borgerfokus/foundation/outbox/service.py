"""The door of the outbox: letters are queued here, looked after, and told about.

A letter goes by Digital Post, or on paper to whoever is exempt from it. What became of it: `on_result`. The receiver
is told by e-mail or text message that there is something new, if that is what it has chosen; these carry nothing.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from borgerfokus.core.dates import day_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.outbox import delivery, making, queries, results, ways
from borgerfokus.foundation.outbox.channels import Trouble
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState
from borgerfokus.foundation.outbox.printing import NotAllowed, mark_printed, open_for_print, print_queue
from borgerfokus.foundation.outbox.queries import Sending
from borgerfokus.foundation.outbox.results import Outcome, Result, on_result
from borgerfokus.foundation.people import family
from borgerfokus.foundation.people import queries as people

__all__ = [
    "DEAD",
    "Letter",
    "NotAllowed",
    "NotFailed",
    "Outcome",
    "Result",
    "Sending",
    "find_letter",
    "hand_over",
    "mark_printed",
    "on_result",
    "open_for_print",
    "print_queue",
    "queue",
    "send_on_paper",
]


DEAD: Final = Trouble.DEAD.value
"""The trouble of a letter to somebody who has died."""
_CHOSEN: Final = "notice."
_BY_LAW: Final = frozenset({"notice.decision_copy"})


class NotFailed(LookupError):
    """The letter is unknown to the actor, or has not failed: there is nothing to see to."""


@dataclass(frozen=True)
class Letter:
    """A letter to be sent, of a case or (`case_id` None) to a person alone. `kind` is what `on_result` goes by.

    `reference` says what the letter belongs to ("decision:12").
    `file_id` is a clean file of the case, as `files.service.store_made` returns it. `calendar` is an iCalendar
    invitation for who has chosen to be told by e-mail: it goes along there, and says when and nothing else.
    """

    case_id: int | None
    person_id: int
    kind: str
    title: str
    file_id: int
    reference: str
    calendar: str = ""
    message_id: UUID = field(default_factory=uuid4)


def queue(*, letter: Letter, by: Actor, at: datetime) -> Sending:
    """Put a letter in the outbox, in the caller's transaction: it is sent only if the caller commits.

    Whoever is exempt from Digital Post, too young for it, or has died, gets it on paper; so does who has chosen that,
    where there is a choice. The recipient is logged as seen.
    """
    recipient = people.card(letter.person_id, case_id=letter.case_id)
    too_young = not family.has_digital_post(born=recipient.birth_date, on=day_of(at))
    on_paper = recipient.digital_post_exempt or recipient.died_on is not None or too_young
    on_paper = on_paper or (may_be_chosen(letter.kind) and ways.wants_paper(letter.person_id))
    message = Message(
        message_id=letter.message_id,
        case_id=letter.case_id,
        person_id=letter.person_id,
        channel=ChannelName.PAPER if on_paper else ChannelName.DIGITAL_POST,
        kind=letter.kind,
        title=letter.title,
        file_id=letter.file_id,
        queued_at=at,
        queued_by=by.subject,
        next_try_at=at,
        reference=letter.reference,
    )
    message.save(force_insert=True)
    _record("message.queue", message, by=by, at=at)
    if not on_paper:
        jobs.defer("outbox.deliver", message_id=message.message_id)
    if recipient.died_on is None:
        ways.tell_of(message, calendar=letter.calendar, by=by, at=at)
    return queries.sending(message)


def may_be_chosen(kind: str) -> bool:
    """Whether the receiver may choose paper for letters of a kind. Decisions and hearings go the way of the act."""
    return kind.startswith(_CHOSEN) and kind not in _BY_LAW


def find_letter(*, message_id: UUID, kinds: tuple[str, ...] = ("",)) -> Sending | None:
    """A letter whose kind begins so. The caller checks the right to its case."""
    row = Message.objects.filter(way__isnull=True, message_id=message_id).first()
    return queries.sending(row) if row is not None and row.kind.startswith(kinds) else None


def send_on_paper(*, message_id: UUID, by: Actor, at: datetime) -> None:
    """Send a letter that failed on paper instead. The caller has checked the right. Raises NotFailed.

    A letter of a batch is made anew, with the address that the receiver has now.
    """
    message = _failed(message_id)
    making.again(message)
    delivery.to_paper(message, at=at)
    _record("message.send_on_paper", message, by=by, at=at)


def hand_over(*, message_id: UUID, by: Actor, at: datetime) -> None:
    """A letter that failed has been handed to the citizen in person, now. The caller has checked the right.

    It counts as received, and whoever asked is told. Raises NotFailed.
    """
    message = _failed(message_id)
    message.state = MessageState.HANDED_TO_PERSON
    message.received_at = at
    message.next_try_at = None
    delivery.save(message)
    _record("message.hand_over", message, by=by, at=at)
    results.tell(message, outcome=Outcome.HANDED_TO_PERSON, at=at, noted_at=at, by=by)


def _failed(message_id: UUID) -> Message:
    row = Message.objects.select_for_update().filter(message_id=message_id, state=MessageState.FAILED).first()
    if row is None:
        raise NotFailed
    return row


def _record(action: str, message: Message, *, by: Actor, at: datetime) -> None:
    about = f"message:{message.message_id}"
    audit.record(action=action, by=by, at=at, case_id=message.case_id, about=about, channel=message.channel)
