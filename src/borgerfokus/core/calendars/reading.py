"""When somebody is busy, read from iCalendar that comes from outside. Times are kept and nothing else: no title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Calendar
from icalendar.cal import Component

from borgerfokus.core.booking.slots import Span
from borgerfokus.core.dates import COPENHAGEN

MOST_LINES: Final = 50_000
"""Some thousands of appointments. Each line of a calendar is held as an object of its own while it is read."""


_NOT_A_CALENDAR: Final = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    OverflowError,
    RecursionError,
    OSError,
)
"""What reading one can end in; OSError, for a time zone is looked up by its name as a file."""


class UnreadableCalendar(ValueError):
    """The text is no calendar, or says something that cannot be reckoned with."""


@dataclass(frozen=True, slots=True)
class Busy:
    """A span in which somebody is busy; `uid` tells our own appointments from others."""

    uid: str
    span: Span


def busy(text: str, *, window: Span) -> list[Busy]:
    """The busy times that overlap the window. Raises UnreadableCalendar.

    What is marked as free or cancelled is left out. A date without a time is a whole day in Copenhagen. Repetitions
    must have been expanded by the server (RFC 4791, 9.6.5): one that was not is an error, never silently left out.
    """
    if text.count("\n") > MOST_LINES:
        raise UnreadableCalendar("too many lines")
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        if not calendars:
            raise UnreadableCalendar("no calendar")
        found = [one for calendar in calendars for event in calendar.walk("VEVENT") for one in _of(event)]
    except UnreadableCalendar:
        raise
    except _NOT_A_CALENDAR as error:
        raise UnreadableCalendar("not a calendar") from error
    return [one for one in found if one.span.overlaps(window)]


def _of(event: Component) -> Iterator[Busy]:
    if str(event.get("transp", "")).upper() == "TRANSPARENT" or str(event.get("status", "")).upper() == "CANCELLED":
        return
    if "rrule" in event or "rdate" in event:
        raise UnreadableCalendar("a repetition is not expanded")
    starts = event.decoded("dtstart")
    begins, ends = _moment(starts), _end(event, starts)
    if ends > begins:
        yield Busy(str(event.get("uid", "")), Span(begins, ends))


def _end(event: Component, starts: date | datetime) -> datetime:
    if "dtend" in event:
        return _moment(event.decoded("dtend"))
    if "duration" in event:
        length: timedelta = event.decoded("duration")
        return _moment(starts) + length
    return _moment(starts) if isinstance(starts, datetime) else _moment(starts + timedelta(days=1))


def _moment(value: date | datetime) -> datetime:
    """An aware moment; what has no zone is on the clock of Copenhagen."""
    if not isinstance(value, datetime):
        value = datetime.combine(value, time.min)
    return (value if value.tzinfo else value.replace(tzinfo=COPENHAGEN)).astimezone(UTC)
