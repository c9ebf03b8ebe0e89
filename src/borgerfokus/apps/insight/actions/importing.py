"""Taking a log in from outside: all of it or nothing, in a folder of its own."""

import gzip
import os
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from borgerfokus.apps.insight.actions.writing import TOLD, Writer
from borgerfokus.apps.insight.queries.logs import State
from borgerfokus.core.flow import xes
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.flow.words import TooManyWords, Words

_CHUNK = 1 << 16
_AT_ONCE = 200_000


def import_xes(*, file: Path, folder: Path, name: str, limits: xes.Limits = xes.LIMITS) -> State:
    """Read an XES file (plain or gz) into `folder`, in the place of what was there.

    Raises xes.NotReadable; then `folder` is as it was.
    """
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
    try:
        state = _import(file, unfinished, name, limits)
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.replace(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return state


def _import(file: Path, folder: Path, name: str, limits: xes.Limits) -> State:
    writer = Writer.begin(folder)
    try:
        batch = _Batch(writer.words, name)
        for trace in xes.read(_chunks(file), limits=limits):
            batch.add(trace)
            if len(batch) >= _AT_ONCE:
                writer.add(batch.taken())
        writer.add(batch.taken())
        if not batch.traces:
            raise xes.NotReadable(da="Loggen er tom.", en="The log is empty.")
        return writer.finish(source=file.name)
    except TooManyWords:
        raise xes.NotReadable(
            da="Loggen har flere forskellige aktiviteter eller enheder, end der kan tegnes.",
            en="The log has more different activities or units than can be drawn.",
        ) from None


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    try:
        with gzip.open(file) if packed else file.open("rb") as source:
            while chunk := source.read(_CHUNK):
                yield chunk
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise xes.NotReadable(
            da="Den pakkede fil er ikke hel. Hent den igen.", en="The packed file is damaged. Fetch it again."
        ) from None


@dataclass
class _Batch:
    """Events of whole traces, column by column."""

    words: Words
    name: str
    traces: int = 0
    columns: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in TOLD.names})
    _hands: dict[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.columns["case_no"])

    def add(self, trace: xes.Trace) -> None:
        """Add one case."""
        if not trace.events:
            return
        self.traces += 1
        events, columns, count = trace.events, self.columns, len(trace.events)
        columns["case_no"] += [self.traces] * count
        columns["place"] += range(1, count + 1)
        columns["us"] += [event.us for event in events]
        columns["activity"] += self.words.codes("activity", (event.activity for event in events))
        columns["unit"] += [self._unit(event.group) for event in events]
        columns["hand"] += [self._hand(event.resource) for event in events]
        columns["actor"] += [NONE] * count
        columns["kind"] += self.words.codes("kind", [self.name]) * count

    def _hand(self, resource: str) -> int:
        return self._hands.setdefault(resource, len(self._hands)) if resource else NONE

    def _unit(self, group: str) -> int:
        return self.words.codes("unit", [group])[0] if group else NONE

    def taken(self) -> "pa.Table":
        """What was gathered, as a table; the batch begins anew."""
        table = pa.table(self.columns, schema=TOLD)
        self.columns = {name: [] for name in TOLD.names}
        return table
