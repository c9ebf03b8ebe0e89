"""Regression to the mean: how much of a change would have come by itself, because the worst off were chosen.

A group that was chosen by its first measure has on average both a worse state and worse luck on the day; the luck is
not repeated. Of the distance from everybody's mean the share 1 - r is such luck, r being how well a second measure
follows the first (Davis, American Journal of Epidemiology 104, 1976; Barnett, van der Pols and Dobson, International
Journal of Epidemiology 34, 2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from borgerfokus.core.effect import student


@dataclass(frozen=True, slots=True)
class Everybody:
    """All who were measured: their first mean, and how well the second measure follows the first (0 to 1)."""

    before: float
    follows: float


def everybody(pairs: Sequence[tuple[float, float]]) -> Everybody | None:
    """What a group is held against; None when fewer than three were measured twice, or all alike.

    A second measure that runs against the first says nothing of luck: `follows` is then 0.
    """
    if len(pairs) < 3:
        return None
    firsts, seconds = [before for before, _ in pairs], [after for _, after in pairs]
    spread = student.deviation(firsts) * student.deviation(seconds)
    if not spread:
        return None
    mean, later = sum(firsts) / len(pairs), sum(seconds) / len(pairs)
    together = sum((before - mean) * (after - later) for before, after in pairs) / (len(pairs) - 1)
    return Everybody(before=mean, follows=min(1.0, max(0.0, together / spread)))


def by_itself(*, before: float, everybody: Everybody) -> float:
    """The change from `before`, on the scale of the measure, that is to be expected if the help did nothing at all.

    Towards everybody's mean, from above or below.
    """
    return (1 - everybody.follows) * (everybody.before - before)
