"""Student's t: the tail and its quantile, by the incomplete beta function."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from borgerfokus.core.effect.beta import incomplete_beta


def two_sided_tail(t: float, *, df: int) -> float:
    """The chance that |T| is at least |t| with `df` degrees of freedom. Raises ValueError for fewer than one."""
    if df < 1:
        raise ValueError("a t distribution has at least one degree of freedom")
    return incomplete_beta(df / 2, 0.5, df / (df + t * t))


def quantile(confidence: float, *, df: int) -> float:
    """The t that |T| stays below with this chance (0.95 for a 95 % interval). Raises ValueError outside 0 to 1."""
    if not 0 < confidence < 1:
        raise ValueError("a confidence lies between 0 and 1")
    low, high = 0.0, 1.0
    while two_sided_tail(high, df=df) > 1 - confidence:
        high *= 2
    while high - low > 1e-12 * max(1.0, high):
        middle = (low + high) / 2
        low, high = (middle, high) if two_sided_tail(middle, df=df) > 1 - confidence else (low, middle)
    return (low + high) / 2


def deviation(values: Sequence[float]) -> float:
    """The standard deviation of a sample (n - 1). Raises ValueError for fewer than two values."""
    if len(values) < 2:
        raise ValueError("a standard deviation takes at least two values")
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
