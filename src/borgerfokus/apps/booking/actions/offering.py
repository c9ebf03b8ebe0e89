"""The waiting list: a time that becomes free is offered to whoever has waited longest, and held until it is answered.

An offer that is declined or not answered goes on to the next. A seat in a group goes the same way (`seats`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet

from borgerfokus.apps.booking import policies
from borgerfokus.apps.booking.actions.booking import event_title, note, video_room
from borgerfokus.apps.booking.actions.holding import Taken, hold, release
from borgerfokus.apps.booking.actions.seats import offer_seats
from borgerfokus.apps.booking.events import AppointmentBooked, AppointmentOffered, AppointmentPassedOn
from borgerfokus.apps.booking.models import Appointment, AppointmentReason, Hold, WaitingPlace
from borgerfokus.apps.booking.queries import free
from borgerfokus.apps.booking.queries.free import Asked
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.booking import rules
from borgerfokus.core.booking.slots import Slot
from borgerfokus.core.booking.words import Change, Place, State
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.parameters import service as parameters

_JOB = "booking.offer"


@dataclass(frozen=True)
class _Freed:
    """A time that became free: whose, and about what it was."""

    reason: AppointmentReason
    starts: datetime
    employees: frozenset[int]
    place: Place
    unit_id: int


def offer_freed(*, appointment_id: int, at: datetime) -> int:
    """Offer the times, or the seat, that an appointment no longer takes, each by itself. Returns how many it were."""
    by = system(_JOB)
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        group_id = Appointment.objects.filter(pk=appointment_id).values_list("group_id", flat=True).first()
        found = list(_freed(appointment_id, at)) if group_id is None else []
    if group_id is not None:
        return offer_seats(group_id=group_id, at=at)
    return sum(_offer(one, by=by, at=at) for one in found)


def lapse(*, at: datetime) -> int:
    """Let go of offers that were not answered in time, and pass them on. Returns how many. Each by itself."""
    by = system(_JOB)
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        over = Appointment.objects.filter(state=State.OFFERED.value, offered_until__lte=at).order_by("id")
        found = list(over.values_list("pk", "case_id"))
    for number, case_id in found:
        with acting_as(by, purpose=Purpose.OPERATION, at=at):
            _pass_on(number, case_id, declined=False, by=by, at=at)
    return len(found)


def accept(*, appointment_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Take an offered time: it is booked, and the waiting is over. Raises Hidden."""
    case_id = policies.case_of(appointment_id=appointment_id, by=by, at=at)
    with casework.changing(
        case_id=case_id, verb=Verb.APPOINTMENT_BOOK, by=by, at=at, action="appointment.accept"
    ) as opened:
        row = Appointment.objects.select_related("reason").get(pk=appointment_id)
        refusal = rules.may_answer(state=State(row.state), until=row.offered_until, at=at)
        if refusal is not None:
            return refusal
        row.state, row.offered_until = State.BOOKED.value, None
        row.sequence, row.version, row.changed_at = row.sequence + 1, row.version + 1, at
        row.save()
        _waiting_for(row.reason.key).filter(case_id=case_id).update(ended_at=at)
        note(row, Change.BOOKED, by=by, at=at)
        opened.append(
            AppointmentBooked(appointment=row.pk, title=event_title(row.reason), starts=row.starts.isoformat())
        )
    return None


def decline(*, appointment_id: int, by: Actor, at: datetime) -> Refusal | None:
    """Say no to an offered time and stay on the list; the time goes on to the next. Raises Hidden."""
    case_id = policies.case_of(appointment_id=appointment_id, by=by, at=at)
    return _pass_on(appointment_id, case_id, declined=True, by=by, at=at)


def _pass_on(number: int, case_id: int, *, declined: bool, by: Actor, at: datetime) -> Refusal | None:
    with casework.changing(
        case_id=case_id, verb=Verb.APPOINTMENT_BOOK, by=by, at=at, action="appointment.pass_on"
    ) as opened:
        row = Appointment.objects.select_related("reason").get(pk=number)
        if row.state != State.OFFERED.value:
            return rules.OFFER_OVER
        row.state, row.offered_until = State.CANCELLED.value, None
        row.sequence, row.version, row.changed_at = row.sequence + 1, row.version + 1, at
        row.save()
        release(appointment=row)
        note(row, Change.PASSED_ON, by=by, at=at)
        jobs.defer("booking.offer_freed", appointment_id=row.pk)
        opened.append(
            AppointmentPassedOn(
                appointment=row.pk,
                title=event_title(row.reason),
                starts=row.starts.isoformat(),
                declined=declined,
            )
        )
    return None


def _freed(appointment_id: int, at: datetime) -> Iterator[_Freed]:
    """The times to come that an appointment has let go of, from its released holds."""
    row = Appointment.objects.select_related("reason", "case").filter(pk=appointment_id, group__isnull=True).first()
    if row is None:
        return
    reason = AppointmentReason.objects.filter(key=row.reason.key, replaced_at__isnull=True, in_use=True).first()
    held = Hold.objects.filter(appointment=row, released=True, employee__isnull=False, starts__gt=at)
    by_start: dict[datetime, set[int]] = {}
    for starts, employee in held.values_list("starts", "employee_id"):
        by_start.setdefault(starts, set()).add(employee)
    for starts, employees in sorted(by_start.items()):
        if reason is not None:
            yield _Freed(reason, starts, frozenset(employees), Place(row.place), row.case.unit_id)


def _offer(freed: _Freed, *, by: Actor, at: datetime) -> bool:
    """Offer to the first who waits and can have it. Returns whether somebody was offered it."""
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        hours = parameters.at("own.waiting_offer", on=day_of(at)).number
        until = rules.offered_until(
            starts=freed.starts, at=at, hours=hours, notice_hours=freed.reason.notice_hours
        )
        first = None if until is None else _next_in_line(freed)
        if first is None or until is None:
            return False
        slot = _slot(freed, first, at)
        return slot is not None and _write(freed, first, slot, until, by=by, at=at)


def _next_in_line(freed: _Freed) -> WaitingPlace | None:
    """Whoever has waited longest for this, has the right caseworker, and was not offered this very time before."""
    rows = _waiting_for(freed.reason.key).filter(case__closed_at__isnull=True)
    if freed.reason.own_caseworker:
        rows = rows.filter(case__caseworker_id__in=freed.employees)
    else:
        rows = rows.filter(case__unit_id=freed.unit_id)
    had = Appointment.objects.filter(reason__key=freed.reason.key, starts=freed.starts)
    asked = Appointment.objects.filter(reason__key=freed.reason.key, state=State.OFFERED.value)
    rows = rows.exclude(case__in=had.values("case")).exclude(case__in=asked.values("case"))
    return rows.order_by("since", "id").first()


def _waiting_for(key: str) -> QuerySet[WaitingPlace]:
    return WaitingPlace.objects.filter(reason_key=key, ended_at__isnull=True).select_related("case")


def _slot(freed: _Freed, first: WaitingPlace, at: datetime) -> Slot | None:
    asked = Asked(
        reason=freed.reason, employees=freed.employees, place=freed.place, unit_id=first.case.unit_id
    )
    return free.slot_at(asked=asked, starts=freed.starts, at=at)


def _write(
    freed: _Freed, first: WaitingPlace, slot: Slot, until: datetime, *, by: Actor, at: datetime
) -> bool:
    with casework.changing(
        case_id=first.case_id, verb=Verb.APPOINTMENT_BOOK, by=by, at=at, action=_JOB
    ) as opened:
        try:
            with transaction.atomic():
                row = Appointment.objects.create(
                    case=opened.case,
                    reason=freed.reason,
                    starts=slot.span.starts,
                    ends=slot.span.ends,
                    place=freed.place.value,
                    room_id=slot.room,
                    video=video_room(place=freed.place, at=at),
                    state=State.OFFERED.value,
                    offered_until=until,
                    uid=uuid4(),
                    booked_at=at,
                    changed_at=at,
                    booked_by=by.subject,
                )
                taken = slot.span.with_buffer(freed.reason.buffer)
                hold(span=taken, employees=freed.employees, room=slot.room, appointment=row)
        except Taken:
            return False
        note(row, Change.OFFERED, by=by, at=at)
        opened.append(
            AppointmentOffered(
                appointment=row.pk,
                title=event_title(freed.reason),
                starts=row.starts.isoformat(),
                until=until.isoformat(),
            )
        )
    return True
