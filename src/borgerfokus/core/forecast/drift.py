"""Whether cases go otherwise than they did: how many of the newest took longer than the middle that was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Final

from borgerfokus.core.forecast.proving import Trial, held

RECENT_DAYS: Final = 120
FEWEST: Final = 40
_Z: Final = 2.5758293035489004
"""Chance alone sounds a false alarm once in a hundred days at most."""
_HALF: Final = 0.5


class Way(StrEnum):
    """Which way cases have moved."""

    NONE = "none"
    SLOWER = "slower"
    FASTER = "faster"


@dataclass(frozen=True, slots=True)
class Drift:
    """Over the newest `cases`: `longer` is the share that took longer than the middle; half do if nothing moved."""

    cases: int
    longer: float
    nine_of_ten: float
    way: Way


def drift(found: Sequence[Trial]) -> Drift | None:
    """Of the trials of the newest days; None with too few."""
    newest = max((one.asked for one in found), default=0.0)
    recent = [one for one in found if one.asked > newest - RECENT_DAYS]
    if len(recent) < FEWEST:
        return None
    longer = 1 - held((one, None, one.said.middle) for one in recent)
    return Drift(
        cases=len(recent),
        longer=longer,
        nine_of_ten=held((one, one.said.low, one.said.high) for one in recent),
        way=_way(longer, sum(one.decided for one in recent)),
    )


def _way(longer: float, ended: int) -> Way:
    reach = _Z * _HALF / sqrt(max(ended, 1))
    if abs(longer - _HALF) <= reach:
        return Way.NONE
    return Way.SLOWER if longer > _HALF else Way.FASTER
