"""Our own teams side by side: places with their intervals and a funnel, so that noise places nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from borgerfokus.apps.insight import service as insight
from borgerfokus.core.access import Verb
from borgerfokus.core.benchmark.funnel import Funnel, funnel
from borgerfokus.core.benchmark.ranks import Estimate, Place, places
from borgerfokus.core.indicators import Audience, Direction, Indicator, Statistic, load_shipped
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.web.design.views import ForestLine, ForestView
from borgerfokus.web.frame import asked, page, say, show, today
from borgerfokus.web.management.views.benchmark import tabs
from borgerfokus.web.present import benchmark as words
from borgerfokus.web.present.sheets import asked_format, file_answer, files

MONTHS = (3, 12, 24)
_USUAL, _FIRST = 12, "decision_time"
_SURE = 1.959964


@dataclass(frozen=True)
class Teams:
    """The teams in one indicator. `few`: so many have too few cases for a figure."""

    indicator: Indicator
    places: Sequence[Place]
    funnel: Funnel | None
    few: int
    names: Mapping[str, str]
    led: frozenset[str]

    def name(self, one: Place) -> str:
        """The name of a team."""
        return self.names.get(one.estimate.key, one.estimate.key)


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def teams(request: HttpRequest) -> HttpResponse:
    """One indicator, team by team; ?format= the same as a file."""
    reader = _Reader(request)
    found = reader.teams
    if kind := asked_format(request):
        return _sheet(kind, found)
    return show(
        request,
        "management/benchmark_teams.html",
        page=page(request, title=_("Hold hos os"), place="management", current="management:benchmark"),
        tabs=tabs(request, "benchmark-teams"),
        actions=files(reader.to_files) if found.places else (),
        reader=reader,
        months=MONTHS,
        finding=_finding(found),
        funnel=words.funnel_view(
            found.funnel, found.places, names=found.names, own=sorted(found.led), indicator=found.indicator
        )
        if found.funnel
        else None,
        forest=_forest(found),
        columns=words.columns(_("Hold")),
        rows=tuple(
            words.row(
                one,
                name=found.name(one),
                note="",
                found=found.funnel,
                indicator=found.indicator,
                here=one.estimate.key in found.led,
            )
            for one in found.places
        ),
        few=_few(found.few),
    )


class _Reader:
    """What the address asks for."""

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.day = request, today(request)
        audience = Audience.INSIDE if asked(request).actor.led else Audience.COMMITTEE
        told = (one for one in load_shipped() if one.is_told(audience))
        self.catalogue = [one for one in told if one.statistic is not Statistic.COUNT]
        by_key = {one.key: one for one in self.catalogue}
        self.indicator = by_key.get(request.GET.get("tal", ""), by_key.get(_FIRST, self.catalogue[0]))
        asked_months = request.GET.get("maaneder", "")
        self.months = int(asked_months) if asked_months in {str(one) for one in MONTHS} else _USUAL

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The indicators, by key."""
        return [(one.key, say(one.title)) for one in self.catalogue]

    @property
    def to_files(self) -> str:
        """What is asked, ready to be followed by a format."""
        return f"tal={self.indicator.key}&maaneder={self.months}&"

    @cached_property
    def teams(self) -> Teams:
        """The teams: own ones as they are, the others after disclosure control."""
        units = list(organisation.units(on=self.day))
        led = asked(self.request).actor.led
        own = frozenset(unit.key for unit in units if unit.pk in led)
        found, few = self._figures(frozenset() if self.indicator.answers else own)
        placed = places(found, higher_is_better=self.indicator.direction is not Direction.LOWER)
        return Teams(
            indicator=self.indicator,
            places=placed,
            funnel=funnel(found),
            few=few,
            names={unit.key: unit.name for unit in units},
            led=own,
        )

    def _figures(self, own: frozenset[str]) -> tuple[list[Estimate], int]:
        months = self.day.year * 12 + self.day.month - 1 - self.months
        span = insight.span_of(date(months // 12, months % 12 + 1, 1), self.day.replace(day=1))
        rule = insight.disclosure_rule(on=self.day)
        return insight.told_teams(Path(settings.INSIGHT_ROOT), self.indicator, span=span, own=own, rule=rule)


def _finding(found: Teams) -> str:
    if len(found.places) < 2:
        return _("Der er ikke to hold med sager nok til at sammenligne.")
    sure = [one for one in found.places if (one.first, one.last) != (1, len(found.places))]
    if not sure:
        return _("Ingen hold kan skilles fra de andre: forskellene kan være tilfældige.")
    text = ngettext(
        "%(n)s af %(of)s hold kan skilles fra et andet. Resten af rækkefølgen kan være tilfældig.",
        "%(n)s af %(of)s hold kan skilles fra et andet. Resten af rækkefølgen kan være tilfældig.",
        len(sure),
    )
    said = text % {"n": len(sure), "of": len(found.places)}
    if found.funnel is not None and found.funnel.beyond:
        said += " " + _("Holdene er mere forskellige end tilfældigt, så tragten er gjort bredere.")
    return said


def _few(number: int) -> str:
    text = ngettext("%(n)s hold har for få sager til et tal.", "%(n)s hold har for få sager til et tal.", number)
    return text % {"n": number} if number else ""


def _forest(found: Teams) -> ForestView | None:
    indicator = found.indicator
    if not found.places:
        return None
    ends = [_ends(one, indicator) for one in found.places]
    low, high = min(one[0] for one in ends), max(one[1] for one in ends)
    width = (high - low) or 1.0

    def at(value: float) -> float:
        return 4 + 90 * (value - low) / width

    return ForestView(
        label=" ".join(f"{found.name(one)}: {words.shown(one.estimate.value, indicator)}." for one in found.places),
        ticks=tuple(
            (at(value), words.shown(value, indicator), False) for value in (low, low + width / 2, low + width)
        ),
        lines=tuple(
            ForestLine(
                name=found.name(one),
                note=_("plads %(place)s") % {"place": words.place(one)},
                low=at(first),
                at=at(one.estimate.value),
                high=at(last),
                sure=(one.first, one.last) != (1, len(found.places)),
            )
            for one, (first, last) in zip(found.places, ends, strict=True)
        ),
        strong=_("kan skilles fra mindst ét andet hold"),
        weak=_("kan stå hvor som helst"),
        mark="",
        note=_("95 procents interval"),
    )


def _ends(one: Place, indicator: Indicator) -> tuple[float, float]:
    reach = _SURE * one.estimate.error
    high = one.estimate.value + reach
    return max(0.0, one.estimate.value - reach), min(1.0, high) if indicator.statistic is Statistic.SHARE else high


def _sheet(kind: str, found: Teams) -> HttpResponse:
    rows = [
        (
            found.name(one),
            one.estimate.value,
            one.estimate.error,
            one.estimate.cases,
            one.rank,
            one.first,
            one.last,
            words.standing(one, found.funnel, found.indicator).text,
        )
        for one in found.places
    ]
    columns = [
        _("Hold"),
        _("Tal"),
        _("Standardfejl"),
        _("Sager"),
        _("Plads på tallet alene"),
        _("Plads fra"),
        _("Plads til"),
        _("Mere end tilfældigt?"),
    ]
    return file_answer(kind, name=f"hold-{found.indicator.key}", columns=columns, rows=rows)
