"""Exchanging figures with other municipalities: the hub that reads their files, and what we release ourselves."""

from typing import Final

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import KeyVariable, Peer, PeerRelease
from borgerfokus.core.access import Verb
from borgerfokus.core.benchmark import keyfigures
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, on_moment, page, say, show, told
from borgerfokus.web.management.views.benchmark import tabs, title
from borgerfokus.web.present.words import short_date

_EXCHANGE = staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_EXCHANGE)
_GROUPED, _NEWEST = 8, 10
_MOST_FILES: Final = 100
KNOWN_KEYS: Final = ("population", "older", "income", "density")


@_EXCHANGE
@require_http_methods(["GET", "POST"])
def hub(request: HttpRequest) -> HttpResponse:
    """What others have released, whom we know, and public key figures; each is added by a form."""
    if request.method == "POST":
        match request.POST.get("act", ""):
            case "read":
                _read(request)
            case "know":
                _know(request)
            case "figures":
                _figures(request)
            case other:
                raise Hidden(other)
        return redirect("management:benchmark-hub")
    variables = insight.key_variables()
    rows = tuple(_release_row(one) for one in insight.peer_releases())
    return show(
        request,
        "management/exchange.html",
        page=page(request, title=_("Udveksling af tal"), place="management", current="management:benchmark"),
        tabs=tabs(request, "benchmark-hub"),
        release_columns=(
            Column(_("Kommune")),
            Column(_("Kvartal")),
            Column(_("Udgivet")),
            Column(_("Læst ind")),
            Column(_("Tilstand")),
        ),
        releases=rows[:_NEWEST],
        older=rows[_NEWEST:],
        peer_columns=(Column(_("Kommune")), Column(_("Offentlig nøgle")), Column(_("Kendt siden"))),
        peers=tuple(_peer_row(one) for one in insight.peers()),
        figure_columns=(Column(_("Nøgletal")), Column(_("Fil")), Column(_("Læst ind"))),
        figures=tuple(_variable_row(one) for one in variables),
        choices=[(key, title(key, key)) for key in KNOWN_KEYS],
    )


@_EXCHANGE
@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """What we have released, as files to fetch; a quarter is released once, and corrected with a reason."""
    if request.method == "POST":
        by, at = asked(request).actor, asked(request).moment
        refused = insight.want_correction(by=by, at=at, reason=request.POST.get("reason", ""))
        told(request, refused, _("Rettelsen bliver regnet ud af alle sager. Den er her om et minut."))
        return redirect("management:benchmark-own")
    releases = insight.own_releases()
    return show(
        request,
        "management/own_releases.html",
        page=page(request, title=_("Det, vi udgiver"), place="management", current="management:benchmark"),
        tabs=tabs(request, "benchmark-own"),
        columns=(Column(_("Kvartal")), Column(_("Udgivet")), Column(_("Tilstand")), Column(_("Fil"))),
        rows=tuple(_own_row(one) for one in releases),
        key=_grouped(insight.own_key().hex()),
        code=settings.MUNICIPALITY_CODE,
        any=bool(releases),
    )


@_EXCHANGE
@require_safe
def file(_request: HttpRequest, release_id: int) -> HttpResponse:
    """One of our releases as the file that others read."""
    row = insight.own_release(release_id=release_id)
    if row is None:
        raise Hidden(f"release {release_id}")
    answer = HttpResponse(insight.file_of(row), content_type="application/json")
    name = f"udgivelse-{settings.MUNICIPALITY_CODE}-{row.quarter}-{row.number}.json"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _read(request: HttpRequest) -> None:
    """Each file by itself: what cannot be read is told by its name, and the others are read."""
    given = request.FILES.getlist("files")[:_MOST_FILES]
    if not given:
        messages.error(request, _("Vælg en fil."))
    by, at = asked(request).actor, asked(request).moment
    done = 0
    for one in given:
        result = insight.receive(content=one.read(), by=by, at=at)
        if isinstance(result, Refusal):
            messages.error(request, f"{str(one.name)[:80]}: {say(result.text)}")
        else:
            done += 1
    if done:
        text = ngettext("%(n)s udgivelse er læst ind.", "%(n)s udgivelser er læst ind.", done)
        messages.success(request, text % {"n": done})


def _know(request: HttpRequest) -> None:
    given = {name: request.POST.get(name, "")[:200] for name in ("code", "name", "key")}
    known = insight.know(**given, synthetic=False, by=asked(request).actor, at=asked(request).moment)
    told(request, known if isinstance(known, Refusal) else None, _("Kommunen er kendt. Nu kan dens filer læses ind."))


def _figures(request: HttpRequest) -> None:
    upload = request.FILES.get("file")
    size = upload.size if isinstance(upload, UploadedFile) else None
    if not isinstance(upload, UploadedFile) or size is None or size > keyfigures.MOST_BYTES:
        messages.error(request, _("Vælg en CSV-fil på højst 20 MB."))
        return
    chosen, typed = request.POST.get("which", ""), request.POST.get("title", "")
    key = chosen if chosen in KNOWN_KEYS else slugify(typed)[:40]
    if not key:
        messages.error(request, _("Skriv, hvad tallet er."))
        return
    read = insight.read_key_figures(
        key=key,
        title=typed or key,
        file_name=str(upload.name),
        content=upload.read(),
        synthetic=False,
        by=asked(request).actor,
        at=asked(request).moment,
    )
    done = _("%(n)s tal for kommuner er læst ind.") % {"n": read}
    told(request, read if isinstance(read, Refusal) else None, done)


def _release_row(one: PeerRelease) -> Row:
    return Row(
        cells=(
            Cell(one.peer.name, sub=_("findes ikke") if one.peer.synthetic else ""),
            one.quarter,
            short_date(one.released_on),
            on_moment(one.read_at),
            _state(one),
        )
    )


def _state(one: PeerRelease) -> Cell:
    if one.replaced_at is not None:
        return Cell("", chip=Chip(_("rettet senere"), "line"))
    if one.wanted:
        return Cell("", sub=one.wanted, chip=Chip(_("rettes nu"), "warn"))
    if refused := insight.why_not(one):
        return Cell("", sub=say(refused.text), chip=Chip(_("ikke rettet"), "line"))
    if one.number > 1:
        return Cell("", sub=one.reason, chip=Chip(_("rettelse nr. %(n)s") % {"n": one.number - 1}, "warn"))
    return Cell("", chip=Chip(_("gælder"), "ok"))


def _peer_row(one: Peer) -> Row:
    mark = Chip(_("os"), "fjord") if one.own else Chip(_("syntetisk"), "line") if one.synthetic else None
    return Row(
        cells=(Cell(one.name, sub=one.code, chip=mark), _grouped(one.key), on_moment(one.known_since)), here=one.own
    )


def _variable_row(one: KeyVariable) -> Row:
    return Row(
        cells=(
            Cell(title(one.key, one.title), sub=_("syntetisk") if one.synthetic else ""),
            one.file_name,
            on_moment(one.read_at),
        )
    )


def _own_row(one: PeerRelease) -> Row:
    href = reverse("management:benchmark-file", args=[one.pk])
    return Row(cells=(one.quarter, short_date(one.released_on), _state(one), Cell(_("Hent filen"), href=href)))


def _grouped(key: str) -> str:
    """A key as it is read aloud on the phone: in groups of eight."""
    return " ".join(key[place : place + _GROUPED] for place in range(0, len(key), _GROUPED))
