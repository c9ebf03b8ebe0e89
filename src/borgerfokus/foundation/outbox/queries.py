"""Reads of letters. Whoever gives a case's id here has checked that the actor sees the case."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from borgerfokus.foundation.outbox.models import BatchState, ChannelName, LetterBatch, Message, MessageState


@dataclass(frozen=True)
class Sending:
    """A letter and how far it has come. `last_error` is a code (`channels.Trouble`), or ""."""

    message_id: UUID
    case_id: int | None
    person_id: int
    kind: str
    title: str
    reference: str
    file_id: int | None
    channel: ChannelName
    state: MessageState
    queued_at: datetime
    sent_at: datetime | None
    received_at: datetime | None
    presumed_on: date | None
    attempts: int
    last_error: str


LETTERS: Final = Q(way__isnull=True, file__isnull=False) & ~Q(state=MessageState.CANCELLED)
"""What can be read as a letter: notices carry nothing, and a letter of a batch is made when it is sent."""


def of_case(case_id: int) -> list[Sending]:
    """The letters of a case, newest first; to a citizen only those to itself or whom it represents."""
    return [sending(row) for row in Message.objects.filter(LETTERS, case_id=case_id).order_by("-queued_at")]


def by_reference(references: Collection[str]) -> dict[str, list[Sending]]:
    """The letters that belong to something, by what they belong to, oldest first."""
    found: dict[str, list[Sending]] = {}
    for row in Message.objects.filter(reference__in=references).order_by("queued_at"):
        found.setdefault(row.reference, []).append(sending(row))
    return found


def to_print() -> QuerySet[Message]:
    """Letters on paper that nobody has printed yet, oldest first; those of a run of the print house among them."""
    resting = LetterBatch.objects.filter(state=BatchState.PAUSED).values("pk")
    rows = Message.objects.filter(channel=ChannelName.PAPER, state=MessageState.QUEUED).exclude(batch_id__in=resting)
    return rows.order_by("queued_at", "message_id")


def sending(row: Message) -> Sending:
    """A row as a value."""
    return Sending(
        message_id=row.message_id,
        case_id=row.case_id,
        person_id=row.person_id,
        kind=row.kind,
        title=row.title,
        reference=row.reference,
        file_id=row.file_id,
        channel=ChannelName(row.channel),
        state=MessageState(row.state),
        queued_at=row.queued_at,
        sent_at=row.sent_at,
        received_at=row.received_at,
        presumed_on=row.presumed_on,
        attempts=row.attempts,
        last_error=row.last_error,
    )
