"""Background work of the outbox."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from borgerfokus.foundation import jobs
from borgerfokus.foundation.outbox import collecting, delivery, mail
from borgerfokus.foundation.outbox.channels import Notice, NoticeKind
from borgerfokus.foundation.outbox.models import Mail, SimulatedPost

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
