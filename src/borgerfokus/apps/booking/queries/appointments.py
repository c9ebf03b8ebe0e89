"""Reads of appointments. `visible_to` is the only way to a row; PostgreSQL holds the same line behind it."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from borgerfokus.apps.booking.models import Appointment, AppointmentEntry, GroupTime, Hold, WaitingPlace
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.organisation.models import Engagement


def visible_to(actor: Actor, *, at: datetime) -> QuerySet[Appointment]:
    """The appointments in the cases that the actor may see, and those at which it is itself expected."""
    rows = Appointment.objects.select_related("reason", "room", "group")
    if actor.everything:
        return rows
    seen = Q(case__in=casework.visible_to(actor, at=at))
    if actor.is_employee:
        seen |= Q(pk__in=_held_by(actor.id).values("appointment_id"))
    return rows.filter(seen)


def of_partner(*, by: Actor, at: datetime) -> QuerySet[Appointment]:
    """What the actor's own side has booked in the cases whose help it gives, while those orders last."""
    orders = list(interventions.orders_to(by, at=at).values_list("case_id", "unit_id"))
    people = Engagement.objects.filter(unit_id__in={unit for _case, unit in orders}).distinct()
    booked_by = [f"employee:{one}" for one in people.values_list("employee_id", flat=True)]
    rows = Appointment.objects.filter(case_id__in={case for case, _unit in orders}, booked_by__in=booked_by)
    return _with_staff(rows.select_related("reason", "room", "group", "case")).order_by("-starts", "-id")


def appointment(*, appointment_id: int, by: Actor, at: datetime) -> Appointment:
    """An appointment with its staff. Raises Hidden."""
    found = _with_staff(visible_to(by, at=at).filter(pk=appointment_id)).first()
    if found is None:
        raise Hidden(f"appointment {appointment_id}")
    return found


def of_case(*, case_id: int, by: Actor, at: datetime) -> list[Appointment]:
    """The appointments in a case, the newest first. Two queries."""
    return list(_with_staff(visible_to(by, at=at).filter(case_id=case_id)).order_by("-starts", "-id"))


def of_citizen(*, by: Actor, at: datetime) -> list[Appointment]:
    """The appointments of a citizen and of those it acts for, the newest first. Two queries."""
    rows = visible_to(by, at=at).select_related("reason", "room", "group", "case__type_version", "case__unit")
    return list(_with_staff(rows).order_by("-starts", "-id"))


def of_employee(
    *, employee_id: int, starts: datetime, ends: datetime, by: Actor, at: datetime
) -> list[Appointment]:
    """An employee's own appointments between two moments that the actor may see, in order. Two queries.

    The case is not fetched along: whoever is only expected at an appointment does not see it.
    """
    held = _held_by(employee_id).filter(starts__lt=ends, ends__gt=starts).values("appointment_id")
    rows = visible_to(by, at=at)
    return list(_with_staff(rows.filter(pk__in=held, starts__lt=ends, ends__gt=starts)).order_by("starts", "id"))


def entries_of(*, appointment_id: int) -> list[AppointmentEntry]:
    """The history of an appointment that the actor may see, the newest first."""
    return list(AppointmentEntry.objects.filter(appointment_id=appointment_id).order_by("-at", "-id"))


def staff_of(row: Appointment) -> list[Hold]:
    """The holds of employees behind an appointment, its group's where it is in one; one for each employee.

    An appointment that was moved has let go of earlier holds, and one that is off of all: then its last are told.
    """
    holder = row.group if row.group is not None else row
    last = {one.employee_id: one for one in sorted(holder.holds.all(), key=_newest) if one.employee_id is not None}
    return sorted(last.values(), key=lambda one: one.pk)


def _newest(hold: Hold) -> tuple[bool, int]:
    return not hold.released, hold.pk


def groups(*, starts: datetime, ends: datetime, employee_id: int | None = None) -> list[GroupTime]:
    """The groups between two moments, in order, with their staff. Two queries."""
    rows = GroupTime.objects.filter(starts__lt=ends, ends__gt=starts).select_related("reason", "room")
    if employee_id is not None:
        rows = rows.filter(pk__in=_held_by(employee_id).values("group_id"))
    return list(rows.prefetch_related(_HOLDS).order_by("starts", "id"))


def group(*, group_id: int) -> GroupTime:
    """A group. Raises Hidden."""
    found = GroupTime.objects.filter(pk=group_id).select_related("reason", "room").prefetch_related(_HOLDS).first()
    if found is None:
        raise Hidden(f"group {group_id}")
    return found


def in_group(*, group_id: int, by: Actor, at: datetime) -> list[Appointment]:
    """Who comes to a group, as far as the actor sees the cases."""
    rows = visible_to(by, at=at).filter(group_id=group_id).select_related("reason", "room", "group", "case")
    return list(rows.order_by("seat", "id"))


def seats_taken(*, group_ids: Iterable[int]) -> dict[int, set[int]]:
    """Which seats are taken in each group. Who sits there is not told, so everybody may know. One query."""
    found: dict[int, set[int]] = {one: set() for one in group_ids}
    with connection.cursor() as cursor:
        cursor.execute("select group_id, seat from bf_group_seats(%s::bigint[])", [sorted(found)])
        for group_id, seat in cursor.fetchall():
            found[group_id].add(seat)
    return found


def waiting_in(*, case_id: int) -> list[WaitingPlace]:
    """What a case that the actor may see waits for, the oldest first."""
    return list(WaitingPlace.objects.filter(case_id=case_id, ended_at__isnull=True).order_by("since", "id"))


def waiting_for(*, by: Actor, at: datetime) -> list[WaitingPlace]:
    """Everybody who waits in the cases that the actor sees, the longest first. One query."""
    rows = WaitingPlace.objects.filter(ended_at__isnull=True, case__in=casework.visible_to(by, at=at))
    if by.is_employee:
        rows = rows.filter(Q(case__caseworker_id=by.id) | Q(case__unit_id__in=by.units))
    return list(rows.select_related("case").order_by("since", "id"))


def _held_by(employee_id: int) -> QuerySet[Hold]:
    return Hold.objects.filter(employee_id=employee_id, released=False)


_EMPLOYEES_HELD = Hold.objects.filter(employee__isnull=False).select_related("employee")
_HOLDS = Prefetch("holds", queryset=_EMPLOYEES_HELD)


def _with_staff(rows: QuerySet[Appointment]) -> QuerySet[Appointment]:
    return rows.prefetch_related(_HOLDS, Prefetch("group__holds", queryset=_EMPLOYEES_HELD))
