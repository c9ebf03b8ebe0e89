"""A queryset's SQL, made once and sent again with other values.

Django takes longer to write the SQL of a query than PostgreSQL to answer it, so the queries of every call of the API
and of the pages that staff open all day are written once. What an actor may see is still said by `visible_to` alone:
the SQL of what it returns is kept for one actor, and an actor that has gained or lost a right is another one.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Self
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models.query import get_related_populators

AT = datetime(1, 1, 1, tzinfo=UTC)
"""Stands for a moment that changes from call to call. Nothing here is older than the calendar."""
ON = date(1, 1, 1)
"""Stands for a day that changes from call to call."""
ID = -1
"""Stands for the id of a row."""

_Read = Callable[[Sequence[Any]], Any]


def word(name: str) -> str:
    """What stands for a text that changes from call to call."""
    return f"\x01{name}"


def ids(number: int) -> list[int]:
    """What stands for so many ids of rows."""
    return [ID - place for place in range(number)]


@dataclass(frozen=True)
class Compiled:
    """SQL with its parameters, the names of the columns that it returns, and what makes an object of a row."""

    sql: str
    parameters: tuple[Any, ...]
    columns: tuple[str, ...]
    fields: tuple[Any, ...]
    read: _Read

    @classmethod
    def of(cls, rows: "models.QuerySet[Any, Any]") -> Self:
        """Compile a queryset made with `AT`, `ON`, `ID` and `word` where values are to be put."""
        compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        names = (*rows.query.values_select, *rows.query.annotation_select)
        return cls(
            sql=sql,
            parameters=tuple(parameters),
            columns=names,
            fields=tuple(column[0].output_field for column in compiler.select),
            read=_values(names) if names else _objects(compiler),
        )

    def fetch(self, values: Mapping[Any, Any]) -> list[dict[str, Any]]:
        """The rows of a queryset of `values`, each stand-in replaced by its value."""
        return [dict(zip(self.columns, row, strict=True)) for row in _run(self.sql, self.parameters, values)]

    def objects(self, values: Mapping[Any, Any]) -> list[Any]:
        """The rows as objects of the model and of those it selects along, each stand-in replaced by its value."""
        turn = [(place, _FROM_COLUMN[type(one)]) for place, one in enumerate(self.fields) if type(one) in _FROM_COLUMN]
        return [self.read(_turned(row, turn)) for row in _run(self.sql, self.parameters, values)]


@dataclass(frozen=True)
class Together:
    """Several querysets read in one statement: what stands on one page about one case, for instance."""

    sql: str
    parameters: tuple[Any, ...]
    parts: Mapping[str, Compiled]
    turns: Mapping[str, Sequence[tuple[int, Callable[[Any], Any]]]]

    @classmethod
    def of(cls, **rows: "models.QuerySet[Any, Any]") -> Self:
        """Compile querysets made with stand-ins into one statement. Raises TypeError on a field that JSON changes."""
        parts = {name: Compiled.of(one) for name, one in rows.items()}
        return cls(
            sql=f"select {', '.join(_as_json(one) for one in parts.values())}",
            parameters=tuple(value for one in parts.values() for value in one.parameters),
            parts=parts,
            turns={name: _turns(one) for name, one in parts.items()},
        )

    def read(self, values: Mapping[Any, Any]) -> dict[str, list[Any]]:
        """The rows of each queryset by its name, as objects, or as dicts where it asked for `values`."""
        (found,) = _run(self.sql, self.parameters, values)
        return {
            name: [part.read(_turned(row, self.turns[name])) for row in rows]
            for (name, part), rows in zip(self.parts.items(), found, strict=True)
        }


def _run(sql: str, parameters: Iterable[Any], values: Mapping[Any, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [values.get(one, one) for one in parameters])
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _as_json(part: Compiled) -> str:
    names = ", ".join(f"c{place}" for place in range(len(part.fields)))
    return f"(select coalesce(json_agg(json_build_array({names})), '[]') from ({part.sql}) as r({names}))"  # noqa: S608


def _turns(part: Compiled) -> list[tuple[int, Callable[[Any], Any]]]:
    return [(place, how) for place, one in enumerate(part.fields) if (how := _from_json(one))]


def _turned(row: Sequence[Any], turn: Iterable[tuple[int, Callable[[Any], Any]]]) -> Sequence[Any]:
    found = list(row)
    for place, how in turn:
        if found[place] is not None:
            found[place] = how(found[place])
    return found


def _values(names: tuple[str, ...]) -> _Read:
    return lambda row: dict(zip(names, row, strict=True))


def _objects(compiler: Any) -> _Read:
    """What makes an object of a row, with the objects that `select_related` names: as Django's own iteration does."""
    shape = compiler.klass_info
    first, last = shape["select_fields"][0], shape["select_fields"][-1] + 1
    names = [column[0].target.attname for column in compiler.select[first:last]]
    along = get_related_populators(shape, compiler.select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # the stubs know a later Django

    def read(row: Sequence[Any]) -> Any:
        made = shape["model"].from_db(DEFAULT_DB_ALIAS, names, row[first:last])
        for one in along:
            one.populate(row, made)
        return made

    return read


def _from_json(field: Any) -> Callable[[Any], Any] | None:
    """How a value of this field is read from JSON; None where JSON has the same. Raises TypeError when unknown."""
    if isinstance(field, ArrayField):
        inner = _from_json(field.base_field)
        return (lambda found: [inner(one) for one in found]) if inner else None
    for kind, how in _FROM_JSON.items():
        if isinstance(field, kind):
            return how
    raise TypeError(f"{field!r} cannot be read together with others")


_SAME = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.JSONField)
_FROM_COLUMN: dict[Any, Callable[[Any], Any]] = {models.JSONField: json.loads}
_FROM_JSON: dict[Any, Callable[[Any], Any] | None] = {
    models.DateTimeField: datetime.fromisoformat,
    models.DateField: date.fromisoformat,
    models.BinaryField: lambda found: bytes.fromhex(found[2:]),
    models.UUIDField: UUID,
    models.DecimalField: lambda found: Decimal(str(found)),
    models.ForeignKey: None,
    **dict.fromkeys(_SAME),
}
