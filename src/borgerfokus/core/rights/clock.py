"""The clock of a request for access: when it must be answered, how much time is left, and the appeal that waits.

Sources: forvaltningsloven § 16 and offentlighedsloven § 36 (the deadline, counted in working days from the day after
the request came), forvaltningsloven § 17 (the time to appeal stands still until access has been given).
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from borgerfokus.core.dates import WorkingCalendar


class Left(StrEnum):
    """How near the date is."""

    OVER = "over"
    SOON = "soon"
    FINE = "fine"


_NEAR = 2
"""So many working days before the date it is called near: a matter of show, not of law."""


def due_on(*, received: date, working_days: int, calendar: WorkingCalendar) -> date:
    """The last day to answer a request that came on the day `received`."""
    return calendar.add_working_days(received, working_days)


def left(*, due: date, on: date, calendar: WorkingCalendar) -> tuple[int, Left]:
    """Working days left until the last day (negative when it has passed), and how near that is."""
    if on > due:
        return -calendar.working_days_between(due, on), Left.OVER
    days = calendar.working_days_between(on, due)
    return days, Left.SOON if days <= _NEAR else Left.FINE


def appeal_until_after(*, until: date | None, asked_on: date, answered_on: date, minimum_days: int) -> date | None:
    """The last day to appeal once access has been given; None when no time to appeal was running.

    The days that were left go on from the answer, and there are at least `minimum_days` of them.
    """
    if until is None or asked_on > until:
        return None
    return answered_on + timedelta(days=max((until - asked_on).days, minimum_days))
