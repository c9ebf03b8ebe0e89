"""Appointments in a case: find a free time with one or several, book it, give a seat in a group, or wait."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.slots import Slot
from borgerfokus.core.booking.words import Place
from borgerfokus.core.dates import end_of_day
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.fields import FieldView, Option
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Alert, Item
from borgerfokus.web.frame import on_day, say
from borgerfokus.web.numbers import whole
from borgerfokus.web.present import appointments as words
from borgerfokus.web.staff import joint as deeds
from borgerfokus.web.staff import keys
from borgerfokus.web.staff.acts import booking as acts
from borgerfokus.web.staff.acts.booking import CaseBooking
from borgerfokus.web.staff.joint import DeedForm, Forms

_DAYS = 14
_GROUPS = timedelta(days=120)


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.APPOINTMENT_BOOK)
def show(request: HttpRequest, number: str) -> HttpResponse:
    """GET: the appointments, and free times for what the address asks (`emne`, `sted`, `med`, `fra`). POST: a deed."""
    place = _open(request, number)
    if request.method != "POST":
        return _page(place, {})
    if request.POST.get("act") == "stop":
        number_of = request.POST.get("waiting", "")
        waiting = whole(number_of) or 0
        booking.stop_waiting(waiting_id=waiting, by=place.by, at=place.at)
        messages.success(request, _("Borgeren står ikke længere på venteliste."))
        return HttpResponseRedirect(request.path)
    return deeds.post(place, acts.BOOKING, _page)


def _open(request: HttpRequest, number: str) -> CaseBooking:
    asked = frame.asked(request)
    case = casework.find(number=number, by=asked.actor, at=asked.moment)
    if not booking.may_book(case=case, by=asked.actor, at=asked.moment):
        raise Hidden(f"appointments of {number}")
    card = people.card(case.citizen_id, case_id=case.pk)
    wanted = wanted_of(request.POST if request.method == "POST" else request.GET, case)
    first = first_day(request)
    slots = () if wanted is None else tuple(_times(wanted, at=asked.moment, first=first))
    groups = booking.groups(starts=asked.moment, ends=asked.moment + _GROUPS)
    open_groups = tuple(one for one in groups if one.cancelled_at is None)
    return CaseBooking(request=request, case=case, card=card, asked=wanted, slots=slots, groups=open_groups)


def _times(wanted: booking.Asked, *, at: datetime, first: date | None) -> list[Slot]:
    starts = max(at, end_of_day(first - timedelta(days=1))) if first else at
    return booking.times(asked=wanted, at=at, first=starts, last=starts + timedelta(days=_DAYS))


def wanted_of(said: QueryDict, case: Case) -> booking.Asked | None:
    """What the address or the form asks for; None while nothing is chosen. Raises Hidden for what there is not."""
    if not said.get("emne"):
        return None
    reason = booking.reason(key=str(said["emne"]))
    chosen = [whole(one) for part in said.getlist("med") for one in str(part).split(",")]
    return booking.Asked(
        reason=reason,
        employees=frozenset(one for one in chosen if one is not None),
        place=acts.place_of(str(said.get("sted") or reason.places[0])),
        unit_id=case.unit_id,
        for_staff=True,
    )


def first_day(request: HttpRequest) -> date | None:
    """The day from which times are looked for, by the address."""
    try:
        return date.fromisoformat(request.GET.get("fra", ""))
    except ValueError:
        return None


def _page(place: CaseBooking, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
    case, title = place.case, _("Aftaler")
    forms = Forms(place, acts.BOOKING, given)
    rows = booking.of_case(case_id=case.pk, by=place.by, at=place.at)
    return frame.show(
        place.request,
        "staff/appointments.html",
        page=frame.page(
            place.request,
            title=f"{title}: {place.card.name}",
            place="staff",
            current="staff:list",
            crumbs=(Crumb(case.number, reverse("staff:case", args=[case.number])), Crumb(title)),
        ),
        status=status,
        title=title,
        note=f"{place.card.name}, {say(case.type_version.spec.title_staff)}",
        actions=(Action(_("Min kalender"), reverse("staff:calendar"), icon="calendar-month"),),
        ahead=tuple(_item(one, place) for one in reversed(rows) if one.ends > place.at and one.state == "booked"),
        before=tuple(_item(one, place) for one in rows if one.ends <= place.at or one.state != "booked"),
        waiting=_waiting(place),
        ask=_ask(place),
        asked=None if place.asked is None else say(place.asked.reason.name),
        never=_never(place),
        found=len(place.slots),
        book=forms.get("book") if place.asked is not None else None,
        join=forms.get("join") if place.groups else None,
        wait=forms.get("wait"),
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _never(place: CaseBooking) -> Alert | None:
    """Why what is looked for cannot be booked at any time, said before somebody chooses one."""
    owner = place.case.caseworker_id
    refusal = booking.why_never(asked=place.asked, booker=None, owner=owner) if place.asked is not None else None
    if refusal is None:
        return None
    text = say(refusal.text)
    return Alert("warning", f"{text} ({refusal.article})" if refusal.article else text)


def _item(row: Appointment, place: CaseBooking) -> Item:
    return Item(
        title=say(row.reason.name),
        text=" · ".join((words.when(row), words.place(row, staff=True), words.staff_names(row))),
        href=reverse("staff:appointment", args=[row.pk]),
        icon="calendar-month",
        chip=words.interpreter_chip(row) if row.interpreting == "missing" else words.state_chip(row, at=place.at),
    )


def _waiting(place: CaseBooking) -> tuple[Item, ...]:
    names = {one.key: say(one.name) for one in booking.kept()}
    return tuple(_waits(one, names[one.reason_key], place) for one in booking.waiting_in(case_id=place.case.pk))


def _waits(row: booking.WaitingPlace, name: str, place: CaseBooking) -> Item:
    fields = (("act", "stop"), ("waiting", str(row.pk)))
    stop = Action(_("Fjern"), place.request.path, "tertiary", "post", context=name, fields=fields)
    since = _("Siden %(day)s") % {"day": on_day(row.since)}
    text = " · ".join(part for part in (since, row.note) if part)
    return Item(title=name, text=text, icon="hourglass", actions=(stop,))


def _ask(place: CaseBooking) -> tuple[FieldView, ...]:
    """What is looked for, as fields of a form whose answers stand in the address."""
    asked, case = place.asked, place.case
    first = first_day(place.request) or place.today
    reasons = [one for one in booking.in_use() if not one.value.is_group]
    return (
        FieldView(
            "select",
            "emne",
            "ask-emne",
            _("Emne"),
            required=True,
            options=tuple(
                Option(one.key, say(one.name), asked is not None and asked.reason.key == one.key) for one in reasons
            ),
        ),
        FieldView(
            "select",
            "sted",
            "ask-sted",
            _("Sted"),
            required=True,
            options=tuple(
                Option(one.value, words.place_name(one.value, staff=True), asked is not None and asked.place is one)
                for one in Place
            ),
        ),
        FieldView("date", "fra", "ask-fra", _("Fra dag"), first.isoformat(), input_type="date", marked=False),
        FieldView(
            "checkboxes",
            "med",
            "ask-med",
            _("Med"),
            marked=False,
            options=tuple(_staff(place, case)),
        ),
    )


def _staff(place: CaseBooking, case: Case) -> list[Option]:
    """The caseworker, the own unit, and everybody elsewhere who has opening hours."""
    chosen = place.asked.employees if place.asked is not None else frozenset({case.caseworker_id or place.by.id})
    units = list(organisation.units(on=place.today).values_list("pk", flat=True))
    staff = organisation.staff_of(unit_ids=units, on=place.today, carrying=Verb.APPOINTMENT_BOOK)
    hours = booking.bookable_staff(employee_ids=[one.id for one in staff])
    shown = [one for one in staff if one.id in hours or one.id in chosen or one.unit_id == case.unit_id]
    shown.sort(key=lambda one: (one.id != case.caseworker_id, one.unit_id != case.unit_id, one.name))
    return [
        Option(str(one.id), one.name, one.id in chosen, hint=f"{one.title}, {one.unit}") for one in shown
    ]
