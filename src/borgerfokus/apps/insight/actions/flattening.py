"""Taking in an object-centric log: each object of one type is a case, with the events that are about it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from borgerfokus.apps.insight.actions.importing import all_or_nothing, unpacked
from borgerfokus.apps.insight.actions.writing import TOLD, Writer
from borgerfokus.apps.insight.queries.logs import State, engine_of
from borgerfokus.core.flow import ocel, refused
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.flow.refused import NotReadable
from borgerfokus.core.flow.words import Words
from borgerfokus.core.flow.xes import LIMITS

_AT_ONCE = 200_000
_LOOSE = pa.schema([(name, TOLD.field(name).type) for name in TOLD.names if name != "place"] + [("seq", pa.int64())])


def import_ocel(
    *, file: Path, folder: Path, name: str, object_type: str = "", bounds: ocel.Bounds = ocel.BOUNDS
) -> State:
    """Read an OCEL 2.0 JSON file (plain or gz) into `folder`, in the place of what was there.

    `object_type`: whose objects are the cases; "" where the file has one type only, or one called `case`. Raises
    NotReadable; then `folder` is as it was.
    """

    def fill(writer: Writer) -> int:
        cases = _cases(file, object_type, bounds)
        engine = engine_of(writer.folder)
        engine.create_table("loose", schema=ibis.Schema.from_pyarrow(_LOOSE))
        for table in _loose(file, cases, writer.words, name, bounds):
            engine.insert("loose", table)
        return _add_in_order(engine, writer)

    return all_or_nothing(folder, source=file.name, fill=fill)


def _cases(file: Path, object_type: str, bounds: ocel.Bounds) -> dict[str, int]:
    """The number of each object of the type, by its id."""
    with unpacked(file) as source:
        types = dict(ocel.objects(source, bounds=bounds))
    met = Counter(types.values())
    chosen = object_type or (ocel.CASE if ocel.CASE in met else next(iter(met), "") if len(met) == 1 else "")
    if chosen not in met:
        listed = ", ".join(sorted(met)[:20])
        raise NotReadable(
            da=f"Sig, hvilken slags objekt der er en sag (--object). Loggen har: {listed}.",
            en=f"Say which kind of object is a case (--object). The log has: {listed}.",
        )
    ids = (key for key, kind in types.items() if kind == chosen)
    return {key: number for number, key in enumerate(ids, start=1)}


def _loose(file: Path, cases: dict[str, int], words: Words, name: str, bounds: ocel.Bounds) -> "Iterator[pa.Table]":
    """The events of the cases, in the order of the file, some at a time."""
    columns: dict[str, list[int]] = {column: [] for column in _LOOSE.names}
    hands: dict[str, int] = {}
    (kind,) = words.codes("kind", [name])
    with unpacked(file) as source:
        for seq, event in enumerate(ocel.events(source, bounds=bounds)):
            (activity,) = words.codes("activity", [event.activity])
            told = {
                "activity": activity,
                "us": event.us,
                "unit": words.codes("unit", [event.group])[0] if event.group else NONE,
                "actor": words.codes("actor", [event.role])[0] if event.role else NONE,
                "hand": hands.setdefault(event.resource, len(hands)) if event.resource else NONE,
                "kind": kind,
                "seq": seq,
            }
            for number in {cases[key] for key in event.objects if key in cases}:
                for column, value in (told | {"case_no": number}).items():
                    columns[column].append(value)
            if len(columns["seq"]) >= _AT_ONCE:
                yield pa.table(columns, schema=_LOOSE)
                columns = {column: [] for column in _LOOSE.names}
    yield pa.table(columns, schema=_LOOSE)


def _add_in_order(engine: Any, writer: Writer) -> int:
    """Hand the events over case by case in the order of time; returns how many cases there are."""
    loose = engine.table("loose")
    sizes = loose.group_by("case_no").aggregate(size=loose.count()).order_by("case_no").to_pyarrow().to_pylist()
    if sizes and max(row["size"] for row in sizes) > LIMITS.events_of_one:
        raise refused.too_many_events_of_one(LIMITS.events_of_one)
    by_case = ibis.window(group_by="case_no", order_by=["us", "seq"])
    placed = loose.mutate(place=(ibis.row_number().over(by_case) + 1).cast("int32"))
    for first, last in _ranges(sizes):
        part = placed.filter(placed.case_no.between(first, last)).select(*TOLD.names).order_by("case_no", "place")
        writer.add(part.to_pyarrow().cast(TOLD))
    return len(sizes)


def _ranges(sizes: list[dict[str, int]]) -> list[tuple[int, int]]:
    """Cases from and to, so many that their events are handed over at once."""
    ranges, first, held = [], None, 0
    for row in sizes:
        first = row["case_no"] if first is None else first
        held += row["size"]
        if held >= _AT_ONCE:
            ranges.append((first, row["case_no"]))
            first, held = None, 0
    if first is not None:
        ranges.append((first, sizes[-1]["case_no"]))
    return ranges
