"""The door of the outbox: letters are queued here, looked after, and told about.

A letter goes by Digital Post, or on paper to whoever is exempt from it. What became of it: `on_result`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet

from borgerfokus.core.access import Verb
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.models import Grant, Ground
from borgerfokus.foundation.access.scope import current
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import delivery, queries, results
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState
from borgerfokus.foundation.outbox.paper import presumed_on
from borgerfokus.foundation.outbox.queries import Sending
from borgerfokus.foundation.outbox.results import Outcome, Result, on_result
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people

__all__ = [
    "Letter",
    "NotAllowed",
    "NotFailed",
    "Outcome",
    "Result",
    "Sending",
    "hand_over",
    "mark_printed",
    "on_result",
    "open_for_print",
    "print_queue",
    "queue",
    "send_on_paper",
]


class NotAllowed(PermissionError):
    """The actor may not look after letters."""


class NotFailed(LookupError):
    """The letter is unknown to the actor, or has not failed: there is nothing to see to."""


@dataclass(frozen=True)
class Letter:
    """A letter to be sent. `kind` is what `on_result` goes by ("decision_letter").

    `reference` says what the letter belongs to ("decision:12").
    `file_id` is a clean file of the case, as `files.service.store_made` returns it.
    """

    case_id: int
    person_id: int
    kind: str
    title: str
    file_id: int
    reference: str


def queue(*, letter: Letter, by: Actor, at: datetime) -> Sending:
    """Put a letter in the outbox, in the caller's transaction: it is sent only if the caller commits.

    Whoever is exempt from Digital Post, or has died, gets it on paper. The recipient is logged as seen.
    """
    recipient = people.card(letter.person_id, case_id=letter.case_id)
    on_paper = recipient.digital_post_exempt or recipient.died_on is not None
    message = Message(
        message_id=uuid4(),
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
    return queries.sending(message)


def print_queue(*, by: Actor) -> list[Sending]:
    """Letters that wait to be printed, oldest first. Raises NotAllowed without LETTERS_MANAGE.

    Whoever sees cases sees the letters of those; the print room, which sees none, sees all.
    """
    _require(by)
    return [queries.sending(row) for row in _printable(by)]


def open_for_print(*, message_id: UUID, by: Actor, at: datetime) -> files.Opened | files.FileRefused:
    """The letter itself, to be printed. Raises NotAllowed, files.UnknownFile."""
    _require(by)
    row = _printable(by).filter(message_id=message_id).first()
    if row is None:
        raise files.UnknownFile
    current().saw(row.person_id, case_id=row.case_id)
    if not by.can(Verb.CASE_SEE):
        current().include_cases([row.case_id])
    return files.open_for(file_id=row.file_id, case_id=row.case_id, by=by, at=at)


def mark_printed(*, message_ids: Collection[UUID], by: Actor, at: datetime) -> int:
    """The letters have been printed and posted today. Returns how many of them were still waiting.

    They count as received when the presumption of the rules says so. Raises NotAllowed.
    """
    _require(by)
    day = presumed_on(sent_at=at, parameters=parameters.parameters())
    rows = list(_printable(by).select_for_update().filter(message_id__in=set(message_ids)))
    for message in rows:
        message.state = MessageState.SENT
        message.sent_at = at
        message.attempts += 1
        message.presumed_on = day
        message.next_try_at = at
        delivery.save(message)
        _record("message.print", message, by=by, at=at)
    return len(rows)


def send_on_paper(*, message_id: UUID, by: Actor, at: datetime) -> None:
    """Send a letter that failed on paper instead. The caller has checked the right. Raises NotFailed."""
    message = _failed(message_id)
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


def _printable(by: Actor) -> QuerySet[Message]:
    """The letters on paper that the actor prints. Whoever reviews a case in supervision has no part in its post."""
    at = current().at
    reviewed = Grant.objects.filter(
        Q(ends__isnull=True) | Q(ends__gt=at), subject__in=by.subjects, ground=Ground.SUPERVISION, starts__lte=at
    )
    return queries.to_print().exclude(case_id__in=reviewed.values("case_id"))


def _require(by: Actor) -> None:
    if not by.can(Verb.LETTERS_MANAGE):
        raise NotAllowed


def _record(action: str, message: Message, *, by: Actor, at: datetime) -> None:
    about = f"message:{message.message_id}"
    audit.record(action=action, by=by, at=at, case_id=message.case_id, about=about, channel=message.channel)
