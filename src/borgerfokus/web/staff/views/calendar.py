"""The calendar, a week at a time: one's own or a colleague's; and who waits for a time."""

from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.booking import service as booking
from borgerfokus.core import words as said
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.slots import Hours
from borgerfokus.core.dates import calendar_for, day_of
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
from borgerfokus.web.staff import agenda, keys
from borgerfokus.web.staff.agenda import Stretch

_SATURDAY = 5


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
    week = Stretch(monday, 7, employee, employee == asked.actor.id)
    name = asked.actor.name if week.mine else known[employee].name
    return frame.show(
        request,
        "staff/calendar.html",
        page=frame.page(request, title=_("Kalender"), place="staff", current="staff:calendar"),
        note=f"{name} · {capital(say(said.week_and_year(monday)))}",
        actions=_actions(week),
        days=_days(week, agenda.entries(request, week), frame.today(request)),
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


def _actions(week: Stretch) -> tuple[Action, ...]:
    own = Action(_("Åbningstider og fravær"), reverse("staff:calendar-own"), icon="settings")
    group = Action(_("Nyt hold"), reverse("staff:group-new"), icon="groups")
    return (own, group) if week.mine else (group,)


def _ways(week: Stretch) -> tuple[Action, ...]:
    """A week back, this week, a week on."""
    base = "" if week.mine else f"&hvem={week.employee}"
    here = reverse("staff:calendar")

    def to(days: int) -> str:
        return f"{here}?uge={week_word(week.first + timedelta(days=days))}{base}"

    this = f"{here}?{base.lstrip('&')}" if base else here
    return (
        Action(_("Forrige uge"), to(-7), "tertiary", icon="chevron-left"),
        Action(_("Denne uge"), this, "tertiary"),
        Action(_("Næste uge"), to(7), "tertiary", icon="chevron-right"),
    )


def _ask(week: Stretch, staff: list[Colleague], me: int) -> tuple[FieldView, ...]:
    options = tuple(
        Option(str(one.id), one.name, one.id == week.employee) for one in staff if one.id != me
    )
    return (
        FieldView("hidden", "uge", "uge", "", week_word(week.first)),
        FieldView(
            "select",
            "hvem",
            "hvem",
            _("Vis kalender for"),
            marked=False,
            options=(Option("", _("Mig selv"), week.mine), *options),
        ),
    )


def _days(week: Stretch, entries: list[tuple[datetime, WeekEntry]], today: date) -> tuple[WeekDay, ...]:
    hours = [one for _employee, one in booking.opening_hours(employee_ids=[week.employee])]
    holidays = calendar_for([week.first.year], parameters.parameters()).holidays
    found = []
    for number in range(week.days):
        day = week.first + timedelta(days=number)
        here = tuple(entry for starts, entry in entries if day_of(starts) == day)
        if number < _SATURDAY or here or any(one.weekday == number + 1 for one in hours):
            note = _("Helligdag") if day in holidays else _open_hours(hours, number + 1)
            found.append(WeekDay(words.day_title(day), note, here, today=day == today))
    return tuple(found)


def _open_hours(hours: list[Hours], weekday: int) -> str:
    spans = [words.hours(one) for one in hours if one.weekday == weekday]
    return _("Åben %(hours)s") % {"hours": ", ".join(spans)} if spans else _("Ikke åben")


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
