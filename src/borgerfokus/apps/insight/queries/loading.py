"""What lies ahead of a team in the coming weeks: cases in, hours needed, decisions, and dates that may be missed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from borgerfokus.apps.casework.service import Undecided
from borgerfokus.apps.insight.queries.forecasting import came_in, fresh, likeness
from borgerfokus.apps.insight.queries.logs import open_log
from borgerfokus.core import forecast
from borgerfokus.core.dates import WorkingCalendar, day_of
from borgerfokus.core.forecast import Coming, Curve, Incoming, Pace, Week

WEEKS, HISTORY = 8, 52
"""So many weeks ahead, from so many weeks before."""
_LIKELY = 0.5


@dataclass(frozen=True)
class Risk:
    """A case that more likely than not waits beyond its date. `chance` from 0 to 1."""

    number: str
    kind: str
    due: date
    chance: float


@dataclass(frozen=True)
class Ahead:
    """What is ahead of some units, from the Monday `starts` on. `came_before`: of the weeks before, oldest first.

    `untold` are open cases of which nothing can be said, and `unpriced` those of a kind whose hours are not told.
    """

    starts: date
    open: int
    untold: int
    unpriced: int
    came_before: Sequence[int]
    came: Sequence[Week]
    hours: Sequence[Week]
    decided: Sequence[Week]
    missed: Sequence[Week]
    risks: Sequence[Risk]


@dataclass(frozen=True)
class Given:
    """What a forecast of the load is made from. `hours`: of a case of each kind, as its document says."""

    folder: Path
    at: datetime
    calendar: WorkingCalendar
    hours: Mapping[str, int]


def ahead(given: Given, *, cases: Sequence[Undecided], units: frozenset[str]) -> Ahead:
    """What is ahead of the units whose open cases these are."""
    day = day_of(given.at)
    starts = day + timedelta(days=-day.weekday() % 7)
    wait = (starts - day).days
    waits = _waits(given, cases)
    chances = [
        (row, (row.due - day).days, curve.still_waits((row.due - day).days + 1))
        for row, curve in waits
        if row.due is not None and row.due >= day
    ]
    before, incoming, shares = _incoming(given, starts, units)
    paces = {kind: pace for kind in {*shares, *(row.kind for row in cases)} if (pace := _pace(given, kind, day))}
    coming = [Coming(share, paces[kind]) for kind, share in shares.items() if kind in paces]
    return Ahead(
        starts=starts,
        open=len(cases),
        untold=len(cases) - len(waits),
        unpriced=sum(row.kind not in given.hours for row in cases),
        came_before=before,
        came=[one.week for one in incoming],
        hours=forecast.hours_by_week(
            [(paces[row.kind].weekly, curve) for row, curve in waits if row.kind in paces],
            coming,
            incoming,
            starts=wait,
        ),
        decided=forecast.decided_by_week([curve for _row, curve in waits], starts=wait, weeks=WEEKS),
        missed=forecast.missed_by_week([(days, chance) for _row, days, chance in chances], starts=wait, weeks=WEEKS),
        risks=_risks([(row, chance) for row, _days, chance in chances]),
    )


def _waits(given: Given, cases: Sequence[Undecided]) -> list[tuple[Undecided, Curve]]:
    """The cases of which something can be said, with the rest of their wait."""
    found = []
    for row in cases:
        alike = likeness(folder=given.folder, kind=row.kind, phase=row.phase, since=row.since, at=given.at)
        if alike is not None:
            found.append((row, alike.curve))
    return found


def _incoming(
    given: Given, starts: date, units: frozenset[str]
) -> tuple[list[int], list[Incoming], Mapping[str, float]]:
    """How many came in the weeks before, what is to come, and the share of each kind of what came."""
    log = open_log(given.folder)
    monday = starts - timedelta(weeks=1) if starts > day_of(given.at) else starts
    kinds = came_in(log, before=monday, weeks=HISTORY, units=units) if log else {}
    counts = [sum(each[place] for each in kinds.values()) for place in range(HISTORY)]
    incoming = forecast.incoming_by_week(
        counts,
        days=_working_days(given.calendar, monday - timedelta(weeks=HISTORY), HISTORY),
        ahead=_working_days(given.calendar, starts, WEEKS),
    )
    whole = sum(counts)
    return counts, incoming, {kind: sum(each) / whole for kind, each in kinds.items()} if whole else {}


def _working_days(calendar: WorkingCalendar, starts: date, weeks: int) -> list[int]:
    return [
        sum(calendar.is_working_day(starts + timedelta(days=7 * week + place)) for place in range(7))
        for week in range(weeks)
    ]


def _pace(given: Given, kind: str, day: date) -> Pace | None:
    curve = fresh(folder=given.folder, kind=kind, day=day)
    hours = given.hours.get(kind)
    return forecast.pace(hours, curve) if curve is not None and hours is not None else None


def _risks(chances: Sequence[tuple[Undecided, float]]) -> list[Risk]:
    found = [
        Risk(row.number, row.kind, row.due, chance) for row, chance in chances if row.due and chance > _LIKELY
    ]
    return sorted(found, key=lambda one: (-one.chance, one.due, one.number))
