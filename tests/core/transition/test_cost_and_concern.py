"""What help as an adult is expected to cost in a year, and which cases put somebody on the board."""

from decimal import Decimal

import pytest

from borgerfokus.core.money import Money
from borgerfokus.core.offers.offer import Price
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.core.transition import concern
from borgerfokus.core.transition.cost import Cost, Extent, counts_hours, together, yearly


def price(kroner: int, unit: PriceUnit) -> Price:
    return Price(Money.of_kroner(kroner), unit)


@pytest.mark.parametrize(
    ("offer", "extent", "kroner"),
    [
        (price(485, PriceUnit.HOUR), ("8", "12", "16"), (201_760, 302_640, 403_520)),
        (price(1_480, PriceUnit.DAY), ("12", "12", "12"), (540_200, 540_200, 540_200)),
        (price(9_300, PriceUnit.MONTH), ("9", "11", "12"), (83_700, 102_300, 111_600)),
        (price(24_000, PriceUnit.COURSE), ("0", "1", "3"), (0, 24_000, 24_000)),
        (price(0, PriceUnit.FREE), ("1", "2", "3"), (0, 0, 0)),
    ],
)
def test_a_year(offer: Price, extent: tuple[str, str, str], kroner: tuple[int, int, int]) -> None:
    found = yearly(offer, Extent(*(Decimal(one) for one in extent)))
    assert (found.low, found.likely, found.high) == tuple(Money.of_kroner(one) for one in kroner)


def test_several_are_summed_and_none_is_unknown() -> None:
    one = Cost(Money(100), Money(200), Money(300))
    assert together([one, one]) == Cost(Money(200), Money(400), Money(600))
    assert together([]) is None


@pytest.mark.parametrize("extent", [("3", "2", "4"), ("1", "5", "4"), ("-1", "0", "1")])
def test_an_extent_out_of_order_is_no_extent(extent: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="extent"):
        Extent(*(Decimal(one) for one in extent))


def test_which_prices_count_hours() -> None:
    assert [unit for unit in PriceUnit if counts_hours(price(1, unit))] == [PriceUnit.VISIT, PriceUnit.HOUR]


@pytest.mark.parametrize(
    ("key", "concerned"),
    [("bl-32", True), ("bl-anything", True), ("sel-85", True), ("sul-140", False), ("aeldre-helhedspleje", False)],
)
def test_the_rule_names_kinds_of_case(key: str, concerned: bool) -> None:
    assert concern.rule().concerns(key) is concerned
    assert concern.rule().concerned(["sul-140", key]) is concerned


def test_a_rule_without_reasons_is_refused() -> None:
    with pytest.raises(ValueError, match="reason"):
        concern.parse('adult_unit = "x"\n[[case_types]]\npattern = "bl-*"\nwhy = ""\n')
