"""Who a thread of messages lies with: the case's caseworker, the colleague who answers in the meantime, else the unit.

A thread never lies with nobody: wherever no single person can answer, it lies with the whole unit.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Duty:
    """Who is away and who answers for whom on a day, and in which units each of them works on that day."""

    away: Mapping[int, int]
    works_in: Mapping[int, Set[int]]

    def holder(self, *, owner: int | None, unit: int, sealed: bool) -> int | None:
        """The employee who answers in a case, None for the unit.

        A sealed case stays with its caseworker: a delegation opens no seal. A delegate who is away too passes the
        thread on; a circle, or somebody who does not work in the unit of the case, leaves it to the unit.
        """
        if owner is None or not self.works_in.get(owner):
            return None
        if sealed or owner not in self.away:
            return owner
        at, met = owner, {owner}
        while at in self.away:
            at = self.away[at]
            if at in met:
                return None
            met.add(at)
        return at if unit in self.works_in.get(at, frozenset()) else None

    def held_for(self, employee: int) -> frozenset[int]:
        """The caseworkers whose threads may lie with this employee: the ways that lead here, itself left out."""
        return frozenset(
            owner
            for owner in self.away
            if owner != employee and self.works_in.get(owner) and employee in self._way(owner)[-1:]
        )

    def _way(self, owner: int) -> list[int]:
        way = [owner]
        while way[-1] in self.away:
            further = self.away[way[-1]]
            if further in way:
                return []
            way.append(further)
        return way
