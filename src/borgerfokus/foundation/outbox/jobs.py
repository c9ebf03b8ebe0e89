"""Background work of the outbox."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from borgerfokus.foundation import jobs
from borgerfokus.foundation.outbox import collecting, delivery, forgetting, mail, operating, queueing
from borgerfokus.foundation.outbox.channels import Notice, NoticeKind
from borgerfokus.foundation.outbox.models import BatchEntry, BatchState, Mail, Message, MessageState, SimulatedPost

REMEMBERED_FOR: Final = timedelta(days=30)
"""How long the simulated Digital Post knows a letter; much longer than any letter is tried."""


@jobs.job(name="outbox.deliver", own_transactions=True)
def deliver(*, at: datetime, message_id: str) -> None:
    """Offer one letter that has just been queued."""
    delivery.deliver(message_id=UUID(message_id), at=at)


@jobs.job(name="outbox.mail", own_transactions=True)
def deliver_mail(*, at: datetime, mail_id: str) -> None:
    """Offer one e-mail that has just been queued."""
    mail.deliver(mail_id=UUID(mail_id), at=at)


@jobs.job(name="outbox.mail_again")
def mail_again(*, at: datetime, operator_id: int) -> None:
    """An operator has asked that e-mail to others that failed is tried again."""
    del operator_id
    mail.again(at=at)


@jobs.every_minute(name="outbox.move", own_transactions=True)
def move(*, at: datetime) -> None:
    """Offer the letters whose turn has come, and fetch receipts."""
    try:
        delivery.deliver_due(at=at)
    finally:
        try:
            collecting.collect_receipts(at=at)
        finally:
            mail.deliver_due(at=at)


@jobs.every_minute(name="outbox.queue_batches", own_transactions=True)
def queue_batches(*, at: datetime) -> None:
    """Queue letters of the batches that run. One that a kill has stopped goes on here."""
    queueing.queue_some(at=at)


@jobs.daily(name="outbox.forget_lists", hour=5)
def forget_lists(*, at: datetime) -> None:
    """Forget the lists of batches whose letters were made a month ago: the letters themselves stay."""
    not_made = Message.objects.filter(batch__isnull=False, way__isnull=True, file__isnull=True)
    on_the_way = not_made.exclude(state=MessageState.CANCELLED)
    old = BatchEntry.objects.filter(queued_at__lt=at - REMEMBERED_FOR).exclude(
        message_id__in=on_the_way.values("message_id")
    )
    old.delete()
    BatchEntry.objects.filter(
        batch__state=BatchState.CANCELLED, batch__ended_at__lt=at - REMEMBERED_FOR, queued_at__isnull=True
    ).delete()


@jobs.daily(name="outbox.forget_letters", hour=4)
def forget_letters(*, at: datetime) -> None:
    """Forget letters of no case whose time is over."""
    forgetting.forget(by=delivery.SENDER, at=at)


@jobs.daily(name="outbox.forget_simulated", hour=5)
def forget_simulated(*, at: datetime) -> None:
    """Forget letters that the simulated Digital Post took, and mail to others that was done with, a month ago."""
    SimulatedPost.objects.filter(accepted_at__lt=at - REMEMBERED_FOR).delete()
    Mail.objects.filter(queued_at__lt=at - REMEMBERED_FOR, next_try_at__isnull=True).delete()


@jobs.job(name="outbox.note_read", own_transactions=True)
def note_read(*, at: datetime, message_id: str) -> None:
    """A receiver has opened a letter before its receipt came: it is received, and whoever asked is told."""
    letter = UUID(message_id)
    notice = Notice(message_id=letter, receipt_id=f"page:{letter}", kind=NoticeKind.READ, at=at)
    collecting.record(notice, at=at)


@jobs.job(name="outbox.wish_again")
def wish_again(*, at: datetime, message_id: str) -> None:
    """An operator has asked that a message is tried again."""
    operating.carry_out(message_id=UUID(message_id), wish=operating.Wish.AGAIN, at=at)


@jobs.job(name="outbox.wish_paper")
def wish_paper(*, at: datetime, message_id: str) -> None:
    """An operator has asked that a letter is printed."""
    operating.carry_out(message_id=UUID(message_id), wish=operating.Wish.ON_PAPER, at=at)


@jobs.job(name="outbox.wish_person")
def wish_person(*, at: datetime, message_id: str) -> None:
    """An operator has asked that somebody sees to a letter: it counts as failed, and lies on a desk."""
    operating.carry_out(message_id=UUID(message_id), wish=operating.Wish.TO_PERSON, at=at)
