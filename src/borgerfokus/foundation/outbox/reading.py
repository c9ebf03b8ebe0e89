"""Letters as their receiver reads them on the citizen's page."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import delivery, making, queries
from borgerfokus.foundation.outbox.channels import NoticeKind
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState, Receipt
from borgerfokus.foundation.outbox.queries import Sending

READ = frozenset({MessageState.READ, MessageState.HANDED_TO_PERSON})
"""The states in which somebody has the letter in hand."""

_ON_THE_WAY = frozenset({MessageState.SENT, MessageState.FAILED})


def to_persons(person_ids: Collection[int], *, newest: int) -> list[Sending]:
    """The letters to these persons, newest first. The caller acts for them."""
    rows = Message.objects.filter(queries.LETTERS, person_id__in=set(person_ids)).order_by("-queued_at", "message_id")
    return [queries.sending(row) for row in rows[:newest]]


def find(*, message_id: UUID, persons: Collection[int]) -> Sending | None:
    """A letter to one of these persons, or None."""
    row = Message.objects.filter(queries.LETTERS, message_id=message_id, person_id__in=set(persons)).first()
    return queries.sending(row) if row else None


def open_letter(letter: Sending, *, by: Actor, at: datetime) -> files.Opened | files.FileRefused:
    """The PDF of a letter of no case. The caller has checked that `by` receives it. Raises files.UnknownFile."""
    if letter.file_id is None:
        raise files.UnknownFile
    return files.open_held(file_id=letter.file_id, holder=f"{making.HOLDER}{letter.message_id}", by=by, at=at)


def note_read(*, message_id: UUID, by: Actor, at: datetime) -> None:
    """The receiver has opened the letter on its own page. The caller has checked that `by` may receive it.

    A letter that no receipt has come for counts as received by this; the worker records that, because it tells
    others. A letter that nobody has sent yet stays in its queue.
    """
    row = Message.objects.select_for_update().filter(message_id=message_id).first()
    if row is None:
        return
    if row.state == MessageState.RECEIVED:
        Receipt.objects.create(message=row, receipt_id=_receipt(row.message_id), kind=NoticeKind.READ, at=at)
        row.state = MessageState.READ
        delivery.save(row)
    elif row.state in _ON_THE_WAY:
        jobs.defer("outbox.note_read", message_id=message_id)
    else:
        return
    audit.record(action="message.read", by=by, at=at, case_id=row.case_id, about=f"message:{message_id}")


def is_waiting(letter: Sending) -> bool:
    """Whether the letter still lies unread; one that is in the print queue does not wait for its receiver."""
    return letter.state not in READ and not (
        letter.channel == ChannelName.PAPER and letter.state == MessageState.QUEUED
    )


def _receipt(message_id: UUID) -> str:
    return f"page:{message_id}"
