"""The half-yearly review of rights: a leader's own, and for the officer how far all leaders are."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.service import LeaderStand, RightsItem, RightsReview
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.web.design.views import Action, Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, on_day, page, show, today, told
from borgerfokus.web.management.views.control import REVIEWS
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import logcontrol as words

_CURRENT = "management:rights-review"


@REVIEWS
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """GET: every right that the reader answers for, the open ones in red. POST: confirm, or ask to have it ended."""
    if request.method == "POST":
        act = _ACTS.get(request.POST.get("act", ""))
        if act is None:
            raise Hidden("act")
        refused, done = act(request)
        told(request, refused, done)
        return redirect(_CURRENT)
    by = asked(request).actor
    found = logcontrol.newest_review()
    mine = logcontrol.my_rights(found, by=by) if found else []
    left = [one for one in mine if one.state == logcontrol.RightsState.OPEN]
    return show(
        request,
        "management/rights_review.html",
        page=page(request, title=_("Gennemgang af adgange"), place="management", current=_CURRENT),
        note=_note(found, len(left)),
        due=words.due(found.due, on=today(request)) if found and left else None,
        columns=(
            Column(_("Medarbejder")),
            Column(_("Adgang")),
            Column(_("Siden")),
            Column(_("Tilstand")),
            Column(_("Handling"), hidden=True),
        ),
        rows=tuple(_row(one) for one in mine),
        left=[(one.pk, f"{one.employee.name}, {words.right(one)}, {one.unit.name}") for one in left],
        stand_columns=(
            Column(_("Leder")),
            Column(_("Adgange"), numeric=True),
            Column(_("Ikke bekræftet"), numeric=True),
            Column(_("Bedt afsluttet"), numeric=True),
        ),
        stands=tuple(_stand(one) for one in (logcontrol.stands(found, by=by) if found else [])),
        is_officer=logcontrol.is_officer(by),
    )


def _note(found: RightsReview | None, left: int) -> str:
    if found is None:
        return _("Den første gennemgang kommer ved næste halvår.")
    return ngettext("%(n)s adgang er ikke bekræftet", "%(n)s adgange er ikke bekræftet", left) % {"n": left}


def _keep(request: HttpRequest) -> tuple[Refusal | None, str]:
    refused = logcontrol.keep_right(item_id=_item(request), by=asked(request).actor, at=asked(request).moment)
    return refused, _("Adgangen er bekræftet.")


def _keep_all(request: HttpRequest) -> tuple[Refusal | None, str]:
    kept = logcontrol.keep_all(by=asked(request).actor, at=asked(request).moment)
    return None, ngettext("%(n)s adgang er bekræftet.", "%(n)s adgange er bekræftet.", kept) % {"n": kept}


def _end(request: HttpRequest) -> tuple[Refusal | None, str]:
    refused = logcontrol.ask_to_end(
        item_id=_item(request),
        note=request.POST.get("note", ""),
        by=asked(request).actor,
        at=asked(request).moment,
    )
    return refused, _("Du har bedt om at få adgangen afsluttet.")


_ACTS: Mapping[str, Callable[[HttpRequest], tuple[Refusal | None, str]]] = {
    "keep": _keep,
    "keep-all": _keep_all,
    "end": _end,
}


def _item(request: HttpRequest) -> int:
    return posted(request, "item") or 0


def _row(one: RightsItem) -> Row:
    keep = Action(
        _("Bekræft"),
        reverse(_CURRENT),
        "tertiary",
        "post",
        context=one.employee.name,
        fields=(("act", "keep"), ("item", str(one.pk))),
    )
    state = Cell(one.note, chip=words.right_chip(one)) if one.note else words.right_chip(one)
    return Row(
        cells=(
            Cell(one.employee.name, sub=one.unit.name),
            words.right(one),
            on_day(one.since),
            state,
            keep if one.state == logcontrol.RightsState.OPEN else "",
        )
    )


def _stand(one: LeaderStand) -> Row:
    left: Cell | str = Cell(str(one.open), chip=Chip(_("Mangler"), "bad")) if one.open else "0"
    return Row(cells=(one.name or _("Uden leder"), str(one.all), left, str(one.ending)))
