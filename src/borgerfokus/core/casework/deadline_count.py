"""Counting one deadline: its first last day, and every move of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from borgerfokus.core.casework.deadline import DeadlineRule, Extension, Move, Suspension
from borgerfokus.core.dates import (
    NotCountedInDays,
    WorkingCalendar,
    add_hours,
    add_months,
    add_weeks,
    day_of,
    end_of_day,
)
from borgerfokus.core.rules import Unit
from borgerfokus.core.texts import Text

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One deadline from the instant it started; suspensions and extensions are looked at up to `until`."""

    rule: DeadlineRule
    calendar: WorkingCalendar
    started: datetime
    until: date

    @property
    def start(self) -> date:
        """The day of the start; it is not counted."""
        return day_of(self.started)

    @property
    def original(self) -> date:
        """The last day before any move."""
        if self.rule.unit is Unit.HOURS:
            return day_of(self.over_at)
        return self.calendar.next_working_day(self._counted)

    @property
    def over_at(self) -> datetime:
        """The first instant that is too late, before any move."""
        if self.rule.unit is Unit.HOURS:
            return add_hours(self.started, self.rule.amount)
        return end_of_day(self.original)

    @property
    def _counted(self) -> date:
        """Where counting ends, working day or not. Raises `NotCountedInDays`."""
        match self.rule.unit:
            case Unit.WORKING_DAYS:
                return self.calendar.add_working_days(self.start, self.rule.amount)
            case Unit.DAYS:
                return self.start + timedelta(days=self.rule.amount)
            case Unit.WEEKS:
                return add_weeks(self.start, self.rule.amount)
            case Unit.MONTHS:
                return add_months(self.start, self.rule.amount)
            case _:
                raise NotCountedInDays(f"{self.rule.key}: {self.rule.unit} do not end on a day")

    def moves(self, *, suspensions: Iterable[Suspension], extensions: Iterable[Extension]) -> Iterator[Move]:
        """Each move in the order of time; suspended days move the day counted to, working day or not."""
        stops = tuple(suspensions) if self.rule.stops_when_suspended else ()
        counted = self.original if self.rule.unit is Unit.HOURS else self._counted
        anchor = self.start
        for extension in self._mine(extensions):
            for period in merged(stops, start=anchor, until=extension.decided_on):
                move, counted = self._suspended(counted, period)
                yield from move
            before, counted, anchor = counted, extension.new_date, extension.decided_on
            yield Move(
                on=extension.decided_on,
                before=self.calendar.next_working_day(before),
                after=self.calendar.next_working_day(counted),
                reasons=(extension.reason,),
                extended=True,
            )
        for period in merged(stops, start=anchor, until=self.until):
            move, counted = self._suspended(counted, period)
            yield from move

    def _mine(self, extensions: Iterable[Extension]) -> list[Extension]:
        mine = (one for one in extensions if one.key == self.rule.key)
        seen = (one for one in mine if self.start <= one.decided_on <= self.until)
        return sorted(seen, key=lambda one: one.decided_on)

    def _suspended(self, counted: date, period: SuspendedDays) -> tuple[tuple[Move, ...], date]:
        before = self.calendar.next_working_day(counted)
        if period.start > before:
            return (), counted
        moved = self._moved(counted, period)
        after = self.calendar.next_working_day(moved)
        if after == before:
            return (), moved
        move = Move(on=period.start, before=before, after=after, reasons=period.reasons, extended=False)
        return (move,), moved

    def _moved(self, counted: date, period: SuspendedDays) -> date:
        if self.rule.unit is Unit.WORKING_DAYS:
            number = self.calendar.working_days_between(period.start - _DAY, period.end - _DAY)
            return self.calendar.add_working_days(counted, number)
        return counted + (period.end - period.start)


@dataclass(frozen=True, slots=True)
class SuspendedDays:
    """Days on end that are suspended, from `start` until `end`, which is not counted."""

    start: date
    end: date
    reasons: tuple[Text, ...]


def merged(suspensions: Iterable[Suspension], *, start: date, until: date) -> list[SuspendedDays]:
    """The suspended days from `start` until `until`, overlapping and adjoining ones as one."""
    found: list[SuspendedDays] = []
    for one in sorted(suspensions, key=lambda suspension: suspension.start):
        first, end = max(one.start, start), min(one.end or until, until)
        if end <= first:
            continue
        if found and first <= found[-1].end:
            before = found.pop()
            reasons = (*before.reasons, one.reason)
            found.append(SuspendedDays(before.start, max(before.end, end), reasons))
        else:
            found.append(SuspendedDays(first, end, (one.reason,)))
    return found
