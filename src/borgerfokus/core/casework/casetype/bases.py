"""What a document leaves out is filled in from the base that it names, and from that one's own base.

    base = "adult-support"          # the document: everything it does not say stands in the base
    use = "consent"                 # in any table: what it does not say stands in the part [parts.consent]
    alone = true                    # in a table: nothing is filled in from the base
    leave_out = true                # on an item of a list with keys: the base's item is not in this case type
    before = "fits"                 # on an item that the base does not have: it stands before this one, not last

Tables are filled in name by name. A text with its two languages is one value. The lists in `KEYED` are filled in item
by item (first the base's, in its order, then what the document adds); any other list is the document's or the base's.
The result names no base and no part: it is the document that is stored and that a case keeps.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from borgerfokus.core import toml
from borgerfokus.core.casework.casetype import base_messages as messages
from borgerfokus.core.casework.casetype.errors import ConfigurationError
from borgerfokus.core.casework.casetype.messages import TABLE, duplicate, not_toml, wrong_kind
from borgerfokus.core.casework.casetype.model import CaseType
from borgerfokus.core.casework.casetype.writer import write

KEYED: Final = frozenset({"phases", "checklist", "deadlines", "information", "outcomes"})
"""The lists whose items are told apart by their `key`."""

RESERVED: Final = frozenset({"base", "parts", "use", "alone", "leave_out", "before"})
"""The names that say how a document is put together; none of them is a field of a case type."""

_LAST: Final = (
    "responsible",
    "appeal",
    "follow_up",
    "retention",
    "cooperation",
    "deadlines",
    "phases",
    "intake",
    "information",
    "outcomes",
)
"""The order in which the sections are read, after everything that stands on one line."""

_FIRST: Final = tuple(field.name for field in fields(CaseType))

_Table = dict[str, Any]


class _Wrong(Exception):
    """Stops at the first thing that keeps the document from being put together."""

    def __init__(self, error: ConfigurationError) -> None:
        super().__init__(error.path)
        self.error = error


def resolve(*, document: str, bases: Mapping[str, str]) -> str | tuple[ConfigurationError, ...]:
    """The self-contained text of a document (TOML), its comments on top kept, or what keeps it from being put together.

    `bases` holds the text of each base by name. A document that names no base and uses no part comes back as it is.
    """
    try:
        table = toml.loads(document)
        if not is_short(table):
            return document
        return _head(document) + write(_resolved(table, bases))
    except tomllib.TOMLDecodeError as error:
        return (not_toml(str(error)),)
    except _Wrong as wrong:
        return (wrong.error,)


def is_short(table: Mapping[str, Any]) -> bool:
    """Whether the table leans on a base or on parts of its own."""
    return "base" in table or "parts" in table


def _resolved(table: _Table, bases: Mapping[str, str]) -> _Table:
    chain = list(_chain(table, bases))
    parts: _Table = {}
    for one in reversed(chain):
        parts = _filled(_parts_of(one), parts)
    whole: _Table = {}
    for one in reversed(chain):
        one.pop("base", None)
        whole = _filled(_with_parts(one, parts, ""), whole)
    return dict(sorted(whole.items(), key=lambda named: _place(named[0])))


def _parts_of(table: _Table) -> _Table:
    """The parts that one document of the chain brings, taken out of it."""
    parts = table.pop("parts", {})
    if not isinstance(parts, dict) or not all(isinstance(part, dict) for part in parts.values()):
        raise _Wrong(wrong_kind("parts", TABLE))
    return parts


def _place(name: str) -> int:
    """Where a name stands in the document: as the schema has it, and the sections last."""
    if name in _LAST:
        return len(_FIRST) + _LAST.index(name)
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _chain(table: _Table, bases: Mapping[str, str]) -> Iterator[_Table]:
    """The document, its base, that one's base, and so on."""
    yield table
    names: list[str] = []
    while "base" in table:
        name = table["base"]
        if not isinstance(name, str) or name not in bases:
            raise _Wrong(messages.unknown_base(str(name), sorted(bases)))
        if name in names:
            raise _Wrong(messages.circular_base([*names, name]))
        names.append(name)
        table = toml.loads(bases[name])
        yield table


def _with_parts(value: Any, parts: _Table, path: str) -> Any:
    """The value with what its tables use put into them."""
    if isinstance(value, list):
        return [_with_parts(item, parts, f"{path}[{number}]") for number, item in enumerate(value, start=1)]
    if not isinstance(value, dict):
        return value
    own = {name: _with_parts(item, parts, f"{path}.{name}" if path else name) for name, item in value.items()}
    if "use" not in own:
        return own
    used = own.pop("use")
    if not isinstance(used, str) or used not in parts:
        raise _Wrong(messages.unknown_part(path, str(used), sorted(parts)))
    return _filled(own, parts[used])


def _filled(own: _Table, base: Mapping[str, Any]) -> _Table:
    """The table `own` with what it leaves out taken from `base`, in the order of the base."""
    if own.get("alone"):
        return {name: value for name, value in own.items() if name != "alone"}
    whole = {name: _either(name, own, base) for name in base}
    return whole | {name: _alone(name, value) for name, value in own.items() if name not in base}


def _either(name: str, own: _Table, base: Mapping[str, Any]) -> Any:
    if name not in own:
        return base[name]
    mine, theirs = own[name], base[name]
    if name in KEYED and isinstance(mine, list) and isinstance(theirs, list):
        return _filled_list(mine, theirs, name)
    if isinstance(mine, dict) and isinstance(theirs, dict) and not _is_text(mine):
        return _filled(mine, theirs)
    return mine


def _alone(name: str, value: Any) -> Any:
    """A value that the base knows nothing of: only the words of this module are taken out of it."""
    if name in KEYED and isinstance(value, list):
        return _filled_list(value, [], name)
    return _filled(value, {}) if isinstance(value, dict) else value


def _filled_list(own: list[Any], base: list[Any], name: str) -> list[Any]:
    keyed = [item for item in own if _is_keyed(item)]
    mine = {item["key"]: item for item in keyed}
    if len(mine) < len(keyed):
        raise _Wrong(duplicate(name, _first_twice([item["key"] for item in keyed])))
    known = {item["key"] for item in base}
    kept = [item for item in base if not mine.get(item["key"], {}).get("leave_out")]
    whole: list[Any] = [_filled(mine.get(item["key"], {}), item) for item in kept]
    for item in own:
        if not _is_keyed(item):
            whole.append(item)
        elif item["key"] not in known:
            _add(item, whole, name)
    return whole


def _add(item: _Table, whole: list[Any], name: str) -> None:
    """Put an item that the base does not have into the list: last, or before the one that it names."""
    if item.get("leave_out"):
        raise _Wrong(messages.nothing_to_leave_out(name, item["key"]))
    added = _filled(item, {})
    before = added.pop("before", None)
    keys = [one.get("key") for one in whole]
    if before is None:
        whole.append(added)
    elif before in keys:
        whole.insert(keys.index(before), added)
    else:
        raise _Wrong(messages.nothing_before(name, str(before)))


def _first_twice(keys: list[str]) -> str:
    return next(key for place, key in enumerate(keys) if key in keys[:place])


def _is_keyed(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("key"), str)


def _is_text(value: Mapping[str, Any]) -> bool:
    return bool(value) and set(value) <= {"da", "en"}


def _head(document: str) -> str:
    """The comments on top of a document."""
    lines = []
    for line in document.splitlines():
        if not line.startswith("#"):
            break
        lines.append(f"{line}\n")
    return "".join(lines)
