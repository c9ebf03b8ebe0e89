"""A queryset's SQL, made once and sent again with other values.

Django takes longer to write the SQL of a query than PostgreSQL to answer it. What a program may see is still said by
`visible_to` alone: its SQL is kept for one actor, and an actor that has gained or lost a right is another one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

AT = datetime(1, 1, 1, tzinfo=UTC)
"""Stands for the moment of the request. No case is older than the calendar."""


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
    def of(cls, rows: "QuerySet[Any, dict[str, Any]]") -> "Compiled":
        """Compile a queryset of `values`, made with `AT` and `word` where values are to be put."""
        sql, parameters = rows.query.sql_with_params()
        names = (*rows.query.values_select, *rows.query.annotation_select)
        return cls(sql=sql, parameters=tuple(parameters), columns=tuple(names))

    def fetch(self, values: Mapping[Any, Any]) -> list[dict[str, Any]]:
        """Run it with each stand-in replaced by its value."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [values.get(one, one) for one in self.parameters])
            return [dict(zip(self.columns, row, strict=True)) for row in cursor.fetchall()]
