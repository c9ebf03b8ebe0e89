"""What is made when the event table has changed: what each indicator counts of each case, that added up, and stays.

All of it is made anew once a day, with the marks. In between only the cases that something happened in are: their
values stand in a table of their own in the place of the old ones, and the cells get what that changes.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from ibis.expr import types as ir
from pyarrow import parquet

from borgerfokus.apps.insight.actions.replacing import next_file, put_in_force
from borgerfokus.apps.insight.actions.writing import IN_KINDS, PARQUET
from borgerfokus.apps.insight.queries.forecasting import BEFORE_DECISION
from borgerfokus.apps.insight.queries.indicators import coded
from borgerfokus.apps.insight.queries.logs import Log, State, open_log
from borgerfokus.core import indicators
from borgerfokus.core.flow.stays import stays

_AT_ONCE: Final = 200_000
"""A log of so many events is valued in one question; a larger one indicator by indicator, so that it fits in memory."""

_BATCH: Final = 32 * 30_720
_LIE: Final = ("indicator", "kind", "month", "case_no")


def value(*, folder: Path) -> State | None:
    """Make the tables of values, of cells and of stays of a log; None where there is no log."""
    log = open_log(folder)
    if log is None:
        return None
    values, cells, waits = (next_file(folder, name) for name in ("values", "cells", "stays"))
    made = _write_values(log, folder / values)
    lying = made.sort_by([(name, "ascending") for name in ("indicator", "month", "unit", "kind")])
    parquet.write_table(lying, folder / cells, **IN_KINDS)
    _write_stays(log, folder / waits)
    none: dict[str, Any] = dict.fromkeys(("touched_file", "fresh_file", "changes_file"), "")
    state = replace(log.state, values_file=values, cells_file=cells, stays_file=waits, **none)
    put_in_force(folder, state)
    return state


def revalue(*, folder: Path, touched: "pa.Table") -> State | None:
    """Value these cases (`case_no`) anew, with their cells; None where there is no log."""
    log = open_log(folder)
    if log is None:
        return None
    names = {name: next_file(folder, name) for name in ("touched", "fresh", "changes")}
    engine: Any = log.engine
    those = engine.create_table("those", touched)
    told = coded(log)
    few = replace(told, **{name: getattr(told, name).semi_join(those, "case_no").cache() for name in _OF_CASES})
    made = engine.create_table("made", indicators.valued(indicators.load_shipped(), few))
    before = engine.create_table("before", indicators.cells_of(log.values.semi_join(those, "case_no")))
    changes = indicators.cells_of(made).union(indicators.taken_away(before))
    fresh, every = made, those
    if log.state.touched_file:
        fresh = log.tables["fresh"].anti_join(those, "case_no").union(made)
        every = log.tables["touched"].union(those, distinct=True)
        changes = changes.union(log.tables["changes"])
    engine.to_parquet(every.order_by("case_no"), folder / names["touched"], **PARQUET)
    engine.to_parquet(fresh.order_by(*_LIE), folder / names["fresh"], **IN_KINDS)
    engine.to_parquet(indicators.merged(changes).order_by("indicator"), folder / names["changes"], **IN_KINDS)
    files: dict[str, Any] = {f"{name}_file": file for name, file in names.items()}
    state = replace(log.state, **files)
    put_in_force(folder, state)
    return state


_OF_CASES: Final = ("events", "cases", "marks")


def _write_values(log: Log, file: Path) -> "pa.Table":
    """Write the values of the whole log, and return its cells."""
    catalogue, engine = indicators.load_shipped(), log.engine
    every = range(len(catalogue))
    rounds: Sequence[Sequence[int]] = [every] if log.state.events <= _AT_ONCE else [[place] for place in every]
    cells = []
    columns = indicators.VALUES.to_pyarrow()
    if log.people is not None:
        columns = columns.append(pa.field("person", pa.int64()))
    with parquet.ParquetWriter(file, columns, compression="zstd", compression_level=1) as sheet:
        for places in rounds:
            told = indicators.valued(catalogue, coded(log), places=places)
            if log.people is not None:
                told = indicators.of_people(told, log.people)
            made: ir.Table = engine.create_table("valued", told, temp=True, overwrite=True)
            lying = engine.con.sql(engine.compile(made.order_by(*_LIE)))
            for batch in lying.to_arrow_reader(_BATCH):
                sheet.write_table(pa.Table.from_batches([batch]), row_group_size=IN_KINDS["row_group_size"])
            cells.append(indicators.cells_of(made).to_pyarrow())
    return pa.concat_tables(cells)


def _write_stays(log: Log, file: Path) -> None:
    codes = {word: code for code, word in enumerate(log.words.lists["activity"])}
    waiting = stays(log.events, codes=codes, phases=BEFORE_DECISION, seen=log.state.refreshed_us)
    log.engine.to_parquet(waiting, file, **PARQUET)
