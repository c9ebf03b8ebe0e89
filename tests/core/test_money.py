"""Amounts in øre and their notation."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.money import InvalidAmount, Money

AMOUNTS = st.integers(-(10**12), 10**12).map(Money)


@pytest.mark.parametrize(
    ("ore", "danish", "english"),
    [
        (123456789, "1.234.567,89 kr.", "DKK 1,234,567.89"),
        (0, "0,00 kr.", "DKK 0.00"),
        (5, "0,05 kr.", "DKK 0.05"),
        (-5, "-0,05 kr.", "DKK -0.05"),
        (-123400, "-1.234,00 kr.", "DKK -1,234.00"),
        (99999, "999,99 kr.", "DKK 999.99"),
        (100000, "1.000,00 kr.", "DKK 1,000.00"),
    ],
)
def test_notation(ore: int, danish: str, english: str) -> None:
    assert Money(ore).in_danish() == Money(ore).text().in_("da") == danish
    assert Money(ore).in_english() == Money(ore).text().in_("en") == english


@given(amount=AMOUNTS)
def test_danish_notation_reads_back(amount: Money) -> None:
    assert Money.parse_danish(amount.in_danish()) == amount


@pytest.mark.parametrize("text", ["", "kr.", "1,2", "12.34", "1.2345,00", "1,234.50", "--1", "１２"])
def test_other_notations_are_refused(text: str) -> None:
    with pytest.raises(InvalidAmount):
        Money.parse_danish(text)


@given(amount=AMOUNTS, parts=st.integers(1, 60))
def test_a_split_loses_no_ore(amount: Money, parts: int) -> None:
    shares = amount.split(parts=parts)
    assert len(shares) == parts
    assert sum(shares, start=Money(0)) == amount
    assert max(shares).ore - min(shares).ore <= 1


def test_arithmetic() -> None:
    assert Money(150) + Money(50) - Money(25) == Money(175)
    assert -Money(5) < Money(0) <= Money(0)
    assert 3 * Money(33) == Money(99)
    assert sum([Money(1), Money(2)]) == Money(3)
    assert not Money(0)


@pytest.mark.parametrize(("factor", "ore"), [("0.5", 13), ("0.25", 6), ("-0.5", -13)])
def test_multiplying_rounds_half_up(factor: str, ore: int) -> None:
    assert Money(25) * Decimal(factor) == Money(ore)


def test_kroner_there_and_back() -> None:
    assert Money.of_kroner(Decimal("12.345")) == Money(1235)
    assert Money.of_kroner(7).kroner == Decimal("7.00")


@pytest.mark.parametrize("ore", [1.0, True, "1"])
def test_only_whole_numbers_are_amounts(ore: object) -> None:
    with pytest.raises(InvalidAmount):
        Money(ore)  # type: ignore[arg-type]
