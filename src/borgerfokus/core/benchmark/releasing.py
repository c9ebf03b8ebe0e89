"""What of the casework's own values may stand in a release: the cells of fixed cubes, after disclosure control.

The cube of an indicator is everybody and each type of case. A cell of few people is not told, nor one that could be
reckoned out of the others (`core.disclosure.cube`); everybody counts by a secret weight, and with one case of a type. A
share is shaken and rounded, a mean is rounded. A median and a mean are told only where each quarter of the people is
more than the rule holds back. What weights, rounding and shaking may have moved is part of the standard error.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median, quantiles, stdev
from typing import Final

from borgerfokus.core import disclosure
from borgerfokus.core.benchmark.document import Released
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.disclosure.cube import Cell, Record, cube
from borgerfokus.core.indicators import Statistic

KIND: Final = "kind"
_QUARTERS: Final = 4
_MEDIAN_OF_QUARTILES: Final = 0.93
"""The standard error of a median is so many times the width between the quartiles, divided by the root of the number
(McGill, Tukey & Larsen 1978: 1.2533 / 1.349)."""
_EVEN: Final = sqrt(12)
"""What is rounded to a step lies evenly within it: a deviation of the step divided by this."""
_WEIGHED: Final = sqrt(1 + disclosure.WEIGHT_VARIANCE)
"""By so much the weights make an error larger."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A case that counts in an indicator: whose it is, its type, and the value."""

    person: int
    kind: str
    value: float


@disclosure.door
def released(
    indicator: str,
    statistic: Statistic,
    counted: Sequence[Counted],
    *,
    rule: Rule,
    weight: Callable[[int], int],
    lot: Callable[[Cell], bytes],
) -> tuple[Released, ...]:
    """The figures of an indicator, those held back too, everybody first.

    `weight` says how often a person counts, `lot` shakes a cell; both the same whenever the figure is reckoned.
    """
    if rule.round_to > 1:
        counted = list({(one.person, one.kind): one for one in counted}.values())
    records = [Record(one.person, {KIND: (one.kind,)}) for one in counted]
    cells = cube(records, splits=((KIND,),), rule=rule, weight=weight, of_things=True)
    found = dict.fromkeys(cells.held) | {
        cell: _figure(statistic, _weighted([counted[place] for place in places], rule, weight), rule, lot(cell))
        for cell, places in cells.shown.items()
    }
    return tuple(_row(indicator, cell, figure) for cell, figure in sorted(found.items()))


@dataclass(frozen=True, slots=True)
class _Told:
    cases: int
    value: float
    error: float


def _row(indicator: str, cell: Cell, told: _Told | None) -> Released:
    kind = cell[0][1] if cell else ""
    if told is None:
        return Released(indicator=indicator, kind=kind, cases=None, value=None, error=None)
    return Released(indicator=indicator, kind=kind, cases=told.cases, value=told.value, error=told.error)


def _weighted(counted: Sequence[Counted], rule: Rule, weight: Callable[[int], int]) -> list[list[float]]:
    """The values of each person, as often as the person counts."""
    return disclosure.kept(_by_person(counted), rule=rule, weight=weight)


def _figure(statistic: Statistic, people: Sequence[Sequence[float]], rule: Rule, lot: bytes) -> _Told | None:
    """From people as often as they count; None where that may not be told."""
    values = [value for mine in people for value in mine]
    cases = disclosure.count(len(values), rule=disclosure.weighted_rule(rule))
    if cases is None:
        return None
    if statistic is Statistic.SHARE:
        return _share(values, cases, rule, lot)
    if statistic is Statistic.COUNT:
        return _count(values, cases, rule)
    if len(people) < _QUARTERS * (disclosure.weighted_rule(rule).suppress_up_to + 1):
        return None
    return _middle(statistic, values, cases, rule)


def _share(values: Sequence[float], cases: int, rule: Rule, lot: bytes) -> _Told | None:
    number = len(values)
    shown = disclosure.rate(round(sum(values)), number, rule=rule, lot=lot)
    if shown is None:
        return None
    value = shown.percent / 100
    step = 0.0 if rule.round_to == 1 else disclosure.rate_step(number)
    error = _weighed(share_error(value, cases), rule)
    return _Told(cases, value, _up(sqrt(error**2 + (step / _EVEN) ** 2 + _shaken(cases, rule))))


def share_error(share: float, cases: int) -> float:
    """The standard error of a share, never nothing: with one yes and one no put in (Agresti & Caffo 2000)."""
    drawn_in = (share * cases + 1) / (cases + 2)
    return sqrt(drawn_in * (1 - drawn_in) / (cases + 2))


def median_error(width: float, number: int) -> float:
    """The standard error of a median of so many values, from the width between their quartiles."""
    return _MEDIAN_OF_QUARTILES * width / sqrt(number)


def _shaken(cases: int, rule: Rule) -> float:
    """The variance that shaking by about one person adds."""
    return 0.0 if rule.round_to == 1 else 1 / cases**2


def _count(values: Sequence[float], cases: int, rule: Rule) -> _Told | None:
    number = disclosure.count(round(sum(values)), rule=rule)
    if number is None:
        return None
    return _Told(cases, number, _up(sqrt(_weighed(sqrt(number), rule) ** 2 + (rule.round_to / _EVEN) ** 2)))


def _middle(statistic: Statistic, values: Sequence[float], cases: int, rule: Rule) -> _Told:
    step = disclosure.step(len(values), rule=rule)
    if statistic is Statistic.MEDIAN:
        low, _middle_one, high = quantiles(values, n=_QUARTERS)
        middle, error = median(values), median_error(high - low, len(values))
    else:
        middle, error = fmean(values), stdev(values) / sqrt(len(values))
    least = max(step, 0.1) / _EVEN
    shown = round(disclosure.nearest(middle, step=step), 2)
    return _Told(cases, shown, _up(sqrt(_weighed(error, rule) ** 2 + least**2)))


def _weighed(error: float, rule: Rule) -> float:
    """An error with what the weights add to it."""
    return error if rule.round_to == 1 else error * _WEIGHED


def _up(error: float) -> float:
    """Rounded upwards to three decimals, so that a figure is never told surer than it is."""
    return disclosure.nearest(error, step=0.001, up=True)


def _by_person(counted: Iterable[Counted]) -> dict[int, list[float]]:
    found: dict[int, list[float]] = {}
    for one in counted:
        found.setdefault(one.person, []).append(one.value)
    return found
