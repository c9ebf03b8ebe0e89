"""What whoever runs the post sees and does: queues, faults, and letters by number. Never whose they are, or about what.

An operator sees no row of the outbox: the database itself tells of them what stands here. What an operator asks for is
done by the worker, and is written down as the operator's.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from django.db import connection

from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.outbox import delivery, making
from borgerfokus.foundation.outbox.channels import Trouble
from borgerfokus.foundation.outbox.mail import has_e_mail
from borgerfokus.foundation.outbox.models import ChannelName, ChannelPause, Message, MessageState

_QUEUES: Final = "select channel, state, number, oldest from bf_post_queues()"
_MAIL: Final = "select waiting, failed, oldest from bf_mail_queue()"
_AT_ONCE: Final = 200
_MESSAGES: Final = "select * from bf_post_messages(%s, %s, %s, %s, %s, %s)"


class Wish(StrEnum):
    """What an operator asks for."""

    AGAIN = "again"
    ON_PAPER = "paper"
    TO_PERSON = "person"


@dataclass(frozen=True)
class Queue:
    """How many messages of a channel are in a state that is no end, and since when the oldest waits."""

    channel: ChannelName
    state: MessageState
    number: int
    oldest: datetime


@dataclass(frozen=True)
class Item:
    """A message without anything about whom or what it is."""

    message_id: UUID
    channel: ChannelName
    state: MessageState
    batch_id: int | None
    is_notice: bool
    has_case: bool
    queued_at: datetime
    sent_at: datetime | None
    received_at: datetime | None
    attempts: int
    next_try_at: datetime | None
    last_error: str


@dataclass(frozen=True)
class MailQueue:
    """E-mail to others than citizens: how many wait and failed, and since when the oldest waits."""

    waiting: int
    failed: int
    oldest: datetime | None


@dataclass(frozen=True)
class Sought:
    """What is looked for: a channel, a state, or a message id or the number of a receipt."""

    channel: str = ""
    state: str = ""
    words: str = ""


def queues(*, by: Actor) -> list[Queue]:
    """The queues of every channel. Raises Hidden without POST_OPERATE."""
    _require(by)
    with connection.cursor() as cursor:
        cursor.execute(_QUEUES)
        rows = cursor.fetchall()
    return [Queue(ChannelName(row[0]), MessageState(row[1]), row[2], row[3]) for row in rows]


def messages(*, sought: Sought, by: Actor, most: int, skipped: int = 0) -> list[Item]:
    """Messages that are under way or failed, oldest first; by number also those that came to their end."""
    _require(by)
    words = sought.words.strip()
    with connection.cursor() as cursor:
        cursor.execute(_MESSAGES, [sought.channel, sought.state, _uuid(words), words, most, skipped])
        rows = cursor.fetchall()
    return [Item(row[0], ChannelName(row[1]), MessageState(row[2]), *row[3:]) for row in rows]


def mail_queue(*, by: Actor) -> MailQueue:
    """E-mail to others than citizens, in numbers. Raises Hidden without POST_OPERATE."""
    _require(by)
    with connection.cursor() as cursor:
        cursor.execute(_MAIL)
        return MailQueue(*cursor.fetchone())


def ask_mail(*, by: Actor, at: datetime) -> int:
    """Ask that all e-mail to others that failed is tried again; the worker does it. Returns how many there are."""
    failed = mail_queue(by=by).failed
    if failed:
        jobs.defer("outbox.mail_again", operator_id=by.id)
        audit.record(action="mail.ask_again", by=by, at=at, mails=failed)
    return failed


def ask_all(*, channel: ChannelName, by: Actor, at: datetime) -> int:
    """Ask that what a channel has given up sending is tried again, at most 200 at a time. Returns how many."""
    failed = Sought(channel=channel, state=MessageState.FAILED)
    found = [one for one in messages(sought=failed, by=by, most=_AT_ONCE) if possible(one, Wish.AGAIN)]
    for one in found:
        ask(message_id=one.message_id, wish=Wish.AGAIN, by=by, at=at)
    return len(found)


def paused(*, by: Actor) -> dict[ChannelName, ChannelPause]:
    """The channels that stand still."""
    _require(by)
    return {ChannelName(row.channel): row for row in ChannelPause.objects.all()}


def pause(*, channel: ChannelName, reason: str, by: Actor, at: datetime) -> Refusal | None:
    """Let a channel stand still. What is queued for it waits, and what was sent is still heard of. Raises Hidden."""
    _require(by)
    if channel not in delivery.DIGITAL and not (channel == ChannelName.EMAIL and has_e_mail()):
        raise Hidden(f"channel {channel}")
    if not reason.strip():
        return NO_REASON
    ChannelPause.objects.update_or_create(
        channel=channel, defaults={"reason": reason.strip()[:200], "since": at, "by": by.subject}
    )
    audit.record(action="channel.pause", by=by, at=at, about=f"channel:{channel}")
    return None


def resume(*, channel: ChannelName, by: Actor, at: datetime) -> None:
    """Let a channel run again. Raises Hidden when it does not stand still."""
    _require(by)
    if not ChannelPause.objects.filter(channel=channel).delete()[0]:
        raise Hidden(f"channel {channel}")
    audit.record(action="channel.resume", by=by, at=at, about=f"channel:{channel}")


def ask(*, message_id: UUID, wish: Wish, by: Actor, at: datetime) -> Refusal | None:
    """Ask that a message is tried again, printed, or given to a person; the worker does it. Raises Hidden."""
    found = messages(sought=Sought(words=str(message_id)), by=by, most=1)
    if not found:
        raise Hidden(f"message {message_id}")
    if not possible(found[0], wish):
        return NOT_NOW
    jobs.defer(f"outbox.wish_{wish}", message_id=message_id)
    audit.record(action=f"message.ask_{wish}", by=by, at=at, about=f"message:{message_id}")
    return None


def possible(item: Item, wish: Wish) -> bool:
    """Whether a wish makes sense as the message stands. A letter of a case that failed lies on the case's own desk.

    One that was given up because the channel was away may be tried again by whoever runs the channel.
    """
    has_failed = item.state == MessageState.FAILED
    is_ours = has_failed and not item.has_case and item.last_error != Trouble.DEAD
    given_up = has_failed and item.last_error == Trouble.GIVEN_UP
    if wish is Wish.AGAIN:
        return item.channel in delivery.DIGITAL and (item.state == MessageState.QUEUED or is_ours or given_up)
    if wish is Wish.ON_PAPER:
        return is_ours and not item.is_notice
    return item.state in {MessageState.QUEUED, MessageState.SENT} and not item.is_notice


def carry_out(*, message_id: UUID, wish: Wish, at: datetime) -> None:
    """Do what an operator asked for, if it still makes sense. In the worker's scope."""
    row = Message.objects.select_for_update().filter(message_id=message_id).first()
    if row is None or not possible(_item(row), wish):
        return
    if wish is Wish.AGAIN:
        row.state, row.attempts, row.next_try_at, row.last_error = MessageState.QUEUED, 0, at, ""
        delivery.save(row)
        jobs.defer("outbox.deliver", message_id=message_id)
    elif wish is Wish.ON_PAPER:
        making.again(row)
        delivery.to_paper(row, at=at)
    else:
        delivery.fail(row, trouble=Trouble.BY_HAND, at=at)


def _item(row: Message) -> Item:
    return Item(
        message_id=row.message_id,
        channel=ChannelName(row.channel),
        state=MessageState(row.state),
        batch_id=row.batch_id,
        is_notice=row.way_id is not None,
        has_case=row.case_id is not None,
        queued_at=row.queued_at,
        sent_at=row.sent_at,
        received_at=row.received_at,
        attempts=row.attempts,
        next_try_at=row.next_try_at,
        last_error=row.last_error,
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _require(by: Actor) -> None:
    if not by.can(Verb.POST_OPERATE):
        raise Hidden("post")


NO_REASON = Refusal(
    code="channel.reason",
    text=Text(da="Skriv, hvorfor kanalen skal stå stille.", en="Write why the channel is to stand still."),
    article="",
)
NOT_NOW = Refusal(
    code="message.not_now",
    text=Text(
        da="Det kan ikke gøres, som forsendelsen står nu.", en="That cannot be done as the message stands now."
    ),
    article="",
)
