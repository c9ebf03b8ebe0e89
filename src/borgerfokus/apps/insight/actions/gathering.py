"""Gathering the small parts that refreshes leave behind into one, so that a question opens few files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from borgerfokus.apps.insight.actions.replacing import next_part, put_in_force
from borgerfokus.apps.insight.actions.writing import IN_KINDS, LIE, rows_in
from borgerfokus.apps.insight.queries.logs import EVENT_FOLDER, STOP_FOLDER, State, engine_of, state_of

SMALL: Final = 100_000
"""A part of fewer events is small."""

MANY: Final = 32
"""So many small parts are left as they are."""


def gather(*, folder: Path) -> State | None:
    """Write the small parts of a log as one, where there are many; None where there is no log."""
    state = state_of(folder)
    if state is None:
        return None
    small = [part for part in state.parts if rows_in(folder / EVENT_FOLDER / part) < SMALL]
    if len(small) <= MANY:
        return state
    engine, part = engine_of(folder), next_part(folder)
    for name in (EVENT_FOLDER, STOP_FOLDER) if state.shown is not None else (EVENT_FOLDER,):
        _write(engine, [folder / name / one for one in small], folder / name / part)
    gathered = replace(state, parts=(*(one for one in state.parts if one not in small), part))
    put_in_force(folder, gathered)
    return gathered


def _write(engine: Any, files: Sequence[Path], file: Path) -> None:
    rows = engine.read_parquet([str(one) for one in files])
    engine.to_parquet(rows.order_by(*LIE), file, **IN_KINDS)
