"""The indicators: all of them by theme with target and trend, each with its chart and units, and the cases behind."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Behind, Measured
from borgerfokus.core.access import Verb
from borgerfokus.core.indicators import Direction, Indicator, load_shipped
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Cell, Column, Row, Term
from borgerfokus.web.frame import asked, on_day, page, say, show
from borgerfokus.web.management.reading import SPAN, Reader
from borgerfokus.web.present import dashboards, figurefiles, parts
from borgerfokus.web.present import indicators as words
from borgerfokus.web.present.sheets import asked_format

MOST_CASES = 100


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All indicators of the units and case type that the address names; ?format= the same as a file.

    Who may not follow the figures from day to day is led to those that are released.
    """
    if not asked(request).actor.can(Verb.FIGURES_FOLLOW):
        return redirect("management:committee")
    reader = Reader(request)
    measured = reader.dashboard()
    if kind := asked_format(request):
        return figurefiles.of_list(kind, measured)
    title = _("Nøgletal")
    return show(
        request,
        "management/indicators.html",
        page=page(request, title=title, place="management", current="management:indicators"),
        actions=figurefiles.actions(reader.query),
        reader=reader,
        rounded=reader.is_rounded,
        themes=words.by_theme((one.indicator, words.line(one, _address(one, reader))) for one in measured),
    )


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_FOLLOW)
@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One indicator: its chart with limits, its units, what it is and where it comes from."""
    indicator, reader = _indicator(key), Reader(request)
    measured = reader.dashboard([indicator])[0]
    split = parts.of(indicator, reader.parts(indicator))
    if kind := asked_format(request):
        return figurefiles.of_one(kind, measured, reader.names, split=split)
    title, notes = say(indicator.title), reader.notes()
    alerts = [one for one in reader.alerts() if one.indicator == indicator.key]
    return show(
        request,
        "management/indicator.html",
        page=page(
            request,
            title=title,
            place="management",
            current="management:indicators",
            crumbs=(Crumb(_("Nøgletal"), reverse("management:indicators") + reader.suffix), Crumb(title)),
        ),
        reader=reader,
        rounded=reader.is_rounded_of(indicator),
        split=split,
        actions=(*_to_cases(indicator, reader), *figurefiles.actions(reader.query)),
        finding=words.finding(measured),
        target=words.against_target(measured),
        chart=words.chart(measured, notes),
        unit_columns=(
            Column(_("Enhed")),
            Column(_("Tal"), numeric=True),
            Column(_("Sager"), numeric=True),
            Column(_("Afstand"), numeric=True),
        ),
        units=words.units(measured, reader.names, frozenset(unit.key for unit in reader.units)),
        alert_columns=dashboards.alert_columns(),
        alerts=dashboards.alert_rows(alerts, reader.names),
        terms=_terms(indicator),
    )


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_FOLLOW)
@require_safe
def cases(request: HttpRequest, key: str) -> HttpResponse:
    """The cases that a figure is made of, as far as the reader may see them, the worst first."""
    indicator, reader = _indicator(key), Reader(request)
    title, found = say(indicator.title), _behind(indicator, reader)
    return show(
        request,
        "management/indicator_cases.html",
        page=page(
            request,
            title=_("Sagerne bag: %(title)s") % {"title": title},
            place="management",
            current="management:indicators",
            crumbs=(
                Crumb(_("Nøgletal"), reverse("management:indicators") + reader.suffix),
                Crumb(title, reverse("management:indicator", args=[indicator.key]) + reader.suffix),
                Crumb(_("Sagerne")),
            ),
        ),
        reader=reader,
        say=ngettext("%(n)s sag, som du må se.", "%(n)s sager, som du må se.", len(found)) % {"n": len(found)},
        most=MOST_CASES,
        columns=(
            Column(_("Sag")),
            Column(_("Værdi"), numeric=True),
            Column(_("Talt med")),
            Column(_("Hos")),
            Column(_("Enhed")),
        ),
        rows=tuple(_case(one, indicator) for one in found),
    )


def _indicator(key: str) -> Indicator:
    found = dashboards.named(key)
    if found is None:
        raise Hidden(f"indicator {key}")
    return found


def _behind(indicator: Indicator, reader: Reader) -> list[Behind]:
    if reader.log is None or reader.is_rounded:
        return []
    highest = indicator.direction is not Direction.HIGHER
    counted = insight.counted(
        reader.log, indicator, scope=reader.scope(SPAN, 0), most=MOST_CASES, highest_first=highest
    )
    return insight.behind(counted, by=reader.by, at=reader.at)


def _case(one: Behind, indicator: Indicator) -> Row:
    case = one.case
    worker = case.caseworker.name if case.caseworker else _("Ingen")
    return Row(
        cells=(
            Cell(case.number, sub=case.title, href=reverse("staff:case", args=[case.number])),
            words.of_case(one.value, indicator),
            on_day(one.when),
            worker,
            case.unit.name,
        )
    )


def _to_cases(indicator: Indicator, reader: Reader) -> Sequence[Action]:
    if reader.is_rounded_of(indicator):
        return ()
    address = reverse("management:indicator-cases", args=[indicator.key]) + reader.suffix
    return (Action(_("Se sagerne bag tallet"), address, "primary"),)


def _address(one: Measured, reader: Reader) -> str:
    return reverse("management:indicator", args=[one.indicator.key]) + reader.suffix


def _terms(indicator: Indicator) -> tuple[Term, ...]:
    return (
        Term(_("Hvad er det?"), say(indicator.definition)),
        Term(_("Hvilken vej er god?"), words.direction(indicator)),
        Term(_("Måltal"), words.shown(indicator.target, indicator) if indicator.target is not None else _("Intet mål")),
        Term(_("Færrest sager i en måned"), str(indicator.smallest)),
        Term(_("Hvem må få det at se?"), words.audience(indicator)),
        _source(indicator),
        Term(_("Ansvarlig"), indicator.owner),
        Term(_("Version"), str(indicator.version)),
    )


def _source(indicator: Indicator) -> Term:
    if indicator.answers:
        return Term(_("Kilde"), _("Borgernes egne svar"), sub=_("Svarene vises kun i tal for mange, også for dig"))
    return Term(_("Kilde"), _("Sagernes hændelser"), sub=_("Ingen skriver tallet ind: det kommer af arbejdet"))


def front() -> list[Indicator]:
    """The indicators on the front of a dashboard."""
    return [one for one in load_shipped() if one.front]
