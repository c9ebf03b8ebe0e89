"""How a goal has moved: from where it began, through each time it was looked at, towards where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from borgerfokus.core.interventions.words import GoalKind


class Movement(StrEnum):
    """Where a goal has gone since it began. A lower level is less difficulty."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NOT_MEASURED = "not_measured"


@dataclass(frozen=True, slots=True)
class Point:
    """The level on a day."""

    on: date
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way of a goal: its points from first to last, and where it leads (None: no level is expected)."""

    kind: GoalKind
    points: tuple[Point, ...]
    expected: int | None

    @property
    def movement(self) -> Movement:
        """From the first point to the last."""
        if len(self.points) < 2:
            return Movement.NOT_MEASURED
        change = self.points[-1].level - self.points[0].level
        if change == 0:
            return Movement.SAME
        return Movement.BETTER if change < 0 else Movement.WORSE

    @property
    def is_there(self) -> bool:
        """Whether the last point is where the goal leads, or better."""
        return bool(self.points) and self.expected is not None and self.points[-1].level <= self.expected


def way(
    *, kind: GoalKind, started: date, start: int | None, expected: int | None, seen: Sequence[tuple[date, int | None]]
) -> Way:
    """The way of a goal from its beginning and what was seen since, by day; within a day in the order given."""
    points = [Point(started, start)] if start is not None else []
    points += [Point(day, level) for day, level in sorted(seen, key=lambda one: one[0]) if level is not None]
    return Way(kind=kind, points=tuple(points), expected=expected)
