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
from pathlib import Path
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db.models import F

from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import results
from borgerfokus.foundation.outbox.channels import Accepted, Channel, Declined, Parcel, Trouble, Unavailable
from borgerfokus.foundation.outbox.looping import each
from borgerfokus.foundation.outbox.memo import MemoFiles
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState
from borgerfokus.foundation.outbox.simulated import SimulatedDigitalPost

LEASE: Final = timedelta(minutes=5)
FIRST_WAIT: Final = timedelta(minutes=1)
LONGEST_WAIT: Final = timedelta(hours=1)
MAX_ATTEMPTS: Final = 30
"""With an hour between the later tries, a little more than a day: then it is on somebody's desk."""
FIRST_POLL: Final = timedelta(seconds=5)
BATCH: Final = 500

SENDER: Final[Actor] = system("outbox")


def _digital_post() -> Channel:
    """Digital Post as the installation has it: files for an integration platform, or the stand-in."""
    if not settings.DIGITAL_POST_FOLDER:
        return SimulatedDigitalPost()
    folder = Path(settings.DIGITAL_POST_FOLDER)
    return MemoFiles(folder, sender_cvr=settings.MUNICIPALITY_CVR, sender_name=settings.MUNICIPALITY)


DIGITAL: Final[dict[ChannelName, Channel]] = {ChannelName.DIGITAL_POST: _digital_post()}
"""The channels that the platform sends by itself."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Problem:
    trouble: Trouble


def deliver_due(*, at: datetime) -> int:
    """Offer every letter whose turn it is, at most `BATCH`. Returns how many were offered."""
    with acting_as(SENDER, purpose=Purpose.OPERATION, at=at):
        due = list(
            Message.objects.filter(state=MessageState.QUEUED, channel__in=DIGITAL, next_try_at__lte=at)
            .order_by("next_try_at")
            .values_list("message_id", flat=True)[:BATCH]
        )
    return each(due, lambda message_id: deliver(message_id=message_id, at=at))


def deliver(*, message_id: UUID, at: datetime) -> bool:
    """Offer one letter if its turn has come. Returns whether it was offered."""
    claimed = _claim(message_id, at=at)
    if claimed is None:
        return False
    channel, parcel = claimed
    answer = _offer(channel, parcel, at=at) if parcel else Declined(Trouble.NO_FILE)
    _settle(message_id, answer, at=at)
    return True


def _claim(message_id: UUID, *, at: datetime) -> tuple[Channel, Parcel | None] | None:
    with acting_as(SENDER, purpose=Purpose.OPERATION, at=at):
        mine = Message.objects.filter(
            message_id=message_id, state=MessageState.QUEUED, channel__in=DIGITAL, next_try_at__lte=at
        ).update(attempts=F("attempts") + 1, next_try_at=at + LEASE, version=F("version") + 1)
        if not mine:
            return None
        message = Message.objects.get(message_id=message_id)
        return DIGITAL[ChannelName(message.channel)], _parcel(message)


def _parcel(message: Message) -> Parcel | None:
    """What is offered, or None when the file is gone or damaged: offering it again would not mend that."""
    try:
        content = files.read_bytes(file_id=message.file_id)
    except (files.UnknownFile, files.DamagedFile):
        return None
    return Parcel(message.message_id, message.person_id, message.title, content, message.attempts)


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
            case Accepted(at=since):
                _sent(message, since=since, at=at)
            case Declined(trouble=Trouble.EXEMPT):
                to_paper(message, at=at)
            case Declined(trouble=trouble):
                fail(message, trouble=trouble, at=at)
            case _Problem(trouble=trouble) if message.attempts < MAX_ATTEMPTS:
                _try_later(message, trouble=trouble, at=at)
            case _Problem():
                fail(message, trouble=Trouble.GIVEN_UP, at=at)


def _sent(message: Message, *, since: datetime, at: datetime) -> None:
    message.state = MessageState.SENT
    message.sent_at = since
    message.next_try_at = at + FIRST_POLL
    message.last_error = ""
    save(message)


def to_paper(message: Message, *, at: datetime) -> None:
    """Put a letter in the print queue."""
    message.channel = ChannelName.PAPER
    message.state = MessageState.QUEUED
    message.next_try_at = at
    save(message)


def fail(message: Message, *, trouble: Trouble, at: datetime) -> None:
    """Give a letter up and tell whoever asked: somebody must see to it."""
    message.state = MessageState.FAILED
    message.last_error = trouble
    message.next_try_at = at + LONGEST_WAIT if trouble is Trouble.GIVEN_UP else None
    save(message)
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
