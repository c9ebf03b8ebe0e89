"""Who answers in which case on a day: delegations that run, read once, and who works where."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.messages.models import Delegation
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.core.messages.holding import Duty
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee


@dataclass(frozen=True)
class Held:
    """Who a thread lies with: an employee, or the unit when `employee` is None. `instead` is the one who is away."""

    employee: Employee | None
    unit: str
    instead: Employee | None


def away_on(day: date) -> dict[int, int]:
    """Who is away on a day, and who answers for each. One query."""
    return {row.employee_id: row.to_id for row in running(on=day)}


def duty(*, owners: Iterable[int], on: date, away: Mapping[int, int]) -> Duty:
    """What decides who answers for these caseworkers on a day. One query."""
    staff = {*owners, *away, *away.values()}
    works = organisation.places_of(employee_ids=staff, on=on, carrying=Verb.MESSAGE_SEND)
    return Duty(away=away, works_in=works)


def running(*, on: date) -> QuerySet[Delegation]:
    """The delegations that hold on a day; of several for one employee the one given last goes."""
    rows = Delegation.objects.filter(starts__lte=on, ends__gt=on, ended_at__isnull=True)
    return rows.select_related("employee", "to").order_by("given_at", "id")


def holders(*, cases: Iterable[Case], at: datetime) -> dict[int, Held]:
    """Who answers in each of the cases, by case. Three queries however many cases there are."""
    rows = list({case.pk: case for case in cases}.values())
    owners = {case.caseworker_id for case in rows if case.caseworker_id}
    today = duty(owners=owners, on=day_of(at), away=away_on(day_of(at)))
    chosen = {
        case.pk: today.holder(owner=case.caseworker_id, unit=case.unit_id, sealed=case.sealed) for case in rows
    }
    names = Employee.objects.in_bulk([*{one for one in chosen.values() if one} | owners])
    return {case.pk: _held(case, names.get(chosen[case.pk] or 0), names) for case in rows}


def _held(case: Case, employee: Employee | None, names: dict[int, Employee]) -> Held:
    owner = names.get(case.caseworker_id or 0)
    instead = owner if owner is not None and (employee is None or employee.pk != owner.pk) else None
    return Held(employee=employee, unit=case.unit.name, instead=instead)


def delegations_of(*, by: Actor, on: date) -> list[Delegation]:
    """The delegations that run or are to come and concern the actor, or somebody in a unit it leads, by first day."""
    led = organisation.staff_of(unit_ids=by.led, on=on) if by.led else []
    staff = {by.id, *(one.id for one in led)}
    rows = Delegation.objects.filter(ends__gt=on, ended_at__isnull=True).select_related("employee", "to")
    return [row for row in rows.order_by("starts", "id") if row.employee_id in staff or row.to_id == by.id]
