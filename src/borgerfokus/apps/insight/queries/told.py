"""The casework's event log, read into the columns that are coded."""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from borgerfokus.core.flow.coding import TOLD
from borgerfokus.core.flow.columns import DETAILS, NONE
from borgerfokus.core.flow.details import KNOWN
from borgerfokus.core.flow.words import Words
from borgerfokus.foundation.organisation.models import Unit

_READ = {
    "id": pa.int64(),
    "case_id": pa.int64(),
    "place": pa.int32(),
    "activity": pa.string(),
    "us": pa.int64(),
    "unit": pa.int64(),
    "actor": pa.string(),
    "kind": pa.string(),
}

_SAID = {"case_id": pa.int64(), "place": pa.int32(), "detail": pa.string()}


def read(blocks: Iterable[bytes]) -> "pa.Table":
    """The CSV of `casework.stream_…` as a table with its own words."""
    return _table(blocks, _READ)


def details(blocks: Iterable[bytes], *, words: Words, numbers: Mapping[int, int]) -> "pa.Table":
    """The CSV of `casework.stream_details_…` in the columns of `columns.DETAILS`; unknown words are left out."""
    table = _table(blocks, _SAID)
    table = table.filter(pc.is_in(table["detail"], pa.array(sorted(KNOWN))))
    columns = {
        "case_no": _mapped(table["case_id"], lambda ids: [numbers[one] for one in ids]),
        "place": table["place"],
        "detail": _mapped(table["detail"], lambda found: words.codes("detail", found)),
    }
    schema = DETAILS.to_pyarrow()
    return pa.table({name: pc.cast(columns[name], schema.field(name).type) for name in schema.names})


def _table(blocks: Iterable[bytes], columns: Mapping[str, "pa.DataType"]) -> "pa.Table":
    content = b"".join(blocks)
    if not content:
        return pa.table({name: pa.array([], kind) for name, kind in columns.items()})
    return arrow_csv.read_csv(
        io.BytesIO(content),
        read_options=arrow_csv.ReadOptions(column_names=list(columns)),
        convert_options=arrow_csv.ConvertOptions(column_types=dict(columns), strings_can_be_null=False),
    )


def coded(table: "pa.Table", *, words: Words, numbers: Mapping[int, int]) -> "pa.Table":
    """The same in the columns of `coding.TOLD`. `numbers`: case id → number in the event table."""
    actors = pc.split_pattern(table["actor"], ":", max_splits=1)
    who = pc.list_element(actors, 0)
    employed = pc.equal(who, "employee")
    hand = pc.if_else(employed, pc.cast(pc.list_element(actors, 1), pa.int64(), safe=False), NONE)
    columns = {
        "case_no": _mapped(table["case_id"], lambda ids: [numbers[one] for one in ids]),
        "place": table["place"],
        "activity": _mapped(table["activity"], lambda found: words.codes("activity", found)),
        "us": table["us"],
        "unit": _mapped(table["unit"], lambda ids: _units(words, ids)),
        "actor": _mapped(who, lambda found: words.codes("actor", found)),
        "hand": hand,
        "kind": _mapped(table["kind"], lambda found: words.codes("kind", found)),
    }
    schema = TOLD.to_pyarrow()
    return pa.table({name: pc.cast(columns[name], schema.field(name).type) for name in schema.names})


def _mapped(column: "pa.ChunkedArray", to: Callable[[list[Any]], list[int]]) -> "pa.Array":
    """Each different value mapped once."""
    encoded = column.combine_chunks().dictionary_encode()
    if isinstance(encoded, pa.ChunkedArray):
        encoded = encoded.combine_chunks()
    codes = pa.array(to(encoded.dictionary.to_pylist()), pa.int64())
    return codes.take(encoded.indices)


def _units(words: Words, ids: Sequence[int]) -> list[int]:
    keys = dict(Unit.objects.filter(pk__in=[one for one in ids if one != NONE]).values_list("pk", "key"))
    return [words.codes("unit", [keys[one]])[0] if one in keys else NONE for one in ids]
