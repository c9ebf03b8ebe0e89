"""Reminders are queued in the morning of a working day, each in its own transaction, once for its day or week."""

from datetime import date, datetime
from typing import Final

from django.conf import settings

from borgerfokus.apps.reminders import queries
from borgerfokus.apps.reminders.actions.choosing import token_of
from borgerfokus.apps.reminders.models import Rhythm, StaffReminder
from borgerfokus.core import reminders as words
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.core.reminders import Waiting
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.queries import NotEngaged
from borgerfokus.foundation.outbox import mail
from borgerfokus.foundation.outbox.looping import each
from borgerfokus.foundation.outbox.models import MailWay
from borgerfokus.foundation.parameters import service as parameters

KIND: Final = "reminder"
_JOB: Final = "reminders.send"


def run(*, at: datetime) -> int:
    """Queue the reminders that are due. Returns how many. Raises SomeFailed when one could not be made."""
    today = day_of(at)
    with acting_as(system(_JOB), purpose=Purpose.OPERATION, at=at):
        calendar = calendar_for([today.year], parameters.parameters())
        if not calendar.is_working_day(today):
            return 0
        found = list(StaffReminder.objects.filter(ended_at__isnull=True).order_by("pk").values_list("pk", flat=True))
    return each(found, lambda number: _send(number, at))


def _send(number: int, at: datetime) -> bool:
    """Queue one reminder if it is due and there is something to tell. Returns whether it was queued."""
    with acting_as(system(_JOB), purpose=Purpose.OPERATION, at=at):
        row = StaffReminder.objects.select_related("employee").filter(pk=number, ended_at__isnull=True).first()
        who = None if row is None else _receiver(row, at)
    if row is None or who is None:
        return False
    with acting_as(who, purpose=Purpose.CASEWORK, at=at):
        waiting = queries.waiting(row=row, by=who, at=at)
    return _queue(number, waiting, at)


def _receiver(row: StaffReminder, at: datetime) -> Actor | None:
    """Who is to be reminded now; None for who has been, is away, has left, or has no address."""
    if row.sent_for == _day_for(row, at) or not row.employee.email:
        return None
    try:
        who = organisation.actor_for(employee_id=row.employee_id, on=day_of(at))
    except NotEngaged:
        return None
    return None if queries.is_away(employee_id=row.employee_id, at=at) else who


def _queue(number: int, waiting: Waiting, at: datetime) -> bool:
    """What is queued and what is noted as sent stand in one transaction, so that no run says it twice."""
    by = system(_JOB)
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        rows = StaffReminder.objects.select_for_update(of=("self",)).select_related("employee")
        row = rows.filter(pk=number, ended_at__isnull=True).first()
        if row is None or row.sent_for == _day_for(row, at):
            return False
        if not waiting.nothing:
            mail.queue(new=_mail(row, waiting, at), by=by, at=at)
        row.sent_for = _day_for(row, at)
        row.save(update_fields=["sent_for"])
    return not waiting.nothing


def _mail(row: StaffReminder, waiting: Waiting, at: datetime) -> mail.NewMail:
    weekly = row.rhythm == Rhythm.WEEKLY
    end = f"{settings.PUBLIC_ADDRESS}/paamindelser/stop/{row.pk}/{token_of(row.pk)}/"
    said = words.body(waiting=waiting, weekly=weekly, page=f"{settings.PUBLIC_ADDRESS}/sag/", end=end)
    return mail.NewMail(
        kind=KIND,
        reference=f"reminder:{row.pk}:{_day_for(row, at).isoformat()}",
        way=MailWay.E_MAIL,
        name=row.employee.name,
        address=row.employee.email,
        subject=words.subject().in_(row.language),
        body="\n".join(("\n" if one is said[-1] else "") + one.in_(row.language) for one in said),
        language=row.language,
    )


def _day_for(row: StaffReminder, at: datetime) -> date:
    return words.first_day(weekly=row.rhythm == Rhythm.WEEKLY, day=day_of(at))
