"""Keeping what one can book an appointment about, in versions, and the rooms to meet in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.service import AppointmentReason, Room
from borgerfokus.core.access import Verb
from borgerfokus.core.booking.words import BOOKER_NAMES, Booker
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.admin.reasonform import ReasonForm, RoomForm, empty, first
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, on_moment, page, say, show, today, told
from borgerfokus.web.keys import key_of
from borgerfokus.web.numbers import whole
from borgerfokus.web.present import appointments as words

_MARK = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.APPOINTMENT_REASON_EDIT)


@_MARK
@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """Every reason and every room. A post adds or closes a room."""
    form = RoomForm(
        request.POST if request.method == "POST" and "close" not in request.POST else None,
        units=list(organisation.units(on=today(request))),
        initial={"seats": 4},
    )
    if request.method == "POST" and _room(request, form):
        return redirect(f"{reverse('admin:reasons')}#rooms")
    return show(
        request,
        "admin/reasons.html",
        page=page(request, title=_("Aftaler"), place="admin", current="admin:start", crumbs=_crumbs()),
        status=422 if form.is_bound else 200,
        columns=(Column(_("Emne")), Column(_("Varighed")), Column(_("Sted")), Column(_("Booker")), Column(_("Udgave"))),
        rows=tuple(_row(one) for one in booking.kept()),
        actions=(Action(_("Nyt emne"), reverse("admin:reason-new"), "primary", icon="plus"),),
        room_columns=(
            Column(_("Lokale")),
            Column(_("Enhed")),
            Column(_("Plads til"), numeric=True),
            Column(_("Luk"), hidden=True),
        ),
        rooms=tuple(_room_row(one, request.path) for one in booking.rooms()),
        form=form,
        here=request.path,
    )


@_MARK
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A new reason."""
    if request.method != "POST":
        return _form(request, ReasonForm(initial=empty()))
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _form(request, form, status=422)
    key = key_of(form.content.title, kind="emne")
    added = booking.add_reason(key=key, content=form.content, by=asked(request).actor, at=asked(request).moment)
    if isinstance(added, Refusal):
        return _refused(request, form, added)
    messages.success(request, _("Emnet er oprettet."))
    return redirect("admin:reason", added.key)


@_MARK
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One reason: change it, and read what it said before."""
    known = booking.versions(key=key)
    if request.method != "POST":
        return _form(request, ReasonForm(initial=first(known[0])), known=known)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _form(request, form, known=known, status=422)
    refusal = booking.change_reason(
        key=key,
        number=form.cleaned_data["number"] or 0,
        content=form.content,
        by=asked(request).actor,
        at=asked(request).moment,
    )
    if refusal is not None:
        return _refused(request, form, refusal, known=known)
    messages.success(request, _("Emnet er gemt. Det, der er booket, beholder sin udgave."))
    return redirect("admin:reason", key)


def _room(request: HttpRequest, form: RoomForm) -> bool:
    """Whether a room was added or closed."""
    by, at = asked(request).actor, asked(request).moment
    close = request.POST.get("close", "")
    if close:
        booking.close_room(room_id=whole(close) or 0, by=by, at=at)
        return told(request, None, _("Lokalet kan ikke længere bookes. Det, der er booket, står ved magt."))
    if not form.is_valid():
        return False
    said = form.cleaned_data
    refusal = booking.add_room(
        unit_id=int(said["unit"]), name=said["name"], address=said["address"], seats=said["seats"], by=by, at=at
    )
    told(request, refusal, _("Lokalet er gemt."))
    return True


def _form(
    request: HttpRequest, form: ReasonForm, *, known: list[AppointmentReason] | None = None, status: int = 200
) -> HttpResponse:
    title = known[0].title if known else _("Nyt emne")
    return show(
        request,
        "admin/reason.html",
        page=page(request, title=title, place="admin", current="admin:start", crumbs=_crumbs(Crumb(title))),
        status=status,
        form=form,
        here=request.path,
        columns=(Column(_("Udgave")), Column(_("Gemt")), Column(_("Varighed")), Column(_("Booker"))),
        versions=tuple(
            Row(cells=(str(row.number), on_moment(row.saved_at), words.length(row.minutes), _bookers(row)))
            for row in known or ()
        ),
    )


def _refused(
    request: HttpRequest, form: ReasonForm, refusal: Refusal, *, known: list[AppointmentReason] | None = None
) -> HttpResponse:
    form.add_error(None, say(refusal.text))
    return _form(request, form, known=known, status=409 if refusal.code == "edit.conflict" else 422)


def _row(row: AppointmentReason) -> Row:
    marks = ((not row.in_use, Chip(_("Ikke i brug"), "line")), (row.sensitive, Chip(_("Følsomt"), "flag", "lock")))
    chip = next((mark for holds, mark in marks if holds), None)
    sub = _("Hold med plads til %(n)s") % {"n": row.group_size} if row.value.is_group else ""
    return Row(
        cells=(
            Cell(say(row.name), sub=sub, href=reverse("admin:reason", args=[row.key]), chip=chip),
            words.length(row.minutes),
            ", ".join(words.place_name(one, staff=True) for one in row.places),
            _bookers(row),
            str(row.number),
        )
    )


def _bookers(row: AppointmentReason) -> str:
    return ", ".join(say(BOOKER_NAMES[Booker(one)]) for one in row.bookers) or _("Kun medarbejdere")


def _room_row(row: Room, here: str) -> Row:
    close = Action(_("Luk"), here, "tertiary", "post", context=row.name, fields=(("close", str(row.pk)),))
    return Row(cells=(Cell(row.name, sub=row.address), row.unit.name, str(row.seats), close))


def _crumbs(*more: Crumb) -> list[Crumb]:
    last = Crumb(_("Aftaler"), reverse("admin:reasons") if more else "")
    return [Crumb(_("Styring"), reverse("admin:start")), last, *more]
