"""Writing the figures of dashboards, where a log is too large to be asked by each page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from borgerfokus.apps.insight.actions.replacing import next_file, put_in_force
from borgerfokus.apps.insight.actions.writing import PARQUET
from borgerfokus.apps.insight.queries.indicators import Scope, is_told, rows, window
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.apps.insight.queries.months import months_back
from borgerfokus.apps.insight.queries.prepared import BEFORE, HISTORY, MONTH, NOW, PREPARED, SPAN
from borgerfokus.core.indicators import UNIT_ROOM, Ask, By, Statistic, load_shipped

Units = frozenset[str] | None


def write(log: Log, *, folder: Path, scopes: Sequence[Units], day: date) -> bool:
    """Write the figures of these scopes and put them in force."""
    found = [row for places in _rounds(log) for row in _figures(log, scopes, day, places)]
    name = next_file(folder, "figures")
    parquet.write_table(pa.Table.from_pylist(found, schema=PREPARED), folder / name, **PARQUET)
    told = tuple(None if units is None else sorted(units) for units in scopes)
    state = replace(log.state, figures_file=name, figures_on=day.isoformat(), scopes=told)
    put_in_force(folder, state)
    return True


def _rounds(log: Log) -> list[frozenset[int]]:
    """The indicators that the log may tell, each median by itself: its values are all in memory at once."""
    catalogue = load_shipped()
    told = [place for place, one in enumerate(catalogue) if is_told(one, of=log)]
    medians = [place for place in told if catalogue[place].statistic is Statistic.MEDIAN]
    sums = frozenset(told).difference(medians)
    return [sums, *(frozenset({place}) for place in medians)]


def _figures(log: Log, scopes: Sequence[Units], day: date, places: frozenset[int]) -> Iterator[dict[str, Any]]:
    """The months and the two spans of every scope; those of single units are asked for all at once."""
    single = {next(iter(units)): place for place, units in enumerate(scopes) if units is not None and len(units) == 1}
    for place, units in enumerate(scopes):
        if place not in single.values():
            asks = _asks(log, units, day, places, months=By.MONTH, spans=By.NOTHING)
            yield from ({**row, "scope": place} for row in rows(log, asks))
    for row in rows(log, _asks(log, None, day, places, months=By.UNIT_AND_MONTH, spans=By.UNIT)):
        unit, month = divmod(row["key"], UNIT_ROOM) if row["of"] == MONTH else (row["key"], 0)
        word = log.words.word("unit", unit)
        if word in single:
            yield {**row, "scope": single[word], "key": month}


def _asks(log: Log, units: Units, day: date, places: frozenset[int], *, months: By, spans: By) -> list[Ask]:
    def asked(of: int, starts: int, ends: int, by: By) -> Ask:
        return Ask(of, window(log, Scope(months_back(day, starts), months_back(day, ends), units), places), by)

    return [asked(MONTH, HISTORY, 0, months), asked(NOW, SPAN, 0, spans), asked(BEFORE, 2 * SPAN, SPAN, spans)]
