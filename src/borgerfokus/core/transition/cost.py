"""The expected cost of help as an adult in a year, from the prices of the catalogue, with an interval."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from borgerfokus.core.money import Money
from borgerfokus.core.offers.offer import Price
from borgerfokus.core.offers.words import PriceUnit

_MONTHS = 12


@dataclass(frozen=True)
class Extent:
    """How much of an offer is expected: the least, the likely and the most, in hours a week or months of a year."""

    low: Decimal
    likely: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.likely <= self.high:
            raise ValueError("an extent goes from the least over the likely to the most")


@dataclass(frozen=True)
class Cost:
    """A year's cost: the least, the likely and the most."""

    low: Money
    likely: Money
    high: Money

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.low + other.low, self.likely + other.likely, self.high + other.high)


def counts_hours(price: Price) -> bool:
    """Whether the extent of this offer is told in hours (or visits) a week; else it is months of a year."""
    return price.unit in {PriceUnit.HOUR, PriceUnit.VISIT}


def yearly(price: Price, extent: Extent) -> Cost:
    """What one offer costs in a year, in whole kroner. A course is paid once, whatever the extent."""
    return Cost(*(_whole(_of(price, amount)) for amount in (extent.low, extent.likely, extent.high)))


def together(costs: Iterable[Cost]) -> Cost | None:
    """The sum, None when nothing is expected yet. Least and most are summed: the widest interval, not the likeliest."""
    found = list(costs)
    if not found:
        return None
    whole = found[0]
    for one in found[1:]:
        whole = whole + one
    return whole


def _whole(amount: Money) -> Money:
    return Money.of_kroner(round(amount.kroner))


def _of(price: Price, amount: Decimal) -> Money:
    if price.unit is PriceUnit.COURSE:
        return price.amount if amount else Money(0)
    if counts_hours(price):
        by_month = replace(price, hours_per_week=amount).by_month
        return (by_month or Money(0)) * _MONTHS
    return (price.by_month or Money(0)) * amount
