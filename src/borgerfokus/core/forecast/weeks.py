"""The weeks ahead: how many cases are decided and how many come in, with a range that holds nine times of ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pvariance

from borgerfokus.core.forecast.survival import Curve

_Z = 1.6448536269514722
"""Nine of ten of a normal distribution lie within so many standard deviations."""


@dataclass(frozen=True, slots=True)
class Week:
    """The expected number of a week, and the range that holds nine times of ten. Whole cases."""

    expected: float
    low: int
    high: int


def decided_by_week(curves: Sequence[Curve], *, weeks: int) -> list[Week]:
    """How many of the open cases are decided in each week: each falls in it with the chance that its curve gives."""
    found = []
    for week in range(weeks):
        chances = [one.still_waits(7.0 * week) - one.still_waits(7.0 * (week + 1)) for one in curves]
        found.append(_week(sum(chances), sum(chance * (1 - chance) for chance in chances)))
    return found


def incoming_by_week(counts: Sequence[int], *, weeks: int) -> list[Week]:
    """How many come in: as in the weeks before, which spread at least as chance alone (Poisson) does.

    `counts`: of whole weeks, oldest first; at least eight of them. Raises ValueError with fewer.
    """
    if len(counts) < 8:
        raise ValueError(counts)
    expected = fmean(counts)
    variance = max(expected, pvariance(counts)) * (1 + 1 / len(counts))
    return [_week(expected, variance)] * weeks


def _week(expected: float, variance: float) -> Week:
    reach = _Z * sqrt(variance)
    return Week(expected, max(0, round(expected - reach)), round(expected + reach))
