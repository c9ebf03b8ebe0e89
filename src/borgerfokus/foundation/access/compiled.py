"""A queryset's SQL, made once and sent again with other values.

Django takes longer to write the SQL of a query than PostgreSQL to answer it, so the queries of every call of the API
are written once. What an actor may see is still said by `visible_to` alone: the SQL of what it returns is kept for one
actor, and an actor that has gained or lost a right is another one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Self, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, models

AT = datetime(1, 1, 1, tzinfo=UTC)
"""Stands for a moment that changes from call to call. Nothing here is older than the calendar."""
ON = date(1, 1, 1)
"""Stands for a day that changes from call to call."""

_Row = TypeVar("_Row", bound=models.Model)


def word(name: str) -> str:
    """What stands for a text that changes from call to call."""
    return f"\x01{name}"


@dataclass(frozen=True)
class Compiled:
    """SQL with its parameters, and the names of the columns that it returns."""

    sql: str
    parameters: tuple[Any, ...]
    columns: tuple[str, ...]

    @classmethod
    def of(cls, rows: "models.QuerySet[Any, Any]") -> Self:
        """Compile a queryset made with `AT`, `ON` and `word` where values are to be put.

        It returns what `values` asked for, or without that the columns of the model itself.
        """
        query = rows.query
        names = (*query.values_select, *query.annotation_select)
        if not names:
            names = tuple(column.attname for column in rows.model._meta.concrete_fields)
        sql, parameters = query.sql_with_params()
        return cls(sql=sql, parameters=tuple(parameters), columns=names)

    def fetch(self, values: Mapping[Any, Any]) -> list[dict[str, Any]]:
        """The rows, each stand-in replaced by its value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self._run(values)]

    def objects(self, model: type[_Row], values: Mapping[Any, Any]) -> list[_Row]:
        """The rows as objects of the model, each stand-in replaced by its value."""
        return [model.from_db(DEFAULT_DB_ALIAS, self.columns, row) for row in self._run(values)]

    def _run(self, values: Mapping[Any, Any]) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [values.get(one, one) for one in self.parameters])
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found
