"""Dates and lengths of time in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from borgerfokus.core import words
from borgerfokus.core.periods import Period
from borgerfokus.core.rules import Unit
from borgerfokus.core.texts import Text

DAY = date(2026, 11, 21)


def test_dates() -> None:
    assert words.date_words(DAY) == Text("21. november 2026", "21 November 2026")
    assert words.date_digits(date(2026, 3, 5)) == Text("05-03-2026", "05/03/2026")
    assert words.day_and_month(DAY) == Text("21. november", "21 November")
    assert words.weekday_and_date(DAY) == Text("lørdag den 21. november 2026", "Saturday 21 November 2026")
    assert words.month_and_year(DAY) == Text("november 2026", "November 2026")


@pytest.mark.parametrize(
    ("month", "da", "en"), [(5, "1. maj", "1 May"), (6, "1. juni", "1 June"), (12, "1. dec.", "1 Dec")]
)
def test_short_months(month: int, da: str, en: str) -> None:
    assert words.short_day_and_month(date(2026, month, 1)) == Text(da, en)


@pytest.mark.parametrize(
    ("day", "week"),
    [(DAY, "uge 47, 2026"), (date(2027, 1, 1), "uge 53, 2026"), (date(2024, 12, 30), "uge 1, 2025")],
)
def test_iso_weeks(day: date, week: str) -> None:
    assert words.week_and_year(day).da == week
    assert week.startswith(words.week(day).da)


@pytest.mark.parametrize(
    ("moment", "da", "en"),
    [
        (
            datetime(2026, 11, 21, 13, 30, tzinfo=UTC),
            "21. november 2026, kl. 14.30",
            "21 November 2026, 14:30",
        ),
        (datetime(2026, 7, 1, 22, 5, tzinfo=UTC), "2. juli 2026, kl. 0.05", "2 July 2026, 0:05"),
    ],
)
def test_moments_are_told_on_the_clock_of_copenhagen(moment: datetime, da: str, en: str) -> None:
    assert words.moment_words(moment) == Text(da, en)


@pytest.mark.parametrize(
    ("days", "da", "en"),
    [
        (-23, "23 dage over", "23 days over"),
        (-1, "1 dag over", "1 day over"),
        (0, "i dag", "today"),
        (1, "1 dag", "1 day"),
        (2, "2 dage", "2 days"),
    ],
)
def test_deadline_chips(days: int, da: str, en: str) -> None:
    assert words.relative_days(DAY + timedelta(days=days), today=DAY) == Text(da, en)


def test_periods_show_their_last_day() -> None:
    assert words.period_words(Period(date(2026, 5, 1), date(2026, 6, 1))).da == "fra 1. maj til 31. maj 2026"
    assert words.period_words(Period(date(2026, 12, 1), date(2027, 2, 1))) == Text(
        "fra 1. december 2026 til 31. januar 2027", "from 1 December 2026 to 31 January 2027"
    )
    assert words.period_words(Period(date(2026, 5, 1))) == Text("fra 1. maj 2026", "from 1 May 2026")


@pytest.mark.parametrize(
    ("amount", "unit", "da", "en"),
    [
        (1, Unit.WORKING_DAYS, "1 arbejdsdag", "1 working day"),
        (4, Unit.WEEKS, "4 uger", "4 weeks"),
        (12, Unit.MONTHS, "12 måneder", "12 months"),
        (0, Unit.HOURS, "0 timer", "0 hours"),
    ],
)
def test_lengths(amount: int, unit: Unit, da: str, en: str) -> None:
    assert words.length_words(amount, unit) == Text(da, en)


def test_a_count_is_not_a_length() -> None:
    with pytest.raises(words.NotALength):
        words.length_words(4, Unit.COUNT)
