"""Reminding citizens of appointments: once for each time that an appointment has."""

from datetime import datetime, timedelta

from borgerfokus.apps.booking.actions.booking import event_title, note
from borgerfokus.apps.booking.actions.outside import synchronise
from borgerfokus.apps.booking.events import AppointmentReminded
from borgerfokus.apps.booking.models import Appointment, OutsideCalendar
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.words import Change, State
from borgerfokus.core.dates import day_of, end_of_day
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.parameters import service as parameters

_JOB = "booking.remind"
_SYNC = "booking.synchronise"
_EVERY = timedelta(minutes=10)


def run(*, at: datetime) -> int:
    """Remind of every appointment up to the municipality's number of days ahead. Each case in its own transaction."""
    by = system(_JOB)
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        days = parameters.at("own.appointment_reminder", on=day_of(at)).number
        due = Appointment.objects.filter(
            state=State.BOOKED.value,
            reminded_at__isnull=True,
            starts__gt=at,
            starts__lt=end_of_day(day_of(at) + timedelta(days=days)),
        )
        found = list(due.order_by("starts", "id").values_list("pk", "case_id"))
    for number, case_id in found:
        with acting_as(by, purpose=Purpose.OPERATION, at=at):
            _remind(number, case_id, at)
    return len(found)


def synchronise_due(*, at: datetime) -> int:
    """Bring every calendar outside up to date that was not within the last minutes. Each in its own transaction."""
    by = system(_SYNC)
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        due = OutsideCalendar.objects.exclude(synced_at__gt=at - _EVERY).order_by("id")
        found = list(due.values_list("pk", flat=True))
    for number in found:
        with acting_as(by, purpose=Purpose.OPERATION, at=at):
            row = OutsideCalendar.objects.filter(pk=number).first()
            if row is not None:
                synchronise(calendar=row, at=at)
    return len(found)


def _remind(number: int, case_id: int, at: datetime) -> None:
    by = system(_JOB)
    with casework.changing(case_id=case_id, verb=Verb.APPOINTMENT_BOOK, by=by, at=at, action=_JOB) as opened:
        row = Appointment.objects.select_related("reason").select_for_update(of=("self",)).get(pk=number)
        if row.state != State.BOOKED.value or row.reminded_at is not None:
            return
        row.reminded_at = at
        row.save(update_fields=["reminded_at"])
        note(row, Change.REMINDED, by=by, at=at)
        opened.append(
            AppointmentReminded(appointment=row.pk, title=event_title(row.reason), starts=row.starts.isoformat())
        )
