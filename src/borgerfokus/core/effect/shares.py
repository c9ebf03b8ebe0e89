"""A share with its uncertainty: Wilson's score interval, which holds for few people and near nothing or all."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`, on the scale of what is measured."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share as it may be shown: counts rounded for disclosure, and the interval reckoned from those."""

    part: int
    whole: int
    percent: int
    interval: Interval


def wilson(part: int, whole: int, *, confidence: float = 0.95) -> Interval:
    """The score interval of a share, from 0 to 1 (Wilson 1927, without continuity correction).

    Raises ValueError for a part outside its whole, or a whole of nobody.
    """
    if not 0 <= part <= whole or not whole:
        raise ValueError("a part lies within its whole, and the whole is somebody")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = part / whole
    middle = share + z * z / (2 * whole)
    reach = z * sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    scale = 1 + z * z / whole
    return Interval(max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale))


def proportion(part: int, whole: int, *, rule: Rule, lot: bytes, confidence: float = 0.95) -> Proportion | None:
    """A share as it may be shown (`disclosure.rate`), with its interval; None when the whole is too small.

    Nothing is reckoned from the true counts.
    """
    shown = disclosure.rate(part, whole, rule=rule, lot=lot)
    if shown is None:
        return None
    interval = wilson(shown.part, shown.whole, confidence=confidence)
    return Proportion(part=shown.part, whole=shown.whole, percent=shown.percent, interval=interval)
