"""Receipts: fetched for letters under way, recorded once each, told on when a letter has come to its end.

Receipts come late, twice and in any order. The first one that says received, or read, makes the letter
received; later ones are kept, and change nothing that somebody has been told.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import delivery, results
from borgerfokus.foundation.outbox.channels import Channel, Notice, NoticeKind, Trouble, Unavailable
from borgerfokus.foundation.outbox.looping import each
from borgerfokus.foundation.outbox.models import ChannelName, Message, MessageState, Receipt
from borgerfokus.foundation.outbox.paper import Paper, start_of

SHORTEST_POLL: Final = timedelta(seconds=30)
LONGEST_POLL: Final = timedelta(hours=1)

_PAPER: Final = Paper()
_ASKED_ABOUT: Final = (MessageState.SENT, MessageState.FAILED)
"""Also those given up: a channel that only ever timed out may have taken the letter after all."""
_NOT_DELIVERED: Final = (MessageState.QUEUED, MessageState.SENT)


def collect_receipts(*, at: datetime) -> int:
    """Ask every channel about letters whose turn it is, a batch each. Returns how many receipts were new."""
    channels: list[Channel] = [*delivery.DIGITAL.values(), _PAPER]
    return sum(_collect(channel, at=at) for channel in channels)


def _collect(channel: Channel, *, at: datetime) -> int:
    waiting = _waiting(channel.name, at=at)
    if not waiting:
        return 0
    try:
        notices = channel.receipts(waiting, at=at)
    except Unavailable:
        return 0
    try:
        return each(notices, lambda notice: record(notice, at=at))
    finally:
        _ask_later(waiting, at=at)


def _waiting(channel: ChannelName, *, at: datetime) -> list[UUID]:
    with acting_as(delivery.SENDER, purpose=Purpose.OPERATION, at=at):
        return list(
            Message.objects.filter(channel=channel, state__in=_ASKED_ABOUT, next_try_at__lte=at)
            .order_by("next_try_at")
            .values_list("message_id", flat=True)[: delivery.BATCH]
        )


def _ask_later(waiting: Collection[UUID], *, at: datetime) -> None:
    """Letters that are still under way are asked about again, less often the longer it lasts."""
    with acting_as(delivery.SENDER, purpose=Purpose.OPERATION, at=at):
        for message in Message.objects.filter(message_id__in=waiting, next_try_at__lte=at):
            Message.objects.filter(message_id=message.message_id, next_try_at__lte=at).update(
                next_try_at=_next_poll(message, at=at)
            )


def _next_poll(message: Message, *, at: datetime) -> datetime:
    if message.presumed_on is not None:
        return max(start_of(message.presumed_on), at + SHORTEST_POLL)
    age = at - (message.sent_at or message.queued_at)
    return at + max(SHORTEST_POLL, min(age / 4, LONGEST_POLL))


def record(notice: Notice, *, at: datetime) -> bool:
    """Record one receipt and what follows from it. Returns False for a known one, or of no letter of ours."""
    with acting_as(delivery.SENDER, purpose=Purpose.OPERATION, at=at):
        message = Message.objects.select_for_update().filter(message_id=notice.message_id).first()
        if message is None or message.receipts.filter(receipt_id=notice.receipt_id).exists():
            return False
        Receipt.objects.create(
            message=message,
            receipt_id=notice.receipt_id,
            kind=notice.kind,
            at=notice.at,
            raw={"trouble": notice.trouble} if notice.trouble else {},
        )
        _apply(message, notice, at=at)
        return True


def _apply(message: Message, notice: Notice, *, at: datetime) -> None:
    if notice.kind is NoticeKind.FAILED:
        if message.state in _NOT_DELIVERED:
            delivery.fail(message, trouble=notice.trouble or Trouble.UNDELIVERABLE, at=at)
        return
    if message.state == MessageState.HANDED_TO_PERSON:
        return
    is_news = message.received_at is None
    message.received_at = message.received_at or notice.at
    message.sent_at = message.sent_at or notice.at
    is_read = notice.kind is NoticeKind.READ or message.state == MessageState.READ
    message.state = MessageState.READ if is_read else MessageState.RECEIVED
    message.next_try_at = None
    message.last_error = ""
    delivery.save(message)
    if is_news:
        results.tell(message, outcome=results.Outcome.RECEIVED, at=message.received_at, noted_at=at, by=delivery.SENDER)
