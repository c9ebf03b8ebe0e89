"""Funnel plots: how far a figure of so many cases may lie from the common one by chance (Spiegelhalter 2005).

Limits of 95 and 99.8 per cent by the number of cases. Where the figures differ more than chance alone can explain, the
limits are widened by what the others differ too (random effects, from standard scores with the outer tenths drawn in),
so that a funnel points at those who differ from the ordinary differences, and not at half of the country.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import NormalDist, median
from typing import Final

from borgerfokus.core.benchmark.ranks import Estimate

INNER: Final = NormalDist().inv_cdf(0.975)
OUTER: Final = NormalDist().inv_cdf(0.999)
FEWEST: Final = 5
"""With fewer to compare there is no funnel: the common figure would be that of one or two."""
_DRAWN_IN: Final = 0.1
_EDGE: Final = NormalDist().inv_cdf(1 - _DRAWN_IN)
_LEFT_OF_ONE: Final = 1 - 2 * _DRAWN_IN - 2 * _EDGE * NormalDist().pdf(_EDGE) + 2 * _DRAWN_IN * _EDGE**2
"""What drawing in the outer tenths leaves of the variance of standard scores that are chance alone."""


class Standing(StrEnum):
    """Where a figure stands in the funnel."""

    COMMON = "common"
    EDGE_ABOVE = "edge_above"
    EDGE_BELOW = "edge_below"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Funnel:
    """The common figure (`middle`), the spread of one case, and by how much figures differ beyond chance (`beyond`)."""

    middle: float
    spread: float
    beyond: float

    def limits(self, cases: float, *, reach: float) -> tuple[float, float]:
        """From where to where a figure of so many cases may lie."""
        width = reach * sqrt(self.spread**2 / cases + self.beyond**2)
        return self.middle - width, self.middle + width

    def standing(self, one: Estimate) -> Standing:
        """Where a figure stands: outside 99.8 per cent is more than chance, outside 95 per cent is worth a look."""
        score = self.score(one)
        if abs(score) > OUTER:
            return Standing.ABOVE if score > 0 else Standing.BELOW
        if abs(score) > INNER:
            return Standing.EDGE_ABOVE if score > 0 else Standing.EDGE_BELOW
        return Standing.COMMON

    def score(self, one: Estimate) -> float:
        """By how many of its own standard errors a figure lies from the middle."""
        return (one.value - self.middle) / sqrt(self.spread**2 / one.cases + self.beyond**2)


def funnel(estimates: Sequence[Estimate]) -> Funnel | None:
    """The funnel of these figures; None for too few of them."""
    if len(estimates) < FEWEST:
        return None
    middle = sum(one.value * one.cases for one in estimates) / sum(one.cases for one in estimates)
    spread = median(one.error * sqrt(one.cases) for one in estimates)
    beyond = _beyond(estimates, middle, spread)
    return Funnel(_middle(estimates, spread, beyond) if beyond else middle, spread, beyond)


def _middle(estimates: Sequence[Estimate], spread: float, beyond: float) -> float:
    """The common figure where figures truly differ: a large one then counts for little more than a small one."""
    weights = [1 / (spread**2 / one.cases + beyond**2) for one in estimates]
    return sum(weight * one.value for weight, one in zip(weights, estimates, strict=True)) / sum(weights)


def _beyond(estimates: Sequence[Estimate], middle: float, spread: float) -> float:
    """The deviation between true figures that chance does not explain; 0 where it explains them."""
    errors = [spread / sqrt(one.cases) for one in estimates]
    scores = _drawn_in([(one.value - middle) / error for one, error in zip(estimates, errors, strict=True)])
    number = len(scores)
    dispersion = sum(score * score for score in scores) / number / _LEFT_OF_ONE
    if dispersion <= 1 + OUTER * sqrt(2 / number):
        return 0.0
    weights = [1 / error**2 for error in errors]
    whole = sum(weights)
    share = whole - sum(weight * weight for weight in weights) / whole
    return sqrt(max(0.0, number * dispersion - (number - 1)) / share)


def _drawn_in(scores: Sequence[float]) -> list[float]:
    """The scores with the outermost tenth of each end set to the next: a few who differ are not the ordinary."""
    ordered = sorted(scores)
    cut = int(len(ordered) * _DRAWN_IN)
    low, high = ordered[cut], ordered[-1 - cut]
    return [min(high, max(low, score)) for score in scores]
