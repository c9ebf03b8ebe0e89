"""Queueing the letters of batches, a chunk with a commit at a time: pages are not held up, and a kill undoes one chunk.

The message id of each letter was fixed with the list, and is the letter's key in the outbox: whatever is done again,
no letter is there twice.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final
from uuid import uuid4

from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.outbox import delivery, merging, results
from borgerfokus.foundation.outbox.channels import Trouble
from borgerfokus.foundation.outbox.models import (
    BatchEntry,
    BatchState,
    ChannelName,
    LetterBatch,
    Message,
    MessageState,
    NoticeWay,
    WayKind,
)
from borgerfokus.foundation.outbox.ways import NEWS
from borgerfokus.foundation.people import family
from borgerfokus.foundation.people.models import Person

CHUNK: Final = 500
CHUNKS: Final = 40
"""How many chunks the minute job takes: twenty thousand letters, and then whatever else waits has its turn."""
KIND: Final = "batch"


def queue_some(*, at: datetime, chunks: int = CHUNKS) -> int:
    """Queue letters of the batches that run, the oldest batch first. Returns how many."""
    done = 0
    for batch_id in _running(at):
        while chunks and (number := _chunk(batch_id, at=at)):
            done += number
            chunks -= 1
    return done


def _running(at: datetime) -> list[int]:
    with acting_as(delivery.SENDER, purpose=Purpose.OPERATION, at=at):
        waiting = BatchEntry.objects.filter(queued_at__isnull=True, batch__state=BatchState.RUNNING)
        return list(waiting.order_by("batch_id").values_list("batch_id", flat=True).distinct())


def _chunk(batch_id: int, *, at: datetime) -> int:
    """Queue the next chunk of a batch. Whoever comes second waits for the first; 0 when it does not run any more."""
    with acting_as(delivery.SENDER, purpose=Purpose.OPERATION, at=at):
        batch = LetterBatch.objects.select_for_update().filter(pk=batch_id, state=BatchState.RUNNING).first()
        if batch is None:
            return 0
        entries = list(batch.entries.filter(queued_at__isnull=True).order_by("number")[:CHUNK])
        letters = _letters(batch, entries, at=at)
        Message.objects.bulk_create([*letters, *_notices(letters, at=at)])
        BatchEntry.objects.filter(pk__in=[entry.pk for entry in entries]).update(queued_at=at)
        _tell(letters, at=at)
        if entries:
            audit.record(
                action="batch.queue", by=delivery.SENDER, at=at, about=f"batch:{batch_id}", letters=len(entries)
            )
        return len(entries)


def _letters(batch: LetterBatch, entries: Sequence[BatchEntry], *, at: datetime) -> list[Message]:
    persons = Person.objects.in_bulk([entry.person_id for entry in entries])
    return [_letter(batch, entry, persons.get(entry.person_id), at=at) for entry in entries]


def _letter(batch: LetterBatch, entry: BatchEntry, person: Person | None, *, at: datetime) -> Message:
    is_gone = person is None or person.died_on is not None
    name = f"{person.given_name} {person.family_name}" if person else ""
    on_paper = person is None or _on_paper(person, on=day_of(at))
    heading = merging.filled(batch.heading, merging.values(batch.columns, entry.values, name=name))
    return Message(
        message_id=entry.message_id,
        case_id=entry.about_case,
        person_id=entry.person_id,
        batch=batch,
        channel=ChannelName.PAPER if on_paper else ChannelName.DIGITAL_POST,
        kind=KIND,
        title=heading[:200],
        state=MessageState.FAILED if is_gone else MessageState.QUEUED,
        last_error=Trouble.DEAD if is_gone else "",
        queued_at=at,
        queued_by=batch.approved_by,
        next_try_at=None if is_gone else at,
        reference=f"batch:{batch.pk}",
    )


def _on_paper(person: Person, *, on: date) -> bool:
    return (
        person.digital_post_exempt
        or person.died_on is not None
        or not family.has_digital_post(born=person.birth_date, on=on)
    )


def _notices(letters: Iterable[Message], *, at: datetime) -> list[Message]:
    """One notice for each way that a receiver has chosen. They rest and are cancelled with the batch."""
    told = {letter.person_id: letter for letter in letters if letter.state == MessageState.QUEUED}
    ways = NoticeWay.objects.filter(person_id__in=told, confirmed_at__isnull=False, stopped_at__isnull=True)
    return [
        Message(
            message_id=uuid4(),
            case_id=told[way.person_id].case_id,
            person_id=way.person_id,
            batch=told[way.person_id].batch,
            channel=way.channel,
            kind=NEWS,
            way=way,
            about=told[way.person_id].message_id,
            queued_at=at,
            queued_by=told[way.person_id].queued_by,
            next_try_at=at,
            reference=f"way:{way.pk}",
        )
        for way in ways.exclude(channel=WayKind.PAPER).order_by("pk")
        if ChannelName(way.channel) in delivery.DIGITAL
    ]


def _tell(letters: Iterable[Message], *, at: datetime) -> None:
    """Those who have died get no letter; who has a case of theirs is told."""
    for letter in letters:
        if letter.state == MessageState.FAILED:
            results.tell(letter, outcome=results.Outcome.FAILED, at=at, noted_at=at, by=delivery.SENDER)
