"""The curve of Kaplan and Meier (1958): how many still wait after so many days, with some not followed to the end."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Curve:
    """`days`: when somebody's wait ended, rising · `left`: the share that still waits from then on, from 1 to 0."""

    days: tuple[float, ...]
    left: tuple[float, ...]

    @classmethod
    def of(cls, waits: Iterable[tuple[float, bool]]) -> "Curve":
        """From waits in days, and whether each was seen to end; one that was not counts for as long as it was seen."""
        ordered = sorted(waits, key=lambda one: (one[0], not one[1]))
        days: list[float] = []
        left: list[float] = []
        at_risk, share, place = len(ordered), 1.0, 0
        while place < len(ordered):
            day, ended, together = ordered[place][0], 0, 0
            while place < len(ordered) and ordered[place][0] == day:
                ended += ordered[place][1]
                together += 1
                place += 1
            if ended:
                share *= 1 - ended / at_risk
                days.append(day)
                left.append(share)
            at_risk -= together
        return cls(tuple(days), tuple(left))

    def still_waits(self, day: float) -> float:
        """The share that still waits after so many days."""
        place = bisect_right(self.days, day)
        return self.left[place - 1] if place else 1.0

    def day_of(self, level: float) -> float | None:
        """The first day by which the share `level` no longer waits; None where so many were never seen to end."""
        for day, left in zip(self.days, self.left, strict=True):
            if left <= 1 - level + 1e-12:
                return day
        return None
