"""Uses of break-glass, and the look-up log, as those see them who answer for them."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.audit import queries as audit
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Cell, Chip, Column, Paging, Row
from borgerfokus.web.frame import asked, on_moment, page, say, show, today, told
from borgerfokus.web.numbers import in_address, posted, whole
from borgerfokus.web.present import lookups as words

PAGE = 50


@staff_only(purpose=Purpose.SUPERVISION, verb=Verb.BREAK_GLASS_REVIEW)
@require_http_methods(["GET", "POST"])
def emergencies(request: HttpRequest) -> HttpResponse:
    """Each use of break-glass in the leader's units, with its reason; a review is a word on each."""
    by, at = asked(request).actor, asked(request).moment
    if request.method == "POST":
        grant_id = posted(request, "grant") or 0
        refused = casework.review_break_glass(grant_id=grant_id, note=request.POST.get("note", ""), by=by, at=at)
        told(request, refused, _("Gennemgangen er gemt."))
        return redirect("management:emergencies")
    uses = casework.emergency_uses(by=by, at=at)
    names = organisation.colleagues(use.employee_id for use in uses)
    cards = people.cards(
        (use.case.citizen_id for use in uses), case_ids={use.case.citizen_id: use.case.pk for use in uses}
    )
    rows = [
        {
            "id": use.grant_id,
            "who": names[use.employee_id].name if use.employee_id in names else _("Ukendt"),
            "unit": names[use.employee_id].unit if use.employee_id in names else "",
            "citizen": cards[use.case.citizen_id].name if use.case.citizen_id in cards else "",
            "number": use.case.number,
            "href": reverse("staff:case", args=[use.case.number]),
            "when": _("%(from)s til %(to)s") % {"from": on_moment(use.at), "to": on_moment(use.until)},
            "reason": use.reason,
            "reviewed": on_moment(use.reviewed_at) if use.reviewed_at else "",
            "note": use.note,
        }
        for use in uses
    ]
    waiting = sum(1 for use in uses if use.reviewed_at is None)
    return show(
        request,
        "management/emergencies.html",
        page=page(request, title=_("Adgang i nødstilfælde"), place="management", current="management:emergencies"),
        rows=rows,
        note=_("%(n)s venter på din gennemgang") % {"n": waiting},
    )


@staff_only(purpose=Purpose.SUPERVISION, verb=Verb.LOOKUPS_REVIEW)
def looks(request: HttpRequest) -> HttpResponse:
    """Who has looked at whom: of the leader's units, or of all for the data protection officer."""
    chosen = request.GET.get("formaal") or request.GET.get("medarbejder")
    found = audit.by_staff(
        newest=PAGE + 1,
        unit_id=in_address(request, "enhed"),
        subject=f"employee:{in_address(request, 'medarbejder')}" if in_address(request, "medarbejder") else "",
        purpose=request.GET.get("formaal", ""),
        after=_after(request),
        reader="" if chosen else asked(request).actor.subject,
    )
    shown = found[:PAGE]
    cards = people.cards(one.person_id for one in shown)
    units = {unit.pk: unit.name for unit in organisation.units(on=today(request))}
    rows = tuple(
        Row(
            cells=(
                Cell(one.subject_name, sub=units.get(one.unit_id or 0, ""), href=f"?medarbejder={one.subject[9:]}"),
                on_moment(one.at),
                Cell(cards[one.person_id].name if one.person_id in cards else _("Ukendt")),
                say(words.look(one.look)),
                _purpose(one.purpose),
            )
        )
        for one in shown
    )
    older = f"?{_query(request, shown[-1])}" if len(found) > PAGE else ""
    return show(
        request,
        "management/lookups.html",
        page=page(
            request,
            title=_("Hvem har slået op?"),
            place="management",
            current="management:control",
            crumbs=(Crumb(_("Logkontrol"), reverse("management:control")), Crumb(_("Alle opslag"))),
        ),
        columns=(
            Column(_("Medarbejder")),
            Column(_("Hvornår")),
            Column(_("Borger")),
            Column(_("Hvad")),
            Column(_("Formål")),
        ),
        rows=rows,
        paging=Paging(summary=_("%(n)s opslag") % {"n": len(shown)}, older_href=older),
        units=sorted(units.items(), key=lambda one: one[1]),
        unit=in_address(request, "enhed"),
        purposes=[(key, say(text)) for key, text in words.PURPOSES.items()],
        purpose=request.GET.get("formaal", ""),
    )


def _purpose(key: str) -> Cell:
    text = say(words.purpose(key))
    return Cell(text, chip=Chip(_("Nødadgang"), "warn")) if key == Purpose.BREAK_GLASS else Cell(text)


def _after(request: HttpRequest) -> audit.Place | None:
    at, _sep, text = request.GET.get("efter", "").rpartition("_")
    number = whole(text)
    if number is None:
        return None
    try:
        return audit.Place(at=datetime.fromisoformat(at), id=number)
    except ValueError:
        return None


def _query(request: HttpRequest, last: audit.Seen) -> str:
    kept = request.GET.copy()
    kept["efter"] = f"{last.at.isoformat()}_{last.id}"
    return kept.urlencode()
