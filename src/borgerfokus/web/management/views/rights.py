"""The data protection officer's page: every request with its clock, and what was done. No case is shown."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.service import Clock
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.audit import acts
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.views import Cell, CellValue, Chip, Column, Kpi, Row
from borgerfokus.web.frame import asked, on_day, on_moment, page, show, today
from borgerfokus.web.present import rights as words

_DONE_ROWS = 50


@staff_only(purpose=Purpose.DATA_PROTECTION, verb=Verb.RIGHTS_OVERSEE)
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """Requests that wait first, then those answered; `?slags=` and `?vis=` narrow the list."""
    by, on = asked(request).actor, today(request)
    every = rights.clocks(by=by)
    kind, state = request.GET.get("slags", ""), request.GET.get("vis", "")
    shown = [one for one in every if kind in {"", one.kind}]
    if state == "aabne":
        shown = [one for one in shown if one.answered is None]
    elif state == "over":
        shown = [one for one in shown if one.answered is None and one.due < on]
    units = {unit.pk: unit.name for unit in organisation.units(on=on)}
    return show(
        request,
        "management/rights.html",
        page=page(request, title=_("Borgernes rettigheder"), place="management", current="management:rights"),
        kpis=_kpis(every, request),
        columns=_columns(),
        rows=tuple(_row(one, units, request) for one in shown),
        kinds=tuple(_kinds().items()),
        kind=kind,
        state=state,
        states=(("", _("Alle")), ("aabne", _("Venter på svar")), ("over", _("Over fristen"))),
        log_columns=(Column(_("Hvornår")), Column(_("Hvad")), Column(_("Hvem")), Column(_("Hvad det gælder"))),
        log=_log(),
    )


def _kpis(every: list[Clock], request: HttpRequest) -> tuple[Kpi, ...]:
    on = today(request)
    waiting = [one for one in every if one.answered is None]
    over = [one for one in waiting if one.due < on]
    answered = [one for one in every if one.answered is not None]
    kept = [one for one in answered if one.answered is not None and one.answered <= one.due]
    share = _("%(n)s procent") % {"n": round(100 * len(kept) / len(answered))} if answered else "–"
    return (
        Kpi(_("Venter på svar"), str(len(waiting)), href="?vis=aabne"),
        Kpi(_("Over fristen"), str(len(over)), chip=Chip(_("Over"), "over") if over else None, href="?vis=over"),
        Kpi(_("Besvaret til tiden"), share, note=_("%(n)s besvarede") % {"n": len(answered)}),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Slags")),
        Column(_("Sag")),
        Column(_("Enhed")),
        Column(_("Kom")),
        Column(_("Frist")),
        Column(_("Status")),
    )


def _row(one: Clock, units: dict[int, str], request: HttpRequest) -> Row:
    moved = _("Først %(day)s") % {"day": on_day(one.first_due)} if one.due != one.first_due else ""
    when: CellValue = Cell(on_day(one.due), sub=moved)
    state: CellValue = _("Besvaret %(day)s") % {"day": on_day(one.answered)} if one.answered else _("Venter på svar")
    if one.answered is None:
        when = words.due(one.due, on=today(request))
        state = Cell(_("Venter på svar"), sub=moved)
    elif one.answered > one.due:
        state = Cell(str(state), chip=Chip(_("For sent"), "bad"))
    return Row(
        cells=(
            _kinds().get(one.kind, one.kind),
            one.case_number or "–",
            units.get(one.unit_id or 0, "–"),
            on_day(one.received),
            when,
            state,
        )
    )


def _kinds() -> dict[str, str]:
    return {
        "access_fvl": _("Aktindsigt, part"),
        "access_ofl": _("Aktindsigt, andre"),
        "copy": _("Kopi af egne data"),
        "correction": _("Rettelse"),
        "erasure": _("Sletning"),
    }


def _log() -> tuple[Row, ...]:
    found = acts.of_kinds(prefixes=_LOGGED, newest=_DONE_ROWS)
    numbers = {int(one.subject.partition(":")[2]) for one in found if one.subject.startswith("employee:")}
    names = {f"employee:{number}": one.name for number, one in organisation.colleagues(numbers).items()}
    return tuple(
        Row(
            cells=(
                on_moment(one.at),
                _told().get(one.action, one.action),
                names.get(one.subject, _("Systemet") if one.subject.startswith("system:") else _("En borger")),
                _about(one.about),
            )
        )
        for one in found
    )


def _about(text: str) -> str:
    """ "case:7" in words. The number is the row's own, and tells of nobody."""
    kind, _colon, number = text.partition(":")
    named = {"case": _("Sag nr. %(n)s"), "hold": _("Bero nr. %(n)s"), "copy": _("Kopi nr. %(n)s")}
    return named[kind] % {"n": number} if kind in named else "–"


def _told() -> dict[str, str]:
    return {
        "erasure.propose": _("Sletning foreslået"),
        "erasure.approve": _("Sletning godkendt"),
        "erasure.hand_over": _("Afleveret til arkivet"),
        "erasure.keep": _("Beholdes"),
        "erasure.wait": _("Sletning sat tilbage"),
        "hold.set": _("Sat i bero"),
        "hold.lift": _("Bero ophævet"),
        "copy.order": _("Kopi bestilt"),
        "copy.ready": _("Kopi klar"),
        "case.erase": _("Sag slettet"),
    }


_LOGGED: Iterable[str] = ("erasure.", "hold.", "copy.", "case.erase")
