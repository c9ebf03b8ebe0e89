"""Which letters the citizen is owed about appointments, and what is filled in. A sensitive reason is not named."""

from datetime import datetime

from django.conf import settings

from borgerfokus.apps.booking.events import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
    AppointmentOffered,
    AppointmentReminded,
)
from borgerfokus.apps.booking.models import Appointment
from borgerfokus.apps.booking.queries.appointments import staff_of
from borgerfokus.apps.booking.queries.calendars import entry_uid
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.core.booking.words import NEUTRAL, Place, State
from borgerfokus.core.calendars.writing import Entry, Guest, invitation
from borgerfokus.core.texts import Text
from borgerfokus.core.words import moment_words


def booked(
    case: Case, event: AppointmentBooked | AppointmentMoved | AppointmentReminded, _at: datetime
) -> dialogue.Occasion | None:
    """When, where and with whom; that it was moved; and what to bring."""
    row = _row(case, event.appointment)
    if row is None:
        return None
    values = {
        "about": row.reason.shown,
        "when": moment_words(row.starts),
        "where": where(row),
        "whom": _same(" og ".join(name for name in names(row)) or case.unit.name),
    }
    if row.reason.bring and not row.reason.sensitive:
        values["bring"] = Text(da=row.reason.bring, en=row.reason.bring_en or row.reason.bring)
    if row.language:
        values["interpreter"] = _same(row.language)
    if isinstance(event, AppointmentMoved):
        values["before"] = moment_words(datetime.fromisoformat(event.before))
    if isinstance(event, AppointmentReminded):
        return dialogue.Occasion(dialogue.NoticeKind.APPOINTMENT_REMINDER, values)
    return dialogue.Occasion(dialogue.NoticeKind.APPOINTMENT, values, calendar=invitation_to(row))


def offered(case: Case, event: AppointmentOffered, _at: datetime) -> dialogue.Occasion | None:
    """That a time has become free, and until when it is held for the citizen."""
    row = _row(case, event.appointment)
    if row is None:
        return None
    values = {
        "about": row.reason.shown,
        "when": moment_words(row.starts),
        "where": where(row),
        "whom": _same(" og ".join(name for name in names(row)) or case.unit.name),
        "until": moment_words(datetime.fromisoformat(event.until)),
    }
    return dialogue.Occasion(dialogue.NoticeKind.APPOINTMENT_OFFERED, values)


def cancelled(case: Case, event: AppointmentCancelled, _at: datetime) -> dialogue.Occasion | None:
    """That an appointment is off, and why when the municipality called it off."""
    row = _row(case, event.appointment)
    if row is None:
        return None
    values = {"about": row.reason.shown, "when": moment_words(row.starts)}
    if event.reason:
        values["reason"] = _same(event.reason)
    return dialogue.Occasion(dialogue.NoticeKind.APPOINTMENT_CANCELLED, values, calendar=invitation_to(row))


def invitation_to(row: Appointment) -> str:
    """The invitation that goes by open e-mail, or its cancellation: when, and with the municipality. Nothing else."""
    return invitation(
        Entry(
            uid=entry_uid(row.uid),
            stamp=row.changed_at,
            starts=row.starts,
            ends=row.ends,
            summary=f"{NEUTRAL.da} ({settings.MUNICIPALITY})",
            sequence=row.sequence,
            cancelled=row.state == State.CANCELLED,
            organizer=Guest(name=settings.MUNICIPALITY, email=settings.DEFAULT_FROM_EMAIL),
        )
    )


def where(row: Appointment) -> Text:
    """Where an appointment is, in a sentence that goes on with "Stedet er …"."""
    match Place(row.place):
        case Place.OFFICE:
            return _same(row.room.words) if row.room else Text(da="vores kontor", en="our office")
        case Place.HOME:
            return Text(da="hjemme hos dig", en="your home")
        case Place.PHONE:
            return Text(da="telefonen. Vi ringer til dig", en="the phone. We call you")
        case Place.VIDEO:
            return _video(row.video_link)


def _video(link: str) -> Text:
    """The letter is sealed, and some get it on paper: the way in stands in it. What goes by open e-mail has none."""
    return Text(da=f"på video: {link}", en=f"on video: {link}") if link else Text(da="på video", en="on video")


def names(row: Appointment) -> list[str]:
    """Who is met, by name."""
    return [one.employee.name for one in staff_of(row) if one.employee is not None and not one.released]


def _row(case: Case, number: int) -> Appointment | None:
    rows = Appointment.objects.select_related("reason", "room", "group").prefetch_related("holds__employee")
    return rows.filter(pk=number, case=case).first()


def _same(words: str) -> Text:
    return Text(da=words, en=words)
