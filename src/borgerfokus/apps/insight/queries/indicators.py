"""The figures of the indicators over the municipality's own log."""

from dataclasses import dataclass, field
from datetime import datetime

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core import indicators
from borgerfokus.core.indicators import Coded, Figure, Indicator, Window


@dataclass(frozen=True)
class Scope:
    """Which cases are counted: those that count in `[starts, ends)`, of these units and kinds (keys; None: all)."""

    starts: datetime
    ends: datetime
    units: frozenset[str] | None = None
    kinds: frozenset[str] | None = None


@dataclass
class Measured:
    """One indicator: its figure now and for the same span before, its months, and its units (by key)."""

    indicator: Indicator
    now: Figure | None = None
    before: Figure | None = None
    months: list[Figure] = field(default_factory=list)
    units: dict[str, Figure] = field(default_factory=dict)


def dashboard(log: Log, *, now: Scope, before: Scope, months: Scope) -> list[Measured]:
    """Every indicator in three questions, in the order of the catalogue."""
    catalogue = indicators.load_shipped()
    found = [Measured(one) for one in catalogue]
    for place, figure in _figures(log, indicators.whole(log.values, _window(log, now))):
        found[place].now = figure
    for place, figure in _figures(log, indicators.whole(log.values, _window(log, before))):
        found[place].before = figure
    for place, figure in _figures(log, indicators.by_month(log.values, _window(log, months))):
        found[place].months.append(figure)
    return found


def detail(log: Log, indicator: Indicator, *, now: Scope, before: Scope, months: Scope) -> Measured:
    """One indicator with its units too."""
    measured = next(one for one in dashboard(log, now=now, before=before, months=months) if one.indicator == indicator)
    for place, figure in _figures(log, indicators.by_unit(log.values, _window(log, now))):
        if indicators.load_shipped()[place] == indicator:
            measured.units[log.words.word("unit", figure.key)] = figure
    return measured


def coded(log: Log) -> Coded:
    """The log as the formulas read it."""
    activities, actors = (
        {word: code for code, word in enumerate(log.words.lists[name])} for name in ("activity", "actor")
    )
    return Coded(log.events, log.cases, activities, actors)


def _figures(log: Log, expression: ir.Table) -> list[tuple[int, Figure]]:
    catalogue = indicators.load_shipped()
    made = ((row["indicator"], row) for row in log.rows(expression) if row["indicator"] < len(catalogue))
    found = ((place, indicators.figure(row, catalogue[place])) for place, row in made)
    return [(place, figure) for place, figure in found if figure is not None]


def _window(log: Log, scope: Scope) -> Window:
    return Window(
        starts_us=int(scope.starts.timestamp() * 1_000_000),
        ends_us=int(scope.ends.timestamp() * 1_000_000),
        units=_codes(log, "unit", scope.units),
        kinds=_codes(log, "kind", scope.kinds),
    )


def _codes(log: Log, name: str, words: frozenset[str] | None) -> frozenset[int] | None:
    if words is None:
        return None
    return frozenset(code for code, word in enumerate(log.words.lists[name]) if word in words)
