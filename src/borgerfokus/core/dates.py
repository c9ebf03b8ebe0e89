"""Working days, deadlines and the day a letter counts as received.

The rules (the Ministry of Justice's guidance no. 9533 of 26 June 2018): the day of receipt is not counted;
weeks are counted as weeks and months as months; a deadline that ends on a Saturday, Sunday or holiday moves
to the next working day; the last day runs to its end. Days are days in Copenhagen.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from holidays import country_holidays

from borgerfokus.core.rules import NotInForce, Parameters, Unit

COPENHAGEN: Final = ZoneInfo("Europe/Copenhagen")
PHYSICAL_MAIL_PRESUMPTION: Final = "calendar.physical_mail_presumption"
EXTRA_HOLIDAYS: Final = "calendar.extra_holidays"
_SATURDAY: Final = 5
_YEARS_AHEAD: Final = 10
"""Room for the longest deadlines that are counted from a year asked for."""
_ONE_DAY: Final = timedelta(days=1)


class OutsideCalendar(ValueError):
    """A day lies in a year whose holidays the calendar does not know."""


class NaiveMoment(ValueError):
    """A moment has no time zone, so it has no day in Copenhagen."""


class NotCountedInDays(ValueError):
    """A length of time in this unit has no last day, e.g. hours."""


class Channel(StrEnum):
    """How a letter reaches the citizen."""

    DIGITAL_POST = "digital_post"
    PAPER = "paper"


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are working days: Monday to Friday without the holidays.

    `years` are those whose holidays are known; a question about another year raises `OutsideCalendar`.
    With `years=None` the holidays given are taken to be all there are.
    """

    holidays: frozenset[date]
    years: range | None = None

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is neither Saturday, Sunday nor a holiday."""
        if self.years is not None and day.year not in self.years:
            raise OutsideCalendar(
                f"the calendar knows {self.years.start} to {self.years.stop - 1}, not {day}"
            )
        return day.weekday() < _SATURDAY and day not in self.holidays

    def next_working_day(self, day: date) -> date:
        """The day itself if it is a working day, else the first one after it: where a deadline moves to."""
        while not self.is_working_day(day):
            day += _ONE_DAY
        return day

    def previous_working_day(self, day: date) -> date:
        """The day itself if it is a working day, else the last one before it."""
        while not self.is_working_day(day):
            day -= _ONE_DAY
        return day

    def add_working_days(self, day: date, number: int) -> date:
        """The day that comes `number` working days after `day`, which is not counted; before it if negative.

        With 0 the day itself, working day or not.
        """
        step = _ONE_DAY if number > 0 else -_ONE_DAY
        left = abs(number)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days come after `start` up to `end`, which counts; negative if `end` is before."""
        if end < start:
            return -self.working_days_between(end, start)
        days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
        return sum(self.is_working_day(day) for day in days)


def calendar_for(years: Iterable[int], parameters: Parameters) -> WorkingCalendar:
    """The calendar of the years from the first to the last of `years`, one year before and ten after.

    Danish holidays (Store Bededag until 2023), and the days of the parameter `calendar.extra_holidays`
    as it stands on each of them. Cached: asking again costs nothing.
    """
    known = tuple(years)
    return _calendar(min(known) - 1, max(known) + _YEARS_AHEAD, parameters)


@lru_cache(maxsize=32)
def _calendar(first: int, last: int, parameters: Parameters) -> WorkingCalendar:
    years = range(first, last + 1)
    public = country_holidays("DK", years=years, language="da", expand=False)
    return WorkingCalendar(holidays=frozenset({*public, *_extra_holidays(years, parameters)}), years=years)


def _extra_holidays(years: range, parameters: Parameters) -> Iterator[date]:
    known = {day for value in parameters.history(EXTRA_HOLIDAYS) for day in value.codes}
    for year in years:
        for month_day in known:
            try:
                day = date.fromisoformat(f"{year}-{month_day}")
                in_force = parameters.at(EXTRA_HOLIDAYS, on=day).codes
            except (NotInForce, ValueError):
                # Before the parameter, or 29 February of a common year: there is no such holiday.
                continue
            if month_day in in_force:
                yield day


def add_weeks(day: date, number: int) -> date:
    """The same weekday `number` weeks later."""
    return day + timedelta(weeks=number)


def add_months(day: date, number: int) -> date:
    """The same day of the month `number` months later, or the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(*, received: date, amount: int, unit: Unit, calendar: WorkingCalendar) -> date:
    """The last day of a deadline of `amount` units that runs from the day `received`, which is not counted.

    An end on a Saturday, Sunday or holiday moves to the next working day. The whole last day belongs to the
    deadline. Raises `NotCountedInDays` for hours and minutes, which run from an instant: see `add_hours`.
    """
    match unit:
        case Unit.WORKING_DAYS:
            end = calendar.add_working_days(received, amount)
        case Unit.DAYS:
            end = received + timedelta(days=amount)
        case Unit.WEEKS:
            end = add_weeks(received, amount)
        case Unit.MONTHS:
            end = add_months(received, amount)
        case Unit.YEARS:
            end = add_months(received, 12 * amount)
        case _:
            raise NotCountedInDays(f"{unit.value} do not end on a day")
    return calendar.next_working_day(end)


def receipt_day(*, sent: date, channel: Channel, calendar: WorkingCalendar, parameters: Parameters) -> date:
    """The day that a letter counts as received.

    Digital Post: the day it is available in the mailbox, weekend or not, given as `sent`. Paper: presumed as
    many working days after dispatch as the parameter `calendar.physical_mail_presumption` says on that day.
    """
    if channel is Channel.DIGITAL_POST:
        return sent
    return calendar.add_working_days(sent, parameters.at(PHYSICAL_MAIL_PRESUMPTION, on=sent).number)


def day_of(moment: datetime) -> date:
    """The day in Copenhagen of an aware moment. Raises `NaiveMoment`."""
    return in_copenhagen(moment).date()


def in_copenhagen(moment: datetime) -> datetime:
    """The same instant on the clock of Copenhagen. Raises `NaiveMoment`."""
    if moment.tzinfo is None:
        raise NaiveMoment(f"{moment.isoformat()} has no time zone")
    return moment.astimezone(COPENHAGEN)


def add_hours(moment: datetime, number: int) -> datetime:
    """The instant `number` real hours later, also over a change of the clock. Raises `NaiveMoment`."""
    return in_copenhagen(in_copenhagen(moment).astimezone(UTC) + timedelta(hours=number))


def end_of_day(day: date) -> datetime:
    """The first instant after `day` in Copenhagen: what happens before it happened on the day."""
    return datetime.combine(day + _ONE_DAY, time.min, tzinfo=COPENHAGEN)
