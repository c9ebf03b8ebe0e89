"""When somebody can be met: hours, absences, holds and what the own calendar says, brought to `core.booking`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from borgerfokus.apps.booking.models import AppointmentReason, Room
from borgerfokus.apps.booking.queries import calendars
from borgerfokus.core.booking import slots
from borgerfokus.core.booking.slots import Diary, Hours, Rooms, Slot, Span, Wanted
from borgerfokus.core.booking.words import Place
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.foundation.parameters import service as parameters

_LOOKED_AHEAD = 500
"""No more free times than these are ever reckoned for one page."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Whom to meet about what, and where. `unit_id`: whose rooms are used at the office.

    `for_staff`: notice and horizon are for others than staff. `moving`: the appointment whose own hold is not in the
    way.
    """

    reason: AppointmentReason
    employees: frozenset[int]
    place: Place
    unit_id: int
    for_staff: bool = False
    moving: int | None = None


def window(*, asked: Asked, at: datetime) -> Span:
    """When it may begin."""
    if asked.for_staff:
        return slots.window(at=at, notice_hours=0, horizon_days=max(asked.reason.horizon_days, _STAFF_DAYS))
    return slots.window(at=at, notice_hours=asked.reason.notice_hours, horizon_days=asked.reason.horizon_days)


def times(*, asked: Asked, at: datetime, first: datetime | None = None, last: datetime | None = None) -> list[Slot]:
    """The free times in order, from `first` to before `last` where they are given. Four queries."""
    whole = window(asked=asked, at=at)
    starts, ends = max(whole.starts, first or whole.starts), min(whole.ends, last or whole.ends)
    if ends <= starts:
        return []
    near = Span(starts, ends)
    wanted = Wanted(minutes=asked.reason.minutes, buffer=asked.reason.buffer, window=near)
    calendar = calendar_for([day_of(starts).year, day_of(ends).year], parameters.parameters())
    found = slots.free(
        wanted=wanted,
        diaries=diaries(employee_ids=sorted(asked.employees), near=near, moving=asked.moving),
        rooms=_rooms(asked, near),
        holidays=calendar.holidays,
    )
    return list(islice(found, _LOOKED_AHEAD))


def slot_at(*, asked: Asked, starts: datetime, at: datetime) -> Slot | None:
    """The free time that begins then; None when it is none. What is asked for is asked of the database anew."""
    found = times(asked=asked, at=at, first=starts, last=starts + timedelta(minutes=1))
    return next((one for one in found if one.span.starts == starts), None)


def free_room(*, asked: Asked, span: Span) -> int | None:
    """A room that is free at a time that staff chose outside the offered ones; None where none is or is needed."""
    return _rooms(asked, span).free(span.with_buffer(asked.reason.buffer))


def needs_room(*, asked: Asked) -> bool:
    """Whether a room is needed: at the office, where the unit has rooms."""
    return asked.place is Place.OFFICE and Room.objects.filter(unit_id=asked.unit_id, closed_at__isnull=True).exists()


def diaries(*, employee_ids: Iterable[int], near: Span, moving: int | None = None) -> list[Diary]:
    """The diary of each employee around a span, in the order given. Two queries."""
    ids = list(employee_ids)
    hours: dict[int, list[Hours]] = {one: [] for one in ids}
    for employee, open_then in calendars.opening_hours(employee_ids=ids):
        hours[employee].append(open_then)
    taken: dict[int, list[Span]] = {one: [] for one in ids}
    for employee, span in taken_by(employee_ids=ids, near=near, moving=moving):
        taken[employee].append(span)
    return [Diary(tuple(hours[one]), tuple(taken[one])) for one in ids]


def taken_by(*, employee_ids: Iterable[int], near: Span, moving: int | None = None) -> Iterator[tuple[int, Span]]:
    """When the employees are held, away or busy elsewhere around a span. One query."""
    return calendars.taken(
        employee_ids=employee_ids, starts=near.starts - _BESIDE, ends=near.ends + _BESIDE, moving=moving
    )


def _rooms(asked: Asked, near: Span) -> Rooms:
    if asked.place is not Place.OFFICE:
        return Rooms()
    rooms = list(Room.objects.filter(unit_id=asked.unit_id, closed_at__isnull=True).order_by("seats", "name"))
    fitting = [one.pk for one in rooms if one.seats > asked.reason.group_size] or [one.pk for one in rooms]
    taken: dict[int, list[Span]] = {one: [] for one in fitting}
    first, last = near.starts - _BESIDE, near.ends + _BESIDE
    for room, span in calendars.rooms_taken(room_ids=fitting, starts=first, ends=last, moving=asked.moving):
        taken[room].append(span)
    return Rooms({one: tuple(spans) for one, spans in taken.items()}, needed=bool(rooms))


_BESIDE = timedelta(hours=16)
"""Longer than the longest appointment with the time after it."""
_STAFF_DAYS = 120
