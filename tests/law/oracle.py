"""A second, slow calculation of deadlines that shares nothing with the program's own.

It knows the Danish holidays from the computus, and counts one day at a time with a finger on the calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)
STORE_BEDEDAG_ENDED = 2024


@cache
def closed_days(year: int) -> frozenset[date]:
    """Public holidays, Constitution Day, Christmas Eve and New Year's Eve."""
    easter = _easter(year)
    moving = [-3, -2, 0, 1, 39, 49, 50]
    if year < STORE_BEDEDAG_ENDED:
        moving.append(26)
    fixed = [(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)]
    return frozenset(
        [easter + number * ONE_DAY for number in moving] + [date(year, month, day) for month, day in fixed]
    )


def is_open(day: date) -> bool:
    """Whether offices are open."""
    return day.strftime("%w") not in "06" and day not in closed_days(day.year)


def last_day(received: date, amount: int, unit: str) -> date:
    """The last day of a deadline, by counting."""
    return open_from(counted_to(received, amount, unit))


def counted_to(day: date, amount: int, unit: str) -> date:
    """Where counting ends, open day or not."""
    count = {"weeks": _days, "days": _days, "working_days": _working_days, "months": _months}[unit]
    return count(day, amount * 7 if unit == "weeks" else amount)


def open_from(day: date) -> date:
    """The day itself if offices are open, else the first day after it on which they are."""
    while not is_open(day):
        day += ONE_DAY
    return day


def _days(day: date, number: int) -> date:
    for _ in range(number):
        day += ONE_DAY
    return day


def _working_days(day: date, number: int) -> date:
    counted = 0
    for later in _after(day):
        counted += is_open(later)
        if counted == number:
            return later
    raise AssertionError("the days do not end")


def _months(day: date, number: int) -> date:
    passed = 0
    for later in _after(day):
        passed += later.day == 1
        last_of_month = (later + ONE_DAY).day == 1
        if passed == number and (later.day == day.day or (last_of_month and later.day < day.day)):
            return later
    raise AssertionError("the days do not end")


def _after(day: date) -> Iterator[date]:
    while True:
        day += ONE_DAY
        yield day


def _easter(year: int) -> date:
    """Easter Sunday by Gauss's rule, valid from 1900 to 2099 with its two exceptions."""
    a, b, c = year % 19, year % 4, year % 7
    d = (19 * a + 24) % 30
    e = (2 * b + 4 * c + 6 * d + 5) % 7
    if (d == 29 and e == 6) or (d == 28 and e == 6 and a > 10):
        e -= 7
    return date(year, 3, 22) + (d + e) * ONE_DAY
