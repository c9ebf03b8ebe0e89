"""Putting the event table on shared storage: Parquet in partitions by municipality and month, for Spark to read.

The partitions of a municipality are written anew each time, beside the old ones, and then take their place.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.dataset as ds
from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.logs import EVENT_FOLDER, Log
from borgerfokus.apps.insight.queries.spark import WORDS
from borgerfokus.core.flow.columns import EVENTS, NONE
from borgerfokus.core.flow.words import Words

_ROOM: Final = 2**40
"""Room for the numbers of a municipality's cases below its code, so that no two share one."""

_CODED: Final = {
    "activity": "activity",
    "before": "activity",
    "unit": "unit",
    "unit_before": "unit",
    "actor": "actor",
    "kind": "kind",
}
"""The coded columns and the list that each is coded by."""


def share(log: Log, *, storage: Path, municipality: str) -> int:
    """Put a log on the shared storage under its municipality's code; returns how many events it has there."""
    (storage / EVENT_FOLDER).mkdir(parents=True, exist_ok=True)
    codes = _common_codes(storage, log.words)
    beside = storage / f".{municipality}.{os.getpid()}"
    shutil.rmtree(beside, ignore_errors=True)
    events = _recoded(log, codes, municipality)
    ds.write_dataset(
        events,
        beside,
        format="parquet",
        partitioning=ds.partitioning(pa.schema([("month", pa.int32())]), flavor="hive"),
    )
    there = storage / EVENT_FOLDER / f"municipality={int(municipality)}"
    shutil.rmtree(there, ignore_errors=True)
    beside.rename(there)
    return int(events.num_rows)


def _common_codes(storage: Path, words: Words) -> dict[str, list[int]]:
    """For each list the common code of each of its words; new words are added to those of the storage."""
    with (storage / f".{WORDS}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        path = storage / WORDS
        common = Words.read(json.loads(path.read_text("utf-8")) if path.exists() else {})
        codes = {name: common.codes(name, known) for name, known in words.lists.items()}
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_text(json.dumps(common.stored(), ensure_ascii=False), "utf-8")
        unfinished.replace(path)
    return codes


def _recoded(log: Log, codes: Mapping[str, list[int]], municipality: str) -> "pa.Table":
    events = log.events
    moment = (events.us // 1_000_000).as_timestamp("s")
    told = events.mutate(
        case_no=events.case_no + int(municipality) * _ROOM,
        month=(moment.year() * 100 + moment.month()).cast("int32"),
        **{column: _mapped(events[column], codes[name]) for column, name in _CODED.items()},
    )
    return told.select(*EVENTS.names, "month").order_by("case_no", "place").to_pyarrow()


def _mapped(column: Any, codes: list[int]) -> ir.IntegerValue:
    """The common code for each code; none stays none."""
    pairs = [(own, common) for own, common in enumerate(codes) if own != common]
    if not pairs:
        return column.cast("int16")
    mapped: ir.IntegerValue = column.cases(*pairs, (NONE, NONE), else_=column).cast("int16")
    return mapped
