"""Half-open periods of days: the start day is in, the end day is out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


class EmptyPeriod(ValueError):
    """A period would hold no day: its end is not after its start."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` (included) to `end` (not included); `end=None` means until further notice.

    Raises `EmptyPeriod` if the end is not after the start.
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise EmptyPeriod(f"the period from {self.start} ends on {self.end}, before it has a day")

    @property
    def is_open(self) -> bool:
        """Whether the period runs until further notice."""
        return self.end is None

    @property
    def last_day(self) -> date | None:
        """The last day in the period, or `None` for an open one."""
        return None if self.end is None else self.end - timedelta(days=1)

    @property
    def days(self) -> int | None:
        """The number of days, or `None` for an open period."""
        return None if self.end is None else (self.end - self.start).days

    def contains(self, day: date) -> bool:
        """Whether `day` lies in the period."""
        return self.start <= day and (self.end is None or day < self.end)

    def __contains__(self, day: date) -> bool:
        return self.contains(day)

    def overlaps(self, other: Period) -> bool:
        """Whether the two periods share at least one day. Periods that only meet do not overlap."""
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)

    def intersection(self, other: Period) -> Period | None:
        """The days in both periods, or `None` if there are none."""
        if not self.overlaps(other):
            return None
        ends = [end for end in (self.end, other.end) if end is not None]
        return Period(start=max(self.start, other.start), end=min(ends, default=None))

    def shift(self, *, days: int) -> Period:
        """The same period moved by a number of days, backwards if negative."""
        moved = timedelta(days=days)
        return Period(start=self.start + moved, end=None if self.end is None else self.end + moved)

    def ended(self, *, end: date) -> Period:
        """The same period with `end` as its first day outside. Raises `EmptyPeriod`."""
        return Period(start=self.start, end=end)
