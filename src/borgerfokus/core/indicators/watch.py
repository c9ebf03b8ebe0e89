"""When a figure calls for attention, and why: rules that a reader can follow with the finger on the chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from borgerfokus.core.indicators.document import Direction, Indicator, Measure
from borgerfokus.core.indicators.figures import Figure
from borgerfokus.core.indicators.trend import Signal, limits_of, signals
from borgerfokus.core.texts import Text

TARGET_MONTHS: Final = 3
"""A target that is missed in so many months in a row is no single bad month."""


class WatchRule(StrEnum):
    """The rule that fired. The value is stored."""

    OUTSIDE = "outside"
    RUN = "run"
    TARGET = "target"


RULE_NAMES: Final[Mapping[WatchRule, Text]] = {
    WatchRule.OUTSIDE: Text(da="Uden for de naturlige grænser", en="Outside the natural limits"),
    WatchRule.RUN: Text(da="Otte måneder i træk på den dårlige side", en="Eight months in a row on the bad side"),
    WatchRule.TARGET: Text(da="Målet er ikke nået tre måneder i træk", en="Target missed three months in a row"),
}


@dataclass(frozen=True, slots=True)
class Raised:
    """A rule that fires now: since which month (202611), and the newest value that it fires on."""

    rule: WatchRule
    since: int
    value: float


def raised(months: Sequence[Figure], indicator: Indicator) -> list[Raised]:
    """The rules that the newest month fires, in the order of `WatchRule`. Only what is worse than it was is told."""
    if not months:
        return []
    found = [_by_limits(months, indicator), _by_target(months, indicator)]
    return [one for one in found if one is not None]


def _by_limits(months: Sequence[Figure], indicator: Indicator) -> Raised | None:
    values = [one.value for one in months]
    limits = limits_of(values, highest=1.0 if indicator.measure is Measure.PERCENT else None)
    if limits is None:
        return None
    marks = [_rule(signal, indicator.direction) for signal in signals(values, limits)]
    rule = marks[-1]
    if rule is None:
        return None
    start = _run_begins(values, limits.middle) if rule is WatchRule.RUN else len(marks) - _tail(marks, rule)
    return Raised(rule, months[start].key, values[-1])


def _rule(signal: Signal | None, direction: Direction) -> WatchRule | None:
    """What a signal means where one side is better; nothing where it is good, or neither side is."""
    bad = {Direction.LOWER: (Signal.ABOVE, Signal.RUN_ABOVE), Direction.HIGHER: (Signal.BELOW, Signal.RUN_BELOW)}
    outside, run = bad.get(direction, (None, None))
    if signal is None or signal not in {outside, run}:
        return None
    return WatchRule.OUTSIDE if signal is outside else WatchRule.RUN


def _tail(marks: Sequence[WatchRule | None], rule: WatchRule) -> int:
    """How many at the end have the rule."""
    count = 0
    for mark in reversed(marks):
        if mark is not rule:
            break
        count += 1
    return count


def _run_begins(values: Sequence[float], middle: float) -> int:
    """The place from which all values lie on the newest one's side of the middle."""
    above = values[-1] > middle
    start = len(values)
    while start and (values[start - 1] > middle) is above and values[start - 1] != middle:
        start -= 1
    return start


def _by_target(months: Sequence[Figure], indicator: Indicator) -> Raised | None:
    target, direction = indicator.target, indicator.direction
    if target is None or direction is Direction.NEITHER:
        return None
    missed = 0
    for one in reversed(months):
        if one.value >= target if direction is Direction.HIGHER else one.value <= target:
            break
        missed += 1
    if missed < TARGET_MONTHS:
        return None
    return Raised(WatchRule.TARGET, months[-missed].key, months[-1].value)
