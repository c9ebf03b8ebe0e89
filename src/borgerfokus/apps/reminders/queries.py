"""Reads of reminders: what an employee has chosen, and what waits for one."""

from datetime import datetime, time, timedelta

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.reminders.models import Rhythm, StaffReminder
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.words import State
from borgerfokus.core.dates import COPENHAGEN, day_of, end_of_day
from borgerfokus.core.reminders import Waiting, last_day, lines
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor


def chosen(*, by: Actor) -> StaffReminder | None:
    """What the actor has chosen; None for who gets no reminders."""
    return StaffReminder.objects.filter(employee_id=by.id, ended_at__isnull=True).first() if by.is_employee else None


def preview(*, of: StaffReminder | None, by: Actor, at: datetime) -> tuple[Text, ...]:
    """What a reminder to the actor would say now; nothing when nothing waits. Of everything while nothing is chosen."""
    row = of or StaffReminder(deadlines=True, appointments=True, messages=True, rhythm=Rhythm.DAILY)
    return lines(waiting=waiting(row=row, by=by, at=at), weekly=row.rhythm == Rhythm.WEEKLY)


def waiting(*, row: StaffReminder, by: Actor, at: datetime) -> Waiting:
    """What waits for the employee who acts, of what the row asks for. It counts, and looks nobody up."""
    over, deadlines = _deadlines(by, at) if row.deadlines and by.can(Verb.CASE_SEE) else (None, None)
    weekly = row.rhythm == Rhythm.WEEKLY
    meets = row.appointments and by.can(Verb.APPOINTMENT_BOOK)
    answers = row.messages and by.can(Verb.MESSAGE_SEND)
    return Waiting(
        over=over,
        deadlines=deadlines,
        appointments=_appointments(by, at, weekly=weekly) if meets else None,
        messages=messages.waiting_for(by, at=at)[0] if answers else None,
    )


def is_away(*, employee_id: int, at: datetime) -> bool:
    """Whether the employee is away today: at noon by the own calendar, or because a colleague answers instead."""
    noon = datetime.combine(day_of(at), time(12), tzinfo=COPENHAGEN)
    absent = booking.absences_of(employee_id=employee_id, since=noon, until=noon + timedelta(seconds=1))
    return bool(absent) or employee_id in messages.away_on(day_of(at))


def _deadlines(by: Actor, at: datetime) -> tuple[int, int]:
    today = day_of(at)
    day = casework.Day(at=at, today=today, soon=last_day(day=today))
    found = casework.totals(by=by, filters=casework.Filters(caseworker=by.id), day=day)
    return found.over, found.soon


def _appointments(by: Actor, at: datetime, *, weekly: bool) -> int:
    today = day_of(at)
    starts, ends = end_of_day(today - timedelta(days=1)), end_of_day(last_day(day=today) if weekly else today)
    own = booking.of_employee(employee_id=by.id, starts=starts, ends=ends, by=by, at=at)
    groups = booking.groups(starts=starts, ends=ends, employee_id=by.id)
    return sum(one.state == State.BOOKED.value for one in own) + sum(one.cancelled_at is None for one in groups)
