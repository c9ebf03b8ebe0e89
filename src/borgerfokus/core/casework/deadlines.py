"""The one source of dates: acts, the municipality's own promises and agreements, on one calendar.

A deadline runs from the latest happening of one kind until the first of another. Suspension and extension
move it, as often as needed: each suspended day moves it by a day, a day that is suspended twice counts
once, and an extension sets a new day, from which later suspensions move it again. A suspension that begins
after the day has passed does not mend it. A day that is no working day moves to the next one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from borgerfokus.core.casework.deadline import (
    Agreed,
    Basis,
    Deadline,
    DeadlineRule,
    DeadlineStatus,
    Extension,
    Happening,
    Move,
    Suspension,
    Timeline,
)
from borgerfokus.core.casework.deadline_count import Count
from borgerfokus.core.dates import WorkingCalendar, day_of, end_of_day


def deadlines(
    *, rules: Iterable[DeadlineRule], timeline: Timeline, calendar: WorkingCalendar, at: datetime
) -> tuple[Deadline, ...]:
    """Each rule's deadline as it stands at the instant `at`, in the order of the rules.

    What happens after `at` is not looked at. Raises `NaiveMoment` for an instant without a time zone.
    """
    return tuple(_deadline(rule=rule, timeline=timeline, calendar=calendar, at=at) for rule in rules)


def _deadline(*, rule: DeadlineRule, timeline: Timeline, calendar: WorkingCalendar, at: datetime) -> Deadline:
    started = _latest(timeline.happenings, rule.starts_at, at)
    if started is None:
        status = DeadlineStatus.NOT_STARTED
        return Deadline(
            key=rule.key,
            basis=rule.basis,
            title=rule.title,
            reference=rule.reference,
            status=status,
            ends_with=rule.ends_with,
        )
    met = _first(timeline.happenings, rule.ends_with, started, at)
    stopped = met or min(timeline.closed_at or at, at)
    count = Count(rule=rule, calendar=calendar, started=started, until=day_of(stopped))
    moves = tuple(count.moves(suspensions=timeline.suspensions, extensions=timeline.extensions))
    due = moves[-1].after if moves else count.original
    over_at = end_of_day(due) if moves else count.over_at
    late = stopped >= over_at
    return Deadline(
        key=rule.key,
        basis=rule.basis,
        title=rule.title,
        reference=rule.reference,
        ends_with=rule.ends_with,
        status=_status(late=late, met=met is not None, rule=rule, timeline=timeline, at=at),
        starts_on=count.start,
        due=due,
        original_due=count.original,
        over_at=over_at,
        met_on=day_of(met) if met is not None else None,
        first_missed=_first_missed(moves=moves, due=due, late=late),
        moves=moves,
    )


def _status(*, late: bool, met: bool, rule: DeadlineRule, timeline: Timeline, at: datetime) -> DeadlineStatus:
    if late:
        return DeadlineStatus.MISSED
    if met:
        return DeadlineStatus.MET
    if timeline.closed_at is not None and timeline.closed_at <= at:
        return DeadlineStatus.LAPSED
    day = day_of(at)
    rests = any(one.start <= day and (one.end is None or day < one.end) for one in timeline.suspensions)
    return DeadlineStatus.SUSPENDED if rests and rule.stops_when_suspended else DeadlineStatus.RUNNING


def _first_missed(*, moves: Sequence[Move], due: date, late: bool) -> date | None:
    for move in moves:
        if move.extended and move.before < move.on:
            return move.before
    return due if late else None


def _latest(happenings: Iterable[Happening], kind: str, at: datetime) -> datetime | None:
    return max((one.at for one in happenings if one.kind == kind and one.at <= at), default=None)


def _first(happenings: Iterable[Happening], kind: str, since: datetime, at: datetime) -> datetime | None:
    return min((one.at for one in happenings if one.kind == kind and since <= one.at <= at), default=None)


class Urgency(StrEnum):
    """How near a deadline is."""

    OVER = "over"
    SOON = "soon"
    FINE = "fine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """`slipping` belongs on somebody's list; for each of `slipped` the citizen is to be written to."""

    slipping: tuple[Deadline, ...]
    slipped: tuple[Deadline, ...]


def agreement(*, agreed: Agreed, at: datetime) -> Deadline:
    """A date agreed with somebody, e.g. when the citizen answers. Nothing moves it."""
    over_at = end_of_day(agreed.due)
    late = agreed.met_on > agreed.due if agreed.met_on is not None else at >= over_at
    in_time = DeadlineStatus.RUNNING if agreed.met_on is None else DeadlineStatus.MET
    return Deadline(
        key=agreed.key,
        basis=Basis.AGREEMENT,
        title=agreed.title,
        reference=agreed.reference,
        status=DeadlineStatus.MISSED if late else in_time,
        starts_on=agreed.since,
        due=agreed.due,
        original_due=agreed.due,
        over_at=over_at,
        met_on=agreed.met_on,
        first_missed=agreed.due if late else None,
    )


def days_left(deadline: Deadline, on: date) -> int | None:
    """Calendar days until the last day, 0 on the day itself, negative after it; None if nothing is due."""
    return (deadline.due - on).days if deadline.is_open and deadline.due is not None else None


def urgency(deadline: Deadline, on: date, *, soon_days: int) -> Urgency:
    """How near an open deadline is; one that is suspended, met or not started is fine.

    `soon_days` (a parameter) is how many calendar days before the last day it counts as soon.
    """
    left = days_left(deadline, on)
    if left is None or deadline.status is DeadlineStatus.SUSPENDED:
        return Urgency.FINE
    if deadline.status is DeadlineStatus.MISSED or left < 0:
        return Urgency.OVER
    return Urgency.SOON if left <= soon_days else Urgency.FINE


def next_due(found: Iterable[Deadline]) -> Deadline | None:
    """The open deadline that comes first, one that has passed included; None if nothing is due."""
    still = [one for one in found if one.is_open and one.due is not None]
    return min(still, key=lambda one: (one.due or date.max, one.key), default=None)


def notice_due(
    found: Iterable[Deadline], on: date, *, ahead_days: int, notified: Collection[tuple[str, date]] = ()
) -> Notices:
    """Which deadlines need somebody now.

    Slipping: running, with at most `ahead_days` calendar days left. Slipped: an act's or the municipality's
    own date has passed unmet, and the citizen has not been told; `notified` holds (key, due) of those told
    already (retssikkerhedsloven § 3, stk. 2). A missed agreement is on the list, for no letter is owed for
    it.
    """
    slipping, slipped = [], []
    for one in found:
        left = days_left(one, on)
        if left is None or one.due is None:
            continue
        if one.status is DeadlineStatus.MISSED:
            if one.basis is Basis.AGREEMENT:
                slipping.append(one)
            elif (one.key, one.due) not in notified:
                slipped.append(one)
        elif one.status is DeadlineStatus.RUNNING and left <= ahead_days:
            slipping.append(one)
    return Notices(slipping=tuple(slipping), slipped=tuple(slipped))


__all__ = [
    "Agreed",
    "Basis",
    "Deadline",
    "DeadlineRule",
    "DeadlineStatus",
    "Extension",
    "Happening",
    "Move",
    "Notices",
    "Suspension",
    "Timeline",
    "Urgency",
    "agreement",
    "days_left",
    "deadlines",
    "next_due",
    "notice_due",
    "urgency",
]
