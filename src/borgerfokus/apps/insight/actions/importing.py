"""Taking a log in from outside: all of it or nothing, in a folder of its own."""

import gzip
import os
import shutil
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

import pyarrow as pa

from borgerfokus.apps.insight.actions.replacing import adopt
from borgerfokus.apps.insight.actions.writing import SAID, TOLD, Writer
from borgerfokus.apps.insight.queries.logs import State
from borgerfokus.core.flow import xes
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.flow.details import KNOWN
from borgerfokus.core.flow.refused import NotReadable
from borgerfokus.core.flow.words import TooManyWords, Words

_CHUNK = 1 << 16
_AT_ONCE = 200_000


def import_xes(*, file: Path, folder: Path, name: str, limits: xes.Limits = xes.LIMITS) -> State:
    """Read an XES file (plain or gz) into `folder`, in the place of what was there.

    Raises NotReadable; then `folder` is as it was.
    """

    def fill(writer: Writer) -> int:
        batch = _Batch(writer.words, name)
        for trace in xes.read(_chunks(file), limits=limits):
            batch.add(trace)
            if len(batch) >= _AT_ONCE:
                batch.give(writer)
        batch.give(writer)
        return batch.traces

    return all_or_nothing(folder, source=file.name, fill=fill)


def is_ocel(file: Path) -> bool:
    """Whether a file is JSON by its first character, and so OCEL; else it is read as XES."""
    with unpacked(file) as source:
        return source.read(_CHUNK).lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))


def all_or_nothing(folder: Path, *, source: str, fill: Callable[[Writer], int]) -> State:
    """Let `fill` write a log, which returns how many cases it has, and put it in the place of what was in `folder`.

    Raises NotReadable for a log without cases or with too many words; then `folder` is as it was.
    """
    unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
    try:
        writer = Writer.begin(unfinished, shown=())
        if not fill(writer):
            raise NotReadable(da="Loggen er tom.", en="The log is empty.")
        writer.finish(source=source)
        state = adopt(unfinished, folder)
    except TooManyWords:
        raise NotReadable(
            da="Loggen har flere forskellige aktiviteter eller enheder, end der kan tegnes.",
            en="The log has more different activities or units than can be drawn.",
        ) from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return state


def _chunks(file: Path) -> Iterator[bytes]:
    with unpacked(file) as source:
        while chunk := source.read(_CHUNK):
            yield chunk


@contextmanager
def unpacked(file: Path) -> Iterator[BinaryIO]:
    """The file as it is without gzip. Raises NotReadable where the packing is damaged, also while it is read."""
    with file.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    try:
        with cast("BinaryIO", gzip.open(file)) if packed else file.open("rb") as source:
            yield source
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise NotReadable(
            da="Den pakkede fil er ikke hel. Hent den igen.", en="The packed file is damaged. Fetch it again."
        ) from None


@dataclass
class _Batch:
    """Events of whole traces, column by column."""

    words: Words
    name: str
    traces: int = 0
    columns: dict[str, list[int]] = field(default_factory=lambda: {name: [] for name in TOLD.names})
    details: list[dict[str, int]] = field(default_factory=list)
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
        columns["actor"] += [self._actor(event.role) for event in events]
        columns["kind"] += self.words.codes("kind", [self.name]) * count
        for place, event in enumerate(events, start=1):
            if event.detail in KNOWN:
                (detail,) = self.words.codes("detail", [event.detail])
                self.details.append({"case_no": self.traces, "place": place, "detail": detail})

    def _hand(self, resource: str) -> int:
        return self._hands.setdefault(resource, len(self._hands)) if resource else NONE

    def _unit(self, group: str) -> int:
        return self.words.codes("unit", [group])[0] if group else NONE

    def _actor(self, role: str) -> int:
        return self.words.codes("actor", [role])[0] if role else NONE

    def give(self, writer: Writer) -> None:
        """Hand over what was gathered; the batch begins anew."""
        writer.add(pa.table(self.columns, schema=TOLD))
        writer.add_details(pa.Table.from_pylist(self.details, schema=SAID))
        self.columns, self.details = {name: [] for name in TOLD.names}, []
