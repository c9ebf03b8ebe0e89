"""A log on disk: parts of the event table and of its stops, tables of cases and of values, and what is in force.

`state.json` is replaced last and in one step, so a reader sees the log before a refresh or after it, never between.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import local
from typing import Any

import ibis
from ibis.expr import types as ir

from borgerfokus.core.flow.columns import CASES, DETAILS, EVENTS
from borgerfokus.core.flow.marks import MARKS
from borgerfokus.core.flow.people import PEOPLE
from borgerfokus.core.flow.stays import STAYS
from borgerfokus.core.flow.stops import STOPS
from borgerfokus.core.flow.words import Words
from borgerfokus.core.indicators import CELLS, VALUES

CASEWORK = "casework"
"""The folder of the municipality's own log."""

RELEASED = "released"
"""The folder of the log that those are told from who see no cases."""

FROZEN = "before "
"""How the source of a released log begins; the day that it reaches to follows."""

STATE, EVENT_FOLDER, STOP_FOLDER = "state.json", "events", "stops"
THREADS = 2
LEAST_MEMORY, EVENTS_OF_A_MEGABYTE = 400, 33_000
"""The megabytes an engine may use before it goes on on disk, and one for so many events where a page asks: medians of a
whole log have all its values in memory. A process stays below 1 GB up to ten million events."""

_KEPT, _KEPT_LOGS = local(), 3
"""The logs that a thread has open, and how many beside the one that is asked for."""

_TOUCHED = ibis.schema({"case_no": "int64"})


@dataclass(frozen=True)
class State:
    """What of a log is in force. `last_event`: the id up to which the casework's log has been read, 0 for imports.

    `people_file` stands in the released log alone (`core.flow.people`).

    `shown`: the activities that stops were made of, empty for all, None in a log without stops; a part of them has the
    name of the part of the events. `values_file` is made whole; the values of the cases in `touched_file` are in
    `fresh_file` instead, and `changes_file` is what that makes of the cells.
    """

    parts: tuple[str, ...] = ()
    shown: list[str] | None = None
    cases_file: str = ""
    journeys_file: str = ""
    values_file: str = ""
    cells_file: str = ""
    touched_file: str = ""
    fresh_file: str = ""
    changes_file: str = ""
    stays_file: str = ""
    marks_file: str = ""
    marked_on: str = ""
    figures_file: str = ""
    figures_on: str = ""
    scopes: tuple[list[str] | None, ...] = ()
    details_file: str = ""
    people_file: str = ""
    events: int = 0
    cases: int = 0
    last_event: int = 0
    refreshed_us: int = 0
    source: str = ""
    words: dict[str, list[str]] = field(default_factory=dict)

    @property
    def named(self) -> dict[str, str]:
        """The files that it has one of, by the name of the field."""
        return {name: value for name, value in asdict(self).items() if name.endswith("_file") and value}

    @property
    def files(self) -> set[str]:
        """The names of those files."""
        return set(self.named.values())

    @property
    def is_released(self) -> bool:
        """Whether it is the released log, in which people count by their secret weights."""
        return self.source.startswith(FROZEN)


class Tables(dict[str, ir.Table]):
    """The tables of a log by name, each opened when it is first asked for."""

    def __init__(self, opens: Callable[[str], ir.Table]) -> None:
        super().__init__()
        self._opens = opens

    def __missing__(self, name: str) -> ir.Table:
        """Open a table."""
        self[name] = self._opens(name)
        return self[name]


@dataclass(frozen=True)
class Log:
    """A log that is open for questions."""

    state: State
    words: Words
    tables: dict[str, ir.Table]
    engine: Any

    @property
    def events(self) -> ir.Table:
        """Every event, in the columns of `columns.EVENTS`."""
        return self.tables["events"]

    @property
    def cases(self) -> ir.Table:
        """Every case, in the columns of `columns.CASES`."""
        return self.tables["cases"]

    @property
    def stops(self) -> ir.Table:
        """The stops of the cases, in the columns of `stops.STOPS`, where `has_stops_of` says that there are."""
        return self.tables["stops"]

    @property
    def journeys(self) -> ir.Table:
        """What `columns.CASES` says of each case, of its stops alone."""
        return self.tables["journeys"]

    @property
    def values(self) -> ir.Table:
        """What each indicator counts of each case, in the columns of `indicators.VALUES`."""
        whole = self.tables["values"]
        if not self.state.touched_file:
            return whole
        return whole.anti_join(self.tables["touched"], "case_no").union(self.tables["fresh"])

    @property
    def cells(self) -> ir.Table:
        """The same added up, in the columns of `indicators.CELLS`; a cell may stand there more than once."""
        whole = self.tables["cells"]
        return whole.union(self.tables["changes"]) if self.state.changes_file else whole

    @property
    def has_cells(self) -> bool:
        """Whether the cells are there; a log that Spark reads has none."""
        return bool(self.state.cells_file)

    @property
    def stays(self) -> ir.Table:
        """Stays in phases, in the columns of `stays.STAYS`."""
        return self.tables["stays"]

    @property
    def marks(self) -> ir.Table:
        """The marks of cases, in the columns of `marks.MARKS`."""
        return self.tables["marks"]

    @property
    def details(self) -> ir.Table:
        """One coded word more of some events, in the columns of `columns.DETAILS`."""
        return self.tables["details"]

    @property
    def people(self) -> ir.Table | None:
        """Whose the cases are (`core.flow.people`); None in a log that does not tell."""
        return self.tables["people"] if self.state.people_file else None

    def name_of(self, name: str) -> str:
        """What the engine knows a table by."""
        return str(self.tables[name].get_name())

    def has_stops_of(self, activities: Collection[str]) -> bool:
        """Whether the stops that are kept are those of these activities (empty: of all)."""
        return self.state.shown is not None and set(self.state.shown) == set(activities)

    def rows(self, expression: ir.Table) -> list[dict[str, Any]]:
        """The answer to a question, row by row."""
        return list(expression.to_pyarrow().to_pylist())


def state_of(folder: Path) -> State | None:
    """What is in force in a folder; None where there is no log yet."""
    path = folder / STATE
    if not path.exists():
        return None
    told = json.loads(path.read_text("utf-8"))
    return State(**{**told, "parts": tuple(told["parts"]), "scopes": tuple(told.get("scopes", ()))})


def imported(root: Path) -> list[str]:
    """The names of the logs that were taken in from outside."""
    folders = sorted(path.parent.name for path in root.glob(f"*/{STATE}"))
    return [name for name in folders if name not in {CASEWORK, RELEASED}]


def stored(state: State) -> str:
    """The state as it is kept."""
    return json.dumps(asdict(state), ensure_ascii=False)


def log_at_hand(folder: Path) -> Log | None:
    """The log of a folder to be read from, on an engine that a thread keeps open as long as the log is the same."""
    path = folder / STATE
    kept: dict[Path, tuple[tuple[int, int], Log | None]] = _KEPT.__dict__.setdefault("logs", {})
    if not path.exists():
        return None
    told = path.stat()
    version = (told.st_mtime_ns, told.st_ino)
    if folder not in kept or kept[folder][0] != version:
        kept[folder] = (version, open_log(folder, for_questions=True))
        for other in [one for one in kept if one != folder][:-_KEPT_LOGS]:
            del kept[other]
    return kept[folder][1]


def open_log(folder: Path, *, for_questions: bool = False) -> Log | None:
    """The log of a folder on an engine of its own, in this process; None where there is none.

    What makes tables of a whole log keeps to the least memory; `for_questions` has more of it for a larger log.
    """
    state = state_of(folder)
    if state is None:
        return None
    memory = max(LEAST_MEMORY, state.events // EVENTS_OF_A_MEGABYTE) if for_questions else LEAST_MEMORY
    engine = engine_of(folder, megabytes=memory)

    def opens(name: str) -> ir.Table:
        return _table(engine, name, files_of(folder, state, name), SCHEMAS[name])

    return Log(state=state, words=Words.read(state.words), tables=Tables(opens), engine=engine)


SCHEMAS: Mapping[str, ibis.Schema] = {
    "events": EVENTS,
    "stops": STOPS,
    "cases": CASES,
    "journeys": CASES,
    "values": VALUES,
    "fresh": VALUES,
    "touched": _TOUCHED,
    "cells": CELLS,
    "changes": CELLS,
    "stays": STAYS,
    "marks": MARKS,
    "details": DETAILS,
    "people": PEOPLE,
}
"""The tables of a log."""


def files_of(folder: Path, state: State, name: str) -> list[Path]:
    """The files that a table is read from; none for an empty one."""
    parts = {"events": EVENT_FOLDER, "stops": STOP_FOLDER}
    if name in parts:
        return [folder / parts[name] / part for part in state.parts]
    file: str = getattr(state, f"{name}_file")
    return [folder / file] if file else []


def engine_of(folder: Path, *, megabytes: int = LEAST_MEMORY) -> Any:
    """A DuckDB engine in this process that keeps to the machine's two processors and asks nothing of the network.

    What it has no room for in memory lies beside the log meanwhile.
    """
    limit, aside = f"{megabytes}MB", str(folder / "unfinished")
    engine = ibis.duckdb.connect(threads=THREADS, memory_limit=limit, temp_directory=aside)
    engine.raw_sql("set autoinstall_known_extensions = false; set autoload_known_extensions = false")
    engine.raw_sql("set parquet_metadata_cache = true")
    return engine


def _table(engine: Any, name: str, files: Sequence[Path], schema: ibis.Schema) -> ir.Table:
    if not files:
        table: ir.Table = engine.create_table(name, schema=schema)
        return table
    read: ir.Table = engine.read_parquet([str(file) for file in files], table_name=name)
    return read
