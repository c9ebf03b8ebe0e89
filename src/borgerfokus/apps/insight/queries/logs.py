"""A log on disk: parts of the event table, one table of cases, the words of the codes, and what is in force.

`state.json` is replaced last and in one step, so a reader sees the log before a refresh or after it, never between.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import ibis
from ibis.expr import types as ir

from borgerfokus.core.flow.columns import CASES, DETAILS, EVENTS
from borgerfokus.core.flow.marks import MARKS
from borgerfokus.core.flow.people import PEOPLE
from borgerfokus.core.flow.stays import STAYS
from borgerfokus.core.flow.words import Words
from borgerfokus.core.indicators import VALUES

CASEWORK = "casework"
"""The folder of the municipality's own log."""

RELEASED = "released"
"""The folder of the log that those are told from who see no cases."""

FROZEN = "before "
"""How the source of a released log begins; the day that it reaches to follows."""

STATE, EVENT_FOLDER = "state.json", "events"
THREADS = 2


@dataclass(frozen=True)
class State:
    """What of a log is in force. `last_event`: the id up to which the casework's log has been read, 0 for imports.

    `people_file` stands in the released log alone (`core.flow.people`).
    """

    parts: tuple[str, ...] = ()
    cases_file: str = ""
    values_file: str = ""
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
    def is_released(self) -> bool:
        """Whether it is the released log, in which people count by their secret weights."""
        return self.source.startswith(FROZEN)


@dataclass(frozen=True)
class Log:
    """A log that is open for questions. `people`: whose the cases are, in the released log."""

    state: State
    words: Words
    events: ir.Table
    cases: ir.Table
    values: ir.Table
    stays: ir.Table
    marks: ir.Table
    details: ir.Table
    engine: Any
    people: ir.Table | None = None

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


def open_log(folder: Path) -> Log | None:
    """The log of a folder on an engine of its own, in this process; None where there is none."""
    state = state_of(folder)
    if state is None:
        return None
    engine = engine_of()
    return Log(
        state=state,
        words=Words.read(state.words),
        events=_table(engine, "events", [folder / EVENT_FOLDER / part for part in state.parts], EVENTS),
        cases=_table(engine, "cases", [folder / state.cases_file] if state.cases_file else [], CASES),
        values=_table(engine, "values", [folder / state.values_file] if state.values_file else [], VALUES),
        stays=_table(engine, "stays", [folder / state.stays_file] if state.stays_file else [], STAYS),
        marks=_table(engine, "marks", [folder / state.marks_file] if state.marks_file else [], MARKS),
        details=_table(engine, "details", [folder / state.details_file] if state.details_file else [], DETAILS),
        engine=engine,
        people=_table(engine, "people", [folder / state.people_file], PEOPLE) if state.people_file else None,
    )


def engine_of() -> Any:
    """A DuckDB engine in this process that keeps to the machine's two processors and asks nothing of the network."""
    engine = ibis.duckdb.connect(threads=THREADS)
    engine.raw_sql("set autoinstall_known_extensions = false; set autoload_known_extensions = false")
    return engine


def _table(engine: Any, name: str, files: Sequence[Path], schema: ibis.Schema) -> ir.Table:
    if not files:
        table: ir.Table = engine.create_table(name, schema=schema)
        return table
    read: ir.Table = engine.read_parquet([str(file) for file in files], table_name=name)
    return read
