"""Units, and who answers for what."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation import service as keeping
from borgerfokus.foundation.organisation.models import Unit, UnitKind
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Cell, Chip, Column, Row
from borgerfokus.web.frame import asked, page, say, show, today, told
from borgerfokus.web.numbers import posted
from borgerfokus.web.present import partners
from borgerfokus.web.present.words import short_date


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.ORGANISATION_EDIT)
@require_http_methods(["GET", "POST"])
def units(request: HttpRequest) -> HttpResponse:
    """Every unit there is today; a new one is added here."""
    day = today(request)
    if request.method == "POST":
        added = keeping.add_unit(
            key=slugify(request.POST.get("name", ""))[:60],
            unit=_data(request),
            starts=day,
            by=asked(request).actor,
            at=asked(request).moment,
        )
        told(request, added if isinstance(added, Refusal) else None, _("Enheden er oprettet."))
        return redirect("admin:units")
    found = list(organisation.units(on=day).select_related("parent"))
    return show(
        request,
        "admin/units.html",
        page=page(request, title=_("Enheder"), place="admin", current="admin:start", crumbs=_crumbs(_("Enheder"))),
        columns=(Column(_("Enhed")), Column(_("Slags")), Column(_("Under")), Column(_("Siden"))),
        rows=tuple(_row(unit) for unit in found),
        units=found,
        kinds=_kinds(),
        partner_kinds=partners.kinds(),
        answers=_answers(day),
    )


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.ORGANISATION_EDIT)
@require_http_methods(["GET", "POST"])
def one_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """One unit: change it, or end it."""
    day = today(request)
    unit = organisation.units(on=day).filter(pk=unit_id).first()
    if unit is None:
        raise Http404
    if request.method == "POST":
        return _change(request, unit)
    return show(
        request,
        "admin/unit.html",
        page=page(
            request,
            title=unit.name,
            place="admin",
            current="admin:start",
            crumbs=[*_crumbs(_("Enheder"), reverse("admin:units")), Crumb(unit.name)],
        ),
        unit=unit,
        units=[one for one in organisation.units(on=day) if one.pk != unit.pk],
        kinds=_kinds(),
        partner_kinds=partners.kinds(),
    )


@staff_only(purpose=Purpose.ADMINISTRATION, verb=Verb.ORGANISATION_EDIT)
@require_http_methods(["POST"])
def answer_for(request: HttpRequest) -> HttpResponse:
    """Give a unit the responsibility for a case type from today."""
    key = request.POST.get("key", "")
    known = {version.key for version in casework.newest_in_force(on=today(request))}
    refused = keeping.give_responsibility(
        unit_id=posted(request, "unit") or 0,
        case_type_key=key if key in known else "",
        on=today(request),
        by=asked(request).actor,
        at=asked(request).moment,
    )
    told(request, refused, _("Enheden har ansvaret fra i dag."))
    return redirect("admin:units")


def _change(request: HttpRequest, unit: Unit) -> HttpResponse:
    by, at = asked(request).actor, asked(request).moment
    if request.POST.get("act") == "end":
        refused = keeping.end_unit(unit_id=unit.pk, on=today(request), by=by, at=at)
        if told(request, refused, _("Enheden er lukket fra i dag.")):
            return redirect("admin:units")
        return redirect("admin:unit", unit.pk)
    seen = posted(request, "version") or 0
    refused = keeping.change_unit(unit_id=unit.pk, version=seen, unit=_data(request), by=by, at=at)
    told(request, refused, _("Enheden er gemt."))
    return redirect("admin:unit", unit.pk)


def _data(request: HttpRequest) -> keeping.UnitData:
    return keeping.UnitData(
        name=request.POST.get("name", "").strip()[:160],
        name_en=request.POST.get("name_en", "").strip()[:160],
        kind=request.POST.get("kind", ""),
        partner_kind=request.POST.get("partner_kind", ""),
        parent=posted(request, "parent"),
        phone=request.POST.get("phone", "").strip()[:20],
        hours=request.POST.get("hours", "").strip()[:120],
    )


def _row(unit: Unit) -> Row:
    return Row(
        cells=(
            Cell(unit.name, sub=unit.key, href=reverse("admin:unit", args=[unit.pk])),
            Chip(_kinds().get(unit.kind, unit.kind), "line"),
            unit.parent.name if unit.parent else "–",
            short_date(unit.starts),
        )
    )


def _kinds() -> dict[str, str]:
    return {
        UnitKind.MUNICIPALITY: _("Kommune"),
        UnitKind.COUNCIL: _("Kommunalbestyrelse"),
        UnitKind.COMMITTEE: _("Udvalg"),
        UnitKind.DIRECTOR: _("Direktør"),
        UnitKind.DEPARTMENT: _("Afdeling"),
        UnitKind.TEAM: _("Team"),
        UnitKind.INSTITUTION: _("Institution"),
        UnitKind.STAFF_UNIT: _("Stab"),
        UnitKind.PARTNER: _("Samarbejdskommune"),
    }


def _answers(day: date) -> list[tuple[str, str, int | None]]:
    answering = organisation.responsible_units(on=day)
    return [
        (version.key, say(version.spec.title_staff), answering.get(version.key))
        for version in casework.newest_in_force(on=day)
    ]


def _crumbs(label: str, href: str = "") -> list[Crumb]:
    return [Crumb(_("Styring"), reverse("admin:start")), Crumb(label, href)]
