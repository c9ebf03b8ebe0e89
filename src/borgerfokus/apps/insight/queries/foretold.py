"""The door for forecasts and for figures of units side by side: what of the released log its readers are told."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from borgerfokus.apps.insight.models import FigureAlert
from borgerfokus.apps.insight.queries.forecasting import Proven, outlook, proven
from borgerfokus.apps.insight.queries.indicators import Scope, series, window
from borgerfokus.apps.insight.queries.logs import RELEASED, State, open_log, state_of
from borgerfokus.apps.insight.queries.prepared import measured, ready
from borgerfokus.apps.insight.queries.simulating import Record as Foretelling
from borgerfokus.apps.insight.queries.simulating import record
from borgerfokus.apps.insight.queries.teams import teams
from borgerfokus.core import disclosure, indicators
from borgerfokus.core.benchmark.ranks import Estimate, steadied
from borgerfokus.core.casework.picture import Forecast
from borgerfokus.core.disclosure import Rule, lengths
from borgerfokus.core.forecast import Record
from borgerfokus.core.indicators import Figure, Indicator, Raised, load_shipped
from borgerfokus.core.simulation import Foretold, Range

Side = dict[str, dict[str, Figure]]
"""Indicator → unit → its figure."""


@disclosure.door
def told_outlook(*, root: Path, kind: str, phase: str, since: datetime, at: datetime, rule: Rule) -> Forecast | None:
    """When a case can be expected to be decided, by the released log; None where too few are like it."""
    found = outlook(folder=root / RELEASED, kind=kind, phase=phase, since=since, at=at)
    cases = disclosure.count(found.cases, rule=disclosure.weighted_rule(rule)) if found else None
    return None if found is None or cases is None else replace(found, cases=cases)


@disclosure.door
def told_proven(root: Path, *, rule: Rule) -> Proven | None:
    """How far the forecasts held over the whole municipality, by the released log."""
    found = proven(root / RELEASED)
    if found is None:
        return None
    kinds = {kind: told for kind, one in found.kinds.items() if (told := _record(one, rule)) is not None}
    cases = disclosure.count(found.drift.cases, rule=disclosure.weighted_rule(rule)) if found.drift else None
    drift = replace(found.drift, cases=cases) if found.drift and cases is not None else None
    return replace(found, whole=_record(found.whole, rule) if found.whole else None, kinds=kinds, drift=drift)


def _record(one: Record, rule: Rule) -> Record | None:
    cases = disclosure.count(one.cases, rule=disclosure.weighted_rule(rule))
    return None if cases is None else replace(one, cases=cases)


@disclosure.door
def told_record(root: Path, *, rule: Rule) -> Foretelling | None:
    """How well the simulation foretold the last quarter over the whole municipality, by the released log."""
    found = record(root / RELEASED)
    if found is None:
        return None
    weighted = disclosure.weighted_rule(rule)
    counts = {kind: disclosure.count(one.cases, rule=weighted) for kind, one in found.kinds.items()}
    told = {kind: _foretold(found.kinds[kind], count, rule) for kind, count in counts.items() if count is not None}
    return replace(found, kinds=told)


def _foretold(one: Foretold, cases: int, rule: Rule) -> Foretold:
    middle, low, high, came = (
        lengths.length(days, people=cases, rule=rule)
        for days in (one.said.middle, one.said.low, one.said.high, one.came)
    )
    return Foretold(Range(middle, low, high), came, cases)


@disclosure.door
def told_units(root: Path, *, scope: Scope, only: Iterable[Indicator], rule: Rule, day: date) -> Side:
    """Every unit beside the others, by the released log; `scope` says in which months and of which kinds."""
    state, wanted = state_of(root / RELEASED), list(only)
    if state is None:
        return {}
    found = _prepared(root, state, wanted, day) if scope.kinds is None else None
    told: Side = {}
    for key, unit, figure in _asked(root, scope, wanted) if found is None else found:
        shown = indicators.rounded(figure, _named(key), rule=rule)
        if shown is not None:
            told.setdefault(key, {})[unit] = shown
    return told


def _prepared(root: Path, state: State, only: list[Indicator], day: date) -> list[tuple[str, str, Figure]] | None:
    lie = ready(root / RELEASED, state, day=day)
    found = measured(lie, units=None, only=only) if lie is not None else None
    if found is None:
        return None
    return [(one.indicator.key, unit, figure) for one in found for unit, figure in one.units.items()]


def _asked(root: Path, scope: Scope, only: list[Indicator]) -> list[tuple[str, str, Figure]]:
    log, catalogue = open_log(root / RELEASED), load_shipped()
    if log is None:
        return []
    places = frozenset(catalogue.index(one) for one in only) if only else None
    rows = log.rows(indicators.by_unit(log.values, window(log, scope, places)))
    found = (
        (catalogue[row["indicator"]].key, row["key"], indicators.figure(row, catalogue[row["indicator"]]))
        for row in rows
        if row["indicator"] < len(catalogue) and row["key"] >= 0
    )
    return [(key, log.words.word("unit", unit), figure) for key, unit, figure in found if figure is not None]


@disclosure.door
def told_teams(
    root: Path, indicator: Indicator, *, span: tuple[int, int], own: frozenset[str], rule: Rule
) -> tuple[list[Estimate], int]:
    """The figure of each unit, and how many have too few cases: `own` as they are, the others by the released log."""
    found: list[Estimate] = []
    few = 0
    if own:
        mine, few_of_mine = teams(root, indicator, window=span, rule=None)
        found += [one for one in mine if one.key in own]
        few += len(few_of_mine & own)
    others, few_of_others = teams(root, indicator, window=span, rule=rule)
    found += [one for one in others if one.key not in own]
    return steadied(found), few + len(few_of_others - own)


@disclosure.door
def told_alerts(
    alerts: Iterable[FigureAlert], *, root: Path, months: Scope, rule: Rule
) -> list[FigureAlert]:
    """Those alerts that the released log raises too, with its value: the others would tell of figures held back."""
    state, rows = state_of(root / RELEASED), list(alerts)
    if state is None or not rows:
        return []
    fired = _fired(root, state.refreshed_us, months, frozenset(one.indicator for one in rows), rule)
    told = []
    for one in rows:
        found = fired.get((one.indicator, one.unit, one.rule))
        if found is not None:
            one.since, one.value = found.since, found.value
            told.append(one)
    return told


@lru_cache(maxsize=16)
def _fired(
    root: Path, frozen_us: int, months: Scope, keys: frozenset[str], rule: Rule
) -> dict[tuple[str, str, str], Raised]:
    """What the rounded months raise. Remembered for as long as the log is frozen."""
    del frozen_us
    log = open_log(root / RELEASED)
    if log is None:
        return {}
    found: dict[tuple[str, str, str], Raised] = {}
    for (key, unit), figures in series(log, months=months, only=[_named(key) for key in sorted(keys)]).items():
        shown = [told for one in figures if (told := indicators.rounded(one, _named(key), rule=rule)) is not None]
        if shown and shown[-1].key == figures[-1].key:
            found |= {(key, unit, one.rule.value): one for one in indicators.raised(shown, _named(key))}
    return found


def _named(key: str) -> Indicator:
    return next(one for one in load_shipped() if one.key == key)
