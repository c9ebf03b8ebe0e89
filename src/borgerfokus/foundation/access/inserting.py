"""New rows written without reading them back: a model's INSERT is put together once, not anew for each row."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.db import connection, models

_MOST = 60_000
"""PostgreSQL takes 65,535 values in one statement."""


def insert(rows: Iterable[models.Model]) -> None:
    """Write new rows, of one model or several, in one statement (several when there are very many).

    A row whose id the database gives does not learn it. A row policy sees what stood there before the statement.
    """
    parts: list[str] = []
    values: list[Any] = []
    for model, group in groupby(rows, key=type):
        for row in group:
            head, one, fields = _shape(model, row.pk is not None)
            if len(values) + len(fields) > _MOST:
                _send(parts, values)
                parts, values = [], []
            if parts and parts[-1].startswith(head):
                parts[-1] = f"{parts[-1]}, {one}"
            else:
                parts.append(f"{head}{one}")
            values += [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
            row._state.adding, row._state.db = False, connection.alias
    if parts:
        _send(parts, values)


def _send(parts: list[str], values: list[Any]) -> None:
    *first, last = parts
    before = ", ".join(f"part{place} as ({one})" for place, one in enumerate(first))
    with connection.cursor() as cursor:
        cursor.execute(f"with {before} {last}" if before else last, values)


@lru_cache(maxsize=256)
def _shape(model: type[models.Model], with_id: bool) -> "tuple[str, str, tuple[models.Field[Any, Any], ...]]":
    """The beginning of the INSERT, the places of one row, and the fields that fill them."""
    fields = tuple(one for one in model._meta.concrete_fields if with_id or not one.primary_key)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    # Names of our own tables and columns.
    return f'insert into "{model._meta.db_table}" ({columns}) values ', f"({places})", fields  # noqa: S608
