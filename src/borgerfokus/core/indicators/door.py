"""The door for figures of indicators: what of a figure may be told to those who see no cases."""

from typing import Final

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.indicators.document import Indicator, Measure
from borgerfokus.core.indicators.figures import Figure
from borgerfokus.core.indicators.formula import Statistic

_FEW_DAYS: Final = 10
_HALF, _WHOLE = 0.5, 1.0


@disclosure.door
def rounded(figure: Figure, indicator: Indicator, *, rule: Rule, lot: bytes | None = None) -> Figure | None:
    """The figure as it may be told, None where it is of too few cases or people.

    The count is rounded; a share is reckoned as `disclosure.share` does it, so that none and all do not stand open;
    with a `lot` of its own (`core.disclosure.rate`) it tells more of small groups, and never nothing or all;
    days are told in halves below ten and whole above, and other means to the step that so many cases call for.
    """
    crowd = figure.crowd
    if crowd is not None and disclosure.is_few(people=crowd.people, weighted=crowd.evenly, rule=rule):
        return None
    cases = disclosure.count(figure.cases, rule=rule)
    if cases is None:
        return None
    value = _value(figure, indicator, rule, lot)
    return None if value is None else Figure(figure.key, value, cases)


def _value(figure: Figure, indicator: Indicator, rule: Rule, lot: bytes | None) -> float | None:
    if indicator.statistic is Statistic.SHARE:
        part = round(figure.value * figure.cases)
        if lot is not None:
            rate = disclosure.rate(part, figure.cases, rule=rule, lot=lot)
            return None if rate is None else rate.percent / 100
        share = disclosure.share(part, figure.cases, rule=rule)
        return None if share is None else share.part / share.whole
    if indicator.statistic is Statistic.COUNT:
        count = disclosure.count(round(figure.value), rule=rule)
        return None if count is None else float(count)
    return coarse(figure.value, figure.cases, indicator, rule=rule)


def coarse(value: float, cases: int, indicator: Indicator, *, rule: Rule) -> float:
    """A mean or median of so many cases as it may be told."""
    if rule.round_to == 1:
        return value
    step = disclosure.step(cases, rule=rule)
    if indicator.measure is Measure.DAYS:
        step = max(step, _HALF if value < _FEW_DAYS else _WHOLE)
    return disclosure.nearest(value, step=step)
