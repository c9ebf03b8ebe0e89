"""Whole months before a day, as the figures count them."""

from datetime import UTC, date, datetime


def months_back(day: date, count: int) -> datetime:
    """The first moment of the month so many months before that of a day, in UTC as the table of values has it."""
    months = day.year * 12 + day.month - 1 - count
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=UTC)


def month_key(moment: date) -> int:
    """202611 of a day or a moment in November 2026."""
    return moment.year * 100 + moment.month
