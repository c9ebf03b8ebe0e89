"""Engagements that leaders have asked to have ended: who keeps the staff ends them here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.service import RightsItem
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Column, Row
from borgerfokus.web.frame import asked, on_day, page, show, told
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import logcontrol as words

_CURRENT = "admin:rights-ending"


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.ORGANISATION_EDIT)
@require_http_methods(["GET", "POST"])
def ending(request: HttpRequest) -> HttpResponse:
    """GET: the engagements, the longest waiting first. POST: end one from today."""
    by, at = asked(request).actor, asked(request).moment
    if request.method == "POST":
        number = posted(request, "item") or 0
        refused = logcontrol.end_engagement(item_id=number, by=by, at=at)
        told(request, refused, _("Ansættelsen er afsluttet, og adgangen er lukket."))
        return redirect(_CURRENT)
    title = _("Adgange, der skal afsluttes")
    return show(
        request,
        "admin/rights_ending.html",
        page=page(
            request,
            title=title,
            place="admin",
            current="admin:start",
            crumbs=(Crumb(_("Enheder"), reverse("admin:units")), Crumb(title)),
        ),
        columns=(
            Column(_("Medarbejder")),
            Column(_("Adgang")),
            Column(_("Leder")),
            Column(_("Hvorfor")),
            Column(_("Handling"), hidden=True),
        ),
        rows=tuple(_row(one) for one in logcontrol.asked_to_end(by=by)),
    )


def _row(one: RightsItem) -> Row:
    end = Action(
        _("Afslut fra i dag"),
        reverse(_CURRENT),
        "warning",
        "post",
        context=one.employee.name,
        fields=(("item", str(one.pk)),),
        confirm=_("Medarbejderen mister adgangen med det samme. Afslut?"),
    )
    return Row(
        cells=(
            Cell(one.employee.name, sub=one.unit.name),
            words.right(one),
            Cell(one.leader.name if one.leader else "–", sub=on_day(one.decided_at) if one.decided_at else ""),
            one.note,
            end,
        )
    )
