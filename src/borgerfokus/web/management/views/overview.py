"""The dashboard of a team, a department or the whole field: the front figures, what calls for attention, and notes."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight.service import FigureAlert, FigureNote, Measured
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.text.documents import Report, ReportSection, ReportTable
from borgerfokus.foundation.text.pdf import render_report
from borgerfokus.web.design.views import Action
from borgerfokus.web.frame import asked, on_day, page, page_language, say, show
from borgerfokus.web.management.reading import Reader
from borgerfokus.web.management.views.indicators import front
from borgerfokus.web.present import dashboards, figurefiles
from borgerfokus.web.present import indicators as words
from borgerfokus.web.present.sheets import asked_format, pdf_answer

_FEW_NOTES, _FEW_ALERTS = 5, 8


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The dashboard; ?format=pdf the same as a report with text, csv, xlsx and parquet the figures."""
    if not asked(request).actor.can(Verb.FIGURES_FOLLOW):
        return redirect("management:committee")
    reader = Reader(request)
    measured = reader.dashboard(front())
    alerts, notes = reader.alerts(), reader.notes()
    if request.GET.get("format") == "pdf":
        made = report(reader, measured, alerts, notes)
        return pdf_answer(render_report(report=made), name=f"overblik-{reader.today.isoformat()}")
    if kind := asked_format(request):
        return figurefiles.of_list(kind, measured, name="overblik")
    own = frozenset(unit.key for unit in reader.units) if reader.by.led else frozenset()
    waiting = sum(one.acknowledged_at is None for one in alerts)
    return show(
        request,
        "management/overview.html",
        page=page(request, title=reader.where, place="management", current="management:overview"),
        reader=reader,
        note=f"{reader.level} · {reader.note}",
        actions=_actions(reader),
        finding=dashboards.headline(measured, waiting),
        kpis=tuple(words.kpi(one, _address(one, reader)) for one in measured) if reader.state else (),
        alert_columns=dashboards.alert_columns(),
        alerts=dashboards.alert_rows(alerts[:_FEW_ALERTS], reader.names),
        charts=[
            (say(one.indicator.title), words.finding(one), words.chart(one, notes), _address(one, reader))
            for one in measured
            if one.months
        ],
        beside_columns=dashboards.beside_columns(measured),
        beside=dashboards.beside_rows(measured, reader.names, own),
        rounded=reader.is_rounded,
        note_columns=dashboards.note_columns(),
        notes=dashboards.note_rows(notes[:_FEW_NOTES], reader.names, dict(reader.kinds)),
    )


def _address(one: Measured, reader: Reader) -> str:
    return reverse("management:indicator", args=[one.indicator.key]) + reader.suffix


def _actions(reader: Reader) -> tuple[Action, ...]:
    return (
        *figurefiles.actions(reader.query),
        Action(_("Få tallene på e-mail"), reverse("management:subscriptions") + reader.suffix, icon="email"),
        Action(_("Rapport (PDF)"), f"?{reader.query}format=pdf", "primary"),
    )


def report(
    reader: Reader, measured: list[Measured], alerts: list[FigureAlert], notes: list[FigureNote]
) -> Report:
    """The dashboard as a report with text: what the figures say, what is watched, and what else happened."""
    finding = dashboards.headline(measured, sum(one.acknowledged_at is None for one in alerts))
    sections = [
        ReportSection(_("Tallene"), finding, _table(measured)),
        *(ReportSection(say(one.indicator.title), _text(one), _months(one)) for one in measured if one.months),
    ]
    if alerts:
        rows = tuple(tuple(_words(cell) for cell in row.cells) for row in dashboards.alert_rows(alerts, reader.names))
        headings = tuple(column.label for column in dashboards.alert_columns())
        sections.append(ReportSection(_("Kræver opmærksomhed"), "", ReportTable(headings, rows)))
    if notes:
        told = "\n".join(f"{on_day(one.on)}: {one.text}" for one in notes)
        sections.append(ReportSection(_("Det skete samtidig"), told))
    return Report(
        municipality=settings.MUNICIPALITY,
        heading=_("Overblik: %(where)s") % {"where": reader.where},
        subtitle=reader.note,
        made_on=reader.today,
        facts=((_("Niveau"), reader.level), (_("Enheder"), reader.where)),
        sections=tuple(sections),
        note=_(
            "Tallene kommer af sagernes hændelser. Et tal uden for de naturlige grænser, eller otte måneder i træk på "
            "samme side af midten, er mere end almindelige udsving."
        ),
        language=page_language(),
    )


def _table(measured: list[Measured]) -> ReportTable:
    rows = tuple(
        (
            say(one.indicator.title),
            words.shown(one.now.value, one.indicator) if one.now else _("for få sager"),
            words.shown(one.before.value, one.indicator) if one.before else "–",
            words.shown(one.indicator.target, one.indicator) if one.indicator.target is not None else "–",
        )
        for one in measured
    )
    return ReportTable((_("Nøgletal"), _("Nu"), _("Før"), _("Måltal")), rows)


def _text(one: Measured) -> str:
    return f"{say(one.indicator.definition)} {words.finding(one)}"


def _months(one: Measured) -> ReportTable:
    rows = tuple(
        (words.month(month.key), words.shown(month.value, one.indicator), str(month.cases)) for month in one.months
    )
    return ReportTable((_("Måned"), _("Tal"), _("Sager")), rows)


def _words(cell: object) -> str:
    """A cell of a table as text."""
    return cell if isinstance(cell, str) else str(getattr(cell, "text", ""))
