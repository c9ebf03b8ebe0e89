"""Seats in groups: a free one is taken, or offered to whoever has waited longest and held until it is answered."""

from datetime import datetime
from typing import Final
from uuid import uuid4

from django.db import IntegrityError, transaction

from borgerfokus.apps.booking.actions.booking import event_title, note
from borgerfokus.apps.booking.events import AppointmentOffered
from borgerfokus.apps.booking.models import Appointment, GroupTime, WaitingPlace
from borgerfokus.apps.booking.queries import appointments
from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.booking import rules
from borgerfokus.core.booking.words import Change, State
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.parameters import service as parameters

SEATED: Final = frozenset({State.BOOKED.value, State.OFFERED.value})
"""The states in which an appointment has its seat."""
_JOB: Final = "booking.offer"


def seated(opened: casework.OpenCase, group: GroupTime, *, until: datetime | None = None) -> Appointment | None:
    """The appointment on the first free seat; with `until` it is offered. Two who want one seat: one gets the next."""
    for seat in range(1, group.seats + 1):
        if seat in appointments.seats_taken(group_ids=[group.pk])[group.pk]:
            continue
        try:
            with transaction.atomic():
                return _place(opened, group, seat, until)
        except IntegrityError:
            continue
    return None


def offer_seats(*, group_id: int, at: datetime) -> int:
    """Offer the free seats of a group to those who wait, the longest first. Returns how many. Each by itself."""
    by, offered = system(_JOB), 0
    while _offer(group_id, by=by, at=at):
        offered += 1
    return offered


def _offer(group_id: int, *, by: Actor, at: datetime) -> bool:
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        group = appointments.group(group_id=group_id)
        hours = parameters.at("own.waiting_offer", on=day_of(at)).number
        until = rules.offered_until(
            starts=group.starts, at=at, hours=hours, notice_hours=group.reason.notice_hours
        )
        if group.cancelled_at is not None or until is None:
            return False
        first = _next_in_line(group)
        return first is not None and _write(group, first, until, by=by, at=at)


def _next_in_line(group: GroupTime) -> WaitingPlace | None:
    """Whoever has waited longest for this, and neither had a seat in this group nor has another offer."""
    rows = WaitingPlace.objects.filter(
        reason_key=group.reason.key, ended_at__isnull=True, case__closed_at__isnull=True
    )
    if group.reason.own_caseworker:
        rows = rows.filter(case__caseworker_id__in=[one.employee_id for one in group.holds.all()])
    had = Appointment.objects.filter(group=group)
    asked = Appointment.objects.filter(reason__key=group.reason.key, state=State.OFFERED.value)
    rows = rows.exclude(case__in=had.values("case")).exclude(case__in=asked.values("case"))
    return rows.order_by("since", "id").first()


def _write(group: GroupTime, first: WaitingPlace, until: datetime, *, by: Actor, at: datetime) -> bool:
    with casework.changing(
        case_id=first.case_id, verb=Verb.APPOINTMENT_BOOK, by=by, at=at, action=_JOB
    ) as opened:
        if not WaitingPlace.objects.filter(pk=first.pk, ended_at__isnull=True).exists():
            return False
        row = seated(opened, group, until=until)
        if row is None:
            return False
        note(row, Change.OFFERED, by=by, at=at)
        opened.append(
            AppointmentOffered(
                appointment=row.pk,
                title=event_title(group.reason),
                starts=row.starts.isoformat(),
                until=until.isoformat(),
            )
        )
    return True


def _place(opened: casework.OpenCase, group: GroupTime, seat: int, until: datetime | None) -> Appointment:
    return Appointment.objects.create(
        case=opened.case,
        reason=group.reason,
        group=group,
        seat=seat,
        starts=group.starts,
        ends=group.ends,
        place=group.place,
        room_id=group.room_id,
        video=group.video,
        state=(State.BOOKED if until is None else State.OFFERED).value,
        offered_until=until,
        uid=uuid4(),
        booked_at=opened.at,
        changed_at=opened.at,
        booked_by=opened.by.subject,
    )
