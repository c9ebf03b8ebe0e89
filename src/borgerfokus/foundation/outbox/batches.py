"""The same letter to many: written, given a list, approved by a second person, then queued a little at a time.

The list is all or nothing: with a single fault in it none of it is taken. From the approval on neither text nor list
changes. What `queueing` has not queued is never sent after a cancel; what it has queued and nobody has offered is
taken back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Count, F, QuerySet

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.outbox import making, merging
from borgerfokus.foundation.outbox.models import (
    BatchEntry,
    BatchState,
    LetterBatch,
    Message,
    MessageState,
)
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.text.documents import LetterRefused

_PACKED: Final = 5_000
"""Rows written at a time."""


@dataclass(frozen=True)
class Written:
    """The text of a letter to many, and whom its receiver calls."""

    heading: str
    body: str
    phone: str = ""


@dataclass(frozen=True)
class Receiver:
    """One who is to get the letter, on account of a case if there is one."""

    person_id: int
    case_id: int | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far a batch has come: how many of `total` are queued, and the letters by channel and state."""

    total: int
    queued: int
    letters: dict[tuple[str, str], int]

    def count(self, *states: MessageState) -> int:
        """How many letters are in one of these states."""
        return sum(number for (_channel, state), number in self.letters.items() if state in states)


def every(*, by: Actor, newest: int) -> list[LetterBatch]:
    """The batches, newest first. Raises Hidden without LETTERS_BATCH."""
    _require(by)
    return list(LetterBatch.objects.order_by("-pk")[:newest])


def find(*, batch_id: int, by: Actor) -> LetterBatch:
    """One batch. Raises Hidden."""
    _require(by)
    batch = LetterBatch.objects.filter(pk=batch_id).first()
    if batch is None:
        raise Hidden(f"batch {batch_id}")
    return batch


def begin(*, written: Written, sender: str, by: Actor, at: datetime) -> LetterBatch | Refusal:
    """Begin a batch in the name of a unit. Raises Hidden."""
    _require(by)
    if not written.heading.strip() or not written.body.strip():
        return NO_TEXT
    batch = LetterBatch.objects.create(
        heading=written.heading.strip(),
        body=written.body.strip(),
        phone=written.phone.strip(),
        sender=sender,
        made_at=at,
        made_by=by.subject,
        made_name=by.name,
    )
    audit.record(action="batch.begin", by=by, at=at, about=f"batch:{batch.pk}")
    return batch


def write(*, batch_id: int, version: int, written: Written, by: Actor, at: datetime) -> Refusal | None:
    """Change the text of a draft, unless somebody else has meanwhile. Raises Hidden."""
    batch = _locked(batch_id, by)
    if batch.state != BatchState.DRAFT:
        return NOT_A_DRAFT
    if batch.version != version:
        return CHANGED
    if not written.heading.strip() or not written.body.strip():
        return NO_TEXT
    batch.heading, batch.body, batch.phone = written.heading.strip(), written.body.strip(), written.phone.strip()
    _keep(batch, "batch.write", by=by, at=at)
    return None


def give_file(
    *, batch_id: int, content: bytes, name: str, by: Actor, at: datetime
) -> tuple[merging.Fault, ...] | Refusal:
    """Take the receivers from a CSV file instead of those before. With a fault in any row nothing is taken."""
    table = merging.read(content)
    if table.faults:
        return table.faults
    ids = people.ids_of(cprs=[line.cpr for line in table.lines])
    unknown = [
        merging.Fault(line.row, merging.UNKNOWN_PERSON)
        for line, person_id in zip(table.lines, ids, strict=True)
        if person_id is None
    ]
    if unknown:
        return tuple(unknown[: merging.MOST_FAULTS])
    receivers = [
        Receiver(person_id, values=line.values)
        for line, person_id in zip(table.lines, ids, strict=True)
        if person_id is not None
    ]
    refused = give(batch_id=batch_id, receivers=receivers, columns=table.columns, source=name, by=by, at=at)
    return refused or ()


def give(
    *, batch_id: int, receivers: Sequence[Receiver], columns: Sequence[str], source: str, by: Actor, at: datetime
) -> Refusal | None:
    """Take these receivers instead of those before; somebody who stands there twice gets one letter. Raises Hidden."""
    once = {one.person_id: one for one in reversed(receivers)}
    chosen = [once[number] for number in dict.fromkeys(one.person_id for one in receivers)]
    with transaction.atomic():
        batch = _locked(batch_id, by)
        if batch.state != BatchState.DRAFT:
            return NOT_A_DRAFT
        batch.entries.all().delete()
        rows = (
            BatchEntry(
                batch=batch,
                number=number,
                person_id=one.person_id,
                about_case=one.case_id,
                values=list(one.values),
            )
            for number, one in enumerate(chosen, start=1)
        )
        BatchEntry.objects.bulk_create(rows, batch_size=_PACKED)
        batch.columns, batch.source, batch.total = list(columns), source[:200], len(chosen)
        _keep(batch, "batch.give", by=by, at=at)
    return None


def preview(*, batch_id: int, number: int, by: Actor, at: datetime) -> bytes | Refusal:
    """The letter to the receiver with this number on the list, as it would go out. The receiver is logged as seen."""
    batch = find(batch_id=batch_id, by=by)
    entry = batch.entries.filter(number=number).first()
    if entry is None:
        return NO_LIST
    person = people.card(entry.person_id, case_id=entry.about_case)
    values = merging.values(batch.columns, entry.values, name=person.name)
    try:
        filled = making.Filled(batch, values, making.addressee_of(person), str(entry.message_id)[:8], at)
        return making.pdf(filled)
    except LetterRefused as refused:
        return Refusal(code="batch.letter", text=refused.faults[0], article="")


def submit(*, batch_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Ask a second person to approve. Refused without a list, or with a name in braces that no column answers to."""
    batch = _locked(batch_id, by)
    if batch.state != BatchState.DRAFT:
        return NOT_A_DRAFT
    if not batch.total:
        return NO_LIST
    unknown = merging.unknown_fields((batch.heading, batch.body), batch.columns)
    if unknown:
        return Refusal(code="batch.field", text=_UNKNOWN.filled(names=", ".join(unknown)), article="")
    tried = preview(batch_id=batch_id, number=1, by=by, at=at)
    if isinstance(tried, Refusal):
        return tried
    batch.state = BatchState.WAITING
    _keep(batch, "batch.submit", by=by, at=at)
    return None


def take_back(*, batch_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Make a draft of it again, before or instead of an approval. Raises Hidden."""
    batch = _locked(batch_id, by)
    if batch.state != BatchState.WAITING:
        return NOT_WAITING
    batch.state = BatchState.DRAFT
    _keep(batch, "batch.take_back", by=by, at=at)
    return None


def approve(*, batch_id: int, version: int, by: Actor, at: datetime) -> Refusal | None:
    """Approve what somebody else has written: its letters are queued from now on. Raises Hidden."""
    batch = _locked(batch_id, by)
    if batch.state != BatchState.WAITING:
        return NOT_WAITING
    if batch.version != version:
        return CHANGED
    if batch.made_by == by.subject:
        return OWN
    batch.state = BatchState.RUNNING
    batch.approved_at, batch.approved_by, batch.approved_name = at, by.subject, by.name
    _keep(batch, "batch.approve", by=by, at=at)
    return None


def pause(*, batch_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Let it rest: nothing more is queued, and what is queued is neither sent nor printed. Raises Hidden."""
    return _turn(batch_id, BatchState.RUNNING, BatchState.PAUSED, "batch.pause", by=by, at=at)


def resume(*, batch_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Let it run again. Raises Hidden."""
    return _turn(batch_id, BatchState.PAUSED, BatchState.RUNNING, "batch.resume", by=by, at=at)


def cancel(*, batch_id: int, by: Actor, at: datetime) -> int | Refusal:
    """Send nothing more of it. Returns how many letters were queued and are taken back. Raises Hidden."""
    batch = _locked(batch_id, by)
    if batch.state == BatchState.CANCELLED:
        return NOT_RUNNING
    batch.state, batch.ended_at = BatchState.CANCELLED, at
    _keep(batch, "batch.cancel", by=by, at=at)
    return _unsent(batch).update(state=MessageState.CANCELLED, next_try_at=None, version=F("version") + 1)


def progress(batch: LetterBatch) -> Progress:
    """How far the batch has come."""
    rows = Message.objects.filter(batch=batch, way__isnull=True).values_list("channel", "state")
    letters = {(channel, state): number for channel, state, number in rows.annotate(number=Count("pk")).order_by()}
    return Progress(total=batch.total, queued=sum(letters.values()), letters=letters)


def failed(batch: LetterBatch, *, first: int) -> list[Message]:
    """Letters of the batch that somebody must see to."""
    return list(Message.objects.filter(batch=batch, state=MessageState.FAILED).order_by("queued_at", "pk")[:first])


def _unsent(batch: LetterBatch) -> QuerySet[Message]:
    return Message.objects.filter(batch=batch, state=MessageState.QUEUED, attempts=0, run__isnull=True)


def _turn(
    batch_id: int, before: BatchState, after: BatchState, action: str, *, by: Actor, at: datetime
) -> Refusal | None:
    batch = _locked(batch_id, by)
    if batch.state != before:
        return NOT_RUNNING
    batch.state = after
    _keep(batch, action, by=by, at=at)
    return None


def _locked(batch_id: int, by: Actor) -> LetterBatch:
    _require(by)
    batch = LetterBatch.objects.select_for_update().filter(pk=batch_id).first()
    if batch is None:
        raise Hidden(f"batch {batch_id}")
    return batch


def _keep(batch: LetterBatch, action: str, *, by: Actor, at: datetime) -> None:
    batch.version += 1
    batch.save()
    audit.record(action=action, by=by, at=at, about=f"batch:{batch.pk}", state=batch.state, total=batch.total)


def _require(by: Actor) -> None:
    if not by.can(Verb.LETTERS_BATCH):
        raise Hidden("batches")


NO_TEXT = Refusal(
    code="batch.no_text",
    text=Text(da="Skriv både overskrift og tekst.", en="Write both a heading and a text."),
    article="",
)
NO_LIST = Refusal(
    code="batch.no_list",
    text=Text(da="Vælg først, hvem der skal have brevet.", en="First choose who is to get the letter."),
    article="",
)
NOT_A_DRAFT = Refusal(
    code="batch.not_a_draft",
    text=Text(
        da="Brevet er sendt til godkendelse og kan ikke ændres. Tag det tilbage først.",
        en="The letter has been sent for approval and cannot be changed. Take it back first.",
    ),
    article="",
)
NOT_WAITING = Refusal(
    code="batch.not_waiting",
    text=Text(da="Brevet venter ikke på at blive godkendt.", en="The letter does not wait for approval."),
    article="",
)
NOT_RUNNING = Refusal(
    code="batch.not_running",
    text=Text(da="Det kan ikke gøres, som udsendelsen står nu.", en="That cannot be done as the mailing stands now."),
    article="",
)
CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har ændret brevet imens. Læs det igen.",
        en="Somebody else has changed the letter meanwhile. Read it again.",
    ),
    article="",
)
OWN = Refusal(
    code="batch.own",
    text=Text(
        da="En anden end den, der har skrevet brevet, skal godkende det.",
        en="Somebody else than who wrote the letter must approve it.",
    ),
    article="",
)
_UNKNOWN = Text(
    da="Teksten bruger navne, som listen ikke har: {names}.", en="The text uses names that the list lacks: {names}."
)
