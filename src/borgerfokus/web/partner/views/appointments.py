"""A partner's appointments: what its people have booked with caseworkers, for the help that it gives, while that lasts.

A partner sees its own appointments alone, never others in the case.
"""

from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.interventions import service as interventions
from borgerfokus.apps.interventions.service import Order
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.slots import Slot
from borgerfokus.core.booking.words import Booker, Place, State
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import end_of_day
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.citizen.present import appointments as shown
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Column, Row, TabItem
from borgerfokus.web.frame import asked, page, say, show, told
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import appointments as words

_HERE = "partner:appointments"
_DAYS = 14


@staff_only(purpose=Purpose.ORDER, verb=Verb.ORDER_CARRY_OUT)
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """What is to come and what has been. The citizens named are logged as looked up."""
    ask = asked(request)
    rows = list(booking.of_partner(by=ask.actor, at=ask.moment))
    ahead = [one for one in rows if one.state == State.BOOKED and one.ends > ask.moment]
    about = {one.case.citizen_id: one.case_id for one in rows}
    names = {number: card.name for number, card in people.cards(about, case_ids=about).items()}
    return show(
        request,
        "partner/appointments.html",
        page=page(request, title=_("Aftaler"), place="partner", current=_HERE),
        columns=(Column(_("Hvornår")), Column(_("Borger")), Column(_("Om")), Column(_("Med")), Column(_("Tilstand"))),
        ahead=tuple(_row(one, names, ask.moment) for one in ahead[::-1]),
        before=tuple(_row(one, names, ask.moment) for one in rows if one not in ahead),
    )


@staff_only(purpose=Purpose.ORDER, verb=Verb.ORDER_CARRY_OUT)
@require_http_methods(["GET", "POST"])
def book(request: HttpRequest, order_id: int, key: str) -> HttpResponse:
    """GET: the caseworker's free times (`sted`, `fra`). POST: book one. Raises Hidden unless it is open to partners."""
    ask = asked(request)
    order = interventions.find_order(order_id=order_id, by=ask.actor, at=ask.moment)
    reason = next((one for one in reasons() if one.key == key), None)
    if reason is None or order.case.caseworker_id is None:
        raise Hidden(f"reason {key}")
    chosen = request.POST.get("place", request.GET.get("sted", ""))
    place = Place(chosen if chosen in reason.places else reason.places[0])
    if request.method != "POST":
        return _times(request, order, reason, place)
    starts = words.moment_of(request.POST.get("starts", ""))
    if starts is None:
        return _times(request, order, reason, place, wrong=_("Vælg en tid."))
    people.card(order.case.citizen_id, case_id=order.case_id)
    new = booking.NewAppointment(
        reason=key, starts=starts, place=place, employees=frozenset({order.case.caseworker_id})
    )
    made = booking.book(case_id=order.case_id, new=new, by=ask.actor, at=ask.moment)
    if isinstance(made, Refusal):
        return _times(request, order, reason, place, wrong=say(made.text))
    told(request, None, _("Tiden er booket. Borgeren får besked."))
    return redirect("partner:appointment", made)


@staff_only(purpose=Purpose.ORDER, verb=Verb.ORDER_CARRY_OUT)
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """GET: an appointment of one's own, and other times. POST: move it or cancel it. Raises Hidden."""
    ask = asked(request)
    row = booking.of_partner(by=ask.actor, at=ask.moment).filter(pk=appointment_id).first()
    if row is None:
        raise Hidden(f"appointment {appointment_id}")
    people.card(row.case.citizen_id, case_id=row.case_id)
    if request.method != "POST":
        return _one(request, row)
    refusal, done = _changed(request, row)
    if refusal is not None:
        again = booking.of_partner(by=ask.actor, at=ask.moment).get(pk=appointment_id)
        return _one(request, again, wrong=say(refusal.text), status=409 if refusal.code == "edit.conflict" else 422)
    told(request, None, done)
    return redirect("partner:appointment", row.pk)


def reasons() -> list[booking.AppointmentReason]:
    """What a partner may book a time of its own for."""
    return [one for one in booking.bookable(booker=Booker.PARTNER) if not one.value.is_group]


def choices(order: Order) -> tuple[Action, ...]:
    """The ways to book a time for an order; none while the case has no caseworker."""
    if order.case.caseworker_id is None:
        return ()
    return tuple(
        Action(say(one.name), reverse("partner:appointment-new", args=[order.pk, one.key]), "secondary")
        for one in reasons()
    )


def _changed(request: HttpRequest, row: Appointment) -> tuple[Refusal | None, str]:
    ask = asked(request)
    seen = posted(request, "version") or 0
    if request.POST.get("do") == "cancel":
        why = request.POST.get("why", "")[:500]
        refusal = booking.cancel(appointment_id=row.pk, why=why, version=seen, by=ask.actor, at=ask.moment)
        return refusal, _("Aftalen er aflyst. Borgeren og sagsbehandleren får besked.")
    starts = words.moment_of(request.POST.get("starts", ""))
    if request.POST.get("do") != "move" or starts is None:
        raise Hidden("what to do with an appointment")
    refusal = booking.move(appointment_id=row.pk, starts=starts, version=seen, by=ask.actor, at=ask.moment)
    return refusal, _("Aftalen er flyttet. Borgeren får besked.")


def _row(row: Appointment, names: dict[int, str], at: datetime) -> Row:
    href = reverse("partner:appointment", args=[row.pk])
    return Row(
        cells=(
            Cell(words.when(row), href=href),
            names.get(row.case.citizen_id, _("Borger")),
            words.neutral_title(row),
            words.staff_names(row) or "–",
            words.state_chip(row, at=at),
        )
    )


def _times(
    request: HttpRequest, order: Order, reason: booking.AppointmentReason, place: Place, *, wrong: str = ""
) -> HttpResponse:
    title, here = say(reason.name), reverse("partner:appointment-new", args=[order.pk, reason.key])
    card = people.card(order.case.citizen_id, case_id=order.case_id)
    slots = _slots(request, order.case, reason, place)
    week = shown.week_of(slots)
    places = tuple(
        TabItem(words.place_name(one, staff=True), f"{here}?sted={one}", current=one == place)
        for one in (reason.places if len(reason.places) > 1 else ())
    )
    worker = order.case.caseworker
    return show(
        request,
        "partner/appointment_new.html",
        page=page(
            request,
            title=title,
            place="partner",
            current=_HERE,
            crumbs=(
                Crumb(_("Bestillinger"), reverse("partner:orders")),
                Crumb(card.name, reverse("partner:order", args=[order.pk])),
                Crumb(title),
            ),
        ),
        status=422 if wrong else 200,
        wrong=wrong,
        lead=_("Mødet er med %(name)s om %(citizen)s. Det tager %(length)s.")
        % {
            "name": worker.name if worker else order.case.unit.name,
            "citizen": card.name,
            "length": words.length(reason.minutes),
        },
        places=places,
        place=place.value,
        days=words.by_day([one.span.starts for one in week]),
        later=shown.later(request, slots, week, place),
        here=here,
    )


def _slots(request: HttpRequest, case: Case, reason: booking.AppointmentReason, place: Place) -> list[Slot]:
    wanted = booking.Asked(
        reason=reason,
        employees=frozenset({case.caseworker_id} if case.caseworker_id else ()),
        place=place,
        unit_id=case.unit_id,
    )
    return booking.times(asked=wanted, at=asked(request).moment, first=_first(request))


def _first(request: HttpRequest) -> datetime | None:
    try:
        return end_of_day(date.fromisoformat(request.GET.get("fra", "")) - timedelta(days=1))
    except ValueError:
        return None


def _one(request: HttpRequest, row: Appointment, *, wrong: str = "", status: int = 200) -> HttpResponse:
    ask, title = asked(request), say(row.reason.name)
    card = people.card(row.case.citizen_id, case_id=row.case_id)
    open_here = row.state == State.BOOKED and row.starts > ask.moment
    return show(
        request,
        "partner/appointment.html",
        page=page(
            request,
            title=title,
            place="partner",
            current=_HERE,
            crumbs=(Crumb(_("Aftaler"), reverse(_HERE)), Crumb(card.name)),
        ),
        status=status,
        wrong=wrong,
        citizen=card.name,
        chip=words.state_chip(row, at=ask.moment),
        terms=words.terms(row, staff=True),
        video=row.video_link,
        version=row.version,
        may_change=open_here,
        days=_other_times(row, ask.moment) if open_here else (),
        here=reverse("partner:appointment", args=[row.pk]),
    )


def _other_times(row: Appointment, at: datetime) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """Where it could be moved to within the next weeks, with the same people."""
    if row.group_id is not None:
        return ()
    wanted = booking.Asked(
        reason=row.reason,
        employees=frozenset(one.employee_id for one in booking.staff_of(row) if one.employee_id is not None),
        place=Place(row.place),
        unit_id=row.case.unit_id,
        moving=row.pk,
    )
    slots = booking.times(asked=wanted, at=at)
    return words.by_day([one.span.starts for one in shown.week_of(slots, days=_DAYS)])
