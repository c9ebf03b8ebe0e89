"""Event logs as XES (IEEE 1849): read as a stream, trace by trace, and written again.

A file from outside is hostile until it is read: no document type, no entity, no nesting beyond what logs have, and
bounds on how much of everything there may be. Whatever is wrong is a `NotReadable` with a sentence for whoever sent it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from borgerfokus.core.flow import refused
from borgerfokus.core.flow.moments import iso, microseconds
from borgerfokus.core.flow.refused import NotReadable

_DETAIL: Final = "borgerfokus:detail"
_MORE: Final = ("org:resource", "org:group", "org:role", _DETAIL)
_VALUES: Final = frozenset({"string", "date", "int", "float", "boolean", "id"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of everything a log may hold. Bytes are counted after unpacking; `tag`: those of one tag.

    `empty`: cases without an event, which take time and tell nothing.
    """

    bytes: int = 4_000_000_000
    events: int = 50_000_000
    attributes_of_one: int = 500
    events_of_one: int = 65_535
    depth: int = 32
    text: int = 10_000
    tag: int = 1_000_000
    empty: int = 100_000


LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True)
class XesEvent:
    """One event of a trace. `us`: microseconds since 1970 UTC · `detail`: a word of `details.KNOWN`, or ""."""

    activity: str
    us: int
    resource: str = ""
    group: str = ""
    role: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """One case with its events in the order of time; events of the same moment stay as the file has them."""

    name: str
    events: tuple[XesEvent, ...]


def read(chunks: Iterable[bytes], *, limits: Limits = LIMITS) -> Iterator[Trace]:
    """The traces of a log, as the chunks of the (unpacked) file come in. Raises NotReadable."""
    parser = _Parser(limits)
    read_so_far = 0
    for chunk in chunks:
        read_so_far += len(chunk)
        if read_so_far > limits.bytes:
            raise refused.too_large(limits.bytes)
        yield from parser.feed(chunk)
        if read_so_far - parser.place > limits.tag:
            raise refused.field_too_long()
    yield from parser.close()


@dataclass
class _Parser:
    limits: Limits
    depth: int = 0
    empty: int = 0
    events: int = 0
    trace: dict[str, str] | None = None
    event: dict[str, str] | None = None
    told: list[XesEvent] = field(default_factory=list)
    ready: list[Trace] = field(default_factory=list)
    inside: int = 0

    def __post_init__(self) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        self._expat = parser

    @property
    def place(self) -> int:
        """How many bytes have been understood."""
        return self._expat.CurrentByteIndex

    def feed(self, chunk: bytes) -> list[Trace]:
        return self._parse(chunk, final=False)

    def close(self) -> list[Trace]:
        return self._parse(b"", final=True)

    def _parse(self, chunk: bytes, *, final: bool) -> list[Trace]:
        try:
            self._expat.Parse(chunk, final)
        except expat.ExpatError as error:
            raise NotReadable(
                da=f"Filen er ikke hel XML (linje {error.lineno}). Hent den igen.",
                en=f"The file is not well-formed XML (line {error.lineno}). Fetch it again.",
            ) from None
        except LookupError:
            raise NotReadable(
                da="Filen siger, at den har et tegnsæt, der ikke findes. Gem den i UTF-8.",
                en="The file says it has an encoding that does not exist. Save it in UTF-8.",
            ) from None
        ready, self.ready = self.ready, []
        return ready

    def _doctype(self, *_: object) -> None:
        self._entity()

    def _entity(self, *_: object) -> None:
        raise NotReadable(
            da="Filen har en dokumenttype eller en entitet. Det har en XES-log ikke; fjern den.",
            en="The file has a document type or an entity. An XES log has none; remove it.",
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self.depth += 1
        self._stay_within(attributes)
        if self.depth == 1 and tag != "log":
            raise NotReadable(da="Filen er ikke en XES-log.", en="The file is not an XES log.")
        if tag == "trace" and self.trace is None:
            self.trace, self.told, self.inside = {}, [], self.depth
        elif tag == "event" and self.trace is not None and self.event is None:
            self.event, self.inside = {}, self.depth
        elif tag in _VALUES and self.depth == self.inside + 1:
            self._keep(attributes)

    def _stay_within(self, attributes: dict[str, str]) -> None:
        if self.depth > self.limits.depth:
            raise refused.too_deep()
        if any(len(value) > self.limits.text for value in attributes.values()):
            raise refused.text_too_long(self.limits.text)

    def _keep(self, attributes: dict[str, str]) -> None:
        holder = self.event if self.event is not None else self.trace
        if holder is None or "key" not in attributes:
            return
        holder.setdefault(attributes["key"], attributes.get("value", ""))
        if len(holder) > self.limits.attributes_of_one:
            raise NotReadable(
                da=f"En sag eller hændelse i filen har mere end {self.limits.attributes_of_one} felter.",
                en=f"A case or event of the file has more than {self.limits.attributes_of_one} fields.",
            )

    def _end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "event" and self.event is not None and self.depth == self.inside:
            if len(self.told) == self.limits.events_of_one:
                raise refused.too_many_events_of_one(self.limits.events_of_one)
            self.told.append(self._event(self.event))
            self.event, self.inside = None, self.depth - 1
        elif tag == "trace" and self.trace is not None and self.depth == self.inside:
            self.empty += not self.told
            if self.empty > self.limits.empty:
                raise refused.too_many_empty(self.limits.empty)
            self.ready.append(Trace(self.trace.get("concept:name", ""), _in_order(self.told)))
            self.trace = None
        self.depth -= 1

    def _event(self, told: dict[str, str]) -> XesEvent:
        self.events += 1
        if self.events > self.limits.events:
            raise refused.too_many_events(self.limits.events)
        activity, written = told.get("concept:name", ""), told.get("time:timestamp", "")
        if not activity:
            raise NotReadable(
                da=f"Hændelse {self.events} har intet navn (concept:name).",
                en=f"Event {self.events} has no name (concept:name).",
            )
        try:
            us = microseconds(written)
        except ValueError:
            raise refused.no_moment(self.events, written) from None
        return XesEvent(activity, us, *(told.get(key, "") for key in _MORE))


def _in_order(events: list[XesEvent]) -> tuple[XesEvent, ...]:
    return tuple(sorted(events, key=lambda event: event.us))


_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2023" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<global scope="trace"><string key="concept:name" value=""/></global>
<global scope="event"><string key="concept:name" value=""/>\
<date key="time:timestamp" value="1970-01-01T00:00:00.000000+00:00"/></global>
<classifier name="Activity" keys="concept:name"/>
"""


def written(traces: Iterable[Trace]) -> Iterator[str]:
    """The log as XES, piece by piece."""
    yield _HEAD
    for trace in traces:
        yield f'<trace>{_string("concept:name", trace.name)}\n'
        yield "".join(_written(event) for event in trace.events)
        yield "</trace>\n"
    yield "</log>\n"


def _written(event: XesEvent) -> str:
    parts = [
        _string("concept:name", event.activity),
        f'<date key="time:timestamp" value="{iso(event.us)}"/>',
        _string("org:resource", event.resource) if event.resource else "",
        _string("org:group", event.group) if event.group else "",
        _string("org:role", event.role) if event.role else "",
        _string(_DETAIL, event.detail) if event.detail else "",
    ]
    return f"<event>{''.join(parts)}</event>\n"


def _string(key: str, value: str) -> str:
    return f'<string key="{key}" value={quoteattr(value)}/>'
