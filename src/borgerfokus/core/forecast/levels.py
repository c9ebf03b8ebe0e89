"""Which points of a curve hold what they say, learnt from cases that came after those the curve is made of.

A curve of the past is too narrow where the cases change. So the points are not taken as 5 and 95 of 100, but where 5
and 95 of 100 of later cases fell on it (split conformal prediction: Vovk, Gammerman and Shafer 2005; Romano, Patterson
and Candès 2019).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from borgerfokus.core.forecast.survival import Curve

FEWEST = 40
"""Fewer later cases than this say too little of a kind by itself."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Points of a curve, each from 0 to 1."""

    low: float = 0.05
    quarter: float = 0.25
    middle: float = 0.5
    three_quarters: float = 0.75
    high: float = 0.95


Place = tuple[float, bool]
"""Where on its curve a later case was when its wait ended, or when it was last seen, and whether it ended."""


def calibrated(places: Sequence[Place]) -> Levels | None:
    """The levels at which later cases fell; None where they are too few.

    A case that was not seen to end counts for as far as it was seen, as it does in the curves themselves: of late
    cases the short ones end first, and alone they would draw every level down.
    """
    if len(places) < FEWEST:
        return None
    reached, number = Curve.of(places), len(places)

    def at(level: float) -> float:
        found = reached.day_of(level)
        return 1.0 if found is None else found

    return _outward(number, at)


def plain(cases: int) -> Levels:
    """The levels of a curve of so many cases, where nothing tells how later ones fell on it."""
    return _outward(cases, lambda level: level)


def _outward(number: int, at: Callable[[float], float]) -> Levels:
    """Levels of rank level · (n + 1), rounded away from the middle, so that few cases never make it too narrow."""
    ends = Levels()
    return Levels(
        low=at(int(ends.low * (number + 1)) / number),
        quarter=at(int(ends.quarter * (number + 1)) / number),
        middle=at(ends.middle),
        three_quarters=at(min(1.0, ceil(ends.three_quarters * (number + 1)) / number)),
        high=at(min(1.0, ceil(ends.high * (number + 1)) / number)),
    )
