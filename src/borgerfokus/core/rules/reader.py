"""Reads parameter documents, and refuses one that breaks the format.

A document carries `title`, `unit`, `decided_by` and `[[values]]`, each with `from`, `value` (or
`abolished = true`), `reference`, `source` and `status`. Optional are `minimum` and `maximum` for the
municipality's own rows, and `[options]` (key = label) for the units choice and choices.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final, TypeVar

from borgerfokus.core.rules.errors import InvalidParameter
from borgerfokus.core.rules.parameter import Parameter, Row
from borgerfokus.core.rules.units import DecidedBy, Status, Unit
from borgerfokus.core.rules.value import Content, Reference
from borgerfokus.core.texts import IncompleteText, Text

Table = Mapping[str, object]
Labels = tuple[tuple[str, Text], ...]
_E = TypeVar("_E", bound=StrEnum)

_DOCUMENT_KEYS: Final = frozenset({"title", "unit", "decided_by", "values", "minimum", "maximum", "options"})
_ROW_KEYS: Final = frozenset({"from", "value", "abolished", "reference", "source", "status"})


@dataclass(frozen=True)
class Act:
    """What a reference can name. `whole`: it may be named without a section."""

    name: Text
    whole: bool = False


class ContentError(ValueError):
    """A raw value does not fit its unit."""


def read_parameter(*, key: str, document: Table, acts: Mapping[str, Act]) -> Parameter:
    """The parameter in a parsed TOML document. Raises `InvalidParameter` that names the key and the place."""
    try:
        return _parameter(key, document, acts)
    except (ContentError, IncompleteText) as error:
        raise InvalidParameter(key=key, problem=str(error)) from error


def read_content(*, unit: Unit, labels: Labels, raw: object) -> Content:
    """A raw value (from TOML or JSON) as the kind that the unit says. Raises `ContentError`."""
    if unit.is_whole_number:
        return _whole_number(raw)
    if unit is Unit.CHOICE:
        return _option(raw, labels)
    if unit is Unit.CHOICES:
        return tuple(_option(item, labels) for item in _distinct(raw))
    return _READERS[unit](raw)


def _parameter(key: str, document: Table, acts: Mapping[str, Act]) -> Parameter:
    _only(document, _DOCUMENT_KEYS, "the document")
    unit = _member(Unit, document, "unit")
    labels = tuple(
        (name, _text(label)) for name, label in _table(document.get("options", {}), "options").items()
    )
    if (unit in (Unit.CHOICE, Unit.CHOICES)) != bool(labels):
        raise ContentError("options belong to the units choice and choices, and to no other")
    tables = document.get("values")
    if not isinstance(tables, list) or not tables:
        raise ContentError("there are no [[values]]")
    rows = tuple(
        _row(_table(table, f"values[{number}]"), unit, labels, acts) for number, table in enumerate(tables, 1)
    )
    _in_order(rows)
    return Parameter(
        key=key,
        title=_text(document.get("title")),
        unit=unit,
        decided_by=_member(DecidedBy, document, "decided_by"),
        rows=rows,
        labels=labels,
        minimum=_bound(document, "minimum", unit),
        maximum=_bound(document, "maximum", unit),
    )


def _row(table: Table, unit: Unit, labels: Labels, acts: Mapping[str, Act]) -> Row:
    _only(table, _ROW_KEYS, "a value")
    valid_from = table.get("from")
    if type(valid_from) is not date:
        raise ContentError("a value lacks its day `from`")
    if ("value" in table) == (table.get("abolished") is True):
        raise ContentError(f"the row of {valid_from} must hold either a value or `abolished = true`")
    source = table.get("source")
    if not isinstance(source, str) or not source.strip():
        raise ContentError(f"the row of {valid_from} lacks its source")
    return Row(
        valid_from=valid_from,
        value=read_content(unit=unit, labels=labels, raw=table["value"]) if "value" in table else None,
        reference=_reference(table.get("reference"), acts, valid_from),
        source=source,
        status=_member(Status, table, "status"),
    )


def _reference(raw: object, acts: Mapping[str, Act], day: date) -> Reference:
    table = _table(raw, f"the reference of {day}")
    _only(table, frozenset({"act", "section"}), f"the reference of {day}")
    act, section = table.get("act"), table.get("section", "")
    if not isinstance(act, str) or act not in acts:
        raise ContentError(f"the reference of {day} names no known act")
    if not isinstance(section, str) or (not section.strip() and not acts[act].whole):
        raise ContentError(f"the reference of {day} lacks its section")
    return Reference(act=act, section=section, name=acts[act].name)


def _in_order(rows: tuple[Row, ...]) -> None:
    if rows[0].value is None:
        raise ContentError("the first row abolishes what was never in force")
    for before, after in pairwise(rows):
        if after.valid_from == before.valid_from:
            raise ContentError(f"two rows are valid from {after.valid_from}")
        if after.valid_from < before.valid_from:
            raise ContentError(f"the row of {after.valid_from} stands after that of {before.valid_from}")
        if after.value is None and before.value is None:
            raise ContentError(f"the row of {after.valid_from} abolishes what is abolished")


def _only(table: Table, allowed: frozenset[str], place: str) -> None:
    unknown = sorted(set(table) - allowed)
    if unknown:
        raise ContentError(f"{place} has unknown keys: {', '.join(unknown)}")


def _table(raw: object, place: str) -> Table:
    if not isinstance(raw, Mapping):
        raise ContentError(f"{place} is missing or not a table")
    return raw


def _member(kind: type[_E], table: Table, key: str) -> _E:
    raw = table.get(key)
    if not isinstance(raw, str) or raw not in set(kind):
        raise ContentError(f"{key} is {raw!r}; known are {', '.join(kind)}")
    return kind(raw)


def _bound(document: Table, key: str, unit: Unit) -> int | None:
    if key not in document:
        return None
    if not unit.is_whole_number:
        raise ContentError(f"a {key} belongs to whole numbers only")
    return _whole_number(document[key])


def _whole_number(raw: object) -> int:
    if type(raw) is not int or raw < 0:
        raise ContentError(f"{raw!r} is not a whole number of at least 0")
    return raw


def _boolean(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise ContentError(f"{raw!r} is neither true nor false")
    return raw


def _percent(raw: object) -> Decimal:
    if not isinstance(raw, str) or not re.fullmatch(r"-?\d+(\.\d+)?", raw, flags=re.ASCII):
        raise ContentError(f'{raw!r} is not a percentage written as a text, such as "3.5"')
    return Decimal(raw)


def _text(raw: object) -> Text:
    return Text.from_mapping(_table(raw, "a text"))


def _code(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ContentError(f"{raw!r} is not a code")
    return raw


def _option(raw: object, labels: Labels) -> str:
    if not isinstance(raw, str) or raw not in dict(labels):
        raise ContentError(f"{raw!r} is not among the options")
    return raw


def _month_days(raw: object) -> tuple[str, ...]:
    days = _distinct(raw)
    for day in days:
        try:
            date.fromisoformat(f"2024-{day}")
        except ValueError as error:
            raise ContentError(f"{day!r} is not a day of the year as MM-DD") from error
    return tuple(str(day) for day in days)


def _distinct(raw: object) -> list[object]:
    if not isinstance(raw, (list, tuple)) or len(set(map(str, raw))) != len(raw):
        raise ContentError(f"{raw!r} is not a list of different values")
    return list(raw)


_READERS: Final[Mapping[Unit, Callable[[object], Content]]] = {
    Unit.BOOLEAN: _boolean,
    Unit.PERCENT: _percent,
    Unit.TEXT: _text,
    Unit.CODE: _code,
    Unit.MONTH_DAYS: _month_days,
}
