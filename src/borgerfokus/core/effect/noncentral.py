"""Student's t round another middle than nothing: what the interval of an effect size is read from.

The distribution by the series of Guenther (1978) as algorithm AS 243 sums it (Lenth, Applied Statistics 38, 1989).
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, lgamma, log, sqrt
from statistics import NormalDist
from typing import Final

from borgerfokus.core.effect.beta import incomplete_beta

_CLOSE: Final = 1e-9
_MOST_STEPS: Final = 200
_FAR: Final = 12.0


def below(t: float, *, df: int, shift: float) -> float:
    """The chance that a t with `df` degrees of freedom, shifted by `shift`, is at most `t`.

    Raises ValueError for fewer than one degree of freedom.
    """
    if df < 1:
        raise ValueError("a t distribution has at least one degree of freedom")
    if t < 0:
        return 1 - below(-t, df=df, shift=-shift)
    left = NormalDist().cdf(-shift)
    return min(1.0, max(0.0, left + (_series(t, df, shift) if t else 0.0)))


def shifts(t: float, *, df: int, confidence: float) -> tuple[float, float]:
    """The lowest and the highest shift with which a `t` like this is not surprising, at the given confidence."""
    tail = (1 - confidence) / 2
    spread = NormalDist().inv_cdf(1 - tail) * sqrt(1 + t * t / (2 * df))
    low = _root(lambda shift: below(t, df=df, shift=shift) - (1 - tail), near=t - spread)
    high = _root(lambda shift: below(t, df=df, shift=shift) - tail, near=t + spread)
    return low, high


def _series(t: float, df: int, shift: float) -> float:
    """Half the sum over j of the Poisson weights times the incomplete beta function, which steps by recurrence."""
    half, x, b = shift * shift / 2, t * t / (df + t * t), df / 2
    logs = log(half) if half else float("-inf")
    even, odd = incomplete_beta(0.5, b, x), incomplete_beta(1.0, b, x)
    even_step, odd_step = _step(0.5, b, x), _step(1.0, b, x)
    total = 0.0
    for j in range(int(half + _FAR * sqrt(half)) + 40):
        weight = exp(j * logs - half - lgamma(j + 1)) if half or j else 1.0
        other = shift / sqrt(2) * exp(j * logs - half - lgamma(j + 1.5)) if half else 0.0
        total += weight * even + other * odd
        even, odd = even - even_step, odd - odd_step
        even_step *= x * (j + 0.5 + b) / (j + 1.5)
        odd_step *= x * (j + 1 + b) / (j + 2)
    return total / 2


def _step(a: float, b: float, x: float) -> float:
    """What the incomplete beta function loses when `a` grows by one."""
    return exp(lgamma(a + b) - lgamma(a + 1) - lgamma(b) + a * log(x) + b * log(1 - x)) if x < 1 else 0.0


def _root(falling: Callable[[float], float], *, near: float) -> float:
    """Where a falling function is nothing, from a guess: bracketed, then by false position (Illinois)."""
    low, high = near - 0.5, near + 0.5
    while falling(low) < 0:
        low -= 1.0
    while falling(high) > 0:
        high += 1.0
    at_low, at_high, side = falling(low), falling(high), 0
    middle = near
    for _ in range(_MOST_STEPS):
        before, middle = middle, (low * at_high - high * at_low) / (at_high - at_low)
        found = falling(middle)
        if abs(found) < _CLOSE * _CLOSE or abs(middle - before) < _CLOSE:
            break
        if found > 0:
            low, at_low, at_high, side = middle, found, at_high / 2 if side == 1 else at_high, 1
        else:
            high, at_high, at_low, side = middle, found, at_low / 2 if side == -1 else at_low, -1
    return middle


def correction(df: float) -> float:
    """Hedges' correction of a standardised difference for few people, exact (Hedges 1981).

    Raises ValueError for one degree of freedom or fewer.
    """
    if df <= 1:
        raise ValueError("the correction takes more than one degree of freedom")
    return exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
