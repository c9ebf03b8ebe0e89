"""Rows in memory, table by table, and their way into PostgreSQL by COPY."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

Row = dict[str, Any]
_NOTHING = r"\N"
_SPECIAL = re.compile(r"[\\\n\r\t\x00]").search
_ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\x00": ""})
_BATCH = 2000
_dumps = json.JSONEncoder(ensure_ascii=False).encode


@dataclass
class Table:
    """The rows of one table. What `add` is not given gets the model's default."""

    name: str
    columns: tuple[str, ...]
    defaults: Row
    writers: tuple[Callable[[Any], str], ...]
    has_id: bool
    last_id: int = 0
    rows: list[Row] = field(default_factory=list)

    def add(self, **values: Any) -> Row:
        """A new row, with the next number as its id. It may be changed until it is copied."""
        row = {**self.defaults, **values}
        if self.has_id and row["id"] is None:
            self.last_id += 1
            row["id"] = self.last_id
        self.rows.append(row)
        return row

    def lines(self) -> Iterator[str]:
        """The rows in the text format of COPY."""
        plan = tuple(zip(self.columns, self.writers, strict=True))
        for row in self.rows:
            yield "\t".join([_NOTHING if (value := row[column]) is None else write(value) for column, write in plan])


class Tables:
    """All tables of the product by the label of their model ("casework.Case")."""

    def __init__(self) -> None:
        self._tables: dict[str, Table] = {}

    def __getitem__(self, label: str) -> Table:
        table = self._tables.get(label)
        if table is None:
            table = self._tables[label] = _table(apps.get_model(label))
        return table

    def __iter__(self) -> Iterator[Table]:
        return iter(self._tables.values())

    def continue_numbers(self, labels: Iterable[str]) -> None:
        """Let the ids go on after those that are in the database already."""
        with connection.cursor() as cursor:
            for label in labels:
                table = self[label]
                if table.has_id:
                    cursor.execute(f'select coalesce(max(id), 0) from "{table.name}"')  # noqa: S608 (a model's own name)
                    table.last_id = cursor.fetchone()[0]

    @property
    def count(self) -> int:
        """How many rows there are in all."""
        return sum(len(table.rows) for table in self)


def copy(table: Table) -> None:
    """Copy the rows into the database, and let its sequence go on after them."""
    if not table.rows:
        return
    columns = ", ".join(f'"{column}"' for column in table.columns)
    lines = table.lines()
    with connection.cursor() as cursor:
        with cursor.copy(f'copy "{table.name}" ({columns}) from stdin') as target:
            while batch := list(islice(lines, _BATCH)):
                target.write(("\n".join(batch) + "\n").encode())
        if table.has_id:
            cursor.execute(
                f"select setval(pg_get_serial_sequence('\"{table.name}\"', 'id'), %s)",
                [max(row["id"] for row in table.rows)],
            )


def _table(model: type[models.Model]) -> Table:
    fields = [one for one in model._meta.concrete_fields if model._meta.managed or not one.primary_key]
    return Table(
        name=model._meta.db_table,
        columns=tuple(str(one.column) for one in fields),
        defaults={str(one.column): one.get_default() for one in fields},
        writers=tuple(_writer(one) for one in fields),
        has_id=any(one.column == "id" and isinstance(one, models.AutoField) for one in fields),
    )


def _writer(column: "models.Field[Any, Any]") -> Callable[[Any], str]:
    if isinstance(column, models.ForeignKey):
        return str
    if isinstance(column, ArrayField):
        return _array
    for kind, writer in _WRITERS:
        if isinstance(column, kind):
            return writer
    return str


def _text(value: str) -> str:
    return value.translate(_ESCAPES) if _SPECIAL(value) else value


def _json(value: object) -> str:
    return _text(_dumps(value)) if value else json.dumps(value)


def _bytes(value: bytes) -> str:
    return r"\\x" + value.hex()


def _array(value: Iterable[object]) -> str:
    quoted = [str(one).replace("\\", "\\\\").replace('"', '\\"') for one in value]
    return _text("{" + ",".join(f'"{one}"' for one in quoted) + "}")


def _moment(value: Any) -> str:
    return str(value.isoformat())


def _truth(value: bool) -> str:
    return "t" if value else "f"


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (models.JSONField, _json),
    (models.BinaryField, _bytes),
    (models.BooleanField, _truth),
    (models.DateField, _moment),
    (models.CharField, _text),
    (models.TextField, _text),
)
