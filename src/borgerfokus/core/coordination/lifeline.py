"""One line of time for everything that happens around a citizen: where spans and marks lie on a common scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from borgerfokus.core.dates import add_months

_BACK, _AHEAD = 60, 18
"""The longest look back and ahead, in months: older and later days lie on the edge."""
_MARGIN = timedelta(days=30)
_QUARTERS_UP_TO = 550


@dataclass(frozen=True)
class Span:
    """Something that lasts `[starts, ends)`; `ends=None` until further notice."""

    starts: date
    ends: date | None = None


@dataclass(frozen=True)
class Scale:
    """The days from `first` to `last`, both shown."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Where a day lies, in per cent; what lies outside is on the edge."""
        whole = (self.last - self.first).days
        return max(0.0, min(100.0, 100.0 * (day - self.first).days / whole))

    def width(self, span: Span) -> tuple[float, float]:
        """Where a span begins and how wide it is, in per cent."""
        begins = self.place(span.starts)
        return begins, self.place(span.ends or self.last) - begins

    def ticks(self) -> tuple[date, ...]:
        """The days to be named: each first of January, or of a quarter on a short line."""
        short = (self.last - self.first).days <= _QUARTERS_UP_TO
        step = 3 if short else 12
        day, found = date(self.first.year, 1, 1), []
        while day <= self.last:
            if day > self.first:
                found.append(day)
            day = add_months(day, step)
        return tuple(found)


def scale(*, spans: Iterable[Span], marks: Iterable[date], today: date) -> Scale:
    """A scale that shows all of them and today, within five years back and a year and a half ahead."""
    days = [today, *marks]
    for span in spans:
        days += [span.starts, span.ends or today]
    first = max(min(days), add_months(today, -_BACK))
    last = min(max(days), add_months(today, _AHEAD))
    return Scale(first=first - _MARGIN, last=max(last, today) + _MARGIN)
