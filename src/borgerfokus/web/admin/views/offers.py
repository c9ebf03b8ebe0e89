"""Keeping the catalogue of offers: a new one, a change as a new version, an end, and the whole as a sheet."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.offers import service as offers
from borgerfokus.apps.offers.service import Offer
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.admin import offersheet
from borgerfokus.web.admin.offerform import OfferForm, empty, first
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, on_moment, page, say, show, today, told
from borgerfokus.web.keys import key_of
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import offers as words
from borgerfokus.web.present.sheets import csv_answer
from borgerfokus.web.present.words import short_date

_MARK = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.OFFER_EDIT)


@_MARK
@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """Every offer, also what has ended or not begun."""
    day = today(request)
    return show(
        request,
        "admin/offers.html",
        page=page(request, title=_("Kataloget over tilbud"), place="admin", current="staff:offers", crumbs=_crumbs()),
        columns=(Column(_("Tilbud")), Column(_("Trin")), Column(_("Pris")), Column(_("Gives")), Column(_("Udgave"))),
        rows=_rows(offers.kept(), day),
        actions=(
            Action(_("Hent som CSV"), reverse("admin:offers-csv"), icon="download"),
            Action(_("Nyt tilbud"), reverse("admin:offer-new"), "primary", icon="plus"),
        ),
    )


@_MARK
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A new offer."""
    if request.method != "POST":
        return _form(request, OfferForm(initial=empty(today(request))))
    form = OfferForm(request.POST)
    if not form.is_valid():
        return _form(request, form, status=422)
    content = form.content
    key = key_of(content.title, kind="tilbud")
    added = offers.add(key=key, content=content, by=asked(request).actor, at=asked(request).moment)
    if isinstance(added, Refusal):
        return _refused(request, form, added)
    messages.success(request, _("Tilbuddet er oprettet."))
    return redirect("admin:offer", added.key)


@_MARK
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One offer: change it, end it, and read what it said before."""
    known = offers.versions(key=key)
    if request.method != "POST":
        return _form(request, OfferForm(initial=first(known[0])), known=known)
    by, at = asked(request).actor, asked(request).moment
    if request.POST.get("act") == "end":
        number = posted(request, "number") or 0
        refused = offers.end(key=key, number=number, on=today(request), by=by, at=at)
        told(request, refused, _("Tilbuddet gives ikke længere fra i dag."))
        return redirect("admin:offer", key)
    form = OfferForm(request.POST)
    if not form.is_valid():
        return _form(request, form, known=known, status=422)
    seen = form.cleaned_data["number"] or 0
    refusal = offers.change(key=key, number=seen, content=form.content, by=by, at=at)
    if refusal is not None:
        return _refused(request, form, refusal, known=known)
    messages.success(request, _("Tilbuddet er gemt."))
    return redirect("admin:offer", key)


@_MARK
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The catalogue as a sheet that `borgerfokus import offers` reads again."""
    rows = (offersheet.cells(one) for one in offers.kept())
    return csv_answer(name=f"tilbud-{today(request)}", columns=offersheet.COLUMNS, rows=rows)


def _form(
    request: HttpRequest, form: OfferForm, *, known: list[Offer] | None = None, status: int = 200
) -> HttpResponse:
    current = known[0] if known else None
    title = current.title if current else _("Nyt tilbud")
    crumbs = _crumbs(Crumb(title))
    return show(
        request,
        "admin/offer.html",
        page=page(request, title=title, place="admin", current="staff:offers", crumbs=crumbs),
        status=status,
        form=form,
        here=request.path,
        current=current,
        may_end=current is not None and current.ends is None,
        columns=(Column(_("Udgave")), Column(_("Gemt")), Column(_("Pris")), Column(_("Gives"))),
        versions=tuple(_version(one) for one in known or ()),
    )


def _refused(
    request: HttpRequest, form: OfferForm, refusal: Refusal, *, known: list[Offer] | None = None
) -> HttpResponse:
    form.add_error(None, say(refusal.text))
    return _form(request, form, known=known, status=409 if refusal.code == "edit.conflict" else 422)


def _rows(found: list[Offer], day: date) -> tuple[Row, ...]:
    ladder = offers.ladder(on=day)
    return tuple(
        Row(
            cells=(
                Cell(one.title, sub=one.provider, href=reverse("admin:offer", args=[one.key]), chip=_chip(one, day)),
                say(ladder.name(one.level)),
                words.price(one),
                _period(one),
                str(one.number),
            )
        )
        for one in found
    )


def _version(one: Offer) -> Row:
    return Row(
        cells=(str(one.number), on_moment(one.saved_at), words.price(one), _period(one)), here=not one.replaced_at
    )


def _chip(one: Offer, day: date) -> Chip | None:
    if one.ends is not None and one.ends <= day:
        return Chip(_("Ophørt"), "line")
    return Chip(_("Ikke begyndt"), "line") if one.starts > day else None


def _period(one: Offer) -> str:
    return f"{short_date(one.starts)} – {short_date(one.ends) if one.ends else _('indtil videre')}"


def _crumbs(*more: Crumb) -> list[Crumb]:
    last = Crumb(_("Kataloget"), reverse("admin:offers") if more else "")
    return [Crumb(_("Tilbud"), reverse("staff:offers")), last, *more]
