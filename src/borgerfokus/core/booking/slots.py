"""Which times are free: everybody's opening hours, less what is taken, cut into slots of one length.

Moments are aware. A day is a day in Copenhagen; opening hours are wall-clock times, so that 9 o'clock stays 9 o'clock
over a change of the clock. Spans are half-open: what ends at 10 does not disturb what begins at 10.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from borgerfokus.core.dates import COPENHAGEN, day_of


class EmptySpan(ValueError):
    """A span would have no length."""


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment (included) to another (not included). Raises EmptySpan."""

    starts: datetime
    ends: datetime

    def __post_init__(self) -> None:
        if self.ends <= self.starts:
            raise EmptySpan(f"{self.starts} to {self.ends}")

    def overlaps(self, other: Span) -> bool:
        """Whether they share a moment. Spans that only meet do not."""
        return self.starts < other.ends and other.starts < self.ends

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly within."""
        return self.starts <= other.starts and other.ends <= self.ends

    def with_buffer(self, minutes: int) -> Span:
        """The same, with time afterwards to write up, tidy or travel."""
        return Span(self.starts, _later(self.ends, timedelta(minutes=minutes)))


@dataclass(frozen=True, slots=True)
class Hours:
    """Open on one weekday (Monday is 1) from one time of day to another."""

    weekday: int
    begins: time
    ends: time


@dataclass(frozen=True, slots=True)
class Diary:
    """One employee's hours, and the spans in which that employee is taken or away."""

    hours: tuple[Hours, ...]
    taken: tuple[Span, ...] = ()

    def is_free(self, span: Span) -> bool:
        """Whether nothing is in the way of the span."""
        return not any(one.overlaps(span) for one in self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for: how long, the time after it, and the window in which it may begin.

    `step` is how far apart the beginnings lie, in minutes.
    """

    minutes: int
    window: Span
    buffer: int = 0
    step: int = 15


@dataclass(frozen=True, slots=True)
class Slot:
    """A free time; `room` is one that is free then, None where no room is needed."""

    span: Span
    room: int | None = None


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms that would do, by preference, with what is taken in each. Without any no room is needed."""

    taken: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    needed: bool = False

    def free(self, span: Span) -> int | None:
        """The first room that is free; None when none is."""
        for room, taken in self.taken.items():
            if not any(one.overlaps(span) for one in taken):
                return room
        return None


def free(
    *, wanted: Wanted, diaries: Sequence[Diary], rooms: Rooms, holidays: frozenset[date]
) -> Iterator[Slot]:
    """The free times in order: all the diaries are open and free, buffer too, a room if one is needed, no holiday.

    Nobody to meet means no time at all.
    """
    if not diaries:
        return
    for day in _days(wanted.window):
        if day not in holidays:
            for begins in _beginnings(day, diaries, wanted):
                slot = _slot(begins, wanted, diaries, rooms)
                if slot is not None:
                    yield slot


def window(*, at: datetime, notice_hours: int, horizon_days: int) -> Span:
    """When an appointment may begin that is booked now: after the notice, at any rate later, and within the horizon."""
    first = _later(at, max(timedelta(hours=notice_hours), timedelta(minutes=1)))
    return Span(first, max(_later(at, timedelta(days=horizon_days)), _later(first, timedelta(minutes=1))))


def opening(*, day: date, hours: Iterable[Hours]) -> tuple[Span, ...]:
    """The open spans of a day, those that meet or overlap joined."""
    found: list[Span] = []
    for one in sorted((_on(day, one) for one in hours if one.weekday == day.isoweekday()), key=_start):
        if found and one.starts <= found[-1].ends:
            found[-1] = Span(found[-1].starts, max(found[-1].ends, one.ends))
        else:
            found.append(one)
    return tuple(found)


def _days(span: Span) -> Iterator[date]:
    day, last = day_of(span.starts), day_of(span.ends)
    while day <= last:
        yield day
        day += timedelta(days=1)


def _beginnings(day: date, diaries: Sequence[Diary], wanted: Wanted) -> Iterator[datetime]:
    """Each step from the opening of whoever opens last."""
    for span in opening(day=day, hours=diaries[0].hours):
        begins = span.starts
        while _later(begins, timedelta(minutes=wanted.minutes)) <= span.ends:
            yield begins
            begins = _later(begins, timedelta(minutes=wanted.step))


def _slot(begins: datetime, wanted: Wanted, diaries: Sequence[Diary], rooms: Rooms) -> Slot | None:
    if not wanted.window.starts <= begins < wanted.window.ends:
        return None
    span = Span(begins, _later(begins, timedelta(minutes=wanted.minutes)))
    taken = span.with_buffer(wanted.buffer)
    for diary in diaries:
        is_open = any(one.holds(span) for one in opening(day=day_of(begins), hours=diary.hours))
        if not is_open or not diary.is_free(taken):
            return None
    if not rooms.needed:
        return Slot(span)
    room = rooms.free(taken)
    return Slot(span, room) if room is not None else None


def _on(day: date, hours: Hours) -> Span:
    begins, ends = (datetime.combine(day, clock, tzinfo=COPENHAGEN) for clock in (hours.begins, hours.ends))
    return Span(begins.astimezone(UTC), ends.astimezone(UTC))


def _later(moment: datetime, length: timedelta) -> datetime:
    """Real time later, also over a change of the clock."""
    return moment.astimezone(UTC) + length


def _start(span: Span) -> datetime:
    return span.starts
