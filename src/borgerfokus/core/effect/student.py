"""Student's t: the tail and its quantile, by the continued fraction of the incomplete beta function (Lentz)."""

from __future__ import annotations

from math import exp, lgamma, log, sqrt
from typing import Final

_TINY: Final = 1e-300
_EXACT: Final = 1e-15
_MOST_STEPS: Final = 500


def two_sided_tail(t: float, *, df: int) -> float:
    """The chance that |T| is at least |t| with `df` degrees of freedom. Raises ValueError for fewer than one."""
    if df < 1:
        raise ValueError("a t distribution has at least one degree of freedom")
    return _incomplete_beta(df / 2, 0.5, df / (df + t * t))


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


def _incomplete_beta(a: float, b: float, x: float) -> float:
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    return front * _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction, step by step until it stands still."""
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for part in (even, odd):
            d = 1 / _away_from_zero(1 + part * d)
            c = _away_from_zero(1 + part / c)
            step = c * d
            found *= step
        if abs(step - 1) < _EXACT:
            break
    return found


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def deviation(values: list[float]) -> float:
    """The standard deviation of a sample (n - 1). Raises ValueError for fewer than two values."""
    if len(values) < 2:
        raise ValueError("a standard deviation takes at least two values")
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
