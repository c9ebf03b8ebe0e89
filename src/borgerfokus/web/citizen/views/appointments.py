"""My appointments: what is to come, book a time with my caseworker, move, cancel, and take it into my own calendar."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import Appointment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.words import Booker, Place, State
from borgerfokus.core.calendars.writing import Guest
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import end_of_day
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.login.guards import citizen_only
from borgerfokus.foundation.people import queries as citizens
from borgerfokus.web.citizen import once, shell
from borgerfokus.web.citizen import persons as people
from borgerfokus.web.citizen.present import appointments as shown
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, StateView
from borgerfokus.web.frame import asked, on_moment, say, show, told
from borgerfokus.web.numbers import posted, whole
from borgerfokus.web.present import appointments as words
from borgerfokus.web.present import calendar

_HERE = "citizen:appointments"
_DAYS = 7


@dataclass(frozen=True)
class Wish:
    """What a citizen wants to book: in which case, about what, where, and from which day the times are shown."""

    case: Case
    reason: booking.AppointmentReason
    place: Place
    first: date | None

    @property
    def employees(self) -> frozenset[int]:
        """The case's own caseworker. Nobody else is offered."""
        return frozenset({self.case.caseworker_id} if self.case.caseworker_id else ())


@citizen_only()
@require_http_methods(["GET", "POST"])
def every(request: HttpRequest) -> HttpResponse:
    """GET: every appointment, and what can be booked. POST: the feed for the own calendar."""
    ask = asked(request)
    fresh = ""
    if request.method == "POST":
        if request.POST.get("do") == "stop":
            return _stop_waiting(request)
        if request.POST.get("do") == "no-feed":
            booking.revoke_feed(by=ask.actor, at=ask.moment)
            told(request, None, _("Adressen virker ikke længere."))
            return redirect(_HERE)
        if request.POST.get("do") != "feed" or not once.spend(request):
            return redirect(_HERE)
        token = booking.make_feed(by=ask.actor, at=ask.moment)
        fresh = request.build_absolute_uri(reverse("public:feed", args=[token]))
    rows = booking.of_citizen(by=ask.actor, at=ask.moment)
    ahead = [one for one in rows if shown.is_ahead(one, ask.moment)]
    open_cases = _open_cases(request)
    persons = people.of(ask.actor, cases=[*(row.case for row in rows), *open_cases])
    cases = [one for one in open_cases if persons[one.citizen_id].acts]
    reasons, waits = bookable_reasons(), booking.waiting_for(by=ask.actor, at=ask.moment)
    title, made = _("Aftaler"), booking.feed_made(by=ask.actor)
    return show(
        request,
        "citizen/appointments.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title), current=_HERE),
        title=title,
        ahead=shown.items(ahead[::-1], persons, at=ask.moment),
        before=shown.items([one for one in rows if one not in ahead], persons, at=ask.moment),
        choices=tuple(shown.choice(case, one) for case in cases if case.caseworker_id for one in reasons),
        groups=shown.groups(
            cases,
            sits_in={row.group_id for row in ahead if row.group_id is not None},
            waits_for={row.reason_key for row in waits},
            at=ask.moment,
        ),
        waiting=shown.waiting(waits, acting={one.pk for one in cases}),
        empty=_empty(),
        fresh=fresh,
        feed=_("Lavet %(when)s") % {"when": on_moment(made)} if made else "",
        once=once.fresh() if fresh else once.key_of(request),
    )


@citizen_only()
@require_http_methods(["GET", "POST"])
def book(request: HttpRequest, number: str, key: str) -> HttpResponse:
    """GET: the free times of a week (`sted`, `fra`). POST: book one, or wait for one."""
    wish = _wish(request, number, key)
    ask = asked(request)
    if request.method != "POST":
        return _times(request, wish)
    if not once.spend(request):
        return redirect(_HERE)
    if request.POST.get("do") == "wait":
        note = request.POST.get("note", "")[:300]
        refusal = booking.wait(case_id=wish.case.pk, reason=key, note=note, by=ask.actor, at=ask.moment)
        return _answer(request, refusal, _("Du står på venteliste. Vi skriver, når vi har en tid."), wish)
    starts = words.moment_of(request.POST.get("starts", ""))
    if starts is None:
        once.give_back(request)
        return _times(request, wish, wrong=_("Vælg en tid."))
    new = booking.NewAppointment(
        reason=key,
        starts=starts,
        place=wish.place,
        employees=wish.employees,
        language=request.POST.get("language", "")[:40] if wish.reason.interpreter else "",
    )
    made = booking.book(case_id=wish.case.pk, new=new, by=ask.actor, at=ask.moment)
    return _answer(request, made if isinstance(made, Refusal) else None, _("Din tid er booket."), wish)


@citizen_only()
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """GET: an appointment, what to bring, and other times. POST: move it or cancel it."""
    ask = asked(request)
    row = booking.appointment(appointment_id=appointment_id, by=ask.actor, at=ask.moment)
    case = _case_of(request, row)
    may = case is not None and booking.may_book(case=case, by=ask.actor, at=ask.moment)
    if request.method != "POST":
        return _one(request, row, case, may=may)
    if not may:
        raise Hidden(f"appointment {appointment_id}")
    if not once.spend(request):
        return redirect("citizen:appointment", row.pk)
    refusal, done = _changed(request, row)
    if refusal is not None:
        once.give_back(request)
        row = booking.appointment(appointment_id=appointment_id, by=ask.actor, at=ask.moment)
        status = 409 if refusal.code == "edit.conflict" else 422
        return _one(request, row, case, may=may, wrong=say(refusal.text), status=status)
    told(request, None, done)
    return redirect("citizen:appointment", row.pk)


@citizen_only()
@require_GET
def ics(request: HttpRequest, appointment_id: int) -> HttpResponse:
    """The appointment for one's own calendar; the reason does not stand in it."""
    ask = asked(request)
    row = booking.appointment(appointment_id=appointment_id, by=ask.actor, at=ask.moment)
    link = request.build_absolute_uri(reverse("citizen:appointment", args=[appointment_id]))
    return calendar.invite(row, link=link, guest=Guest(name=ask.actor.name))


@citizen_only()
@require_http_methods(["POST"])
def join(request: HttpRequest, number: str, group_id: int) -> HttpResponse:
    """Take a seat in a group, or wait for one in a full group."""
    ask, case = asked(request), shell.case_of(request, number)
    if request.POST.get("do") == "wait":
        reason = booking.group(group_id=group_id).reason.key
        refusal = booking.wait(case_id=case.pk, reason=reason, note="", by=ask.actor, at=ask.moment)
        told(request, refusal, _("Du står på venteliste. Vi skriver, når der er en plads."))
    elif once.spend(request):
        made = booking.join_group(group_id=group_id, case_id=case.pk, by=ask.actor, at=ask.moment)
        if isinstance(made, Refusal):
            once.give_back(request)
        told(request, made if isinstance(made, Refusal) else None, _("Du har en plads på holdet."))
    return redirect(_HERE)


def _stop_waiting(request: HttpRequest) -> HttpResponse:
    number = posted(request, "waiting") or 0
    booking.stop_waiting(waiting_id=number, by=asked(request).actor, at=asked(request).moment)
    told(request, None, _("Du venter ikke længere."))
    return redirect(_HERE)


def bookable_reasons() -> list[booking.AppointmentReason]:
    """What a citizen may book a time of its own for, in a case that has a caseworker."""
    return [one for one in booking.bookable(booker=Booker.CITIZEN) if not one.value.is_group]


def _open_cases(request: HttpRequest) -> list[Case]:
    ask = asked(request)
    rows = casework.visible_to(ask.actor, at=ask.moment).filter(closed_at__isnull=True)
    return list(rows.select_related("type_version", "unit", "caseworker").order_by("-received_at", "pk"))


def _wish(request: HttpRequest, number: str, key: str) -> Wish:
    """Raises Hidden unless the reader may book this in the case."""
    case = shell.case_of(request, number)
    shell.must(Verb.APPOINTMENT_BOOK, shell.verbs_on(request, case))
    reason = next((one for one in bookable_reasons() if one.key == key), None)
    if reason is None or case.caseworker_id is None:
        raise Hidden(f"reason {key}")
    asked_for = request.POST.get("place", request.GET.get("sted", ""))
    return Wish(case, reason, Place(asked_for if asked_for in reason.places else reason.places[0]), _day(request))


def _day(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.GET.get("fra", ""))
    except ValueError:
        return None


def _times(request: HttpRequest, wish: Wish, *, wrong: str = "", status: int = 0) -> HttpResponse:
    ask = asked(request)
    wanted = booking.Asked(
        reason=wish.reason, employees=wish.employees, place=wish.place, unit_id=wish.case.unit_id
    )
    slots = booking.times(asked=wanted, at=ask.moment, first=_start(wish.first))
    title = say(wish.reason.name)
    week = shown.week_of(slots)
    back = Crumb(_("Aftaler"), reverse(_HERE))
    return show(
        request,
        "citizen/appointment_new.html",
        page=shell.page(request, title=title, crumbs=shell.crumbs(title, back), current=_HERE),
        status=status or (422 if wrong else 200),
        title=title,
        wrong=wrong,
        whom=wish.case.caseworker.name if wish.case.caseworker else "",
        unit=wish.case.unit.name,
        length=words.length(wish.reason.minutes),
        place=wish.place.value,
        places=shown.places(request, wish.reason, wish.place),
        days=words.by_day([one.span.starts for one in week]),
        later=shown.later(request, slots, week, wish.place),
        interpreter=wish.reason.interpreter,
        language=_language(request, wish) if wish.reason.interpreter else "",
        bring=shown.bring(wish.reason),
        here=request.path,
        once=once.key_of(request),
    )


def _language(request: HttpRequest, wish: Wish) -> str:
    """What was typed; before that the language that the municipality already knows of, told to the citizen alone."""
    by = asked(request).actor
    known = citizens.card(by.id).interpreter if wish.case.citizen_id == by.id else ""
    return request.POST.get("language", known)[:40]


def _answer(request: HttpRequest, refusal: Refusal | None, done: str, wish: Wish) -> HttpResponse:
    if refusal is not None:
        once.give_back(request)
        return _times(request, wish, wrong=say(refusal.text), status=422)
    told(request, None, done)
    return redirect(_HERE)


def _changed(request: HttpRequest, row: Appointment) -> tuple[Refusal | None, str]:
    ask = asked(request)
    version = request.POST.get("version", "")
    seen = whole(version) or 0
    if request.POST.get("do") == "accept":
        return booking.accept_offer(appointment_id=row.pk, by=ask.actor, at=ask.moment), _("Tiden er din.")
    if request.POST.get("do") == "decline":
        refusal = booking.decline_offer(appointment_id=row.pk, by=ask.actor, at=ask.moment)
        return refusal, _("Tiden går videre til en anden. Du står stadig på venteliste.")
    if request.POST.get("do") == "cancel":
        refusal = booking.cancel(appointment_id=row.pk, why="", version=seen, by=ask.actor, at=ask.moment)
        return refusal, _("Aftalen er aflyst. Din sagsbehandler får besked.")
    starts = words.moment_of(request.POST.get("starts", ""))
    if request.POST.get("do") != "move" or starts is None:
        raise Hidden("what to do with an appointment")
    refusal = booking.move(appointment_id=row.pk, starts=starts, version=seen, by=ask.actor, at=ask.moment)
    return refusal, _("Aftalen er flyttet.")


def _one(
    request: HttpRequest, row: Appointment, case: Case | None, *, may: bool, wrong: str = "", status: int = 200
) -> HttpResponse:
    ask, title = asked(request), say(row.reason.name)
    open_here = may and row.state == State.BOOKED and row.starts > ask.moment
    return show(
        request,
        "citizen/appointment.html",
        page=shell.page(
            request, title=title, crumbs=shell.crumbs(title, Crumb(_("Aftaler"), reverse(_HERE))), current=_HERE
        ),
        status=status,
        title=title,
        wrong=wrong,
        chip=words.state_chip(row, at=ask.moment) if row.state != State.BOOKED else None,
        terms=words.terms(row, staff=False),
        bring=shown.bring(row.reason),
        video=row.video_link,
        case=Action(shell.title_of(case), shell.href(case), "link") if case is not None else None,
        version=row.version,
        may_change=open_here,
        offer=_("Tiden er din, hvis du siger ja senest den %(when)s.") % {"when": on_moment(row.offered_until)}
        if may and row.offered_until is not None
        else "",
        days=_other_times(row, case, ask.moment) if open_here and case is not None else (),
        here=request.path,
        ics=reverse("citizen:appointment_ics", args=[row.pk]),
        once=once.key_of(request),
    )


def _other_times(
    row: Appointment, case: Case, at: datetime
) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """Where it could be moved to within the next weeks, with the same people."""
    if row.group_id is not None or Booker.CITIZEN not in row.reason.bookers:
        return ()
    wanted = booking.Asked(
        reason=row.reason,
        employees=frozenset(one.employee_id for one in booking.staff_of(row) if one.employee_id is not None),
        place=Place(row.place),
        unit_id=case.unit_id,
        moving=row.pk,
    )
    slots = booking.times(asked=wanted, at=at)
    return words.by_day([one.span.starts for one in shown.week_of(slots, days=2 * _DAYS)])


def _case_of(request: HttpRequest, row: Appointment) -> Case | None:
    ask = asked(request)
    rows = casework.visible_to(ask.actor, at=ask.moment).select_related("type_version", "unit", "caseworker")
    return rows.filter(pk=row.case_id).first()


def _start(first: date | None) -> datetime | None:
    return end_of_day(first - timedelta(days=1)) if first else None


def _empty() -> StateView:
    return StateView(
        kind="empty",
        heading=_("Du har ingen aftaler"),
        paragraphs=(_("Når du har en aftale med os, står den her. Du kan flytte og aflyse den selv."),),
    )
