"""Half-open periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.periods import EmptyPeriod, Period

MAY = Period(date(2026, 5, 1), date(2026, 6, 1))
DAYS = st.dates(date(2020, 1, 1), date(2021, 1, 1))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(DAYS)
    length = draw(st.none() | st.integers(1, 200))
    return Period(start, None if length is None else start + timedelta(days=length))


def test_the_start_is_in_and_the_end_is_out() -> None:
    assert MAY.contains(date(2026, 5, 1))
    assert date(2026, 5, 31) in MAY
    assert not MAY.contains(date(2026, 6, 1))
    assert MAY.last_day == date(2026, 5, 31)
    assert MAY.days == 31


def test_periods_that_meet_do_not_overlap() -> None:
    assert not MAY.overlaps(Period(date(2026, 6, 1)))
    assert MAY.overlaps(Period(date(2026, 5, 31)))


@pytest.mark.parametrize("end", [date(2026, 5, 1), date(2026, 4, 1)])
def test_a_period_without_a_day_is_refused(end: date) -> None:
    with pytest.raises(EmptyPeriod):
        Period(date(2026, 5, 1), end)


@given(one=periods(), other=periods())
def test_overlap_is_a_shared_day_and_symmetric(one: Period, other: Period) -> None:
    shared = any(one.contains(day) and other.contains(day) for day in (one.start, other.start))
    assert one.overlaps(other) == other.overlaps(one) == shared


@given(one=periods(), other=periods(), day=DAYS)
def test_the_intersection_holds_the_days_in_both(one: Period, other: Period, day: date) -> None:
    common = one.intersection(other)
    assert (common is not None and day in common) == (day in one and day in other)


@given(period=periods(), days=st.integers(-400, 400))
def test_shifting_there_and_back_changes_nothing(period: Period, days: int) -> None:
    assert period.shift(days=days).shift(days=-days) == period
    assert period.shift(days=days).days == period.days
