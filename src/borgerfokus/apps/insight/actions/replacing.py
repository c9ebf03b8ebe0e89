"""Replacing what of a log is in force, so that whoever reads meanwhile never meets a missing file, nor another one.

A reader opens a log once and its files as it needs them, so a file stays for a while after it was replaced (`GRACE`),
and a name is never given twice while it does. When a file was replaced is kept as the time of an empty file.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from borgerfokus.apps.insight.queries.logs import EVENT_FOLDER, STATE, STOP_FOLDER, State, state_of, stored

GRACE: Final = 300
"""So many seconds at least a replaced file stays: longer than any page or program reads in one log."""
_REPLACED: Final = "replaced"


def put_in_force(folder: Path, state: State) -> None:
    """Replace the state in one step, and remove what has not been named for a while."""
    unfinished = folder / f"{STATE}.{os.getpid()}"
    unfinished.write_text(stored(state), "utf-8")
    unfinished.replace(folder / STATE)
    sweep(folder)


def adopt(beside: Path, there: Path) -> State:
    """Put the log of a folder in the place of the one that is in another, and what was reckoned of that away.

    Raises ValueError where there is none beside.
    """
    state = state_of(beside)
    if state is None:
        raise ValueError(beside.name)
    for name in (EVENT_FOLDER, STOP_FOLDER):
        (there / name).mkdir(parents=True, exist_ok=True)
    parts = []
    for part in state.parts:
        parts.append(next_part(there))
        for name in (EVENT_FOLDER, STOP_FOLDER):
            if (beside / name / part).exists():
                (beside / name / part).replace(there / name / parts[-1])
    files: dict[str, Any] = {}
    for field, file in state.named.items():
        files[field] = next_file(there, field.removesuffix("_file"))
        (beside / file).replace(there / files[field])
    for reckoned in there.glob("*.json"):
        if reckoned.name != STATE:
            reckoned.unlink()
    adopted = replace(state, parts=tuple(parts), **files)
    put_in_force(there, adopted)
    return adopted


def next_part(folder: Path) -> str:
    """The name of a part that is not there yet."""
    return _next((folder / EVENT_FOLDER).glob("part-*.parquet"), "part")


def next_file(folder: Path, name: str) -> str:
    """The name of a file of a table that is not there yet."""
    return _next(folder.glob(f"{name}-*.parquet"), name)


def _next(found: Iterator[Path], name: str) -> str:
    highest = max((int(path.stem.rpartition("-")[2]) for path in found), default=0)
    return f"{name}-{highest + 1:06d}.parquet"


def sweep(folder: Path) -> None:
    """Remove the files that the state does not name, once they have been replaced for `GRACE` seconds."""
    state, marks = state_of(folder), folder / _REPLACED
    if state is None:
        return
    marks.mkdir(exist_ok=True)
    marks.touch()
    now, wanted = marks.stat().st_mtime, {*state.parts, *state.files}
    for path in _files_in(folder):
        mark = marks / path.name
        if path.name in wanted:
            continue
        if not mark.exists():
            mark.touch()
        elif now - mark.stat().st_mtime >= GRACE:
            path.unlink()
    there = {path.name for path in _files_in(folder)}
    for mark in marks.iterdir():
        if mark.name not in there:
            mark.unlink()


def _files_in(folder: Path) -> list[Path]:
    parts = (path for name in (EVENT_FOLDER, STOP_FOLDER) for path in (folder / name).glob("part-*.parquet"))
    return [*folder.glob("*.parquet"), *parts]
