"""Object-centric event logs as OCEL 2.0 JSON: read as a stream, object by object and event by event, and written.

As with XES a file from outside is hostile until it is read: what is not understood yet is never more than a megabyte,
and there are bounds on how many of everything there may be. What is wrong is a `NotReadable` with a sentence.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

import ijson

from borgerfokus.core.flow.moments import iso, microseconds
from borgerfokus.core.flow.refused import NotReadable

_CHUNK: Final = 1 << 16
_RESOURCE: Final = ("org:resource", "resource")
_GROUP: Final = ("org:group", "unit")
_ROLE: Final = ("org:role", "actor")
CASE: Final = "case"
"""The type of the objects that a log of ours has one of for each case."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of everything a log may hold. `values`: of one object or event; `pending`: bytes of one value."""

    bytes: int = 4_000_000_000
    objects: int = 5_000_000
    events: int = 50_000_000
    values: int = 5_000
    depth: int = 12
    text: int = 10_000
    pending: int = 1_000_000


BOUNDS: Final = Bounds()


@dataclass(frozen=True, slots=True)
class OcelEvent:
    """One event and the ids of the objects it is about. `us`: microseconds since 1970 UTC."""

    activity: str
    us: int
    objects: tuple[str, ...]
    resource: str = ""
    group: str = ""
    role: str = ""


def objects(source: BinaryIO, *, bounds: Bounds = BOUNDS) -> Iterator[tuple[str, str]]:
    """The id and type of every object of the (unpacked) file. Raises NotReadable."""
    for number, found in enumerate(_items(source, "objects", bounds), start=1):
        if number > bounds.objects:
            raise _too_many("objekter", "objects", bounds.objects)
        yield _word(found, "id", "Objekt", "Object", number), _word(found, "type", "Objekt", "Object", number)


def events(source: BinaryIO, *, bounds: Bounds = BOUNDS) -> Iterator[OcelEvent]:
    """The events of the (unpacked) file, as it has them. Raises NotReadable."""
    for number, found in enumerate(_items(source, "events", bounds), start=1):
        if number > bounds.events:
            raise _too_many("hændelser", "events", bounds.events)
        attributes = {str(one.get("name")): str(one.get("value", "")) for one in _parts(found, "attributes")}
        yield OcelEvent(
            activity=_word(found, "type", "Hændelse", "Event", number),
            us=_moment(found, number),
            objects=tuple(str(one.get("objectId")) for one in _parts(found, "relationships")),
            resource=_first(attributes, _RESOURCE),
            group=_first(attributes, _GROUP),
            role=_first(attributes, _ROLE),
        )


@dataclass
class _Source:
    """The file as the parser reads it, never far ahead of what it has understood."""

    file: BinaryIO
    bounds: Bounds
    pending: int = 0
    total: int = 0

    def read(self, size: int = -1) -> bytes:
        chunk = self.file.read(size)
        self.pending, self.total = self.pending + len(chunk), self.total + len(chunk)
        if self.total > self.bounds.bytes:
            raise NotReadable(
                da=f"Filen fylder mere end {self.bounds.bytes // 1_000_000} MB pakket ud. Del den i flere.",
                en=f"The file unpacks to more than {self.bounds.bytes // 1_000_000} MB. Split it.",
            )
        if self.pending > self.bounds.pending + 2 * _CHUNK:
            raise NotReadable(da="Et felt i filen er for langt.", en="A field of the file is too long.")
        return chunk


def _signs(source: _Source) -> Iterator[tuple[str, Any]]:
    try:
        for sign, value in ijson.basic_parse(source, buf_size=_CHUNK, use_float=True):
            source.pending = 0
            if isinstance(value, str) and len(value) > source.bounds.text:
                raise NotReadable(
                    da=f"En tekst i filen er længere end {source.bounds.text} tegn.",
                    en=f"A text in the file is longer than {source.bounds.text} characters.",
                )
            yield sign, value
    except (ijson.JSONError, UnicodeError, ValueError) as error:
        if isinstance(error, NotReadable):
            raise
        raise NotReadable(
            da="Filen er ikke hel JSON. Hent den igen.", en="The file is not well-formed JSON. Fetch it again."
        ) from None


def _items(file: BinaryIO, name: str, bounds: Bounds) -> Iterator[Mapping[str, Any]]:
    """The items of the list `name` at the top of the file."""
    depth, key, builder, built, seen = 0, "", None, 0, False
    for sign, value in _signs(_Source(file, bounds)):
        if sign == "map_key" and depth == 1:
            key = value
        inside = key == name and depth >= 2
        if inside and builder is None and sign == "start_map":
            builder, built = ijson.ObjectBuilder(), 0
        if builder is not None:
            builder.event(sign, value)
            built += 1
            if built > bounds.values:
                raise _too_many("felter i et objekt eller en hændelse", "fields of an object or event", bounds.values)
        depth += _DEEPER.get(sign, 0)
        if depth > bounds.depth:
            raise NotReadable(
                da="Felter i filen ligger for dybt inde i hinanden.", en="Fields of the file are nested too deeply."
            )
        seen = seen or (key == name and sign == "start_array" and depth == 2)
        if builder is not None and sign == "end_map" and depth == 2:
            yield builder.value
            builder = None
    if not seen:
        raise NotReadable(
            da=f"Filen er ikke en OCEL-log: Den har ingen liste »{name}«.",
            en=f"The file is not an OCEL log: it has no list “{name}”.",
        )


_DEEPER: Final = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}


def _parts(found: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    parts = found.get(name) or []
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _word(found: Mapping[str, Any], name: str, da: str, en: str, number: int) -> str:
    word = found.get(name)
    if not isinstance(word, str) or not word:
        raise NotReadable(da=f"{da} {number} har ingen {name}.", en=f"{en} {number} has no {name}.")
    return word


def _moment(found: Mapping[str, Any], number: int) -> int:
    written = str(found.get("time", ""))
    try:
        return microseconds(written)
    except ValueError:
        raise NotReadable(
            da=f"Hændelse {number} har ikke et tidspunkt med tidszone, men »{written[:40]}«.",
            en=f"Event {number} has no moment with a time zone but “{written[:40]}”.",
        ) from None


def _first(attributes: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((attributes[name] for name in names if attributes.get(name)), "")


def _too_many(da: str, en: str, most: int) -> NotReadable:
    return NotReadable(da=f"Filen har mere end {most} {da}.", en=f"The file has more than {most} {en}.")


def written(*, kinds: Iterable[str], cases: Iterable[tuple[str, str]], told: Iterable[OcelEvent]) -> Iterator[str]:
    """A log as OCEL 2.0 JSON, piece by piece: an object for each case (id and kind), and what happened.

    `kinds`: the activities. `cases` is read before `told`.
    """
    types = [{"name": one, "attributes": [_text(_GROUP[0]), _text(_ROLE[0])]} for one in kinds]
    yield f'{{"objectTypes": {_json([{"name": CASE, "attributes": [_text("kind")]}])},\n"eventTypes": {_json(types)}'
    yield from _list("objects", map(_object, cases))
    yield from _list("events", (_event(number, one) for number, one in enumerate(told, start=1)))
    yield "}\n"


def _list(name: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield f',\n"{name}": ['
    for number, row in enumerate(rows):
        yield f'{"," if number else ""}\n{_json(row)}'
    yield "]"


def _object(case: tuple[str, str]) -> Mapping[str, Any]:
    name, kind = case
    return {"id": name, "type": CASE, "attributes": [{"name": "kind", "time": iso(0), "value": kind}]}


def _event(number: int, one: OcelEvent) -> Mapping[str, Any]:
    said = ((_GROUP[0], one.group), (_ROLE[0], one.role), (_RESOURCE[0], one.resource))
    return {
        "id": f"e{number}",
        "type": one.activity,
        "time": iso(one.us),
        "attributes": [{"name": name, "value": value} for name, value in said if value],
        "relationships": [{"objectId": name, "qualifier": CASE} for name in one.objects],
    }


def _text(name: str) -> Mapping[str, str]:
    return {"name": name, "type": "string"}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
