"""The calendar, a week at a time: one's own or a colleague's; and who waits for a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment, GroupTime
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.core import words as said
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.slots import Hours
from borgerfokus.core.dates import calendar_for, day_of, end_of_day
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.queries import Colleague
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.views import Action, Item, WeekDay, WeekEntry
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.numbers import in_address
from borgerfokus.web.present import appointments as words
from borgerfokus.web.present.words import capital
from borgerfokus.web.staff import keys

_SATURDAY = 5


@dataclass(frozen=True)
class Week:
    """Seven days of one employee. `cases`: of the appointments, those whose case the reader sees, with the name."""

    monday: date
    starts: datetime
    ends: datetime
    employee: int
    mine: bool
    cases: dict[int, tuple[Case, str]]


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.APPOINTMENT_BOOK)
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """A week (`uge=2026-W48`) of oneself or of a colleague (`hvem=12`)."""
    asked = frame.asked(request)
    staff = _bookable(request)
    wanted = in_address(request, "hvem")
    known = {one.id: one for one in staff}
    employee = wanted if wanted in known else asked.actor.id
    monday = monday_of(request)
    starts, ends = end_of_day(monday - timedelta(days=1)), end_of_day(monday + timedelta(days=6))
    rows = booking.of_employee(employee_id=employee, starts=starts, ends=ends, by=asked.actor, at=asked.moment)
    week = Week(monday, starts, ends, employee, employee == asked.actor.id, _cases(request, rows))
    name = asked.actor.name if week.mine else known[employee].name
    return frame.show(
        request,
        "staff/calendar.html",
        page=frame.page(request, title=_("Kalender"), place="staff", current="staff:calendar"),
        note=f"{name} · {capital(say(said.week_and_year(monday)))}",
        actions=_actions(week),
        days=_days(week, rows, frame.today(request)),
        label=_("Uge %(n)s") % {"n": monday.isocalendar().week},
        ways=_ways(week),
        ask=_ask(week, staff, asked.actor.id),
        here=request.path,
        waiting=_waiting(request),
        hints=keys.everywhere(),
    )


def monday_of(request: HttpRequest) -> date:
    """The Monday of the week in the address, or of this week."""
    try:
        return datetime.strptime(f"{request.GET.get('uge', '')}-1", "%G-W%V-%u").date()  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        today = frame.today(request)
        return today - timedelta(days=today.weekday())


def week_word(monday: date) -> str:
    """The week as addresses write it: "2026-W48"."""
    year, number, _day = monday.isocalendar()
    return f"{year}-W{number:02d}"


def _bookable(request: HttpRequest) -> list[Colleague]:
    """Everybody who has opening hours, by name."""
    units = list(organisation.units(on=frame.today(request)).values_list("pk", flat=True))
    staff = organisation.staff_of(unit_ids=units, on=frame.today(request), carrying=Verb.APPOINTMENT_BOOK)
    hours = booking.bookable_staff(employee_ids=[one.id for one in staff])
    return [one for one in staff if one.id in hours]


def _cases(request: HttpRequest, rows: list[Appointment]) -> dict[int, tuple[Case, str]]:
    asked = frame.asked(request)
    wanted = {row.case_id for row in rows}
    seen = casework.visible_to(asked.actor, at=asked.moment).filter(pk__in=wanted).in_bulk() if wanted else {}
    on_account = {one.citizen_id: one.pk for one in seen.values()}
    cards = people.cards(on_account, case_ids=on_account)
    return {number: (one, cards[one.citizen_id].name) for number, one in seen.items() if one.citizen_id in cards}


def _actions(week: Week) -> tuple[Action, ...]:
    own = Action(_("Åbningstider og fravær"), reverse("staff:calendar-own"), icon="settings")
    group = Action(_("Nyt hold"), reverse("staff:group-new"), icon="groups")
    return (own, group) if week.mine else (group,)


def _ways(week: Week) -> tuple[Action, ...]:
    """A week back, this week, a week on."""
    base = "" if week.mine else f"&hvem={week.employee}"
    here = reverse("staff:calendar")

    def to(days: int) -> str:
        return f"{here}?uge={week_word(week.monday + timedelta(days=days))}{base}"

    this = f"{here}?{base.lstrip('&')}" if base else here
    return (
        Action(_("Forrige uge"), to(-7), "tertiary", icon="chevron-left"),
        Action(_("Denne uge"), this, "tertiary"),
        Action(_("Næste uge"), to(7), "tertiary", icon="chevron-right"),
    )


def _ask(week: Week, staff: list[Colleague], me: int) -> tuple[FieldView, ...]:
    options = tuple(
        Option(str(one.id), one.name, one.id == week.employee) for one in staff if one.id != me
    )
    return (
        FieldView("hidden", "uge", "uge", "", week_word(week.monday)),
        FieldView(
            "select",
            "hvem",
            "hvem",
            _("Vis kalender for"),
            marked=False,
            options=(Option("", _("Mig selv"), week.mine), *options),
        ),
    )


def _days(week: Week, rows: list[Appointment], today: date) -> tuple[WeekDay, ...]:
    hours = booking.hours_of(employee_id=week.employee)
    entries = sorted(_entries(week, rows), key=lambda one: one[0])
    holidays = calendar_for([week.monday.year], parameters.parameters()).holidays
    found = []
    for number in range(7):
        day = week.monday + timedelta(days=number)
        here = tuple(entry for starts, entry in entries if day_of(starts) == day)
        if number < _SATURDAY or here or any(one.weekday == number + 1 for one in hours):
            note = _("Helligdag") if day in holidays else _open_hours(hours, number + 1)
            found.append(WeekDay(words.day_title(day), note, here, today=day == today))
    return tuple(found)


def _open_hours(hours: list[Hours], weekday: int) -> str:
    spans = [words.hours(one) for one in hours if one.weekday == weekday]
    return _("Åben %(hours)s") % {"hours": ", ".join(spans)} if spans else _("Ikke åben")


def _entries(week: Week, rows: list[Appointment]) -> Iterator[tuple[datetime, WeekEntry]]:
    for row in rows:
        yield row.starts, _appointment(row, week)
    groups = booking.groups(starts=week.starts, ends=week.ends, employee_id=week.employee)
    seats = booking.seats_taken(group_ids=[one.pk for one in groups]) if groups else {}
    for group in groups:
        yield group.starts, _group(group, len(seats[group.pk]))
    yield from _taken(week, {row.pk for row in rows})
    for busy in booking.busy_of(employee_id=week.employee, starts=week.starts, ends=week.ends):
        starts = max(busy.starts, week.starts)
        yield starts, WeekEntry(words.clocks(busy.starts, busy.ends), _("Optaget i egen kalender"), "busy")
    for away in booking.absences_of(employee_id=week.employee, since=week.starts, until=week.ends):
        yield from _away(week, away.starts, away.ends)
    if not week.mine:
        yield from _elsewhere(week)


def _away(week: Week, starts: datetime, ends: datetime) -> Iterator[tuple[datetime, WeekEntry]]:
    """An absence on each of the days of the week that it covers."""
    for number in range(7):
        day = week.monday + timedelta(days=number)
        first, last = max(starts, end_of_day(day - timedelta(days=1))), min(ends, end_of_day(day))
        if first < last:
            whole = (last - first) >= timedelta(hours=23)
            yield first, WeekEntry(_("Hele dagen") if whole else words.clocks(first, last), _("Fravær"), "away")


def _taken(week: Week, shown: set[int]) -> Iterator[tuple[datetime, WeekEntry]]:
    """What else a colleague is held for: that it is so, and nothing of what or whom."""
    for one in booking.holds_of(employee_id=week.employee, starts=week.starts, ends=week.ends):
        if one.appointment_id is not None and one.appointment_id not in shown:
            yield one.starts, WeekEntry(words.clocks(one.starts, one.ends), _("Optaget"), "busy")


def _elsewhere(week: Week) -> Iterator[tuple[datetime, WeekEntry]]:
    """When a colleague of another unit is taken: that it is so, and not whether it is a meeting or an absence."""
    known = {(one.starts, one.ends) for one in _seen(week)}
    taken = booking.taken(employee_ids=[week.employee], starts=week.starts, ends=week.ends)
    for _employee, span in taken:
        if (span.starts, span.ends) not in known:
            for starts, entry in _away(week, span.starts, span.ends):
                yield starts, replace(entry, title=_("Optaget"), kind="busy")


def _seen(week: Week) -> Iterator[booking.Hold | booking.Absence | booking.OutsideBusy]:
    """What the reader sees of the employee's calendar with what it is."""
    yield from booking.holds_of(employee_id=week.employee, starts=week.starts, ends=week.ends)
    yield from booking.absences_of(employee_id=week.employee, since=week.starts, until=week.ends)
    yield from booking.busy_of(employee_id=week.employee, starts=week.starts, ends=week.ends)


def _appointment(row: Appointment, week: Week) -> WeekEntry:
    known = week.cases.get(row.case_id)
    interpreter = words.interpreter_chip(row)
    state = () if row.state == "booked" else (words.state_chip(row, at=week.starts),)
    chips = (*((interpreter,) if interpreter and row.interpreting == "missing" else ()), *state)
    place = words.place(row, staff=True)
    return WeekEntry(
        when=words.clocks(row.starts, row.ends),
        title=known[1] if known else _("Aftale med en kollega"),
        text=f"{words.neutral_title(row)} · {place}",
        href=reverse("staff:appointment", args=[row.pk]),
        chips=chips,
    )


def _group(group: GroupTime, taken: int) -> WeekEntry:
    return WeekEntry(
        when=words.clocks(group.starts, group.ends),
        title=say(group.reason.shown),
        kind="group",
        text=_("%(taken)s af %(seats)s pladser") % {"taken": taken, "seats": group.seats},
        href=reverse("staff:group", args=[group.pk]),
    )


def _waiting(request: HttpRequest) -> tuple[Item, ...]:
    """Who waits for a time in the own cases and those of the unit, the longest first."""
    asked = frame.asked(request)
    rows = booking.waiting_for(by=asked.actor, at=asked.moment)
    on_account = {one.case.citizen_id: one.case_id for one in rows}
    cards = people.cards(on_account, case_ids=on_account)
    names = {one.key: say(one.shown) for one in booking.kept()}
    return tuple(
        Item(
            title=cards[one.case.citizen_id].name,
            text=" · ".join((names.get(one.reason_key, ""), _("siden %(day)s") % {"day": on_day(one.since)})),
            href=f"{reverse('staff:appointments', args=[one.case.number])}?emne={one.reason_key}#find",
            icon="hourglass",
        )
        for one in rows
    )
