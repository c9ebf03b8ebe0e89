"""Holding employees and a room for a time. PostgreSQL refuses a second hold at the same time; here it is noticed."""

from collections.abc import Iterable

from borgerfokus.apps.booking.models import Appointment, GroupTime, Hold
from borgerfokus.core.booking.slots import Span


class Taken(Exception):
    """Somebody or the room is held by another just then. Whatever was written with it is to be undone."""


def hold(
    *,
    span: Span,
    employees: Iterable[int],
    room: int | None,
    appointment: Appointment | None = None,
    group: GroupTime | None = None,
) -> None:
    """Hold them for an appointment or a group. Raises Taken; the caller's savepoint then undoes the rest.

    Conflicts are passed over and counted, because two inserts that fail on each other would wait for each other.
    """
    holder = {"appointment": appointment, "group": group}
    wanted = [Hold(employee_id=one, starts=span.starts, ends=span.ends, **holder) for one in sorted(employees)]
    if room is not None:
        wanted.append(Hold(room_id=room, starts=span.starts, ends=span.ends, **holder))
    Hold.objects.bulk_create(wanted, ignore_conflicts=True)
    if Hold.objects.filter(**holder, released=False).count() != len(wanted):
        raise Taken


def release(*, appointment: Appointment | None = None, group: GroupTime | None = None) -> None:
    """Let go of everybody and of the room; that they were held stays written."""
    Hold.objects.filter(appointment=appointment, group=group, released=False).update(released=True)
