"""The regularised incomplete beta function, by its continued fraction (Lentz)."""

from __future__ import annotations

from math import exp, lgamma, log
from typing import Final

_TINY: Final = 1e-300
_EXACT: Final = 1e-15
_MOST_STEPS: Final = 500


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The share of a beta distribution with the shapes `a` and `b` that lies below `x`."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
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
