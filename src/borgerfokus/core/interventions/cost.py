"""What help costs between two days, in whole øre.

Each price is reckoned day by day, exactly: a week has seven days, a month as many as the calendar says. Only the sum
from the first day of a period is rounded (half up), and what a span costs is the difference of two such sums. So the
months of a year add up to the year, to the øre.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from borgerfokus.core.dates import add_months
from borgerfokus.core.money import Money
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.core.periods import Period

_DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedPeriod:
    """A period of help with one price. `amount` is what one `unit` costs.

    `hours_per_week` counts hours, or visits for a price by the visit. `days_per_week` is for a price by the day, None:
    every day. A price for a course, or for a thing, falls once, on the first day.
    """

    period: Period
    amount: Money
    unit: PriceUnit
    hours_per_week: Decimal | None = None
    days_per_week: int | None = None


def cost(periods: Iterable[PricedPeriod], *, within: Period) -> Money | None:
    """What the periods cost on the days that lie `within`, which must have an end.

    None when a price by the hour or visit says nothing of how many. Raises ValueError for a span without an end.
    """
    if within.end is None:
        raise ValueError("a cost is reckoned for days that end")
    total = 0
    for one in periods:
        if not is_known(one):
            return None
        total += _until(one, within.end) - _until(one, within.start)
    return Money(total)


def is_known(one: PricedPeriod) -> bool:
    """Whether the price says enough to reckon with: by the hour or visit it takes how many in a week."""
    return one.unit not in {PriceUnit.HOUR, PriceUnit.VISIT} or one.hours_per_week is not None


def _until(one: PricedPeriod, day: date) -> int:
    """What has been paid in øre before `day`, rounded half up."""
    ends = day if one.period.end is None else min(day, one.period.end)
    if ends <= one.period.start:
        return 0
    exact = one.amount.ore * _units(one, Period(one.period.start, ends))
    return int(exact + Fraction(1, 2))


def _units(one: PricedPeriod, paid: Period) -> Fraction:
    days = Fraction(paid.days or 0)
    match one.unit:
        case PriceUnit.FREE:
            return Fraction(0)
        case PriceUnit.COURSE:
            return Fraction(1)
        case PriceUnit.DAY:
            return days * Fraction(one.days_per_week or _DAYS_OF_WEEK, _DAYS_OF_WEEK)
        case PriceUnit.WEEK:
            return days / _DAYS_OF_WEEK
        case PriceUnit.MONTH:
            return _months(paid)
        case PriceUnit.HOUR | PriceUnit.VISIT:
            return days / _DAYS_OF_WEEK * Fraction(one.hours_per_week or 0)


def _months(paid: Period) -> Fraction:
    """The calendar months, each begun one by the share of its days."""
    total, day, end = Fraction(0), paid.start, paid.end or paid.start
    while day < end:
        first = day.replace(day=1)
        following = add_months(first, 1)
        stop = min(following, end)
        total += Fraction((stop - day).days, (following - first).days)
        day = stop
    return total


def year_from(day: date) -> Period:
    """The twelve months that begin on a day: what a yearly cost is told for."""
    return Period(day, add_months(day, 12))
