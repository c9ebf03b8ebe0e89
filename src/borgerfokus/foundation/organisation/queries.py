"""Reads of the organisation. Open to everybody who may see the organisation; nothing here is about citizens."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db import connection
from django.db.models import Count, Q, QuerySet

from borgerfokus.core.access import Role, Verb, verbs_of
from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.access.compiled import ID, ON, Compiled, Together, ids, word
from borgerfokus.foundation.organisation.models import Employee, Engagement, Responsibility, Unit

_LEADING = frozenset({Role.TEAM_LEADER, Role.DEPARTMENT_HEAD})


class NotEngaged(LookupError):
    """The employee is unknown, inactive or without a running engagement."""


@dataclass(frozen=True)
class Colleague:
    """An employee as others see them."""

    id: int
    name: str
    initials: str
    title: str
    phone: str
    unit_id: int | None
    unit: str


@dataclass(frozen=True)
class Around:
    """Units, and colleagues in one or several of them, both by name."""

    units: tuple[Unit, ...]
    staff: tuple[Colleague, ...]


def running(*, on: date) -> Q:
    """The condition that a dated row holds on a day."""
    return Q(starts__lte=on) & (Q(ends__isnull=True) | Q(ends__gt=on))


def actor_for(*, employee_id: int, on: date) -> Actor:
    """The employee as an actor: roles of today's engagements, own units, and below them what a leader leads.

    Raises NotEngaged when nothing runs today, so that a right that has ended is refused at the next request.
    """
    rows: list[Engagement] = _running_engagements().objects({ID: employee_id, ON: on})
    if not rows:
        raise NotEngaged(f"employee {employee_id}")
    roles = {Role(row.role) for row in rows}
    own = {row.unit_id for row in rows}
    verbs = verbs_of(roles=roles)
    led = {row.unit_id for row in rows if row.leads or Role(row.role) in _LEADING}
    below = frozenset(descendants(led, on=on)) if Verb.CASE_SEE in verbs else frozenset()
    units = own | below if Verb.CASE_SEE in verbs else frozenset()
    return Actor(
        kind=ActorKind.EMPLOYEE,
        id=employee_id,
        name=rows[0].employee.name,
        verbs=verbs,
        unit_id=rows[0].unit_id,
        units=frozenset(units),
        led=below,
        subjects=frozenset({f"employee:{employee_id}", *(f"unit:{unit}" for unit in own | set(units))}),
    )


@lru_cache(maxsize=1)
def _running_engagements() -> Compiled:
    rows = Engagement.objects.filter(running(on=ON), employee_id=ID, employee__active=True)
    return Compiled.of(rows.select_related("employee").order_by("-primary", "id"))


def descendants(unit_ids: Iterable[int], *, on: date) -> set[int]:
    """The units themselves and all below them that exist on the day."""
    above = list(unit_ids)
    if not above:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_DESCENDANTS, {"units": above, "day": on})
        return {row[0] for row in cursor.fetchall()}


def responsible_unit(*, case_type_key: str, on: date) -> Unit | None:
    """The unit that answers for a case type on a day; the one that carries it out under an agreement goes first."""
    found = _responsible_unit().objects({word("key"): case_type_key, ON: on})
    return found[0] if found else None


@lru_cache(maxsize=1)
def _responsible_unit() -> Compiled:
    answers = Responsibility.objects.filter(
        running(on=ON), case_type_key=word("key"), kind__in=("carries_out", "responsible")
    )
    first = answers.order_by("kind", "-id").values("unit_id")[:1]
    return Compiled.of(Unit.objects.filter(pk__in=first))


def colleagues(employee_ids: Iterable[int]) -> dict[int, Colleague]:
    """Employees by id, with the unit of their primary engagement."""
    ids = set(employee_ids)
    places = {
        row.employee_id: row.unit
        for row in Engagement.objects.filter(employee_id__in=ids).select_related("unit").order_by("primary", "starts")
    }
    return {row.id: _colleague(row, places.get(row.id)) for row in Employee.objects.filter(id__in=ids)}


def staff_of(*, unit_ids: Iterable[int], on: date, carrying: Verb | None = None) -> list[Colleague]:
    """Those engaged in the units on the day, by name; with `carrying`, those whose role there carries the verb."""
    rows = _engaged(unit_ids, on)
    if carrying is not None:
        rows = rows.filter(role__in=_roles_with(carrying))
    return _colleagues(rows)


def places_of(*, employee_ids: Iterable[int], on: date, carrying: Verb) -> dict[int, frozenset[int]]:
    """The units in which each of these employees has a role that carries the verb on the day. One query."""
    rows = Engagement.objects.filter(running(on=on), employee_id__in=set(employee_ids), employee__active=True)
    found: dict[int, set[int]] = {}
    for employee, unit in rows.filter(role__in=_roles_with(carrying)).values_list("employee_id", "unit_id"):
        found.setdefault(employee, set()).add(unit)
    return {employee: frozenset(units) for employee, units in found.items()}


def _roles_with(verb: Verb) -> list[Role]:
    return [role for role in Role if verb in verbs_of(roles=[role])]


def around(*, unit_id: int, on: date) -> Around:
    """The units that there are on a day, and those engaged in one of them. One query."""
    found = _around().read({ID: unit_id, ON: on})
    return Around(units=tuple(found["units"]), staff=tuple(_colleagues(found["staff"])))


def within(unit_ids: Collection[int], *, on: date) -> Around:
    """Those of the units that exist on a day, and those engaged in them. One query."""
    wanted = sorted(set(unit_ids))
    if not wanted:
        return Around(units=(), staff=())
    found = _within(len(wanted)).read({ON: on, **dict(zip(ids(len(wanted)), wanted, strict=True))})
    return Around(units=tuple(found["units"]), staff=tuple(_colleagues(found["staff"])))


@lru_cache(maxsize=64)
def _within(number: int) -> Together:
    wanted = ids(number)
    return Together.of(units=units(on=ON).filter(pk__in=wanted), staff=_engaged(wanted, ON))


@lru_cache(maxsize=1)
def _around() -> Together:
    return Together.of(units=units(on=ON), staff=_engaged([ID], ON))


def _engaged(unit_ids: Iterable[int], on: date) -> QuerySet[Engagement]:
    rows = Engagement.objects.filter(running(on=on), unit_id__in=set(unit_ids), employee__active=True)
    return rows.select_related("employee", "unit").order_by("employee__name", "id")


def _colleagues(rows: Iterable[Engagement]) -> list[Colleague]:
    """Each employee once, with the unit of the last of its engagements."""
    seen = {row.employee_id: _colleague(row.employee, row.unit) for row in rows}
    return list(seen.values())


def responsible_units(*, on: date) -> dict[str, int]:
    """The unit that answers for each case type on the day, as `responsible_unit` says it for one. One query."""
    rows = Responsibility.objects.filter(running(on=on), kind__in=("carries_out", "responsible"))
    found: dict[str, int] = {}
    for key, unit in rows.order_by("kind", "-id").values_list("case_type_key", "unit_id"):
        found.setdefault(key, unit)
    return found


def units(*, on: date) -> QuerySet[Unit]:
    """All units that exist on the day, by name."""
    return Unit.objects.filter(running(on=on)).order_by("name")


def leaders_of(*, unit_id: int, on: date) -> list[int]:
    """The employees who lead a unit on the day, or the nearest unit above that has a leader. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_LEADERS_ABOVE, {"unit": unit_id, "day": on})
        return [row[0] for row in cursor.fetchall()]


def leaders_by_unit(*, on: date) -> dict[int, list[Colleague]]:
    """Who leads each unit on the day, by name. One query."""
    rows = Engagement.objects.filter(running(on=on), leads=True, employee__active=True)
    found: dict[int, list[Colleague]] = {}
    for row in rows.select_related("employee", "unit").order_by("employee__name", "id"):
        found.setdefault(row.unit_id, []).append(_colleague(row.employee, row.unit))
    return found


def head_counts(*, on: date) -> dict[int, int]:
    """How many people are engaged in each unit on the day, leaders too. One query."""
    rows = Engagement.objects.filter(running(on=on), employee__active=True).values("unit_id")
    return {row["unit_id"]: row["number"] for row in rows.annotate(number=Count("employee_id", distinct=True))}


def responsibilities(*, on: date) -> list[tuple[int, str, str]]:
    """Unit, case type and section of an act for everything that a unit answers for or carries out on the day."""
    rows = Responsibility.objects.filter(running(on=on)).exclude(kind="insight").order_by("case_type_key", "id")
    return list(rows.values_list("unit_id", "case_type_key", "paragraph"))


def _colleague(employee: Employee, unit: Unit | None) -> Colleague:
    return Colleague(
        id=employee.id,
        name=employee.name,
        initials=employee.initials,
        title=employee.title,
        phone=employee.phone,
        unit_id=unit.id if unit else None,
        unit=unit.name if unit else "",
    )


_LEADERS_ABOVE = """
with recursive above (id, parent_id, far) as (
  select id, parent_id, 0 from organisation_unit where id = %(unit)s
  union all
  select u.id, u.parent_id, far + 1 from organisation_unit u join above on u.id = above.parent_id
) cycle id set again using path,
leads as (
  select e.employee_id, e.id, above.far from above join organisation_engagement e on e.unit_id = above.id
  where e.leads and e.starts <= %(day)s and (e.ends is null or e.ends > %(day)s)
)
select employee_id from leads where far = (select min(far) from leads) order by id
"""
_DESCENDANTS = """
with recursive below as (
  select unnest(%(units)s::bigint[]) as id
  union
  select u.id from organisation_unit u join below on u.parent_id = below.id
  where u.starts <= %(day)s and (u.ends is null or u.ends > %(day)s)
)
select id from below
"""
