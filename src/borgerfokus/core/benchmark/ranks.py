"""Ranks with their intervals: where somebody stands, and where they might as well, so that noise places nobody.

Two are told apart only when the interval of their difference leaves out nothing. The intervals are widened so that they
hold for all pairs at once (Bonferroni): at 95 per cent the chance that anybody at all is given a wrong place by luck is
at most 5 per cent. The first place that somebody may have is then one below those who are surely better, and the last
one above those who are surely worse (Mogstad, Romano, Shaikh & Wilhelm 2024, in its simplest form).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot, sqrt
from statistics import NormalDist, median
from typing import Final

_FEW: Final = 30


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure of one team or municipality. `error`: its standard error, more than nothing · `cases`: behind it."""

    key: str
    value: float
    error: float
    cases: int

    def __post_init__(self) -> None:
        if self.error <= 0 or self.cases <= 0:
            raise ValueError("a figure to compare has a standard error and cases")


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place. `rank` by the figure alone, 1 is best; the true one is from `first` to `last`."""

    estimate: Estimate
    rank: int
    first: int
    last: int


def places(estimates: Sequence[Estimate], *, higher_is_better: bool, confidence: float = 0.95) -> tuple[Place, ...]:
    """Everybody's place, the best figure first. Equal figures share the rank."""
    sign = 1 if higher_is_better else -1
    ordered = sorted(estimates, key=lambda one: (-sign * one.value, one.key))
    reach = pairwise_reach(len(ordered), confidence=confidence)
    return tuple(_place(one, ordered, sign, reach) for one in ordered)


def pairwise_reach(number: int, *, confidence: float) -> float:
    """By how many standard errors two of so many must differ, for all pairs at once."""
    pairs = max(1, number * (number - 1) // 2)
    return NormalDist().inv_cdf(1 - (1 - confidence) / (2 * pairs))


def apart(one: Estimate, other: Estimate, *, reach: float) -> bool:
    """Whether two figures differ by more than chance allows."""
    return abs(one.value - other.value) > reach * hypot(one.error, other.error)


def steadied(estimates: Sequence[Estimate]) -> list[Estimate]:
    """The figures, those of few cases no surer than the spread of everybody makes them.

    Seven cases that happen to lie close say little of how far the eighth would lie from them.
    """
    if not estimates:
        return []
    spread = median(one.error * sqrt(one.cases) for one in estimates)
    return [
        replace(one, error=max(one.error, spread / sqrt(one.cases))) if one.cases < _FEW else one for one in estimates
    ]


def _place(one: Estimate, everybody: Sequence[Estimate], sign: int, reach: float) -> Place:
    better = sum(sign * other.value > sign * one.value for other in everybody)
    surely = [other for other in everybody if apart(one, other, reach=reach)]
    above = sum(sign * other.value > sign * one.value for other in surely)
    return Place(one, rank=better + 1, first=above + 1, last=len(everybody) - (len(surely) - above))
