"""Deadlines against a slow oracle, day by day, and the properties that every deadline has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.dates import add_months, add_weeks, calendar_for, last_day
from borgerfokus.core.rules import Parameters, Unit
from tests.law import oracle

CALENDAR = calendar_for(range(2015, 2040), Parameters.load())
DAYS = st.dates(date(2016, 1, 1), date(2036, 12, 31))
UNITS = st.sampled_from([Unit.DAYS, Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS])
AMOUNTS = st.integers(1, 24)
LENGTHS = [
    (4, Unit.WEEKS),
    (14, Unit.DAYS),
    (7, Unit.WORKING_DAYS),
    (6, Unit.WORKING_DAYS),
    (1, Unit.MONTHS),
    (3, Unit.MONTHS),
]


@pytest.mark.parametrize(("amount", "unit"), LENGTHS)
def test_every_day_of_eight_years(amount: int, unit: Unit) -> None:
    first = date(2021, 1, 1)
    for day in (first + timedelta(days=number) for number in range(8 * 365)):
        found = last_day(received=day, amount=amount, unit=unit, calendar=CALENDAR)
        assert found == oracle.last_day(day, amount, unit.value), day


def test_every_day_of_twenty_years_is_open_or_closed_alike() -> None:
    first = date(2015, 1, 1)
    for day in (first + timedelta(days=number) for number in range(20 * 365)):
        assert CALENDAR.is_working_day(day) == oracle.is_open(day), day


@given(day=DAYS, amount=AMOUNTS, unit=UNITS)
def test_any_length_from_any_day(day: date, amount: int, unit: Unit) -> None:
    found = last_day(received=day, amount=amount, unit=unit, calendar=CALENDAR)
    assert found == oracle.last_day(day, amount, unit.value)
    assert CALENDAR.is_working_day(found)
    assert found > day


@given(day=DAYS, later=st.integers(0, 60), amount=AMOUNTS, more=st.integers(0, 5), unit=UNITS)
def test_later_or_longer_never_ends_earlier(
    day: date, later: int, amount: int, more: int, unit: Unit
) -> None:
    before = last_day(received=day, amount=amount, unit=unit, calendar=CALENDAR)
    after = last_day(received=day + timedelta(days=later), amount=amount + more, unit=unit, calendar=CALENDAR)
    assert before <= after


@given(day=DAYS, number=st.integers(-80, 80))
def test_working_days_added_can_be_counted_and_taken_off_again(day: date, number: int) -> None:
    there = CALENDAR.add_working_days(day, number)
    assert CALENDAR.working_days_between(day, there) == (
        number if number >= 0 else _counted_back(day, number)
    )
    start = CALENDAR.next_working_day(day)
    assert CALENDAR.add_working_days(CALENDAR.add_working_days(start, number), -number) == start


def _counted_back(day: date, number: int) -> int:
    """Counting forward again leaves out the day landed on, and counts the day left if it is a working day."""
    return number + 1 - CALENDAR.is_working_day(day)


@given(day=DAYS)
def test_the_nearest_working_days_enclose_the_day(day: date) -> None:
    before, after = CALENDAR.previous_working_day(day), CALENDAR.next_working_day(day)
    assert before <= day <= after
    assert (before == after == day) == CALENDAR.is_working_day(day)
    assert CALENDAR.working_days_between(before, after) == (0 if before == after else 1)


@given(day=DAYS, number=st.integers(-60, 60))
def test_weeks_keep_the_weekday(day: date, number: int) -> None:
    moved = add_weeks(day, number)
    assert moved.weekday() == day.weekday()
    assert (moved - day).days == 7 * number


@given(day=DAYS, number=st.integers(-60, 60))
def test_months_keep_the_day_or_end_the_month(day: date, number: int) -> None:
    moved = add_months(day, number)
    assert (moved.year - day.year) * 12 + moved.month - day.month == number
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)
