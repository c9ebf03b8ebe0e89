"""What a sample says of all cases: shares with their uncertainty.

The interval is Wilson's, with two corrections of how much the sample tells. Cases that stand for different numbers of
others tell less: Kish's effective size, the square of the sum of the weights over the sum of their squares. Cases out
of few tell more: the finite population correction, (N - 1) / (N - n), and nothing is uncertain when all are reviewed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import inf, sqrt
from statistics import NormalDist

from borgerfokus.core.effect import Interval
from borgerfokus.core.texts import Text

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement: met or not, and how many cases it stands for."""

    met: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """The share of all cases that is met: `met` of `judged` in the sample, `share` weighted, with its interval."""

    met: int
    judged: int
    share: float
    interval: Interval


def wilson_share(share: float, size: float, *, confidence: float = 0.95) -> Interval:
    """Wilson's interval of a share from 0 to 1 in a sample of an effective `size`, which need not be whole.

    An endless size leaves no uncertainty. Raises ValueError outside 0 to 1 and for a sample of nobody.
    """
    if not 0 <= share <= 1 or size <= 0:
        raise ValueError("a share lies between 0 and 1, of a sample of somebody")
    if size == inf:
        return Interval(share, share)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    middle = share + z * z / (2 * size)
    reach = z * sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    scale = 1 + z * z / size
    low = max(0.0, (middle - reach) / scale) if share > 0 else 0.0
    high = min(1.0, (middle + reach) / scale) if share < 1 else 1.0
    return Interval(low, high)


def effective_size(weights: Sequence[float], *, population: float) -> float:
    """How many cases drawn alike from an endless number would tell as much. Endless when all were drawn.

    `population` is how many the weights stand for. Raises ValueError for no weights.
    """
    if not weights:
        raise ValueError("a sample of nobody tells nothing")
    number = len(weights)
    alike = sum(weights) ** 2 / sum(weight * weight for weight in weights)
    if number >= population:
        return inf
    return alike * (population - 1) / (population - number)


def estimate(judged: Collection[Judged], *, confidence: float = 0.95) -> Estimate | None:
    """The weighted share of the cases to which the question applies; None when it applied to none."""
    if not judged:
        return None
    weights = [one.weight for one in judged]
    whole = sum(weights)
    share = min(1.0, sum(one.weight for one in judged if one.met) / whole)
    size = effective_size(weights, population=max(round(whole, 6), len(weights)))
    return Estimate(
        met=sum(one.met for one in judged),
        judged=len(weights),
        share=share,
        interval=wilson_share(share, size, confidence=confidence),
    )


def precision(size: int, *, population: int, confidence: float = 0.95) -> float:
    """The half width of the interval where it is widest: half of the cases are met. From 0 to 0.5.

    Raises ValueError for a sample of nobody.
    """
    if size < 1 or population < 1:
        raise ValueError("a sample of nobody tells nothing")
    whole = effective_size([1.0] * min(size, population), population=population)
    found = wilson_share(_HALF, whole, confidence=confidence)
    return (found.high - found.low) / 2


def precision_in_words(size: int, *, population: int) -> Text:
    """What a sample of this size will be able to tell, before it is drawn."""
    if size >= population:
        return _ALL.filled(number=population)
    points = max(1, round(100 * precision(size, population=population)))
    return _SOME.filled(size=size, population=population, points=points, low=50 - points, high=50 + points)


def agreement(pairs: Collection[tuple[bool, bool]]) -> tuple[int, int, float | None]:
    """How often two judges agree: so many, of so many, and Cohen's kappa (None where chance alone would agree)."""
    whole = len(pairs)
    alike = sum(first == second for first, second in pairs)
    if not whole:
        return 0, 0, None
    first = sum(one for one, _ in pairs) / whole
    second = sum(one for _, one in pairs) / whole
    by_chance = first * second + (1 - first) * (1 - second)
    kappa = (alike / whole - by_chance) / (1 - by_chance) if by_chance < 1 else None
    return alike, whole, kappa


_ALL = Text(
    da="Alle {number} sager bliver gennemgået. Så er der ingen statistisk usikkerhed.",
    en="All {number} cases are reviewed. Then there is no statistical uncertainty.",
)
_SOME = Text(
    da="Med {size} af {population} sager kender I en andel på højst ±{points} procentpoint nær. Finder I, at det er i "
    "orden i 50 procent, ligger det sande tal med stor sikkerhed mellem {low} og {high} procent.",
    en="With {size} of {population} cases you know a share to within ±{points} percentage points at most. If you find "
    "that 50 per cent are in order, the true figure very likely lies between {low} and {high} per cent.",
)
