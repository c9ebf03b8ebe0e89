"""Dates, times and lengths of time in Danish and English words.

Danish as the public sector writes it: "21. november 2026", "21-11-2026", "kl. 14.30", "uge 47".
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from borgerfokus.core.dates import in_copenhagen
from borgerfokus.core.periods import Period
from borgerfokus.core.rules import Unit
from borgerfokus.core.texts import Text

MONTHS: Final = tuple(
    Text(da=da, en=en)
    for da, en in (
        ("januar", "January"),
        ("februar", "February"),
        ("marts", "March"),
        ("april", "April"),
        ("maj", "May"),
        ("juni", "June"),
        ("juli", "July"),
        ("august", "August"),
        ("september", "September"),
        ("oktober", "October"),
        ("november", "November"),
        ("december", "December"),
    )
)
WEEKDAYS: Final = tuple(
    Text(da=da, en=en)
    for da, en in (
        ("mandag", "Monday"),
        ("tirsdag", "Tuesday"),
        ("onsdag", "Wednesday"),
        ("torsdag", "Thursday"),
        ("fredag", "Friday"),
        ("lørdag", "Saturday"),
        ("søndag", "Sunday"),
    )
)
_SINGULAR_AND_PLURAL: Final = {
    Unit.MINUTES: (Text("{n} minut", "{n} minute"), Text("{n} minutter", "{n} minutes")),
    Unit.HOURS: (Text("{n} time", "{n} hour"), Text("{n} timer", "{n} hours")),
    Unit.DAYS: (Text("{n} dag", "{n} day"), Text("{n} dage", "{n} days")),
    Unit.WORKING_DAYS: (
        Text("{n} arbejdsdag", "{n} working day"),
        Text("{n} arbejdsdage", "{n} working days"),
    ),
    Unit.WEEKS: (Text("{n} uge", "{n} week"), Text("{n} uger", "{n} weeks")),
    Unit.MONTHS: (Text("{n} måned", "{n} month"), Text("{n} måneder", "{n} months")),
    Unit.YEARS: (Text("{n} år", "{n} year"), Text("{n} år", "{n} years")),
}


class NotALength(ValueError):
    """A unit does not count time."""


def date_words(day: date) -> Text:
    """ "21. november 2026" / "21 November 2026"."""
    month = MONTHS[day.month - 1]
    return Text(da=f"{day.day}. {month.da} {day.year}", en=f"{day.day} {month.en} {day.year}")


def date_digits(day: date) -> Text:
    """ "21-11-2026" / "21/11/2026"."""
    return Text(da=f"{day:%d-%m}-{day.year:04d}", en=f"{day:%d/%m}/{day.year:04d}")


def day_and_month(day: date) -> Text:
    """ "21. november" / "21 November", for a date whose year is plain."""
    month = MONTHS[day.month - 1]
    return Text(da=f"{day.day}. {month.da}", en=f"{day.day} {month.en}")


def short_day_and_month(day: date) -> Text:
    """ "21. nov." / "21 Nov", for charts and narrow cells. Names of four letters or fewer stand in full."""
    month = MONTHS[day.month - 1]
    da = month.da if len(month.da) <= 4 else f"{month.da[:3]}."
    en = month.en if len(month.en) <= 4 else month.en[:3]
    return Text(da=f"{day.day}. {da}", en=f"{day.day} {en}")


def weekday_and_date(day: date) -> Text:
    """ "lørdag den 21. november 2026" / "Saturday 21 November 2026"."""
    weekday, words = WEEKDAYS[day.weekday()], date_words(day)
    return Text(da=f"{weekday.da} den {words.da}", en=f"{weekday.en} {words.en}")


def month_and_year(day: date) -> Text:
    """ "november 2026" / "November 2026"."""
    month = MONTHS[day.month - 1]
    return Text(da=f"{month.da} {day.year}", en=f"{month.en} {day.year}")


def week(day: date) -> Text:
    """The ISO week: "uge 47" / "week 47"."""
    number = day.isocalendar().week
    return Text(da=f"uge {number}", en=f"week {number}")


def week_and_year(day: date) -> Text:
    """The ISO week with its own year: "uge 53, 2026" is also right for 1 January 2027."""
    year, number, _ = day.isocalendar()
    return Text(da=f"uge {number}, {year}", en=f"week {number}, {year}")


def time_words(moment: datetime) -> Text:
    """The time in Copenhagen: "kl. 14.30" / "14:30". Raises `NaiveMoment`."""
    local = in_copenhagen(moment)
    return Text(da=f"kl. {local.hour}.{local.minute:02d}", en=f"{local.hour}:{local.minute:02d}")


def moment_words(moment: datetime) -> Text:
    """ "21. november 2026, kl. 14.30" / "21 November 2026, 14:30". Raises `NaiveMoment`."""
    day, clock = date_words(in_copenhagen(moment).date()), time_words(moment)
    return Text(da=f"{day.da}, {clock.da}", en=f"{day.en}, {clock.en}")


def period_words(period: Period) -> Text:
    """First to last day: "fra 1. maj til 31. maj 2026"; an open period has its first day only."""
    first, last = date_words(period.start), period.last_day
    if last is None:
        return Text(da=f"fra {first.da}", en=f"from {first.en}")
    if last.year == period.start.year:
        first = day_and_month(period.start)
    return Text(
        da=f"fra {first.da} til {date_words(last).da}", en=f"from {first.en} to {date_words(last).en}"
    )


def relative_days(day: date, *, today: date) -> Text:
    """The words of a deadline chip: "4 dage over", "i dag", "2 dage"."""
    left = (day - today).days
    if left == 0:
        return Text(da="i dag", en="today")
    length = length_words(abs(left), Unit.DAYS)
    return length if left > 0 else Text(da=f"{length.da} over", en=f"{length.en} over")


def length_words(amount: int, unit: Unit) -> Text:
    """A length of time: "4 uger" / "4 weeks", "1 arbejdsdag". Raises `NotALength` for another unit."""
    if unit not in _SINGULAR_AND_PLURAL:
        raise NotALength(f"{unit.value} is not a length of time")
    one, many = _SINGULAR_AND_PLURAL[unit]
    return (one if amount == 1 else many).filled(n=amount)
