"""Which points of a curve hold what they say, learnt from cases that came after those the curve is made of.

A curve of the past is too narrow where the cases change. So the points are not taken as 5 and 95 of 100, but where 5
and 95 of 100 of later cases fell on it (split conformal prediction: Vovk, Gammerman and Shafer 2005; Romano, Patterson
and Candès 2019).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

FEWEST = 40
"""Fewer later cases than this say too little: the points are then taken as they are."""


@dataclass(frozen=True, slots=True)
class Levels:
    """Points of a curve, each from 0 to 1."""

    low: float = 0.05
    quarter: float = 0.25
    middle: float = 0.5
    three_quarters: float = 0.75
    high: float = 0.95


def calibrated(places: Sequence[float]) -> Levels:
    """The levels at which later cases fell: `places` are, for each of them, where on its curve its wait ended."""
    if len(places) < FEWEST:
        return Levels()
    ordered = sorted(places)
    plain = Levels()
    return Levels(
        low=_at(ordered, plain.low, outward=-1),
        quarter=_at(ordered, plain.quarter, outward=-1),
        middle=_at(ordered, plain.middle, outward=0),
        three_quarters=_at(ordered, plain.three_quarters, outward=1),
        high=_at(ordered, plain.high, outward=1),
    )


def _at(ordered: Sequence[float], level: float, *, outward: int) -> float:
    """The value of rank level · (n + 1), rounded away from the middle, so that few cases never make it too narrow."""
    rank = level * (len(ordered) + 1)
    whole = ceil(rank) if outward > 0 else int(rank) if outward < 0 else round(rank)
    return ordered[min(max(whole, 1), len(ordered)) - 1]
