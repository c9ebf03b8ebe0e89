"""The registry of integrations: how each is doing, and what is done by hand."""

from datetime import datetime, time
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.exchange import service as exchange
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.exchange.topics import TOPICS
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login import service as login
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.outbox import operating
from borgerfokus.foundation.outbox.models import ChannelName
from borgerfokus.web.admin import integrationwords as words
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import Place, asked, page, say, show, today, told
from borgerfokus.web.keys import key_of
from borgerfokus.web.numbers import posted
from borgerfokus.web.present.sheets import csv_answer

_MARK = staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.CLIENT_EDIT)


@_MARK
@require_http_methods(["GET", "POST"])
def registry(request: HttpRequest) -> HttpResponse:
    """Every integration in the order that is chosen (`orden`); `?format=csv` the same as a sheet.

    A post asks that letters are tried again that Digital Post has given up.
    """
    if request.method == "POST":
        return _post_again(request)
    order = request.GET.get("orden", "")
    found, letters = exchange.standings(by=asked(request).actor), exchange.post_standing()
    if request.GET.get("format") == "csv":
        sheet = (*words.sheet(found, order), words.post_sheet(letters))
        return csv_answer(name=f"integrationer-{today(request)}", columns=words.SHEET, rows=sheet)
    may_retry = asked(request).actor.can(Verb.POST_OPERATE) and letters.failed > 0
    return show(
        request,
        "admin/integrations.html",
        page=page(
            request, title=_("Integrationer"), place="admin", current="admin:start", crumbs=_crumbs(_("Integrationer"))
        ),
        columns=words.columns(),
        rows=(*words.rows(found, order), words.post_row(letters, may_retry=may_retry)),
        orders=words.orders(order),
        actions=(
            Action(_("Hent som CSV"), f"?{urlencode({'orden': order, 'format': 'csv'})}", icon="download"),
            Action(_("Ny integration"), reverse("admin:integration-new"), "primary", icon="plus"),
        ),
    )


def _post_again(request: HttpRequest) -> HttpResponse:
    if request.POST.get("act") != "post-again":
        raise Hidden("no such act")
    by, at = asked(request).actor, asked(request).moment
    number = operating.ask_all(channel=ChannelName.DIGITAL_POST, by=by, at=at)
    done = ngettext("%(n)s brev prøves igen.", "%(n)s breve prøves igen.", number) % {"n": number}
    elsewhere = _("Ingen breve kan prøves igen herfra. Sagsbehandlerne har dem på deres borde.")
    told(request, None, done if number else elsewhere)
    return redirect("admin:integrations")


@_MARK
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Put up an integration. The secret of a webhook is shown once, when it is made."""
    if request.method != "POST":
        return _form(request)
    name = request.POST.get("name", "").strip()[:160]
    way, _slash, counterpart = request.POST.get("way", "").partition("/")
    added = exchange.add(
        new=exchange.NewIntegration(
            key=key_of(name, kind="integration"),
            name=name,
            client=request.POST.get("client", "")[:40],
            way=way,
            counterpart=counterpart,
            address=request.POST.get("address", "").strip()[:500],
            topics=tuple(request.POST.getlist("topics")),
            from_start=request.POST.get("from_start") == "1",
        ),
        by=asked(request).actor,
        at=asked(request).moment,
    )
    if isinstance(added, Refusal):
        return _form(request, error=say(added.text), status=422)
    if added.way != exchange.Way.WEBHOOK:
        told(request, None, _("Integrationen er oprettet."))
        return redirect("admin:integration", added.key)
    return _page(Place(request), added.key, secret=exchange.secret_of(added))


@_MARK
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One integration: its health and deliveries, and pausing, retrying and replaying by hand."""
    place = Place(request)
    if request.method != "POST":
        return _page(place, key)
    act = request.POST.get("act", "")
    if act == "secret":
        renewed = exchange.renew_secret(key=key, by=place.by, at=place.at)
        if isinstance(renewed, exchange.Integration):
            return _page(place, key, secret=exchange.secret_of(renewed))
        told(request, renewed, "")
        return redirect("admin:integration", key)
    return _act(place, key, act)


def _act(place: Place, key: str, act: str) -> HttpResponse:
    request, by, at = place.request, place.by, place.at
    if act == "pause":
        told(request, exchange.pause(key=key, by=by, at=at), _("Integrationen er på pause. Intet går tabt."))
    elif act == "resume":
        told(request, exchange.resume(key=key, by=by, at=at), _("Integrationen kører igen."))
    elif act == "end":
        told(request, exchange.end(key=key, by=by, at=at), _("Integrationen er nedlagt."))
    elif act == "retry":
        number = exchange.retry(key=key, by=by, at=at)
        done = ngettext("%(n)s besked prøves igen nu.", "%(n)s beskeder prøves igen nu.", number) % {"n": number}
        told(request, None, done)
    elif act == "skip":
        refused = exchange.skip(key=key, delivery_id=posted(request, "delivery") or 0, by=by, at=at)
        told(request, refused, _("Beskeden er lagt til side."))
    elif act == "replay":
        refused = exchange.replay(key=key, position=_from(request), by=by, at=at)
        told(request, refused, _("Alt fra den plads bliver sendt igen."))
    elif act == "change":
        refused = exchange.change(
            key=key,
            name=request.POST.get("name", "")[:160],
            address=request.POST.get("address", "")[:500],
            topics=request.POST.getlist("topics"),
            version=posted(request, "version") or 0,
            by=by,
            at=at,
        )
        told(request, refused, _("Integrationen er gemt."))
    else:
        raise Hidden(f"integration {key} {act}")
    return redirect("admin:integration", key)


def _page(place: Place, key: str, *, secret: str = "") -> HttpResponse:
    request = place.request
    found = exchange.standing(key=key, by=place.by)
    state = request.GET.get("tilstand", "")
    here = reverse("admin:integration", args=[key])
    crumbs = _crumbs(_("Integrationer"), reverse("admin:integrations"))
    return show(
        request,
        "admin/integration.html",
        page=page(
            request,
            title=found.row.name,
            place="admin",
            current="admin:start",
            crumbs=[*crumbs, Crumb(found.row.name)],
        ),
        one=found,
        chip=words.chip(found.health),
        terms=words.terms(found),
        here=here,
        secret=secret,
        newest=exchange.newest(),
        topics=_topics(found.row.topics),
        tabs=words.tabs(here=here, state=state),
        columns=words.delivery_columns(),
        rows=words.delivery_rows(exchange.deliveries(integration=found.row, state=state), here=here),
        most=exchange.SHOWN,
    )


def _form(request: HttpRequest, *, error: str = "", status: int = 200) -> HttpResponse:
    crumbs = _crumbs(_("Integrationer"), reverse("admin:integrations"))
    return show(
        request,
        "admin/integration_new.html",
        page=page(
            request,
            title=_("Ny integration"),
            place="admin",
            current="admin:start",
            crumbs=[*crumbs, Crumb(_("Ny integration"))],
        ),
        typed={name: request.POST.get(name, "") for name in ("name", "client", "way", "address", "from_start")},
        clients=[one for one in login.all_clients() if one.active],
        ways=words.ways(),
        topics=_topics(request.POST.getlist("topics")),
        error=error,
        status=status,
    )


def _topics(chosen: list[str]) -> list[tuple[str, str, bool]]:
    return [(name, say(text), name in chosen) for name, text in TOPICS.items()]


def _from(request: HttpRequest) -> int:
    """The place that is written, or that of the day that is written; 0 for neither."""
    try:
        day = parse_date(request.POST.get("day", ""))
    except ValueError:
        day = None
    if day is None:
        return posted(request, "position") or 0
    return exchange.place_at(at=make_aware(datetime.combine(day, time.min)))


def _crumbs(label: str, href: str = "") -> list[Crumb]:
    return [Crumb(_("Styring"), reverse("admin:start")), Crumb(label, href)]
