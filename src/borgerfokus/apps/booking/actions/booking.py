"""Booking, moving and cancelling an appointment, and saying whether the citizen came."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction

from borgerfokus.apps.booking import policies
from borgerfokus.apps.booking.actions.holding import Taken, hold, release
from borgerfokus.apps.booking.events import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentHeld,
    AppointmentMoved,
)
from borgerfokus.apps.booking.models import Appointment, AppointmentEntry, AppointmentReason, Hold, WaitingPlace
from borgerfokus.apps.booking.queries import free, reasons
from borgerfokus.apps.booking.queries.free import Asked
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.booking import rules
from borgerfokus.core.booking.slots import Slot, Span
from borgerfokus.core.booking.words import Booker, Change, Interpreting, Place, State
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.coordination.video import room_address
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.parameters import service as parameters


@dataclass(frozen=True, kw_only=True)
class NewAppointment:
    """What is wanted: the key of the reason, when it begins, where, with which employees.

    `language`: an interpreter is asked for, into this language.
    """

    reason: str
    starts: datetime
    place: Place
    employees: frozenset[int]
    language: str = ""


def book(*, case_id: int, new: NewAppointment, by: Actor, at: datetime) -> int | Refusal:
    """Book a time in a case. Returns the appointment's id, or why not.

    From outside only a time that is offered can be had; staff may book outside opening hours, but nobody twice.
    """
    verb = policies.verb_of(by)
    with casework.changing(case_id=case_id, verb=verb, by=by, at=at, action="appointment.book") as opened:
        reason = reasons.reason(key=new.reason)
        booker = policies.booker_of(case=opened.case, by=by, at=at)
        asked = Asked(
            reason=reason,
            employees=new.employees,
            place=new.place,
            unit_id=opened.case.unit_id,
            for_staff=booker is None,
        )
        refusal = why_never(asked=asked, booker=booker, owner=opened.case.caseworker_id)
        if refusal is None and new.language.strip() and not reason.interpreter:
            refusal = NO_INTERPRETER
        if refusal is not None:
            return refusal
        slot = slot_for(asked=asked, starts=new.starts, at=at)
        if isinstance(slot, Refusal):
            return slot
        try:
            with transaction.atomic():
                row = _write(opened, reason, new, slot)
                taken = slot.span.with_buffer(reason.buffer)
                hold(span=taken, employees=new.employees, room=slot.room, appointment=row)
        except Taken:
            return rules.TAKEN
        WaitingPlace.objects.filter(case_id=case_id, reason_key=reason.key, ended_at__isnull=True).update(ended_at=at)
        note(row, Change.BOOKED, by=by, at=at)
        opened.append(
            AppointmentBooked(appointment=row.pk, title=event_title(reason), starts=row.starts.isoformat())
        )
    return row.pk


def move(*, appointment_id: int, starts: datetime, version: int, by: Actor, at: datetime) -> Refusal | None:
    """Give an appointment another time with the same people. Calendars take it over. One in a group is not moved."""
    with _changing(appointment_id, "appointment.move", by=by, at=at) as (opened, row):
        refusal = rules.may_change(state=State(row.state), starts=row.starts, at=at) or (
            CHANGED if row.version != version else IN_GROUP if row.group_id else None
        )
        if refusal is not None:
            return refusal
        staff = frozenset(_staff_ids(row))
        booker = policies.booker_of(case=opened.case, by=by, at=at)
        if booker is not None and booker.value not in row.reason.bookers:
            return rules.NOT_YOURS
        asked = Asked(
            reason=row.reason,
            employees=staff,
            place=Place(row.place),
            unit_id=opened.case.unit_id,
            for_staff=booker is None,
            moving=row.pk,
        )
        slot = slot_for(asked=asked, starts=starts, at=at)
        if isinstance(slot, Refusal):
            return slot
        before = row.starts
        try:
            with transaction.atomic():
                release(appointment=row)
                hold(
                    span=slot.span.with_buffer(row.reason.buffer), employees=staff, room=slot.room, appointment=row
                )
        except Taken:
            return rules.TAKEN
        row.starts, row.ends, row.room_id, row.reminded_at = slot.span.starts, slot.span.ends, slot.room, None
        _again(row, at)
        note(row, Change.MOVED, by=by, at=at)
        jobs.defer("booking.offer_freed", appointment_id=row.pk)
        opened.append(
            AppointmentMoved(
                appointment=row.pk,
                title=event_title(row.reason),
                before=before.isoformat(),
                starts=row.starts.isoformat(),
            )
        )
    return None


def cancel(*, appointment_id: int, why: str, version: int, by: Actor, at: datetime) -> Refusal | None:
    """Call an appointment off. Staff say why, and the citizen is told; the citizen need not."""
    with _changing(appointment_id, "appointment.cancel", by=by, at=at) as (opened, row):
        refusal = rules.may_change(state=State(row.state), starts=row.starts, at=at) or (
            CHANGED if row.version != version else None if why.strip() or by.is_citizen else WHY
        )
        if refusal is not None:
            return refusal
        call_off(opened, row, why=why)
    return None


def call_off(opened: casework.OpenCase, row: Appointment, *, why: str) -> None:
    """Call an appointment off within an act on its case."""
    row.state, row.offered_until, row.why_not = State.CANCELLED.value, None, why.strip()
    _again(row, opened.at)
    release(appointment=row)
    jobs.defer("booking.offer_freed", appointment_id=row.pk)
    note(row, Change.CANCELLED, by=opened.by, at=opened.at, why=why)
    opened.append(
        AppointmentCancelled(
            appointment=row.pk,
            title=event_title(row.reason),
            starts=row.starts.isoformat(),
            reason="" if row.reason.sensitive else why.strip(),
        )
    )


def tell(*, appointment_id: int, came: bool, by: Actor, at: datetime) -> Refusal | None:
    """Say that the citizen came, or did not. Only staff, and only once it has begun."""
    if by.is_citizen or policies.verb_of(by) is Verb.ORDER_CARRY_OUT:
        raise Hidden(f"appointment {appointment_id}")
    with _changing(appointment_id, "appointment.tell", by=by, at=at) as (opened, row):
        refusal = rules.may_tell(state=State(row.state), starts=row.starts, at=at)
        if refusal is not None:
            return refusal
        row.state = (State.HELD if came else State.MISSED).value
        row.version, row.changed_at = row.version + 1, at
        row.save()
        note(row, Change.HELD if came else Change.MISSED, by=by, at=at)
        opened.append(
            AppointmentHeld(
                appointment=row.pk, title=event_title(row.reason), starts=row.starts.isoformat(), came=came
            )
        )
    return None


def interpret(*, appointment_id: int, language: str, confirmed: bool, by: Actor, at: datetime) -> Refusal | None:
    """Ask for an interpreter, say that one is confirmed, or (no language) that none is needed."""
    if by.is_citizen or policies.verb_of(by) is Verb.ORDER_CARRY_OUT:
        raise Hidden(f"appointment {appointment_id}")
    with _changing(appointment_id, "appointment.interpret", by=by, at=at) as (_opened, row):
        refusal = rules.may_change(state=State(row.state), starts=row.starts, at=at)
        if refusal is not None:
            return refusal
        asked = Interpreting.CONFIRMED if confirmed else Interpreting.MISSING
        row.language = language.strip()[:40]
        row.interpreting = (asked if row.language else Interpreting.NONE).value
        row.version, row.changed_at = row.version + 1, at
        row.save()
        note(row, Change.INTERPRETER, by=by, at=at, why=row.language)
        audit.record(action="appointment.interpret", by=by, at=at, case_id=row.case_id)
    return None


@contextmanager
def _changing(
    appointment_id: int, action: str, *, by: Actor, at: datetime
) -> Iterator[tuple[casework.OpenCase, Appointment]]:
    """Open the case of an appointment; its lock is the appointment's, which is read once it is held. Raises Hidden."""
    case_id = policies.case_of(appointment_id=appointment_id, by=by, at=at)
    with casework.changing(case_id=case_id, verb=policies.verb_of(by), by=by, at=at, action=action) as opened:
        yield opened, Appointment.objects.select_related("reason", "room", "group").get(pk=appointment_id)


def why_never(*, asked: Asked, booker: Booker | None, owner: int | None) -> Refusal | None:
    """Why what is asked for cannot be booked whatever the time, or None. `booker` None: staff; `owner`: of the case."""
    if asked.reason.value.is_group:
        return IN_GROUP
    if asked.place.value not in asked.reason.places:
        return PLACE
    return rules.may_meet(reason=asked.reason.value, booker=booker, wanted=asked.employees, owner=owner)


def slot_for(*, asked: Asked, starts: datetime, at: datetime) -> Slot | Refusal:
    """The offered time that begins then; for staff also one outside the opening hours, if it is yet to come."""
    found = free.slot_at(asked=asked, starts=starts, at=at)
    if found is not None:
        return found
    if not asked.for_staff or starts <= at:
        return rules.TAKEN
    span = Span(starts, starts + timedelta(minutes=asked.reason.minutes))
    room = free.free_room(asked=asked, span=span)
    return NO_ROOM if room is None and free.needs_room(asked=asked) else Slot(span, room)


def note(row: Appointment, change: Change, *, by: Actor, at: datetime, why: str = "") -> None:
    """Write a line of an appointment's history."""
    AppointmentEntry.objects.create(
        appointment=row,
        change=change.value,
        starts=row.starts,
        why=why.strip(),
        at=at,
        by=by.subject,
        by_name=by.name,
    )


def event_title(reason: AppointmentReason) -> str:
    """What an event says of the reason: nothing when it is sensitive."""
    return "" if reason.sensitive else reason.title


def video_room(*, place: Place, at: datetime) -> str:
    """A fresh room at the municipality's video service; "" when the place is another."""
    if place is not Place.VIDEO:
        return ""
    return room_address(pattern=parameters.at("own.video_address", on=day_of(at)).text.da, room=uuid4().hex)


def _write(opened: casework.OpenCase, reason: AppointmentReason, new: NewAppointment, slot: Slot) -> Appointment:
    language = new.language.strip()[:40]
    return Appointment.objects.create(
        case=opened.case,
        reason=reason,
        starts=slot.span.starts,
        ends=slot.span.ends,
        place=new.place.value,
        room_id=slot.room,
        video=video_room(place=new.place, at=opened.at),
        interpreting=(Interpreting.MISSING if language else Interpreting.NONE).value,
        language=language,
        uid=uuid4(),
        booked_at=opened.at,
        changed_at=opened.at,
        booked_by=opened.by.subject,
    )


def _staff_ids(row: Appointment) -> list[int]:
    held = Hold.objects.filter(appointment=row, released=False, employee__isnull=False)
    return list(held.values_list("employee_id", flat=True))


def _again(row: Appointment, at: datetime) -> None:
    row.sequence += 1
    row.version += 1
    row.changed_at = at
    row.save()


def _no(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=f"booking.{code}", text=Text(da=da, en=en), article="")


CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="Aftalen er ændret, siden du åbnede den. Se den igen, før du ændrer noget.",
        en="The appointment has been changed since you opened it. Look at it again before you change anything.",
    ),
    article="",
)
WHY = _no(
    "why",
    "Skriv, hvorfor aftalen er aflyst. Borgeren får det at vide.",
    "Write why it is cancelled. The citizen is told.",
)
PLACE = _no(
    "place",
    "Den slags aftale kan ikke holdes der. Vælg et andet sted.",
    "That kind of appointment cannot be there. Choose another place.",
)
NO_ROOM = _no("no_room", "Der er ikke et ledigt lokale på det tidspunkt.", "There is no free room at that time.")
IN_GROUP = _no(
    "group",
    "Det er et hold. Vælg et af holdets tider, eller aflys pladsen og vælg et andet hold.",
    "This is a group. Choose one of its times, or cancel the place and choose another group.",
)
NO_INTERPRETER = _no(
    "no_interpreter",
    "Der kan ikke bestilles tolk til den slags aftale.",
    "No interpreter can be asked for with that kind of appointment.",
)
