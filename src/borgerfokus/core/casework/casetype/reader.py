"""Reads a TOML table into frozen dataclasses, collecting every error instead of stopping at the first.

The dataclass is the schema: its annotations say what a value must be, its defaults what may be left out.
Understood are str, int, bool, date, enums of strings, `Text`, `Period`, nested dataclasses, tuples
and `X | None`.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from borgerfokus.core.casework.casetype import messages
from borgerfokus.core.casework.casetype.errors import ConfigurationError
from borgerfokus.core.periods import EmptyPeriod, Period
from borgerfokus.core.texts import IncompleteText, Text


class _Unread:
    """Stands where a value could not be read; the error is in the list."""


UNREAD: Final = _Unread()


def read(kind: type, table: object, path: str, errors: list[ConfigurationError]) -> object:
    """The value of `kind` in `table`, or `UNREAD` after adding to `errors`.

    `path` is where the table stands in the document, "" for its top.
    """
    if not isinstance(table, Mapping):
        errors.append(messages.wrong_kind(path, messages.TABLE))
        return UNREAD
    hints = _hints(kind)
    _refuse_unknown(kind, table, path, errors)
    values: dict[str, object] = {}
    for field in fields(kind):
        where = f"{path}.{field.name}" if path else field.name
        if field.name in table:
            values[field.name] = _value(hints[field.name], table[field.name], where, errors)
        elif _is_required(field):
            errors.append(messages.missing(where))
            values[field.name] = UNREAD
    if any(value is UNREAD for value in values.values()):
        return UNREAD
    return kind(**values)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _refuse_unknown(
    kind: type, table: Mapping[str, object], path: str, errors: list[ConfigurationError]
) -> None:
    known = {field.name for field in fields(kind)}
    errors.extend(
        messages.unknown_name(f"{path}.{name}" if path else name, sorted(known))
        for name in table
        if name not in known
    )


def _value(kind: object, value: object, path: str, errors: list[ConfigurationError]) -> object:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _value(_without_none(kind), value, path, errors)
    if origin is tuple:
        return _tuple(get_args(kind)[0], value, path, errors)
    if kind is Text:
        return _text(value, path, errors)
    if kind is Period:
        return _period(value, path, errors)
    if is_dataclass(kind) and isinstance(kind, type):
        return read(kind, value, path, errors)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _word(kind, value, path, errors)
    return _plain(kind, value, path, errors)


def _without_none(kind: object) -> object:
    (inner,) = (arm for arm in get_args(kind) if arm is not types.NoneType)
    return inner


def _tuple(kind: object, value: object, path: str, errors: list[ConfigurationError]) -> object:
    if not isinstance(value, list):
        errors.append(messages.wrong_kind(path, messages.LIST))
        return UNREAD
    items = [_value(kind, item, f"{path}[{number}]", errors) for number, item in enumerate(value, start=1)]
    return UNREAD if any(item is UNREAD for item in items) else tuple(items)


def _text(value: object, path: str, errors: list[ConfigurationError]) -> object:
    if not isinstance(value, Mapping):
        errors.append(messages.wrong_kind(path, messages.TEXT))
        return UNREAD
    tidy = {key: _tidy(part) for key, part in value.items()}
    try:
        return Text.from_mapping(tidy)
    except IncompleteText:
        errors.append(messages.incomplete_text(path))
        return UNREAD


def _tidy(part: object) -> object:
    """Folds the line breaks of a TOML block into spaces; an empty line stays and parts two paragraphs."""
    if not isinstance(part, str):
        return ""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in part.strip().split("\n\n"))


def _period(value: object, path: str, errors: list[ConfigurationError]) -> object:
    if not isinstance(value, Mapping) or not set(value) <= {"from", "to"} or "from" not in value:
        errors.append(messages.wrong_kind(path, messages.PERIOD))
        return UNREAD
    start = _plain(date, value["from"], f"{path}.from", errors)
    end = _plain(date, value["to"], f"{path}.to", errors) if "to" in value else None
    if not isinstance(start, date) or not isinstance(end, date | None):
        return UNREAD
    try:
        return Period(start=start, end=end)
    except EmptyPeriod:
        errors.append(messages.empty_period(path))
        return UNREAD


def _word(kind: type[StrEnum], value: object, path: str, errors: list[ConfigurationError]) -> object:
    words = [member.value for member in kind]
    if value not in words:
        errors.append(messages.unknown_word(path, str(value), words))
        return UNREAD
    return kind(str(value))


def _plain(kind: object, value: object, path: str, errors: list[ConfigurationError]) -> object:
    if type(value) is not kind:
        errors.append(messages.wrong_kind(path, messages.PLAIN[cast("type", kind)]))
        return UNREAD
    if isinstance(value, str) and not value.strip():
        errors.append(messages.empty(path))
        return UNREAD
    return value
