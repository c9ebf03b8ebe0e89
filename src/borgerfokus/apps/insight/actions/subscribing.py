"""Figures by e-mail: asked for, sent at the beginning of a week or month, and ended with one click.

An e-mail leaves the platform, so it says figures after disclosure control only, whoever gets it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import blake2b
from hmac import compare_digest
from typing import Final

from django.conf import settings
from django.db.models import QuerySet

from borgerfokus.apps.insight.models import FigureSubscription, Rhythm
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.outbox.models import MailWay

KIND: Final = "figures"
_NO_ADDRESS = Refusal(
    code="subscription_address",
    text=Text(
        da="Du har ingen e-mailadresse i organisationen. Bed HR om at skrive den ind.",
        en="You have no e-mail address in the organisation. Ask HR to enter it.",
    ),
    article="",
)
_THERE = Refusal(
    code="subscription_there",
    text=Text(da="Du får allerede de tal.", en="You get these figures already."),
    article="",
)


@dataclass(frozen=True)
class Written:
    """An e-mail of figures as it is sent."""

    subject: str
    body: str


Writer = Callable[[FigureSubscription, date], Written | None]
"""Writes the e-mail of a subscription for the period that begins on a day; None when there is nothing to tell."""


def subscribe(*, unit: str, rhythm: Rhythm, language: str, by: Actor, at: datetime) -> Refusal | None:
    """Send the front figures of a unit to the actor. The caller has checked that the actor may see them."""
    running = FigureSubscription.objects.filter(employee_id=by.id, ended_at__isnull=True)
    if running.filter(unit=unit).exists():
        return _THERE
    row = FigureSubscription(employee_id=by.id, unit=unit, rhythm=rhythm, language=language, begun_at=at)
    if not row.employee.email:
        return _NO_ADDRESS
    row.sent_for = period(rhythm, day_of(at))
    row.save(force_insert=True)
    audit.record(action="figures.subscribe", by=by, at=at, about=f"subscription:{row.pk}", rhythm=rhythm)
    return None


def end_subscription(*, subscription_id: int, by: Actor, at: datetime) -> None:
    """End one's own. Raises Hidden."""
    _end(FigureSubscription.objects.filter(pk=subscription_id, employee_id=by.id), subscription_id, by=by, at=at)


def ask_to_end(*, subscription_id: int, token: str) -> None:
    """End the one that a link in an e-mail is of: the platform does it, for who follows a link sees no rows.

    Raises Hidden for a link that is none.
    """
    check_link(subscription_id=subscription_id, token=token)
    jobs.defer("insight.end_subscription", subscription_id=subscription_id)


def end_by_link(*, subscription_id: int, by: Actor, at: datetime) -> None:
    """End what somebody has asked to have ended by a link; once more does nothing. For the system alone."""
    rows = FigureSubscription.objects.filter(pk=subscription_id, ended_at__isnull=True)
    if rows.exists():
        _end(rows, subscription_id, by=by, at=at)


def check_link(*, subscription_id: int, token: str) -> None:
    """Raises Hidden for a link that is none of ours."""
    if not compare_digest(token_of(subscription_id).encode(), token.encode()):
        raise Hidden("subscription")


def token_of(subscription_id: int) -> str:
    """The secret part of a link that ends a subscription."""
    return blake2b(f"figures/{subscription_id}".encode(), key=settings.KEYS.index, digest_size=16).hexdigest()


def period(rhythm: str, day: date) -> date:
    """The first day of the week or month that a day lies in."""
    return day - timedelta(days=day.weekday()) if rhythm == Rhythm.WEEKLY else day.replace(day=1)


def send_due(*, write: Writer, by: Actor, at: datetime) -> int:
    """Queue an e-mail for each subscription whose week or month has begun. Returns how many. For the system alone.

    Each goes once for its period, whatever happens in between: the reference of the e-mail is unique.
    """
    queued, day = 0, day_of(at)
    for row in FigureSubscription.objects.filter(ended_at__isnull=True).select_related("employee").order_by("pk"):
        starts = period(row.rhythm, day)
        if row.sent_for == starts or not (row.employee.active and row.employee.email):
            continue
        written = write(row, starts)
        if written is not None:
            mail.queue(new=_mail(row, starts, written), by=by, at=at)
            queued += 1
        row.sent_for = starts
        row.save(update_fields=["sent_for"])
    return queued


def _mail(row: FigureSubscription, starts: date, written: Written) -> mail.NewMail:
    return mail.NewMail(
        kind=KIND,
        reference=f"figures:{row.pk}:{starts.isoformat()}",
        way=MailWay.E_MAIL,
        name=row.employee.name,
        address=row.employee.email,
        subject=written.subject,
        body=written.body,
        language=row.language,
    )


def _end(rows: QuerySet[FigureSubscription], subscription_id: int, *, by: Actor, at: datetime) -> None:
    ended = rows.filter(ended_at__isnull=True).update(ended_at=at)
    if not ended:
        raise Hidden(f"subscription {subscription_id}")
    audit.record(action="figures.unsubscribe", by=by, at=at, about=f"subscription:{subscription_id}")
