"""Reckoning the figures of dashboards once a day, where a log is too large to be asked by each page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
from ibis.expr import types as ir
from pyarrow import parquet

from borgerfokus.apps.insight.actions.writing import PARQUET, generation, put_in_force
from borgerfokus.apps.insight.queries import prepared
from borgerfokus.apps.insight.queries.indicators import Scope, window
from borgerfokus.apps.insight.queries.logs import Log, open_log, state_of
from borgerfokus.apps.insight.queries.months import months_back
from borgerfokus.apps.insight.queries.prepared import BEFORE, HISTORY, MONTH, NOW, PREPARED, SPAN
from borgerfokus.core import indicators
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.organisation import queries as organisation

Units = frozenset[str] | None


def prepare(*, folder: Path, at: datetime) -> bool:
    """Reckon the figures of a large log, unless it is done today. Returns whether it was."""
    state, day = state_of(folder), day_of(at)
    if state is None or state.events < prepared.LARGE or state.figures_on == day.isoformat():
        return False
    log = open_log(folder)
    if log is None:
        return False
    return write(log, folder=folder, scopes=_scopes(day), day=day)


def write(log: Log, *, folder: Path, scopes: Sequence[Units], day: date) -> bool:
    """Write the figures of these scopes and put them in force."""
    rows = [row for place, units in enumerate(scopes) for row in _figures(log, place, units, day)]
    name = f"figures-{generation(log.state.figures_file) + 1:06d}.parquet"
    parquet.write_table(pa.Table.from_pylist(rows, schema=PREPARED), folder / name, **PARQUET)
    told = tuple(None if units is None else sorted(units) for units in scopes)
    state = replace(log.state, figures_file=name, figures_on=day.isoformat(), scopes=told)
    put_in_force(folder, state, before=log.state)
    return True


def _scopes(day: date) -> list[Units]:
    """Everywhere, each unit, and each unit with all below it; each once."""
    units = {one.pk: one.key for one in organisation.units(on=day)}
    found: dict[Units, None] = {None: None}
    for pk, key in units.items():
        found[frozenset({key})] = None
        found[frozenset(units[one] for one in organisation.descendants([pk], on=day) if one in units)] = None
    return list(found)


def _figures(log: Log, place: int, units: Units, day: date) -> Iterator[dict[str, object]]:
    """The months and the two spans of a scope."""

    def asked(starts: int, ends: int) -> indicators.Window:
        return window(log, Scope(months_back(day, starts), months_back(day, ends), units))

    yield from _rows(log, indicators.by_month(log.values, asked(HISTORY, 0)), scope=place, of=MONTH)
    yield from _rows(log, indicators.whole(log.values, asked(SPAN, 0)), scope=place, of=NOW)
    yield from _rows(log, indicators.whole(log.values, asked(2 * SPAN, SPAN)), scope=place, of=BEFORE)


def _rows(log: Log, expression: ir.Table, *, scope: int, of: int) -> Iterable[dict[str, object]]:
    return ({**row, "scope": scope, "of": of} for row in log.rows(expression))
