"""What stands in an employee's calendar over some days: meetings, groups, absences, and that a colleague is taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment, GroupTime
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.core.booking.words import State
from borgerfokus.core.dates import end_of_day
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.views import WeekEntry
from borgerfokus.web.frame import say
from borgerfokus.web.present import appointments as words

_Known = Mapping[int, tuple[Case, str]]
"""By case, those that the reader sees, with the citizen's name."""


@dataclass(frozen=True)
class Stretch:
    """So many whole days of one employee, from `first` on; `mine`: of the reader's own."""

    first: date
    days: int
    employee: int
    mine: bool

    @property
    def starts(self) -> datetime:
        """The first midnight."""
        return end_of_day(self.first - timedelta(days=1))

    @property
    def ends(self) -> datetime:
        """The last midnight."""
        return end_of_day(self.first + timedelta(days=self.days - 1))


def entries(request: HttpRequest, stretch: Stretch) -> list[tuple[datetime, WeekEntry]]:
    """What stands in the calendar, in order, each with when it begins. The citizens named are logged as looked up."""
    asked = frame.asked(request)
    rows = booking.of_employee(
        employee_id=stretch.employee, starts=stretch.starts, ends=stretch.ends, by=asked.actor, at=asked.moment
    )
    return sorted(_entries(stretch, rows, _cases(request, rows), asked.moment), key=lambda one: one[0])


def _cases(request: HttpRequest, rows: list[Appointment]) -> dict[int, tuple[Case, str]]:
    asked = frame.asked(request)
    wanted = {row.case_id for row in rows}
    seen = casework.visible_to(asked.actor, at=asked.moment).filter(pk__in=wanted).in_bulk() if wanted else {}
    on_account = {one.citizen_id: one.pk for one in seen.values()}
    cards = people.cards(on_account, case_ids=on_account)
    return {number: (one, cards[one.citizen_id].name) for number, one in seen.items() if one.citizen_id in cards}


def _entries(
    stretch: Stretch, rows: list[Appointment], cases: _Known, at: datetime
) -> Iterator[tuple[datetime, WeekEntry]]:
    for row in rows:
        yield row.starts, _appointment(row, cases, at)
    groups = booking.groups(starts=stretch.starts, ends=stretch.ends, employee_id=stretch.employee)
    seats = booking.seats_taken(group_ids=[one.pk for one in groups]) if groups else {}
    for group in groups:
        yield group.starts, _group(group, len(seats[group.pk]))
    yield from _taken(stretch, {row.pk for row in rows})
    for busy in booking.busy_of(employee_id=stretch.employee, starts=stretch.starts, ends=stretch.ends):
        starts = max(busy.starts, stretch.starts)
        yield starts, WeekEntry(words.clocks(busy.starts, busy.ends), _("Optaget i egen kalender"), "busy")
    for away in booking.absences_of(employee_id=stretch.employee, since=stretch.starts, until=stretch.ends):
        yield from _away(stretch, away.starts, away.ends)
    if not stretch.mine:
        yield from _elsewhere(stretch)


def _away(stretch: Stretch, starts: datetime, ends: datetime) -> Iterator[tuple[datetime, WeekEntry]]:
    """An absence on each of the days that it covers."""
    for number in range(stretch.days):
        day = stretch.first + timedelta(days=number)
        first, last = max(starts, end_of_day(day - timedelta(days=1))), min(ends, end_of_day(day))
        if first < last:
            whole = (last - first) >= timedelta(hours=23)
            yield first, WeekEntry(_("Hele dagen") if whole else words.clocks(first, last), _("Fravær"), "away")


def _taken(stretch: Stretch, shown: set[int]) -> Iterator[tuple[datetime, WeekEntry]]:
    """What else a colleague is held for: that it is so, and nothing of what or whom."""
    for one in booking.holds_of(employee_id=stretch.employee, starts=stretch.starts, ends=stretch.ends):
        if one.appointment_id is not None and one.appointment_id not in shown:
            yield one.starts, WeekEntry(words.clocks(one.starts, one.ends), _("Optaget"), "busy")


def _elsewhere(stretch: Stretch) -> Iterator[tuple[datetime, WeekEntry]]:
    """When a colleague of another unit is taken: that it is so, and not whether it is a meeting or an absence."""
    known = {(one.starts, one.ends) for one in _seen(stretch)}
    taken = booking.taken(employee_ids=[stretch.employee], starts=stretch.starts, ends=stretch.ends)
    for _employee, span in taken:
        if (span.starts, span.ends) not in known:
            for starts, entry in _away(stretch, span.starts, span.ends):
                yield starts, replace(entry, title=_("Optaget"), kind="busy")


def _seen(stretch: Stretch) -> Iterator[booking.Hold | booking.Absence | booking.OutsideBusy]:
    """What the reader sees of the employee's calendar with what it is."""
    yield from booking.holds_of(employee_id=stretch.employee, starts=stretch.starts, ends=stretch.ends)
    yield from booking.absences_of(employee_id=stretch.employee, since=stretch.starts, until=stretch.ends)
    yield from booking.busy_of(employee_id=stretch.employee, starts=stretch.starts, ends=stretch.ends)


def _appointment(row: Appointment, cases: _Known, at: datetime) -> WeekEntry:
    known = cases.get(row.case_id)
    over = () if row.state == State.BOOKED and row.ends > at else (words.state_chip(row, at=at),)
    return WeekEntry(
        when=words.clocks(row.starts, row.ends),
        title=known[1] if known else _("Aftale med en kollega"),
        text=f"{words.neutral_title(row)} · {words.place(row, staff=True)}",
        href=reverse("staff:appointment", args=[row.pk]),
        chips=tuple(one for one in (words.interpreter_chip(row), *over) if one is not None),
    )


def _group(group: GroupTime, taken: int) -> WeekEntry:
    return WeekEntry(
        when=words.clocks(group.starts, group.ends),
        title=say(group.reason.shown),
        kind="group",
        text=_("%(taken)s af %(seats)s pladser") % {"taken": taken, "seats": group.seats},
        href=reverse("staff:group", args=[group.pk]),
    )
