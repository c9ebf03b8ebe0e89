"""The working calendar: which days it knows, and what a parameter can change."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from borgerfokus.core.dates import (
    COPENHAGEN,
    Channel,
    NaiveMoment,
    NotCountedInDays,
    OutsideCalendar,
    WorkingCalendar,
    add_hours,
    calendar_for,
    day_of,
    end_of_day,
    last_day,
    receipt_day,
)
from borgerfokus.core.rules import MunicipalRow, Parameters, Unit

PARAMETERS = Parameters.load()
PLAIN = WorkingCalendar(holidays=frozenset())


def test_store_bededag_ends_with_2023() -> None:
    calendar = calendar_for([2023, 2024], PARAMETERS)
    assert not calendar.is_working_day(date(2023, 5, 5))
    assert calendar.is_working_day(date(2024, 4, 26))


def test_the_municipality_decides_the_extra_holidays() -> None:
    row = MunicipalRow(
        key="calendar.extra_holidays", valid_from=date(2026, 6, 1), value=["12-31"], source="Byrådet 1. maj"
    )
    calendar = calendar_for([2025, 2026], PARAMETERS.with_values([row]))
    assert not calendar.is_working_day(date(2025, 6, 5))
    assert calendar.is_working_day(date(2026, 6, 5))
    assert calendar.is_working_day(date(2026, 12, 24))
    assert not calendar.is_working_day(date(2026, 12, 31))


def test_a_29_february_among_the_extra_holidays_is_there_in_leap_years_only() -> None:
    row = MunicipalRow(
        key="calendar.extra_holidays", valid_from=date(2020, 1, 1), value=["02-29"], source="test"
    )
    calendar = calendar_for(range(2027, 2029), PARAMETERS.with_values([row]))
    assert not calendar.is_working_day(date(2028, 2, 29))
    assert calendar.is_working_day(date(2027, 3, 1))


def test_a_year_that_is_not_known_is_an_error() -> None:
    calendar = calendar_for([2026], PARAMETERS)
    assert calendar.is_working_day(date(2025, 1, 2))
    assert calendar.is_working_day(date(2036, 12, 30))
    for day in (date(2024, 12, 30), date(2037, 1, 2)):
        with pytest.raises(OutsideCalendar):
            calendar.is_working_day(day)
    with pytest.raises(OutsideCalendar):
        calendar.add_working_days(date(2036, 12, 1), 40)


def test_the_calendar_is_built_once() -> None:
    assert calendar_for([2026], PARAMETERS) is calendar_for(iter([2026]), PARAMETERS)


def test_no_working_days_leaves_the_day_where_it_is() -> None:
    assert PLAIN.add_working_days(date(2026, 11, 21), 0) == date(2026, 11, 21)


def test_digital_post_is_received_on_a_sunday() -> None:
    sunday = date(2026, 11, 22)
    assert (
        receipt_day(sent=sunday, channel=Channel.DIGITAL_POST, calendar=PLAIN, parameters=PARAMETERS)
        == sunday
    )


@pytest.mark.parametrize("unit", [Unit.HOURS, Unit.MINUTES, Unit.COUNT, Unit.TEXT])
def test_hours_have_no_last_day(unit: Unit) -> None:
    with pytest.raises(NotCountedInDays):
        last_day(received=date(2026, 1, 1), amount=24, unit=unit, calendar=PLAIN)


def test_years_are_counted_as_years() -> None:
    found = last_day(received=date(2024, 2, 29), amount=1, unit=Unit.YEARS, calendar=PLAIN)
    assert found == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 21, 22, 59, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 11, 21, 23, 0, tzinfo=UTC), date(2026, 11, 22)),
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_the_day_is_that_of_copenhagen(moment: datetime, day: date) -> None:
    assert day_of(moment) == day


def test_a_naive_moment_has_no_day() -> None:
    naive = datetime(2026, 11, 21, 12, 0)  # noqa: DTZ001 - what is refused
    for question in (day_of, lambda moment: add_hours(moment, 1)):
        with pytest.raises(NaiveMoment):
            question(naive)


def test_a_day_ends_when_the_next_begins() -> None:
    assert end_of_day(date(2026, 10, 25)) == datetime(2026, 10, 26, tzinfo=COPENHAGEN)
    assert day_of(end_of_day(date(2026, 3, 29))) == date(2026, 3, 30)
