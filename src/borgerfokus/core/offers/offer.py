"""An offer as a value, with what it costs in a month, so that a price by the hour and one by the day compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from borgerfokus.core.money import Money
from borgerfokus.core.offers.words import Dimension, Group, Kind, PriceUnit, ProviderKind
from borgerfokus.core.periods import Period

_WEEKS_OF_YEAR, _DAYS_OF_YEAR, _MONTHS = Decimal(52), Decimal(365), Decimal(12)


@dataclass(frozen=True, slots=True)
class Price:
    """What one unit costs the municipality, or the citizen where no case is needed.

    `hours_per_week` (hours, or visits for a price by the visit) and `weeks` say how much is usual.
    """

    amount: Money
    unit: PriceUnit
    hours_per_week: Decimal | None = None
    weeks: int | None = None

    @property
    def by_month(self) -> Money | None:
        """What a usual month costs; None when the extent that this takes is not known. A year has 52 weeks."""
        match self.unit:
            case PriceUnit.FREE:
                return Money(0)
            case PriceUnit.MONTH:
                return self.amount
            case PriceUnit.WEEK:
                return self.amount * (_WEEKS_OF_YEAR / _MONTHS)
            case PriceUnit.DAY:
                return self.amount * (_DAYS_OF_YEAR / _MONTHS)
            case PriceUnit.HOUR | PriceUnit.VISIT:
                if self.hours_per_week is None:
                    return None
                return self.amount * (self.hours_per_week * _WEEKS_OF_YEAR / _MONTHS)
            case PriceUnit.COURSE:
                return self.amount * (_WEEKS_OF_YEAR / _MONTHS / self.weeks) if self.weeks else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer as it holds in `period`. `level` is a step of the ladder; empty `groups` or `sections` mean any.

    `sections` are written "serviceloven § 85". `themes` are life situations of the public pages.
    `waiting_days` None: not told. `capacity` None: no limit.
    """

    key: str
    kind: Kind
    level: str
    period: Period
    price: Price
    provider_kind: ProviderKind
    themes: frozenset[str] = frozenset()
    groups: frozenset[Group] = frozenset()
    sections: frozenset[str] = frozenset()
    age_from: int | None = None
    age_to: int | None = None
    waiting_days: int | None = None
    capacity: int | None = None
    without_case: bool = False
    evidence: Mapping[Dimension, str] = field(default_factory=dict)

    def suits_age(self, age: int | None) -> bool:
        """Whether somebody of this age (whole years) may take part; an age that is not known rules nothing out."""
        if age is None:
            return True
        return (self.age_from is None or age >= self.age_from) and (self.age_to is None or age <= self.age_to)
