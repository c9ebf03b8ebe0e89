"""Writing a log: events as told become parts of the event table and of its stops, their cases the tables of cases."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from borgerfokus.apps.insight.actions.replacing import next_file, next_part, put_in_force
from borgerfokus.apps.insight.queries.logs import EVENT_FOLDER, STOP_FOLDER, State, engine_of, state_of
from borgerfokus.core.flow import coding
from borgerfokus.core.flow.columns import CASES, DETAILS, NONE
from borgerfokus.core.flow.milestones import MILESTONES
from borgerfokus.core.flow.stops import stops_of
from borgerfokus.core.flow.words import Words

TOLD = coding.TOLD.to_pyarrow()
SAID = DETAILS.to_pyarrow()
PARQUET = {"compression": "zstd", "compression_level": 1, "row_group_size": 500_000}
IN_KINDS = {**PARQUET, "row_group_size": 30_720}
"""For what lies sorted by case type: a question of one type then reads little else."""

LIE = ("kind", "case_no", "place")
"""In what order the rows of a part lie."""

_OLD = "old_"


@dataclass
class Writer:
    """Adds whole cases to the log of a folder. Nothing is in force before `finish`."""

    folder: Path
    state: State
    words: Words
    _engine: Any
    _added: list[str]
    _events: int = 0

    @classmethod
    def begin(cls, folder: Path, *, afresh: bool = False, shown: Collection[str] = tuple(MILESTONES)) -> "Writer":
        """Write on in a folder; `afresh` leaves what is there in force until `finish`, and then takes its place.

        `shown` are the activities that stops are made of in a log that is new, empty for all.
        """
        for name in (EVENT_FOLDER, STOP_FOLDER):
            (folder / name).mkdir(parents=True, exist_ok=True)
        found = None if afresh else state_of(folder)
        state = found or State(shown=sorted(shown))
        engine = engine_of(folder)
        for name, schema in (("cases", CASES), ("journeys", CASES), ("details", DETAILS)):
            engine.create_table(name, schema=schema)
        return cls(folder, state, Words.read(state.words), engine, [])

    def add(self, told: "pa.Table", *, known: "pa.Table | None" = None) -> int:
        """Add the events of whole cases, and return how many are new.

        `told` is in the columns of `coding.TOLD`; `known` says for cases that are there already how many of their
        events are (`case_no`, `known`), and those are not written again.
        """
        engine = self._engine
        told_table = engine.create_table("told", told, overwrite=True)
        events = engine.create_table("coded", coding.events_of(told_table), overwrite=True)
        stops = engine.create_table("stopped", stops_of(events, activities=self._shown()), overwrite=True)
        engine.insert("cases", coding.cases_of(events))
        engine.insert("journeys", coding.cases_of(stops))
        if known is not None:
            before = engine.create_table("known", known, overwrite=True)
            joined, passed = events.left_join(before, "case_no"), stops.left_join(before, "case_no")
            fresh = joined.filter(joined.place > joined.known.fill_null(0)).select(*events.columns)
            events = engine.create_table("fresh", fresh, overwrite=True)
            stops = passed.filter(passed.event > passed.known.fill_null(0)).select(*stops.columns)
        count = _count(events)
        if count:
            self._added.append(next_part(self.folder))
            engine.to_parquet(events.order_by(*LIE), self.folder / EVENT_FOLDER / self._added[-1], **IN_KINDS)
            engine.to_parquet(stops.order_by(*LIE), self.folder / STOP_FOLDER / self._added[-1], **IN_KINDS)
            self._events += count
        return count

    def _shown(self) -> list[int]:
        """The codes of the activities that stops are made of, as far as they were met; one of none where none was."""
        known = self.words.lists["activity"]
        wanted = [code for code, word in enumerate(known) if word in set(self.state.shown or ())]
        return wanted or ([NONE] if self.state.shown else [])

    def add_details(self, said: "pa.Table") -> None:
        """Add the words of events of cases that are added as well, in the columns of `columns.DETAILS`."""
        self._engine.insert("details", said)

    def finish(self, **told: Any) -> State:
        """Put what was added in force, together with `told` of the state (`source`, `last_event`, `refreshed_us`)."""
        files: dict[str, Any] = {
            "cases_file": self._write("cases", self.state.cases_file, "case_no"),
            "journeys_file": self._write("journeys", self.state.journeys_file, "kind", "case_no"),
            "details_file": self._write("details", self.state.details_file, "case_no", "place"),
        }
        state = replace(
            self.state,
            parts=(*self.state.parts, *self._added),
            events=self.state.events + self._events,
            cases=rows_in(self.folder / files["cases_file"]),
            words=self.words.stored(),
            **files,
            **told,
        )
        put_in_force(self.folder, state)
        return state

    def touched(self) -> "pa.Table":
        """The numbers of the cases that were added."""
        return self._engine.table("cases").select("case_no").to_pyarrow()

    def _write(self, name: str, before: str, *order: str) -> str:
        """What was added of a table in the place of what was there of the same cases, and the others as they were."""
        engine, file = self._engine, next_file(self.folder, name)
        rows = engine.table(name)
        if before:
            old = engine.read_parquet(str(self.folder / before), table_name=f"{_OLD}{name}")
            rows = old.anti_join(engine.table("cases"), "case_no").union(rows)
        engine.to_parquet(rows.order_by(*order), self.folder / file, **(IN_KINDS if order[0] == "kind" else PARQUET))
        return file


def _count(table: Any) -> int:
    return int(table.count().to_pyarrow().as_py())


def rows_in(file: Path) -> int:
    """How many rows a file has."""
    return int(parquet.read_metadata(file).num_rows)
