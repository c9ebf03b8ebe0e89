"""An employee's own calendar outside: connected, read for busy times, and kept up with the appointments."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from borgerfokus.apps.booking.models import Appointment, Hold, OutsideBusy, OutsideCalendar, OutsideCopy
from borgerfokus.apps.booking.queries.calendars import entry_uid
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.slots import Span
from borgerfokus.core.booking.words import NEUTRAL, State
from borgerfokus.core.calendars.writing import Entry, stored
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation import caldav
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.people import cipher

_AHEAD = timedelta(days=120)
_BACK = timedelta(days=1)


def connect(*, account: caldav.Account, by: Actor, at: datetime) -> Refusal | None:
    """Connect the actor's own calendar, once it has been seen that it opens. The secret is kept encrypted."""
    if not by.is_employee or not by.can(Verb.APPOINTMENT_BOOK):
        raise Hidden("calendar")
    try:
        caldav.check(account)
    except caldav.CalDavFault as wrong:
        return REFUSALS[wrong.fault]
    disconnect(by=by, at=at)
    row = OutsideCalendar.objects.create(
        employee_id=by.id,
        address=account.address,
        user_name=account.user_name,
        secret_sealed=cipher.seal_words(account.secret),
        connected_at=at,
    )
    audit.record(action="calendar.connect", by=by, at=at)
    synchronise(calendar=row, at=at)
    return None


def disconnect(*, by: Actor, at: datetime) -> None:
    """Forget the actor's own calendar with its secret and its busy times. What was written there stays there."""
    gone, _each = OutsideCalendar.objects.filter(employee_id=by.id).delete()
    if gone:
        audit.record(action="calendar.disconnect", by=by, at=at)


def synchronise(*, calendar: OutsideCalendar, at: datetime) -> None:
    """Read when its owner is busy, and write what has changed. A fault is written down, and the rest left as it is."""
    account = caldav.Account(calendar.address, calendar.user_name, cipher.unseal_words(bytes(calendar.secret_sealed)))
    calendar.fault = ""
    try:
        _write(calendar, account, at)
        _read(calendar, account, at)
        calendar.synced_at = at
    except caldav.CalDavFault as wrong:
        calendar.fault = wrong.fault.value
    OutsideCalendar.objects.filter(pk=calendar.pk).update(fault=calendar.fault, synced_at=calendar.synced_at)


def _read(calendar: OutsideCalendar, account: caldav.Account, at: datetime) -> None:
    """The busy times from now on, those of our own appointments apart. They take the place of those known before."""
    window = Span(at - _BACK, at + _AHEAD)
    ours = {entry_uid(uid) for uid in OutsideCopy.objects.filter(calendar=calendar).values_list("uid", flat=True)}
    found = [one.span for one in caldav.busy_times(account, window=window) if one.uid not in ours]
    OutsideBusy.objects.filter(calendar=calendar).delete()
    OutsideBusy.objects.bulk_create(
        OutsideBusy(calendar=calendar, employee_id=calendar.employee_id, starts=one.starts, ends=one.ends)
        for one in found
    )


def _write(calendar: OutsideCalendar, account: caldav.Account, at: datetime) -> None:
    """Every appointment ahead that stands there in another version, or not at all; and out with what is off."""
    copies = {row.uid: row for row in OutsideCopy.objects.filter(calendar=calendar)}
    ahead = {row.uid: row for row in _appointments(calendar.employee_id, at)}
    for uid, row in ahead.items():
        copy = copies.get(uid)
        if copy is None or copy.sequence != row.sequence:
            caldav.put(account, uid=entry_uid(uid), text=stored(_entry(row)))
            OutsideCopy.objects.update_or_create(calendar=calendar, uid=uid, defaults={"sequence": row.sequence})
    for uid in _off(copies.keys() - ahead.keys()):
        caldav.remove(account, uid=entry_uid(uid))
        OutsideCopy.objects.filter(calendar=calendar, uid=uid).delete()


def _appointments(employee_id: int, at: datetime) -> Iterable[Appointment]:
    held = Hold.objects.filter(employee_id=employee_id, released=False, ends__gt=at, starts__lt=at + _AHEAD)
    return Appointment.objects.filter(pk__in=held.values("appointment_id"), state=State.BOOKED.value).order_by("id")


def _off(uids: Iterable[UUID]) -> list[UUID]:
    """Those that are no longer to come off: what is over stays in the calendar as it was."""
    wanted = list(uids)
    over = Appointment.objects.filter(uid__in=wanted).exclude(state=State.CANCELLED.value).values_list("uid", flat=True)
    kept = set(over)
    return [one for one in wanted if one not in kept]


def _entry(row: Appointment) -> Entry:
    """The time, and a word that says nothing: the server outside is not ours."""
    return Entry(
        uid=entry_uid(row.uid),
        stamp=row.changed_at,
        starts=row.starts,
        ends=row.ends,
        summary=f"{NEUTRAL.da} ({settings.MUNICIPALITY})",
        sequence=row.sequence,
    )


def _no(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=f"calendar.{code}", text=Text(da=da, en=en), article="")


REFUSALS = {
    caldav.Fault.NOT_ALLOWED: _no(
        "not_allowed",
        "Den adresse må vi ikke hente fra. Spørg jeres administrator, hvilke kalendere der kan bruges.",
        "We may not fetch from that address. Ask your administrator which calendars can be used.",
    ),
    caldav.Fault.UNREACHABLE: _no(
        "unreachable",
        "Kalenderen svarer ikke. Se efter, om adressen er rigtig, eller prøv igen om lidt.",
        "The calendar does not answer. Check the address, or try again in a while.",
    ),
    caldav.Fault.REFUSED: _no(
        "refused",
        "Kalenderen sagde nej. Se efter, om bruger og adgangskode er rigtige.",
        "The calendar said no. Check user name and password.",
    ),
    caldav.Fault.NOT_A_CALENDAR: _no(
        "not_a_calendar",
        "Der er ingen kalender på den adresse, som vi kan læse.",
        "There is no calendar at that address that we can read.",
    ),
    caldav.Fault.TOO_MUCH: _no(
        "too_much", "Kalenderen er for stor eller for langsom.", "The calendar is too large or too slow."
    ),
}
