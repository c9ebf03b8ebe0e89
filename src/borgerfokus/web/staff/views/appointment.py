"""One appointment: move or cancel it, whether the citizen came, the interpreter, its history, a calendar file."""

from collections.abc import Mapping
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.slots import Slot
from borgerfokus.core.booking.words import Place, State
from borgerfokus.core.calendars.writing import Guest
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web import frame
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Term
from borgerfokus.web.frame import say
from borgerfokus.web.present import appointments as words
from borgerfokus.web.present import calendar
from borgerfokus.web.staff import joint as deeds
from borgerfokus.web.staff import keys
from borgerfokus.web.staff.acts import booking as acts
from borgerfokus.web.staff.acts.booking import OneAppointment
from borgerfokus.web.staff.joint import DeedForm, Forms

_DAYS = 21


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.APPOINTMENT_BOOK)
def show(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """GET: the appointment. POST: one of its deeds."""
    place = _open(request, appointment_id)
    if request.method != "POST":
        return _page(place, {})
    if place.case is None:
        raise Hidden(f"appointment {appointment_id}")
    return deeds.post(place, acts.CHANGING, _page)


@staff_only(purpose=Purpose.CASEWORK, verb=Verb.APPOINTMENT_BOOK)
@require_GET
def ics(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """The appointment as an invitation for the own calendar. Neither reason nor citizen stands in it."""
    place = _open(request, appointment_id)
    link = request.build_absolute_uri(reverse("staff:appointment", args=[appointment_id]))
    return calendar.invite(place.row, link=link, guest=Guest(name=place.by.name))


def _open(request: HttpRequest, appointment_id: int) -> OneAppointment:
    asked = frame.asked(request)
    row = booking.appointment(appointment_id=appointment_id, by=asked.actor, at=asked.moment)
    cases = casework.visible_to(asked.actor, at=asked.moment).select_related("type_version", "unit")
    case = cases.filter(pk=row.case_id).first()
    if case is not None and not booking.may_book(case=case, by=asked.actor, at=asked.moment):
        case = None
    if case is None and asked.actor.id not in {one.employee_id for one in booking.staff_of(row)}:
        raise Hidden(f"appointment {appointment_id}")
    movable = case is not None and row.group_id is None and row.state == State.BOOKED and row.starts > asked.moment
    slots: tuple[Slot, ...] = ()
    if movable and case is not None:
        wanted = booking.Asked(
            reason=row.reason,
            employees=frozenset(one.employee_id for one in booking.staff_of(row) if one.employee_id is not None),
            place=Place(row.place),
            unit_id=case.unit_id,
            for_staff=True,
            moving=row.pk,
        )
        last = asked.moment + timedelta(days=_DAYS)
        slots = tuple(booking.times(asked=wanted, at=asked.moment, last=last))
    return OneAppointment(request=request, row=row, case=case, slots=slots)


def _page(place: OneAppointment, given: Mapping[str, DeedForm], *, status: int = 200) -> HttpResponse:
    row, case = place.row, place.case
    name = people.card(case.citizen_id, case_id=case.pk).name if case is not None else ""
    title = say(row.reason.name) if case is not None else words.neutral_title(row)
    crumbs = [Crumb(_("Kalender"), reverse("staff:calendar"))]
    if case is not None:
        crumbs.append(Crumb(case.number, reverse("staff:appointments", args=[case.number])))
    return frame.show(
        place.request,
        "staff/appointment.html",
        page=frame.page(
            place.request,
            title=f"{title}: {name}" if name else title,
            place="staff",
            current="staff:calendar",
            crumbs=(*crumbs, Crumb(_("Aftale"))),
        ),
        status=status,
        title=title,
        note=name or _("Du er med til aftalen. Hvem den er med, står i en sag, du ikke har adgang til."),
        actions=_actions(place),
        chips=tuple(one for one in (words.state_chip(row, at=place.at), words.interpreter_chip(row)) if one),
        terms=_terms(place, case),
        video=row.video_link,
        forms=_forms(place, given),
        history=words.history(booking.entries_of(appointment_id=row.pk)),
        here=place.request.path,
        hints=keys.everywhere(),
    )


def _actions(place: OneAppointment) -> tuple[Action, ...]:
    number = place.row.pk
    own = Action(_("Til kalenderen"), reverse("staff:appointment-ics", args=[number]), icon="calendar-month")
    if place.row.group_id is None:
        return (own,)
    return (own, Action(_("Se holdet"), reverse("staff:group", args=[place.row.group_id]), icon="groups"))


def _terms(place: OneAppointment, case: Case | None) -> tuple[Term, ...]:
    found = words.terms(place.row, staff=True)
    if case is None:
        return tuple(one for one in found if one.value != place.row.why_not)
    return (*found, Term(_("Sag"), f"{case.number}, {say(case.type_version.spec.title_staff)}"))


def _forms(place: OneAppointment, given: Mapping[str, DeedForm]) -> dict[str, DeedForm | None]:
    row, forms = place.row, Forms(place, acts.CHANGING, given)
    open_here = place.case is not None and row.state == State.BOOKED
    ahead = open_here and row.starts > place.at
    begun = open_here and row.starts <= place.at
    offered = place.case is not None and row.state == State.OFFERED
    return {
        "move": forms.get("move", version=row.version) if ahead and row.group_id is None else None,
        "cancel": forms.get("cancel", version=row.version) if ahead else None,
        "interpret": forms.get("interpret", **acts.interpreter_initial(row)) if ahead else None,
        "accept": forms.get("accept") if offered else None,
        "decline": forms.get("decline") if offered else None,
        "came": forms.get("came") if begun else None,
        "missed": forms.get("missed") if begun else None,
    }
