"""Writing a log: events as told become parts of the event table, and their cases the table of cases."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from borgerfokus.apps.insight.queries.logs import EVENT_FOLDER, STATE, State, engine_of, state_of, stored
from borgerfokus.core.flow import coding
from borgerfokus.core.flow.columns import CASES, DETAILS
from borgerfokus.core.flow.words import Words

TOLD = coding.TOLD.to_pyarrow()
SAID = DETAILS.to_pyarrow()
PARQUET = {"compression": "zstd", "compression_level": 1, "row_group_size": 500_000}


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
    def begin(cls, folder: Path, *, afresh: bool = False) -> "Writer":
        """Write on in a folder; `afresh` leaves what is there in force until `finish`, and then takes its place."""
        (folder / EVENT_FOLDER).mkdir(parents=True, exist_ok=True)
        found = None if afresh else state_of(folder)
        state = found or State()
        engine = engine_of()
        engine.create_table("new_cases", schema=CASES)
        engine.create_table("new_details", schema=DETAILS)
        return cls(folder, state, Words.read(state.words), engine, [])

    def add(self, told: "pa.Table", *, known: "pa.Table | None" = None) -> int:
        """Add the events of whole cases, and return how many are new.

        `told` is in the columns of `coding.TOLD`; `known` says for cases that are there already how many of their
        events are (`case_no`, `known`), and those are not written again.
        """
        engine = self._engine
        told_table = engine.create_table("told", told, overwrite=True)
        events = engine.create_table("coded", coding.events_of(told_table), overwrite=True)
        engine.insert("new_cases", coding.cases_of(events))
        if known is not None:
            before = engine.create_table("known", known, overwrite=True)
            joined = events.left_join(before, "case_no")
            fresh = joined.filter(joined.place > joined.known.fill_null(0)).select(*events.columns)
            events = engine.create_table("fresh", fresh.order_by("case_no", "place"), overwrite=True)
        count = _count(events)
        if count:
            self._write_part()
            engine.to_parquet(events, self._part(), **PARQUET)
            self._events += count
        return count

    def add_details(self, said: "pa.Table") -> None:
        """Add the words of events of cases that are added as well, in the columns of `columns.DETAILS`."""
        self._engine.insert("new_details", said)

    def finish(self, **told: Any) -> State:
        """Put what was added in force, together with `told` of the state (`source`, `last_event`, `refreshed_us`)."""
        number = generation(self.state.cases_file) + 1
        name = f"cases-{number:06d}.parquet"
        engine = self._engine
        cases = engine.table("new_cases")
        if self.state.cases_file:
            old = engine.read_parquet(str(self.folder / self.state.cases_file), table_name="old_cases")
            cases = old.anti_join(cases, "case_no").union(cases)
        engine.to_parquet(cases.order_by("case_no"), self.folder / name, **PARQUET)
        details_name = self._write_details(number)
        state = replace(
            self.state,
            parts=(*self.state.parts, *self._added),
            cases_file=name,
            details_file=details_name,
            events=self.state.events + self._events,
            cases=_count(cases),
            words=self.words.stored(),
            **told,
        )
        put_in_force(self.folder, state, before=self.state)
        return state

    def _write_details(self, number: int) -> str:
        """The words of the added cases in the place of what was there of them, and of the others as they were."""
        engine, name = self._engine, f"details-{number:06d}.parquet"
        details = engine.table("new_details")
        if self.state.details_file:
            old = engine.read_parquet(str(self.folder / self.state.details_file), table_name="old_details")
            details = old.anti_join(engine.table("new_cases"), "case_no").union(details)
        engine.to_parquet(details.order_by("case_no", "place"), self.folder / name, **PARQUET)
        return name

    def _write_part(self) -> None:
        taken = {path.name for path in (self.folder / EVENT_FOLDER).glob("part-*.parquet")}
        highest = max((generation(name) for name in taken), default=0)
        self._added.append(f"part-{highest + 1:06d}.parquet")

    def _part(self) -> Path:
        return self.folder / EVENT_FOLDER / self._added[-1]



def _count(table: Any) -> int:
    return int(table.count().to_pyarrow().as_py())


def put_in_force(folder: Path, state: State, *, before: State) -> None:
    """Replace the state in one step, and remove what neither the new nor the one before names."""
    unfinished = folder / f"{STATE}.{os.getpid()}"
    unfinished.write_text(stored(state), "utf-8")
    unfinished.replace(folder / STATE)
    _sweep(folder, keep=state, before=before)


def generation(name: str) -> int:
    """The number in the name of a file, 0 for none."""
    digits = "".join(part for part in name if part.isdigit())
    return int(digits) if digits else 0


def _sweep(folder: Path, *, keep: State, before: State) -> None:
    """Remove files that neither this state nor the one before names: a reader may still be at that one."""
    wanted: set[str] = {*keep.parts, *before.parts}
    for state in (keep, before):
        wanted |= {state.cases_file, state.values_file, state.stays_file, state.marks_file, state.figures_file}
        wanted |= {state.details_file, state.people_file}
    for path in (*folder.glob("*.parquet"), *(folder / EVENT_FOLDER).glob("part-*.parquet")):
        if path.name not in wanted:
            path.unlink()
