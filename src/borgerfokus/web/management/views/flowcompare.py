"""Two periods or two units side by side, with what differs by more than chance marked."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Flow, Question
from borgerfokus.core.access import Verb
from borgerfokus.core.flow.chart import Way
from borgerfokus.core.flow.comparing import Pair, pairs
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.web.design.views import Chip, FlowMap, Row
from borgerfokus.web.frame import show
from borgerfokus.web.management.flowreader import FlowReader
from borgerfokus.web.present import flow as words
from borgerfokus.web.present import flowtables as tables
from borgerfokus.web.present.flowtables import Told
from borgerfokus.web.present.sheets import asked_format, file_answer
from borgerfokus.web.present.words import short_date

_DAY = 86_400_000_000
_YEAR = timedelta(days=365)
_FILTERS = ("log", "slags", "udfald", "detalje", "enhed", "fra", "til", "mod_enhed", "mod_fra", "mod_til")


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """One side and the other; ?format= every way of both as a file."""
    reader = FlowReader(request)
    sides = reader.sides
    found = [_read(reader, side) for side in sides]
    one, other = found
    both = pairs(_ways(one), _ways(other)) if one and other else []
    named = [_named(reader, side) for side in sides]
    ways = _told(both, named)
    if kind := asked_format(request):
        return file_answer(
            kind,
            name=f"sammenlign-{reader.kind}",
            columns=[column.label for column in ways.columns],
            rows=words.plain(ways.rows),
        )
    frame = reader.frame(title=_("Sammenlign"), current="flow-compare")
    return show(
        request,
        "management/flow_compare.html",
        **(frame if both else frame | {"actions": ()}),
        fields=reader.fields(*_FILTERS) if reader.log else (),
        active=reader.active(),
        finding=_finding(both, named) if both else "",
        caution=_caution(reader, sides),
        figures=_figures(one, other, named) if one and other else None,
        ways=ways,
        sides=_maps(found, named) if both else (),
    )


def _read(reader: FlowReader, side: Question) -> Flow | None:
    return insight.told_flow(reader.log, side, rule=reader.rule) if reader.log is not None else None


def _ways(found: Flow | None) -> dict[tuple[str, str], Way]:
    return {(found.words[way.before], found.words[way.after]): way for way in found.ways} if found else {}


def _named(reader: FlowReader, side: Question) -> str:
    """What a side is: its unit and its period."""
    units = [reader.unit_name(key) for key in side.units] if len(side.units) == 1 else []
    ends = side.ends - timedelta(days=1) if side.ends else None
    period = " – ".join(short_date(day.date()) if day else "" for day in (side.starts, ends))
    return ", ".join(part for part in (*units, period.strip() if side.starts or side.ends else "") if part) or _("Alle")


def _caution(reader: FlowReader, sides: Iterable[Question]) -> str:
    """What to bear in mind where cases of a side have not had a year to get to their last steps."""
    if all(side.ends is not None and side.ends <= reader.newest - _YEAR for side in sides):
        return ""
    return _(
        "Sager, der er begyndt inden for det seneste år, er ikke alle nået til de sidste skridt. De tæller, som de "
        "står, så sene skridt ser hurtigere ud i den nyeste periode, end de bliver."
    )


def _finding(both: list[Pair], named: list[str]) -> str:
    told = [pair for pair in both if pair.differs]
    if not told:
        return _("Ingen skridt adskiller sig mere, end tilfældet kan forklare.")
    first = told[0]
    slower = first.one is not None and first.other is not None and first.one.median_us > first.other.median_us
    values = {
        "count": len(told),
        "side": named[0],
        "before": words.name(first.before),
        "after": words.name(first.after),
    }
    if slower:
        return _(
            "%(count)s skridt adskiller sig mere, end tilfældet kan forklare. Fra »%(before)s« til »%(after)s« er "
            "langsommere i: %(side)s."
        ) % values
    return _(
        "%(count)s skridt adskiller sig mere, end tilfældet kan forklare. Fra »%(before)s« til »%(after)s« er "
        "hurtigere i: %(side)s."
    ) % values


def _figures(one: Flow, other: Flow, named: list[str]) -> Told:
    rows = (
        (_("Sager"), str(one.cases), str(other.cases), ""),
        _row(_("Halvdelen har varet højst, dage"), one.median_days, other.median_days),
        _row(_("Ni af ti har varet højst, dage"), one.p90_days, other.p90_days),
        _row(_("Skift af enhed pr. sag"), one.handovers, other.handovers),
        _row(_("Skift af medarbejder pr. sag"), one.hands, other.hands),
    )
    return Told(tables.columns((_("Tal"),), *named, _("Forskel")), tuple(Row(cells=row) for row in rows))


def _row(label: str, one: float | None, other: float | None) -> tuple[str, str, str, str]:
    if one is None or other is None:
        return (label, words.figure(one), words.figure(other), "")
    return (label, words.number(one), words.number(other), str(tables.change(one, other, differs=False)))


def _told(both: list[Pair], named: list[str]) -> Told:
    figures = [label for side in named for label in (_("%(side)s: gange") % {"side": side}, _("median, dage"))]
    rows = tuple(Row(cells=_cells(pair)) for pair in both)
    return Told(tables.columns((_("Fra"), _("Til")), *figures, _("Forskel")), rows)


def _cells(pair: Pair) -> tuple[str | Chip, ...]:
    sides = [
        cell
        for way in (pair.one, pair.other)
        for cell in ((str(way.times), words.number(way.median_us / _DAY)) if way else (_("ingen"), "–"))
    ]
    difference: str | Chip = ""
    if pair.one and pair.other:
        difference = tables.change(pair.one.median_us / _DAY, pair.other.median_us / _DAY, differs=pair.differs)
    return (words.name(pair.before), words.name(pair.after), *sides, difference)


def _maps(found: list[Flow | None], named: list[str]) -> list[tuple[str, str, FlowMap]]:
    """Each side's map with ids of its own."""
    return [
        (title, f"side-{place}", replace(words.picture(one), key=f"{place}"))
        for place, (title, one) in enumerate(zip(named, found, strict=True))
        if one is not None
    ]
