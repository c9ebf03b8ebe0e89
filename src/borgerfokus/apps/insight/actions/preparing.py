"""Writing the figures of dashboards, where a log is too large to be asked by each page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
from ibis.expr import types as ir
from pyarrow import parquet

from borgerfokus.apps.insight.actions.writing import PARQUET, generation, put_in_force
from borgerfokus.apps.insight.queries.indicators import Scope, is_told, window
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.apps.insight.queries.months import months_back
from borgerfokus.apps.insight.queries.prepared import BEFORE, HISTORY, MONTH, NOW, PREPARED, SPAN
from borgerfokus.core import indicators

Units = frozenset[str] | None


def write(log: Log, *, folder: Path, scopes: Sequence[Units], day: date) -> bool:
    """Write the figures of these scopes and put them in force."""
    rows = [row for place, units in enumerate(scopes) for row in _figures(log, place, units, day)]
    name = f"figures-{generation(log.state.figures_file) + 1:06d}.parquet"
    parquet.write_table(pa.Table.from_pylist(rows, schema=PREPARED), folder / name, **PARQUET)
    told = tuple(None if units is None else sorted(units) for units in scopes)
    state = replace(log.state, figures_file=name, figures_on=day.isoformat(), scopes=told)
    put_in_force(folder, state, before=log.state)
    return True


def _figures(log: Log, place: int, units: Units, day: date) -> Iterator[dict[str, object]]:
    """The months and the two spans of a scope."""

    told = frozenset(number for number, one in enumerate(indicators.load_shipped()) if is_told(one, of=log))

    def asked(starts: int, ends: int) -> indicators.Window:
        return window(log, Scope(months_back(day, starts), months_back(day, ends), units), told)

    yield from _rows(log, indicators.by_month(log.values, asked(HISTORY, 0)), scope=place, of=MONTH)
    yield from _rows(log, indicators.whole(log.values, asked(SPAN, 0)), scope=place, of=NOW)
    yield from _rows(log, indicators.whole(log.values, asked(2 * SPAN, SPAN)), scope=place, of=BEFORE)


def _rows(log: Log, expression: ir.Table, *, scope: int, of: int) -> Iterable[dict[str, object]]:
    return ({**row, "scope": scope, "of": of} for row in log.rows(expression))
