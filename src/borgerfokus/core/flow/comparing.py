"""Two flows side by side: where they differ by more than chance.

Two medians are told apart where their notches do not meet (McGill, Tukey and Larsen 1978): the median, give or take
1.57 times the distance of the quartiles over the root of the number. That is about 95 of 100.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Final

from borgerfokus.core.flow.chart import Way

_NOTCH: Final = 1.57
_FEWEST: Final = 8
"""Fewer than this on one side, and nothing is said to differ."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The same way in two flows, by words; None where one has it not. `differs`: more than chance."""

    before: str
    after: str
    one: Way | None
    other: Way | None
    differs: bool


def differ(one: Way, other: Way) -> bool:
    """Whether the medians of two ways are further apart than chance makes them."""
    if min(one.times, other.times) < _FEWEST:
        return False
    return abs(one.median_us - other.median_us) > _notch(one) + _notch(other)


def pairs(one: dict[tuple[str, str], Way], other: dict[tuple[str, str], Way]) -> list[Pair]:
    """Every way of both, those that differ first, and then the most frequent."""
    found = [_pair(key, one.get(key), other.get(key)) for key in {*one, *other}]
    return sorted(found, key=lambda pair: (not pair.differs, -_times((pair.one, pair.other)), pair.before, pair.after))


def _pair(key: tuple[str, str], one: Way | None, other: Way | None) -> Pair:
    return Pair(*key, one, other, differs=one is not None and other is not None and differ(one, other))


def _times(ways: Iterable[Way | None]) -> int:
    return sum(way.times for way in ways if way is not None)


def _notch(way: Way) -> float:
    return _NOTCH * (way.q3_us - way.q1_us) / sqrt(way.times)
