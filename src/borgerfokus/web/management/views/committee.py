"""The committee's page of figures: what is released, rounded and frozen; a page one can put in front of it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Disclosed
from borgerfokus.core.access import Verb
from borgerfokus.core.indicators import Audience
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.text.documents import Report, ReportSection, ReportTable
from borgerfokus.foundation.text.pdf import render_report
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import asked, page, page_language, say, show, today
from borgerfokus.web.present import figurefiles, parts, released
from borgerfokus.web.present import indicators as words
from borgerfokus.web.present.dashboards import unit_names
from borgerfokus.web.present.sheets import asked_format, pdf_answer


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def committee(request: HttpRequest) -> HttpResponse:
    """Every figure that the committee is told; ?format=pdf as a paper for its meeting, and as files."""
    until, found = insight.disclosed(audience=Audience.COMMITTEE)
    if request.GET.get("format") == "pdf":
        return pdf_answer(render_report(report=_report(request, found, released.note(until))), name="udvalg-noegletal")
    if kind := asked_format(request):
        return figurefiles.of_list(kind, found, name="udvalg-noegletal")
    hrefs = {one.indicator.key: reverse("management:committee-one", args=[one.indicator.key]) for one in found}
    title = _("Udvalgets side")
    return show(
        request,
        "management/committee.html",
        page=page(request, title=title, place="management", current="management:committee"),
        note=released.note(until),
        is_print=bool(request.GET.get("print")),
        actions=(
            *figurefiles.actions(""),
            Action(_("Få tallene på e-mail"), reverse("management:subscriptions"), icon="email"),
            Action(_("Til mødet (PDF)"), "?format=pdf", "primary"),
        ),
        nothing_yet="" if until else released.nothing_yet(today(request)),
        finding=released.finding(found),
        kpis=released.kpis(found, hrefs),
        themes=released.themes(found, hrefs),
    )


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One released figure: its chart, and its departments."""
    _until, found = insight.disclosed(audience=Audience.COMMITTEE)
    told_of = next((one for one in found if one.indicator.key == key), None)
    if told_of is None:
        raise Hidden(f"indicator {key}")
    names = unit_names(organisation.units(on=today(request)))
    split = parts.released(told_of)
    if kind := asked_format(request):
        return figurefiles.of_one(kind, told_of, names, split=split, name="udvalg")
    title = say(told_of.indicator.title)
    since = released.since(today(request))
    follows = asked(request).actor.can(Verb.FIGURES_FOLLOW)
    notes = insight.notes(since=since, units=[]) if follows else insight.public_notes(since=since)
    crumbs = (Crumb(_("Udvalgets side"), reverse("management:committee")), Crumb(title))
    return show(
        request,
        "management/committee_one.html",
        page=page(request, title=title, place="management", current="management:committee", crumbs=crumbs),
        is_print=bool(request.GET.get("print")),
        actions=figurefiles.actions(""),
        picture=released.picture(told_of, notes),
        columns=released.unit_columns(),
        rows=released.unit_rows(told_of, names),
        split=split,
    )


def _report(request: HttpRequest, found: list[Disclosed], note: str) -> Report:
    rows = tuple(
        (
            say(one.indicator.title),
            words.shown(one.now.value, one.indicator) if one.now else _("for få sager"),
            words.shown(one.before.value, one.indicator) if one.before else "–",
            words.shown(one.indicator.target, one.indicator) if one.indicator.target is not None else "–",
        )
        for one in found
    )
    table = ReportTable((_("Nøgletal"), _("Nu"), _("Før"), _("Måltal")), rows)
    front = [one for one in found if one.indicator.front]
    return Report(
        municipality=settings.MUNICIPALITY,
        heading=_("Nøgletal til udvalget"),
        subtitle=note or released.nothing_yet(today(request)),
        made_on=today(request),
        facts=((_("Målene"), released.finding(found)),),
        sections=(
            *(
                ReportSection(say(one.indicator.title), f"{released.said(one)} {say(one.indicator.definition)}")
                for one in front
            ),
            ReportSection(_("Alle tal"), "", table),
        ),
        note=_("Antal er afrundet, og små tal vises ikke, så ingen kan genkendes."),
        language=page_language(),
    )
