"""Student's t: the tail and its quantile, by the incomplete beta function."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist
from typing import Final

from borgerfokus.core.effect.beta import incomplete_beta

_CLOSE: Final = 1e-13
_MOST_STEPS: Final = 200


def two_sided_tail(t: float, *, df: int) -> float:
    """The chance that |T| is at least |t| with `df` degrees of freedom. Raises ValueError for fewer than one."""
    if df < 1:
        raise ValueError("a t distribution has at least one degree of freedom")
    return incomplete_beta(df / 2, 0.5, df / (df + t * t))


@lru_cache(maxsize=4096)
def quantile(confidence: float, *, df: int) -> float:
    """The t that |T| stays below with this chance (0.95 for a 95 % interval). Raises ValueError outside 0 to 1.

    By Newton's way from below: the tail bends the same way all along, so no step goes too far.
    """
    if not 0 < confidence < 1:
        raise ValueError("a confidence lies between 0 and 1")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    t = z * (1 + (z * z + 1) / (4 * df)) if z > 1 else 0.0
    for _ in range(_MOST_STEPS):
        step = (two_sided_tail(t, df=df) - (1 - confidence)) / (2 * _density(t, df))
        t += step
        if abs(step) < _CLOSE * max(1.0, t):
            break
    return t


def _density(t: float, df: int) -> float:
    constant = lgamma((df + 1) / 2) - lgamma(df / 2) - log(df * pi) / 2
    return exp(constant - (df + 1) / 2 * log1p(t * t / df))


def deviation(values: Sequence[float]) -> float:
    """The standard deviation of a sample (n - 1). Raises ValueError for fewer than two values."""
    if len(values) < 2:
        raise ValueError("a standard deviation takes at least two values")
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
