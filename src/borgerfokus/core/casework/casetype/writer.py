"""Writes a table as TOML that people can read and change: the opposite of `tomllib.loads`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

_LONGEST: Final = 100
"""A list that is longer than this many characters is written one item to a line."""

_FEW: Final = 4
"""A table in a list with more names than this gets its own heading; one with fewer stands on one line."""


def write(table: Mapping[str, Any]) -> str:
    """The TOML text of a table of strings, whole numbers, booleans, dates, lists and tables."""
    return "\n".join(_lines(table, "", "")) + "\n"


def _lines(table: Mapping[str, Any], path: str, indent: str) -> Iterator[str]:
    later = {}
    for name, value in table.items():
        if _has_heading(value) or (not path and _is_section(value)):
            later[name] = value
        elif _is_text(value):
            yield from (f"{indent}{name}.{language} = {_inline(text)}" for language, text in value.items())
        else:
            yield f"{indent}{name} = {_value(value, indent)}"
    for name, value in later.items():
        yield from _headed(value, f"{path}.{name}" if path else name)


def _headed(value: Any, path: str) -> Iterator[str]:
    indent = "  " if "." in path else ""
    for item in value if isinstance(value, list) else [value]:
        yield ""
        yield f"{indent}[[{path}]]" if isinstance(value, list) else f"{indent}[{path}]"
        yield from _lines(item, path, indent)


def _has_heading(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, dict) and _has_heading_in_list(item) for item in value)
    return isinstance(value, dict) and not _is_text(value) and not _is_small(value)


def _is_section(value: Any) -> bool:
    """Whether a value on top of the document is a section, which has its heading however short it is."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, dict) and not _is_text(item) for item in value)
    return isinstance(value, dict) and not _is_text(value) and not _is_period(value)


def _is_period(value: Mapping[str, Any]) -> bool:
    return bool(value) and set(value) <= {"from", "to"}


def _has_heading_in_list(item: Mapping[str, Any]) -> bool:
    return len(item) > _FEW or any(_has_heading(value) for value in item.values())


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and set(value) <= {"da", "en"}


def _is_small(value: Mapping[str, Any]) -> bool:
    return len(value) < _FEW and not any(isinstance(one, dict) for one in value.values())


def _value(value: Any, indent: str) -> str:
    line = _inline(value)
    if not isinstance(value, list) or not value or len(line) <= _LONGEST:
        return line
    items = "".join(f"{indent}  {_inline(item)},\n" for item in value)
    return f"[\n{items}{indent}]"


def _inline(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(_inline(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_inline(item)}' for name, item in value.items())} }}"
    return str(value)
