"""Reads of calendars: hours, absences, and the feed that a secret address opens."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from borgerfokus.apps.booking.models import Absence, CalendarFeed, Hold, OpeningHours, OutsideBusy, OutsideCalendar
from borgerfokus.core.booking.slots import Hours, Span
from borgerfokus.core.calendars.writing import Entry
from borgerfokus.foundation.access.actor import Actor

_BACK, _AHEAD = timedelta(days=30), timedelta(days=365)


def hours_of(*, employee_id: int) -> list[Hours]:
    """When an employee can be met."""
    rows = OpeningHours.objects.filter(employee_id=employee_id).order_by("weekday", "begins")
    return [Hours(row.weekday, row.begins, row.ends) for row in rows]


def absences_of(*, employee_id: int, since: datetime, until: datetime | None = None) -> list[Absence]:
    """When an employee is away, from a moment on."""
    rows = Absence.objects.filter(employee_id=employee_id, ends__gt=since).order_by("starts", "id")
    return list(rows.filter(starts__lt=until) if until else rows)


def busy_of(*, employee_id: int, starts: datetime, ends: datetime) -> list[OutsideBusy]:
    """When an employee is busy elsewhere, by the own calendar."""
    rows = OutsideBusy.objects.filter(employee_id=employee_id, starts__lt=ends, ends__gt=starts)
    return list(rows.order_by("starts", "id"))


def holds_of(*, employee_id: int, starts: datetime, ends: datetime) -> list[Hold]:
    """What an employee is held for, in order: that it is so, not for whom or for what. One query."""
    rows = Hold.objects.filter(employee_id=employee_id, released=False, starts__lt=ends, ends__gt=starts)
    return list(rows.order_by("starts", "id"))


def bookable_staff(*, employee_ids: list[int]) -> set[int]:
    """Those among the employees who have opening hours. One query."""
    return {employee for employee, _hours in opening_hours(employee_ids=employee_ids)}


def opening_hours(*, employee_ids: Iterable[int]) -> Iterator[tuple[int, Hours]]:
    """When employees can be met, in the order of the week. Anybody may know. One query."""
    with connection.cursor() as cursor:
        cursor.execute("select * from bf_opening_hours(%s::bigint[])", [sorted(employee_ids)])
        rows = cursor.fetchall()
    return ((employee, Hours(weekday, begins, ends)) for employee, weekday, begins, ends in rows)


def taken(
    *, employee_ids: Iterable[int], starts: datetime, ends: datetime, moving: int | None = None
) -> Iterator[tuple[int, Span]]:
    """When employees are held, away or busy: that it is so, and not which of it. Anybody may know. One query."""
    wanted: list[Any] = [sorted(employee_ids), starts, ends, moving]
    with connection.cursor() as cursor:
        cursor.execute("select * from bf_taken(%s::bigint[], %s, %s, %s::bigint)", wanted)
        rows = cursor.fetchall()
    return ((employee, Span(first, last)) for employee, first, last in rows)


def rooms_taken(
    *, room_ids: Iterable[int], starts: datetime, ends: datetime, moving: int | None = None
) -> Iterator[tuple[int, Span]]:
    """When rooms are held. Anybody may know. One query."""
    wanted: list[Any] = [sorted(room_ids), starts, ends, moving]
    with connection.cursor() as cursor:
        cursor.execute("select * from bf_rooms_taken(%s::bigint[], %s, %s, %s::bigint)", wanted)
        rows = cursor.fetchall()
    return ((room, Span(first, last)) for room, first, last in rows)


def feed_made(*, by: Actor) -> datetime | None:
    """When the actor's feed was made; None when there is none."""
    rows = CalendarFeed.objects.filter(subject=by.subject, revoked_at__isnull=True)
    return rows.values_list("made_at", flat=True).first()


def outside_of(*, by: Actor) -> OutsideCalendar | None:
    """The actor's own calendar outside."""
    return OutsideCalendar.objects.filter(employee_id=by.id).first() if by.is_employee else None


def feed(*, token_hash: str, summary: str, at: datetime) -> tuple[Entry, ...] | None:
    """The appointments behind a secret address, all called `summary`; None when the address opens nothing.

    The database itself gives no more than times, state and number: neither reason, case nor person.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from bf_calendar_feed(%s, %s, %s)", [token_hash, at - _BACK, at + _AHEAD])
        rows = cursor.fetchall()
    if not rows:
        return None
    return tuple(
        Entry(
            uid=f"{uid}@borgerfokus",
            stamp=changed,
            starts=starts,
            ends=ends,
            summary=summary,
            sequence=sequence,
            cancelled=state == "cancelled",
        )
        for uid, starts, ends, sequence, state, changed in rows
        if uid is not None and state != "offered"
    )


def entry_uid(uid: UUID) -> str:
    """How an appointment is called in every calendar."""
    return f"{uid}@borgerfokus"
