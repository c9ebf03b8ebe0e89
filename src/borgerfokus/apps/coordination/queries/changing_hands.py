"""Figures of cases that changed hands, and of those whose caseworker has left. From the event log."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Event, Handover
from borgerfokus.core.coordination.contact import Around, is_contact
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation.models import Engagement
from borgerfokus.foundation.organisation.queries import running

_TAKEN = "case.taken"


@dataclass(frozen=True)
class Hands:
    """How many cases a unit has open, about how many citizens, and how many caseworkers each has had in the mean."""

    unit: int
    cases: int
    by_case: float
    by_citizen: float


def handed_over(*, by: Actor, at: datetime, units: Collection[int], since: date) -> list[Around]:
    """Every handover that these units accepted since a day, with the contacts around it. Two queries."""
    rows = Handover.objects.filter(
        case__in=casework.visible_to(by, at=at), to_unit_id__in=units, answer="accepted", answered_at__date__gte=since
    )
    found = [(row.case_id, row.to_unit_id, row.answered_at) for row in rows.order_by("id")]
    contacts, hands = _of_cases({case_id for case_id, _, _ in found})
    return [
        Around(unit, day_of(when), tuple(contacts.get(case_id, ())), len(hands.get(case_id, ())))
        for case_id, unit, when in found
        if when is not None
    ]


def hands_of(*, by: Actor, at: datetime, units: Collection[int]) -> list[Hands]:
    """Caseworkers for each case and each citizen, in the open cases of each unit. Two queries."""
    rows = casework.visible_to(by, at=at).filter(unit_id__in=units, closed_at__isnull=True)
    cases = list(rows.values_list("id", "unit_id", "citizen_id"))
    hands = _hands({case_id for case_id, _, _ in cases})
    found = []
    for unit in sorted({unit for _, unit, _ in cases}):
        mine = [(case_id, citizen) for case_id, here, citizen in cases if here == unit]
        by_citizen: dict[int, set[int]] = {}
        for case_id, citizen in mine:
            by_citizen.setdefault(citizen, set()).update(hands.get(case_id, set()))
        whole = sum(len(hands.get(case_id, ())) for case_id, _ in mine)
        people = sum(len(one) for one in by_citizen.values())
        found.append(Hands(unit, len(mine), round(whole / len(mine), 1), round(people / len(by_citizen), 1)))
    return found


def left_behind(*, by: Actor, at: datetime, units: Collection[int]) -> list[Case]:
    """Open cases whose caseworker works here no longer, the nearest date first."""
    still = Engagement.objects.filter(
        running(on=day_of(at)), employee_id=OuterRef("caseworker_id"), employee__active=True
    )
    rows = casework.visible_to(by, at=at).filter(unit_id__in=units, closed_at__isnull=True, caseworker__isnull=False)
    rows = rows.filter(~Exists(still)).select_related("type_version", "unit", "caseworker")
    return list(rows.order_by("next_due", "id"))


def _of_cases(case_ids: Collection[int]) -> tuple[dict[int, list[date]], dict[int, set[int]]]:
    contacts: dict[int, list[date]] = {}
    hands: dict[int, set[int]] = {}
    rows = Event.objects.filter(case_id__in=case_ids).select_related("said").order_by("case_id", "seq")
    for event in rows if case_ids else ():
        payload = event.said.payload if hasattr(event, "said") else {}
        if is_contact(event.kind, payload):
            contacts.setdefault(event.case_id, []).append(day_of(event.at))
        elif event.kind == _TAKEN and "employee" in payload:
            hands.setdefault(event.case_id, set()).add(payload["employee"])
    return contacts, hands


def _hands(case_ids: Collection[int]) -> dict[int, set[int]]:
    rows = Event.objects.filter(case_id__in=case_ids, kind=_TAKEN, said__isnull=False)
    found: dict[int, set[int]] = {}
    for case_id, employee in rows.values_list("case_id", "said__payload__employee") if case_ids else ():
        found.setdefault(case_id, set()).add(employee)
    return found
