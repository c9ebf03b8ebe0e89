"""Where employees worked at a time, and who leads them: read once for a whole round."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from borgerfokus.core.access import Role, Verb, verbs_of
from borgerfokus.foundation.organisation.models import Engagement, Unit
from borgerfokus.foundation.organisation.queries import running

_REVIEWING = tuple(role for role in Role if {Verb.LOOKUPS_REVIEW, Verb.TEAM_SEE} <= verbs_of(roles=[role]))
"""The roles of leaders who review look-ups."""


@dataclass(frozen=True)
class Place:
    """An engagement as it was."""

    unit: int
    leads: bool
    starts: date
    ends: date | None

    def holds(self, on: date) -> bool:
        """Whether it ran on a day."""
        return self.starts <= on and (self.ends is None or self.ends > on)


class Staffing:
    """The units, who worked where, and who leads. Two queries."""

    def __init__(self, *, on: date) -> None:
        self._parent: dict[int, int | None] = dict(Unit.objects.values_list("pk", "parent_id"))
        self._below: dict[int | None, list[int]] = defaultdict(list)
        for unit, parent in self._parent.items():
            self._below[parent].append(unit)
        self._places: dict[int, list[Place]] = defaultdict(list)
        self._leaders: dict[int, list[int]] = defaultdict(list)
        rows = Engagement.objects.order_by("employee_id", "id").values_list(
            "employee_id", "unit_id", "leads", "role", "starts", "ends", "employee__active"
        )
        for employee, unit, leads, role, starts, ends, active in rows:
            place = Place(unit, leads or role in _REVIEWING, starts, ends)
            self._places[employee].append(place)
            if leads and role in _REVIEWING and active and place.holds(on):
                self._leaders[unit].append(employee)

    def units_of(self, employee: int, *, on: date) -> frozenset[int]:
        """The units whose work was the employee's on a day: the own ones, and those below for a leader."""
        found: set[int] = set()
        for place in self._places.get(employee, ()):
            if place.holds(on):
                found |= set(self._with_below(place.unit)) if place.leads else {place.unit}
        return frozenset(found)

    def leader_of(self, unit: int | None, *, but: int) -> int | None:
        """Who leads a unit, or the nearest unit above that is led by somebody else than `but`."""
        seen: set[int] = set()
        while unit is not None and unit not in seen:
            seen.add(unit)
            others = [one for one in self._leaders.get(unit, ()) if one != but]
            if others:
                return others[0]
            unit = self._parent.get(unit)
        return None

    def _with_below(self, unit: int) -> Iterable[int]:
        yield unit
        for below in self._below.get(unit, ()):
            yield from self._with_below(below)


def politicians(*, on: date) -> set[int]:
    """The employees who sit in the council: known to everybody."""
    rows = Engagement.objects.filter(running(on=on), role=Role.POLITICIAN)
    return set(rows.values_list("employee_id", flat=True))
