"""What help costs: whole øre, parts that add up, and each shape of help."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.dates import add_months
from borgerfokus.core.interventions.cost import PricedPeriod, cost, year_from
from borgerfokus.core.money import Money
from borgerfokus.core.offers.words import PriceUnit
from borgerfokus.core.periods import Period

NEW_YEAR = date(2027, 1, 1)
DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2030, 12, 31))
HOURS = st.decimals(min_value=0, max_value=168, places=2)


@st.composite
def periods(draw: st.DrawFn) -> PricedPeriod:
    start = draw(DAYS)
    length = draw(st.one_of(st.none(), st.integers(1, 900)))
    return PricedPeriod(
        period=Period(start, None if length is None else start + timedelta(days=length)),
        amount=Money(draw(st.integers(0, 5_000_000))),
        unit=draw(st.sampled_from(PriceUnit)),
        hours_per_week=draw(HOURS),
        days_per_week=draw(st.one_of(st.none(), st.integers(1, 7))),
    )


@st.composite
def cuts(draw: st.DrawFn) -> tuple[date, date, date]:
    first, second, third = sorted(draw(st.sets(DAYS, min_size=3, max_size=3)))
    return first, second, third


def priced(unit: PriceUnit, kroner: int, **more: object) -> PricedPeriod:
    known: dict[str, object] = {"period": Period(NEW_YEAR), "amount": Money.of_kroner(kroner), "unit": unit}
    return PricedPeriod(**{**known, **more})  # type: ignore[arg-type]


@given(st.lists(periods(), max_size=4), cuts())
def test_two_spans_that_meet_cost_what_the_whole_costs(rows: list[PricedPeriod], at: tuple[date, date, date]) -> None:
    first, second, third = at
    whole = cost(rows, within=Period(first, third))
    parts = [cost(rows, within=Period(first, second)), cost(rows, within=Period(second, third))]
    assert whole == sum((part for part in parts if part is not None), Money(0))


@given(st.lists(periods(), max_size=4), cuts())
def test_a_longer_span_never_costs_less(rows: list[PricedPeriod], at: tuple[date, date, date]) -> None:
    first, second, third = at
    short, long = cost(rows, within=Period(first, second)), cost(rows, within=Period(first, third))
    assert short is not None
    assert long is not None
    assert Money(0) <= short <= long


@given(periods())
def test_nothing_is_paid_outside_a_period(row: PricedPeriod) -> None:
    before = Period(row.period.start - timedelta(days=30), row.period.start)
    assert cost([row], within=before) == Money(0)
    if row.period.end is not None:
        assert cost([row], within=Period(row.period.end, row.period.end + timedelta(days=30))) == Money(0)


@given(periods())
def test_the_months_of_a_year_add_up_to_the_year(row: PricedPeriod) -> None:
    months = [Period(add_months(NEW_YEAR, number), add_months(NEW_YEAR, number + 1)) for number in range(12)]
    each = [cost([row], within=month) for month in months]
    assert cost([row], within=year_from(NEW_YEAR)) == sum((one for one in each if one is not None), Money(0))


@pytest.mark.parametrize(
    ("row", "days", "kroner"),
    [
        (priced(PriceUnit.FREE, 0), 365, Decimal(0)),
        (priced(PriceUnit.DAY, 1850), 31, Decimal(57_350)),
        (priced(PriceUnit.DAY, 700, days_per_week=5), 14, Decimal(7_000)),
        (priced(PriceUnit.WEEK, 900), 14, Decimal(1_800)),
        (priced(PriceUnit.MONTH, 3_000), 59, Decimal(6_000)),
        (priced(PriceUnit.MONTH, 3_100), 32, Decimal("3210.71")),
        (priced(PriceUnit.HOUR, 450, hours_per_week=Decimal(4)), 7, Decimal(1_800)),
        (priced(PriceUnit.VISIT, 300, hours_per_week=Decimal(2)), 28, Decimal(2_400)),
        (priced(PriceUnit.COURSE, 8_995), 1, Decimal(8_995)),
        (priced(PriceUnit.COURSE, 8_995), 365, Decimal(8_995)),
    ],
)
def test_each_price_is_reckoned_by_its_days(row: PricedPeriod, days: int, kroner: Decimal) -> None:
    found = cost([row], within=Period(NEW_YEAR, NEW_YEAR + timedelta(days=days)))
    assert found == Money.of_kroner(kroner)


def test_a_price_by_the_hour_without_hours_is_not_known() -> None:
    assert cost([priced(PriceUnit.HOUR, 450)], within=year_from(NEW_YEAR)) is None


def test_a_span_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="days that end"):
        cost([], within=Period(NEW_YEAR))


def test_a_year_from_a_leap_day_is_a_year() -> None:
    assert year_from(date(2028, 2, 29)) == Period(date(2028, 2, 29), date(2029, 2, 28))
