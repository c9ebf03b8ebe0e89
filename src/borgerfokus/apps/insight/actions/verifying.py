"""Holding the event table against the log it was made from: counts, sums and hashes, by case type.

What lies beside it, stops, values and cells, is held against what the events that are made anew give. Marks are of one
day: both sides take those that the table has.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ibis.expr import types as ir

from borgerfokus.apps.insight.actions.refreshing import rebuild
from borgerfokus.apps.insight.queries.indicators import coded
from borgerfokus.apps.insight.queries.logs import Log, open_log
from borgerfokus.core import indicators
from borgerfokus.core.flow.columns import NONE


@dataclass(frozen=True)
class Difference:
    """What a case type counts to in the table and in the log; "" as the case type where there is no table."""

    kind: str
    what: str
    table: int
    log: int


def verify(*, folder: Path, at: datetime) -> list[Difference]:
    """Make the table anew beside itself, and say where the two differ; empty when they are alike."""
    log = open_log(folder)
    if log is None:
        return [Difference("", "tables", 0, 1)]
    with TemporaryDirectory(prefix="insight-", dir=folder.parent) as beside:
        rebuild(folder=Path(beside), at=at)
        anew = open_log(Path(beside))
        if anew is None:
            return [Difference("", "tables", 1, 0)]
        told = coded(anew)
        marked = replace(told, marks=_in(anew, log.marks), mark_codes=coded(log).mark_codes)
        values = indicators.valued(indicators.load_shipped(), marked)
        made = {"cells": indicators.cells_of(values), "values": indicators.cells_of(values)}
        kept = {"cells": log.cells, "values": indicators.cells_of(log.values)}
        return _differences(_sums(log, kept), _sums(anew, made))


def _in(log: Log, table: ir.Table) -> ir.Table:
    """The same table on the engine of another log."""
    there: ir.Table = log.engine.create_table("marks_of_the_other", table.to_pyarrow())
    return there


Sums = dict[str, dict[str, int]]


def _sums(log: Log, cells: Mapping[str, ir.Table]) -> Sums:
    found: Sums = {}
    asked = [("", _of_events(log.events)), ("", _of_cases(log.cases))]
    asked += [("stops", _of_events(log.stops)), ("journeys", _of_cases(log.journeys))]
    asked += [(name, _of_cells(table)) for name, table in cells.items()]
    for name, question in asked:
        for row in log.rows(question):
            kind, unit = (log.words.word(column, row.pop(column, NONE)) for column in ("kind", "unit"))
            told = {" ".join(filter(None, (name, unit, what))): int(value) for what, value in row.items()}
            found.setdefault(kind, {}).update(told)
    return found


def _of_events(events: ir.Table) -> ir.Table:
    return events.group_by("kind").aggregate(
        events=events.count(),
        times=(events.us // 1000).sum(),
        gaps=(events.since // 1000).sum(),
        new_hands=events.new_hand.cast("int64").sum(),
    )


def _of_cases(cases: ir.Table) -> ir.Table:
    return cases.group_by("kind").aggregate(
        cases=cases.count(),
        units=cases.units.sum(),
        hands=cases.hands.sum(),
        variants=(cases.variant % 1_000_000_007).sum(),
    )


def _of_cells(cells: ir.Table) -> ir.Table:
    """Cases, also weighed by indicator and month so that none is in another's place, and their values, by unit too."""
    weight = cells.indicator.cast("int64") * 1_000_000 + cells.month
    return cells.group_by("kind", "unit").aggregate(
        cases=cells.cases.sum(),
        weighed=(cells.cases * (weight % 1_009)).sum(),
        total=cells.total.sum().round(),
    )


def _differences(table: Sums, log: Sums) -> list[Difference]:
    return [
        Difference(kind, what, table.get(kind, {}).get(what, 0), log.get(kind, {}).get(what, 0))
        for kind in sorted(table.keys() | log.keys())
        for what in sorted(table.get(kind, {}).keys() | log.get(kind, {}).keys())
        if table.get(kind, {}).get(what, 0) != log.get(kind, {}).get(what, 0)
    ]
