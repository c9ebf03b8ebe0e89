"""Sending, in three steps with a commit after each, so that a kill between any two loses and doubles nothing.

1. claim: the try is counted and the letter is put aside for `LEASE`, so that nobody else offers it meanwhile.
2. offer: the channel gets the letter, outside any transaction of ours.
3. settle: what the channel said is recorded.

A kill after 1 or 2 leaves the letter queued. When the lease is over it is offered again under the same
message id, and the channel recognises it.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import F, QuerySet

from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as, current
from borgerfokus.foundation.outbox import chosen, parcels, results
from borgerfokus.foundation.outbox.channels import Accepted, Channel, Declined, Parcel, Trouble, Unavailable
from borgerfokus.foundation.outbox.looping import each
from borgerfokus.foundation.outbox.models import (
    BatchState,
    ChannelName,
    ChannelPause,
    LetterBatch,
    Message,
    MessageState,
    NoticeWay,
    StoppedWhy,
)

LEASE: Final = timedelta(minutes=5)
FIRST_WAIT: Final = timedelta(minutes=1)
LONGEST_WAIT: Final = timedelta(hours=1)
MAX_ATTEMPTS: Final = 30
"""With an hour between the later tries, a little more than a day: then it is on somebody's desk."""
FIRST_POLL: Final = timedelta(seconds=5)
BATCH: Final = 500

SENDER: Final[Actor] = system("outbox")
DIGITAL: Final[dict[ChannelName, Channel]] = chosen.channels()
"""The channels that the platform sends by itself."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Problem:
    trouble: Trouble


def deliver_due(*, at: datetime) -> int:
    """Offer every letter whose turn it is, at most `BATCH`. Returns how many were offered.

    Those of a batch come after all others, so that nobody's own letter waits for two hundred thousand.
    """
    with acting_as(SENDER, purpose=Purpose.OPERATION, at=at):
        rows = _due(at).order_by("next_try_at").values_list("message_id", flat=True)
        own = list(rows.filter(batch__isnull=True)[:BATCH])
        due = [*own, *rows.filter(batch__isnull=False)[: BATCH - len(own)]]
    return each(due, lambda message_id: deliver(message_id=message_id, at=at))


def _due(at: datetime) -> QuerySet[Message]:
    """The letters whose turn it is: not of a channel or a batch that stands still."""
    rows = Message.objects.filter(state=MessageState.QUEUED, channel__in=DIGITAL, next_try_at__lte=at)
    resting = LetterBatch.objects.filter(state=BatchState.PAUSED).values("pk")
    return rows.exclude(channel__in=ChannelPause.objects.values("channel")).exclude(batch_id__in=resting)


def deliver(*, message_id: UUID, at: datetime) -> bool:
    """Offer one letter if its turn has come. Returns whether it was offered."""
    claimed = _claim(message_id, at=at)
    if claimed is None:
        return False
    channel, parcel = claimed
    answer = parcel if isinstance(parcel, Declined) else _offer(channel, parcel, at=at)
    _settle(message_id, answer, at=at)
    return True


def _claim(message_id: UUID, *, at: datetime) -> tuple[Channel, Parcel | Declined] | None:
    with acting_as(SENDER, purpose=Purpose.OPERATION, at=at):
        mine = (
            _due(at)
            .filter(message_id=message_id)
            .update(attempts=F("attempts") + 1, next_try_at=at + LEASE, version=F("version") + 1)
        )
        if not mine:
            return None
        message = Message.objects.select_related("way", "batch").get(message_id=message_id)
        return DIGITAL[ChannelName(message.channel)], _parcel(message)


def _parcel(message: Message) -> Parcel | Declined:
    return parcels.of(message, by=SENDER, at=current().at)


def _offer(channel: Channel, parcel: Parcel, *, at: datetime) -> Accepted | Declined | _Problem:
    try:
        return channel.send(parcel, at=at)
    except Unavailable as error:
        return _Problem(error.trouble)
    except Exception as error:  # noqa: BLE001 (one letter that a channel chokes on must not hold back the others)
        _log.error("offering message %s: %s", parcel.message_id, type(error).__name__)
        return _Problem(Trouble.UNEXPECTED)


def _settle(message_id: UUID, answer: Accepted | Declined | _Problem, *, at: datetime) -> None:
    with acting_as(SENDER, purpose=Purpose.OPERATION, at=at):
        message = Message.objects.select_for_update().get(message_id=message_id)
        if message.state != MessageState.QUEUED:
            return
        match answer:
            case Accepted(at=since, last_word=is_last):
                _sent(message, since=since, at=at, is_last=is_last)
            case Declined(trouble=Trouble.EXEMPT):
                to_paper(message, at=at)
            case Declined(trouble=Trouble.STOPPED):
                cancel(message)
            case Declined(trouble=trouble):
                fail(message, trouble=trouble, at=at)
            case _Problem(trouble=trouble) if message.attempts < MAX_ATTEMPTS:
                _try_later(message, trouble=trouble, at=at)
            case _Problem():
                fail(message, trouble=Trouble.GIVEN_UP, at=at)


def _sent(message: Message, *, since: datetime, at: datetime, is_last: bool) -> None:
    message.state = MessageState.SENT
    message.sent_at = since
    message.next_try_at = None if is_last else at + FIRST_POLL
    message.last_error = ""
    save(message)


def to_paper(message: Message, *, at: datetime) -> None:
    """Put a letter in the print queue."""
    message.channel = ChannelName.PAPER
    message.state = MessageState.QUEUED
    message.run = None
    message.next_try_at = at
    save(message)


def cancel(message: Message) -> None:
    """The letter is not sent after all."""
    message.state = MessageState.CANCELLED
    message.next_try_at = None
    save(message)


def fail(message: Message, *, trouble: Trouble, at: datetime) -> None:
    """Give a letter up and tell whoever asked: somebody must see to it. A way that leads nowhere is stopped."""
    message.state = MessageState.FAILED
    message.last_error = trouble
    message.next_try_at = at + LONGEST_WAIT if trouble is Trouble.GIVEN_UP else None
    save(message)
    if message.way_id is not None and trouble is Trouble.UNDELIVERABLE:
        NoticeWay.objects.filter(pk=message.way_id, stopped_at__isnull=True).update(
            stopped_at=at, stopped_why=StoppedWhy.BOUNCED
        )
    results.tell(message, outcome=results.Outcome.FAILED, at=at, noted_at=at, by=SENDER)


def save(message: Message) -> None:
    """Save a message that this transaction has locked."""
    message.version += 1
    message.save(force_update=True)


def _try_later(message: Message, *, trouble: Trouble, at: datetime) -> None:
    wait: timedelta = min(FIRST_WAIT * 2 ** min(message.attempts - 1, 10), LONGEST_WAIT)
    message.next_try_at = at + wait
    message.last_error = trouble
    save(message)
