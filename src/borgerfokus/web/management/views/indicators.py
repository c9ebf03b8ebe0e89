"""The indicators: all of them by theme with target and trend, and each with its chart, units and definition."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.service import Log, Measured, Scope
from borgerfokus.core.access import Verb
from borgerfokus.core.indicators import THEME_NAMES, Indicator, Theme, load_shipped
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.login.guards import staff_only
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.web.design.page import Crumb
from borgerfokus.web.design.views import Action, Chip, Column, ControlView, Term
from borgerfokus.web.frame import asked, on_moment, page, say, show, today
from borgerfokus.web.present import indicators as words
from borgerfokus.web.present.sheets import csv_answer

_SPAN, _HISTORY = 3, 24
_DIRECTIONS = {
    "higher": Text(da="Højere er bedre", en="Higher is better"),
    "lower": Text(da="Lavere er bedre", en="Lower is better"),
    "neither": Text(da="Hverken højt eller lavt er bedst i sig selv", en="Neither high nor low is best in itself"),
}


@dataclass(frozen=True)
class Line:
    """One indicator in the list."""

    title: str
    href: str
    now: str
    before: str
    target: Chip | None
    signal: str
    spark: ControlView | None


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All indicators of the units and case type that the address names; ?format=csv the same as a sheet."""
    reader = _Reader(request)
    measured = reader.dashboard()
    if request.GET.get("format") == "csv":
        return _sheet(measured)
    title = _("Nøgletal")
    return show(
        request,
        "management/indicators.html",
        page=page(request, title=title, place="management", current="management:indicators"),
        actions=(Action(_("Hent tal"), f"?{reader.query}format=csv", icon="download"),),
        reader=reader,
        themes=[
            (say(THEME_NAMES[theme]), [_line(one, reader) for one in measured if one.indicator.theme is theme])
            for theme in Theme
        ],
    )


@staff_only(purpose=Purpose.LEADERSHIP, verb=Verb.FIGURES_SEE)
@require_safe
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One indicator: its chart with limits, its units, what it is and where it comes from."""
    indicator = next((found for found in load_shipped() if found.key == key), None)
    if indicator is None:
        raise Hidden(f"indicator {key}")
    reader = _Reader(request)
    measured = reader.detail(indicator)
    title = say(indicator.title)
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
        finding=words.finding(measured),
        target=words.against_target(measured),
        chart=words.chart(measured),
        unit_columns=(Column(_("Enhed")), Column(_("Tal"), numeric=True), Column(_("Sager"), numeric=True)),
        units=words.units(measured, {unit.key: unit.name for unit in reader.every_unit}),
        terms=_terms(indicator),
    )


class _Reader:
    """Who reads, what the address asks for, and the log."""

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.today = request, today(request)
        led = asked(request).actor.led
        self.log: Log | None = insight.open_for(Path(settings.INSIGHT_ROOT), leads=bool(led))
        self.every_unit: list[Unit] = list(organisation.units(on=self.today))
        self.units = [unit for unit in self.every_unit if not led or unit.pk in led]
        self.kinds = [(one.key, say(one.spec.title_staff)) for one in casework.newest_in_force(on=self.today)]
        self.unit = self._given("enhed", (unit.key for unit in self.units))
        self.kind = self._given("slags", (key for key, _title in self.kinds))
        self._whole = None if not led else frozenset(unit.key for unit in self.units)

    def _given(self, name: str, known: Iterable[str]) -> str:
        value = self.request.GET.get(name, "")
        return value if value in set(known) else ""

    @property
    def note(self) -> str:
        """When the figures were made, "" when there are none yet."""
        if self.log is None:
            return _("Tallene er ved at blive lavet. De er klar om et minut.")
        moment = datetime.fromtimestamp(self.log.state.refreshed_us / 1_000_000, tz=get_default_timezone())
        return _("De seneste tre hele måneder · opdateret %(when)s") % {"when": on_moment(moment)}

    @property
    def query(self) -> str:
        """The filters in force, ready to be followed by another."""
        given = self.request.GET.copy()
        given.pop("format", None)
        return f"{given.urlencode()}&" if given else ""

    @property
    def suffix(self) -> str:
        """The filters in force behind an address."""
        return f"?{self.query.removesuffix('&')}" if self.query else ""

    def dashboard(self) -> list[Measured]:
        """Every indicator; without figures while there is no log."""
        if self.log is None:
            return [Measured(one) for one in load_shipped()]
        return insight.dashboard(self.log, **self._scopes())

    def detail(self, indicator: Indicator) -> Measured:
        """One indicator."""
        if self.log is None:
            return Measured(indicator)
        return insight.detail(self.log, indicator, **self._scopes())

    def _scopes(self) -> dict[str, Scope]:
        return {
            "now": self._scope(_SPAN, 0),
            "before": self._scope(2 * _SPAN, _SPAN),
            "months": self._scope(_HISTORY, 0),
        }

    def _scope(self, starts: int, ends: int) -> Scope:
        units = frozenset({self.unit}) if self.unit else self._whole
        kinds = frozenset({self.kind}) if self.kind else None
        return Scope(self._months_ago(starts), self._months_ago(ends), units, kinds)

    def _months_ago(self, count: int) -> datetime:
        """The first moment of the month so many months ago."""
        months = self.today.year * 12 + self.today.month - 1 - count
        return datetime(months // 12, months % 12 + 1, 1, tzinfo=get_default_timezone())


def _line(measured: Measured, reader: _Reader) -> Line:
    indicator, now, before = measured.indicator, measured.now, measured.before
    return Line(
        title=say(indicator.title),
        href=reverse("management:indicator", args=[indicator.key]) + reader.suffix,
        now=words.shown(now.value, indicator) if now else _("for få sager"),
        before=words.shown(before.value, indicator) if before else "–",
        target=words.against_target(measured),
        signal=words.last_signal(measured),
        spark=words.spark(measured),
    )


def _terms(indicator: Indicator) -> tuple[Term, ...]:
    return (
        Term(_("Hvad er det?"), say(indicator.definition)),
        Term(_("Hvilken vej er god?"), say(_DIRECTIONS[indicator.direction.value])),
        Term(_("Måltal"), words.shown(indicator.target, indicator) if indicator.target is not None else _("Intet mål")),
        Term(_("Færrest sager i en måned"), str(indicator.smallest)),
        Term(_("Kilde"), _("Sagernes hændelser"), sub=_("Ingen skriver tallet ind: det kommer af arbejdet")),
        Term(_("Ansvarlig"), indicator.owner),
        Term(_("Version"), str(indicator.version)),
    )


def _sheet(measured: list[Measured]) -> HttpResponse:
    rows = [
        (
            say(one.indicator.title),
            words.plain(one.now.value) if one.now else "",
            one.now.cases if one.now else "",
            words.plain(one.before.value) if one.before else "",
            words.plain(one.indicator.target) if one.indicator.target is not None else "",
            words.last_signal(one),
            say(one.indicator.definition),
        )
        for one in measured
    ]
    figures = (_("Nøgletal"), _("Nu"), _("Sager"), _("Før"), _("Måltal"))
    columns = [*figures, _("Mere end almindelige udsving?"), _("Hvad er det?")]
    return csv_answer(name="noegletal", columns=columns, rows=rows)
