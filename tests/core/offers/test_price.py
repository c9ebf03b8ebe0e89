"""Prices by different units compare by the month."""

from decimal import Decimal

import pytest

from borgerfokus.core.money import Money
from borgerfokus.core.offers import words
from borgerfokus.core.offers.offer import Price
from borgerfokus.core.offers.words import PriceUnit


@pytest.mark.parametrize(
    ("kroner", "unit", "hours", "weeks", "month"),
    [
        (0, PriceUnit.FREE, None, None, 0),
        (1_200, PriceUnit.MONTH, None, None, 1_200),
        (300, PriceUnit.WEEK, None, None, 1_300),
        (1_200, PriceUnit.DAY, None, None, 36_500),
        (450, PriceUnit.HOUR, "3", None, 5_850),
        (450, PriceUnit.HOUR, None, None, None),
        (60, PriceUnit.VISIT, "1", None, 260),
        (2_400, PriceUnit.COURSE, None, 8, 1_300),
        (2_400, PriceUnit.COURSE, None, None, None),
    ],
)
def test_a_price_by_the_month(kroner: int, unit: PriceUnit, hours: str | None, weeks: int | None, month: int) -> None:
    price = Price(Money.of_kroner(kroner), unit, Decimal(hours) if hours else None, weeks)
    assert price.by_month == (None if month is None else Money.of_kroner(month))


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        (words.Kind, words.KIND_NAMES),
        (words.ProviderKind, words.PROVIDER_NAMES),
        (words.Group, words.GROUP_NAMES),
        (words.PriceUnit, words.PRICE_NAMES),
        (words.Dimension, words.DIMENSION_NAMES),
        (words.Development, words.DEVELOPMENT_NAMES),
        (words.Language, words.LANGUAGE_NAMES),
    ],
)
def test_every_word_has_a_name(kinds: type, names: dict[object, object]) -> None:
    assert set(kinds) == set(names)  # type: ignore[call-overload]
