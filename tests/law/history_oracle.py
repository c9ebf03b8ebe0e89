"""A second reckoning of a case's dates that shares nothing with the program's own: a finger on each day in turn.

It is driven by the table `LENGTHS` and by what happened, and uses the computus of `tests.law.oracle` for holidays.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.law.oracle import ONE_DAY, counted_to, is_open, open_from

HERE = ZoneInfo("Europe/Copenhagen")
LENGTHS = {
    "4 weeks": (4, "weeks"),
    "14 days": (14, "days"),
    "7 working days": (7, "working_days"),
    "3 months": (3, "months"),
    "4 months": (4, "months"),
    "24 hours": (24, "hours"),
}
"""The lengths that the acts and the municipality's own promises use (`tests/law/parameters.md`)."""


@dataclass
class History:
    """What happened in one case. A stop is (first day, day it ended or None); a promise is (made on, new day)."""

    length: str
    rests: bool
    began: list[datetime] = field(default_factory=list)
    done: list[datetime] = field(default_factory=list)
    stops: list[tuple[date, date | None]] = field(default_factory=list)
    promises: list[tuple[date, date]] = field(default_factory=list)
    closed: datetime | None = None


@dataclass(frozen=True)
class Found:
    """How the deadline stands: word, last day, first last day, and the first day that passed unmet."""

    status: str
    due: date | None = None
    first: date | None = None
    missed: date | None = None


def reckon(history: History, *, at: datetime) -> Found:
    """The deadline at one instant, by walking from the day it began to the day it was done."""
    begun = [moment for moment in history.began if moment <= at]
    if not begun:
        return Found("not_started")
    start = max(begun)
    ends = [moment for moment in history.done if start <= moment <= at]
    halt = min(ends) if ends else min(history.closed or at, at)
    walk = _Walk(history, start)
    walk.to(_day(halt))
    late = halt >= walk.too_late
    if late:
        status = "missed"
    elif ends:
        status = "met"
    elif history.closed is not None and history.closed <= at:
        status = "lapsed"
    else:
        status = "suspended" if history.rests and _resting(history, _day(at)) else "running"
    missed = walk.missed or (walk.due if late else None)
    return Found(status, walk.due, walk.first, missed)


class _Walk:
    """A finger on the calendar. `end` is where counting stands, open day or not."""

    def __init__(self, history: History, start: datetime) -> None:
        self.history = history
        self.start = start
        amount, unit = LENGTHS[history.length]
        self.by_open_days = unit == "working_days"
        self.moved = False
        self.missed: date | None = None
        if unit == "hours":
            self.last_instant = start.astimezone(UTC) + timedelta(hours=amount)
            self.end = _day(self.last_instant)
            self.first = self.end
        else:
            self.last_instant = None
            self.end = counted_to(_day(start), amount, unit)
            self.first = open_from(self.end)

    @property
    def due(self) -> date:
        """The last day as it is told: an open day, unless hours are counted."""
        return self.first if self.last_instant is not None and not self.moved else open_from(self.end)

    @property
    def too_late(self) -> datetime:
        """The first instant that is too late."""
        if self.last_instant is not None and not self.moved:
            return self.last_instant
        tomorrow = self.due + ONE_DAY
        return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=HERE)

    def to(self, last: date) -> None:
        """Walk to a day: promises made on it count, rest on it does not yet."""
        day, in_a_row = _day(self.start), None
        while day <= last:
            for _, new in [one for one in self.history.promises if one[0] == day]:
                if open_from(self.end) < day and self.missed is None:
                    self.missed = open_from(self.end)
                self.end, self.moved, in_a_row = new, True, None
            if day < last and self.history.rests and _resting(self.history, day):
                if in_a_row is None:
                    in_a_row = day <= open_from(self.end)
                if in_a_row:
                    self._rest(day)
            else:
                in_a_row = None
            day += ONE_DAY

    def _rest(self, day: date) -> None:
        if not self.by_open_days:
            self.end += ONE_DAY
        elif is_open(day):
            self.end = open_from(self.end + ONE_DAY)


def _resting(history: History, day: date) -> bool:
    return any(first <= day and (end is None or day < end) for first, end in history.stops)


def _day(moment: datetime) -> date:
    return moment.astimezone(HERE).date()
