"""Mail to others than citizens: queued, sent by e-mail or printed by whoever it concerns, and told about.

E-mail goes the way of letters: claimed, offered outside our transactions, settled. A kill in between offers it again
under the same message id. SMTP itself does not recognise it, so that in the worst case somebody gets it twice.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import Exists, F, QuerySet

from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.outbox.channels import Trouble, Unavailable
from borgerfokus.foundation.outbox.delivery import BATCH, FIRST_WAIT, LEASE, LONGEST_WAIT, MAX_ATTEMPTS, SENDER
from borgerfokus.foundation.outbox.looping import each
from borgerfokus.foundation.outbox.mailers import Envelope, Mailer, mailer
from borgerfokus.foundation.outbox.models import ChannelName, ChannelPause, Mail, MailState, MailWay

Listener = Callable[[Mail, datetime], None]
_listeners: dict[str, Listener] = {}


@dataclass(frozen=True)
class NewMail:
    """What is to be sent. Nothing in it may tell of a case. `reference` is unique: the same is queued once."""

    kind: str
    reference: str
    way: MailWay
    name: str
    address: str
    subject: str
    body: str
    language: str = "da"
    attachment: str = ""
    case_id: int | None = None


def has_e_mail() -> bool:
    """Whether this installation can send e-mail at all."""
    return mailer() is not None


def on_sent(*, kind: str, listener: Listener) -> None:
    """Call `listener` in the same transaction when mail of this kind is sent or has failed."""
    _listeners[kind] = listener


def queue(*, new: NewMail, by: Actor, at: datetime) -> None:
    """Put mail in the outbox, in the caller's transaction. One with the same reference stays as it is."""
    if Mail.objects.filter(reference=new.reference).exists():
        return
    row = Mail(mail_id=uuid4(), queued_at=at, queued_by=by.subject, next_try_at=at, **vars(new))
    row.save(force_insert=True)
    _record("mail.queue", row, by=by, at=at)
    if new.way is MailWay.E_MAIL:
        jobs.defer("outbox.mail", mail_id=row.mail_id)


def of_references(references: Collection[str]) -> dict[str, Mail]:
    """The mail that belongs to something, by what it belongs to. One query."""
    return {one.reference: one for one in Mail.objects.filter(reference__in=references)}


def put_away(*, reference: str, sent: bool, by: Actor, at: datetime) -> None:
    """Somebody has posted what was queued, or has told the receiver in another way (`sent` False)."""
    row = Mail.objects.select_for_update().filter(reference=reference).first()
    if row is None or row.state in {MailState.SENT, MailState.WITHDRAWN}:
        return
    row.state = MailState.SENT if sent else MailState.WITHDRAWN
    row.sent_at = at if sent else None
    row.next_try_at = None
    row.save()
    _record("mail.post" if sent else "mail.withdraw", row, by=by, at=at)


def deliver_due(*, at: datetime) -> int:
    """Offer every e-mail whose turn it is, at most `BATCH`. Returns how many were offered."""
    with acting_as(SENDER, purpose=Purpose.OPERATION, at=at):
        due = list(_due(at).order_by("next_try_at").values_list("mail_id", flat=True)[:BATCH])
    return each(due, lambda mail_id: deliver(mail_id=mail_id, at=at))


def deliver(*, mail_id: UUID, at: datetime) -> bool:
    """Offer one e-mail if its turn has come. Returns whether it was offered."""
    way_out = mailer()
    if way_out is None:
        return False
    with acting_as(SENDER, purpose=Purpose.OPERATION, at=at):
        if not _due(at).filter(mail_id=mail_id).update(attempts=F("attempts") + 1, next_try_at=at + LEASE):
            return False
        row = Mail.objects.get(mail_id=mail_id)
    trouble, later = _offer(way_out, row)
    with acting_as(SENDER, purpose=Purpose.OPERATION, at=at):
        row = Mail.objects.select_for_update().get(mail_id=mail_id)
        if row.state == MailState.QUEUED:
            _settle(row, trouble, later=later, at=at)
    return True


def again(*, at: datetime) -> int:
    """Try every e-mail again that failed. By the platform, for an operator who asked. Returns how many."""
    failed = Mail.objects.filter(state=MailState.FAILED, way=MailWay.E_MAIL)
    return failed.update(state=MailState.QUEUED, attempts=0, next_try_at=at, last_error="")


def _due(at: datetime) -> QuerySet[Mail]:
    """The e-mail whose turn it is; none while the channel of e-mail stands still."""
    still = ChannelPause.objects.filter(channel=ChannelName.EMAIL)
    return Mail.objects.filter(
        ~Exists(still), state=MailState.QUEUED, way=MailWay.E_MAIL, next_try_at__lte=at
    )


def _offer(way_out: Mailer, row: Mail) -> tuple[Trouble | None, bool]:
    """Why it was not taken, if it was not, and whether it may be taken later."""
    envelope = Envelope(row.mail_id, row.address, row.subject, row.body, row.attachment)
    try:
        return way_out.send(envelope), False
    except Unavailable as error:
        return error.trouble, row.attempts < MAX_ATTEMPTS


def _settle(row: Mail, trouble: Trouble | None, *, later: bool, at: datetime) -> None:
    row.last_error = trouble or ""
    if later:
        row.next_try_at = at + min(FIRST_WAIT * 2 ** min(row.attempts - 1, 10), LONGEST_WAIT)
        row.save()
        return
    row.state = MailState.FAILED if trouble else MailState.SENT
    row.sent_at = None if trouble else at
    row.next_try_at = None
    row.save()
    _record("mail.fail" if trouble else "mail.send", row, by=SENDER, at=at)
    if listener := _listeners.get(row.kind):
        listener(row, at)


def _record(action: str, row: Mail, *, by: Actor, at: datetime) -> None:
    audit.record(action=action, by=by, at=at, case_id=row.case_id, about=f"mail:{row.mail_id}", way=row.way)
