"""Figures that are reckoned once a day for the scopes that dashboards are asked for, so that a page answers at once.

Whole months seldom change within a day. Where a log is large, the figures of everywhere, of each unit, and of each unit
with all below it lie ready; any other question (a case type, units that belong to no one unit) goes to the values.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import parquet

from borgerfokus.apps.insight.queries.indicators import Measured
from borgerfokus.apps.insight.queries.logs import State
from borgerfokus.core import indicators
from borgerfokus.core.indicators import Indicator

LARGE: Final = 1_000_000
"""A log of fewer events answers quickly enough by itself."""

SPAN, HISTORY = 3, 24
"""The months of a figure now, and those of its history."""

MONTH, NOW, BEFORE = 0, 1, 2
"""What a figure is of: one month, the newest `SPAN` months, or as many before them."""

PREPARED: Final = pa.schema(
    [
        ("scope", pa.int32()),
        ("of", pa.int8()),
        ("indicator", pa.int16()),
        ("key", pa.int64()),
        ("cases", pa.int64()),
        ("mean", pa.float64()),
        ("median", pa.float64()),
        ("total", pa.float64()),
        ("people", pa.int64()),
        ("evenly", pa.float64()),
    ]
)
"""`scope` the place among the scopes of the state · `key` the month, 0 for a span · `people`, `evenly` null where the
log does not tell whose its cases are."""


@dataclass(frozen=True)
class Ready:
    """The rows of a log's prepared figures, and its scopes."""

    rows: pa.Table
    scopes: list[frozenset[str] | None]

    def place(self, units: frozenset[str] | None) -> int | None:
        """The place of a scope; None for one that is not prepared."""
        return self.scopes.index(units) if units in self.scopes else None


def ready(folder: Path, state: State, *, day: date) -> Ready | None:
    """The prepared figures of a log, where they are of this day."""
    if not state.figures_file or state.figures_on != day.isoformat():
        return None
    scopes = [None if units is None else frozenset(units) for units in state.scopes]
    return Ready(_rows(folder / state.figures_file), scopes)


def measured(found: Ready, *, units: frozenset[str] | None, only: list[Indicator]) -> list[Measured] | None:
    """The dashboard of a scope from what is prepared, with each single unit; None where the scope is not."""
    place = found.place(units)
    if place is None:
        return None
    catalogue = indicators.load_shipped()
    made = {number: Measured(one) for number, one in enumerate(catalogue) if not only or one in only}
    for row in _of(found.rows, [place], list(made)):
        _add(made[row["indicator"]], row)
    single = {number: next(iter(one)) for number, one in enumerate(found.scopes) if one is not None and len(one) == 1}
    for row in _of(found.rows, list(single), list(made), of=NOW):
        figure = indicators.figure(row, catalogue[row["indicator"]])
        if figure is not None:
            made[row["indicator"]].units[single[row["scope"]]] = figure
    return list(made.values())


def _add(made: Measured, row: dict[str, Any]) -> None:
    figure = indicators.figure(row, made.indicator)
    if figure is None:
        return
    if row["of"] == MONTH:
        made.months.append(figure)
    elif row["of"] == NOW:
        made.now = figure
    else:
        made.before = figure


def _of(rows: pa.Table, scopes: list[int], places: list[int], *, of: int | None = None) -> list[dict[str, Any]]:
    scoped = pc.is_in(rows["scope"], pa.array(scopes, pa.int32()))
    wanted = pc.and_(scoped, pc.is_in(rows["indicator"], pa.array(places, pa.int16())))
    if of is not None:
        wanted = pc.and_(wanted, pc.equal(rows["of"], of))
    found: list[dict[str, Any]] = rows.filter(wanted).to_pylist()
    return found


@lru_cache(maxsize=4)
def _rows(file: Path) -> pa.Table:
    return parquet.read_table(file)
