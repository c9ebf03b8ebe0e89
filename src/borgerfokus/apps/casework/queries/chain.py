"""Whether the event log still says what it said: every chain, and every head written outside the database."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.timezone import make_aware

from borgerfokus.apps.casework.events import CaseErased
from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.core.chain import (
    GENESIS,
    ChainRow,
    Fault,
    FaultKind,
    Head,
    HeadRow,
    Link,
    verify_case,
    verify_heads,
)

_BATCH = 5_000
_Row = tuple[Any, ...]
_COLUMNS = (
    "case_id",
    "seq",
    "kind",
    "at",
    "actor",
    "commitment",
    "link",
    "said__payload",
    "said__salt",
    "case__event_count",
    "case__last_link",
)


@dataclass(frozen=True)
class CaseFault:
    """A fault in the chain of a case, or (case 0) in the head of a day."""

    case_id: int
    fault: Fault


@dataclass(frozen=True)
class Report:
    """What was read, and every fault."""

    cases: int
    events: int
    days: int
    faults: tuple[CaseFault, ...]


def verify(*, heads: Path) -> Report:
    """Read the whole log and hold it against itself and against the heads in the folder. For the system alone."""
    recorded, last = read_heads(heads)
    cases, events, faults = 0, 0, list[CaseFault]()
    seen: set[int] = set()
    for case_id, rows in _cases():
        chain = _chain(rows)
        cases, events = cases + 1, events + len(chain)
        seen.add(case_id)
        found = verify_case(
            case_id=str(case_id),
            rows=chain,
            key=settings.KEYS.chain,
            recorded_head=last.get(case_id),
            erased=_erased(chain),
        )
        faults += [CaseFault(case_id, fault) for fault in (*found, *_against_row(chain, rows[-1]))]
    faults += [CaseFault(case_id, _gone(seq)) for case_id, seq in _emptied(last, seen)]
    faults += _changed_days(recorded)
    return Report(cases=cases, events=events, days=len(recorded), faults=tuple(faults))


def events_of_day(day: date) -> list[HeadRow]:
    """The events of a day in Copenhagen, as a head covers them."""
    start = make_aware(datetime.combine(day, time.min))
    after = make_aware(datetime.combine(day + timedelta(days=1), time.min))
    rows = Event.objects.filter(at__gte=start, at__lt=after).values_list("case_id", "seq", "link")
    return [HeadRow(case_id=str(case_id), seq=seq, hash=bytes(link)) for case_id, seq, link in rows]


def read_heads(folder: Path) -> tuple[dict[date, bytes], dict[int, Head]]:
    """The digests that were written down, by day, and the last link of every case that they mention."""
    digests: dict[date, bytes] = {}
    last: dict[int, Head] = {}
    for path in sorted(folder.glob("????-??-??.json")):
        head = json.loads(path.read_text("utf-8"))
        digests[date.fromisoformat(head["day"])] = bytes.fromhex(head["digest"])
        for case_id, (seq, link) in head["cases"].items():
            last[int(case_id)] = Head(case_id=case_id, seq=seq, hash=bytes.fromhex(link))
    return digests, last


def _cases() -> Iterator[tuple[int, list[_Row]]]:
    rows = (
        Event.objects.order_by("case_id", "seq")
        .values_list(*_COLUMNS)
        .iterator(chunk_size=_BATCH)
    )
    for case_id, group in groupby(rows, key=lambda row: row[0]):
        yield case_id, list(group)


def _chain(rows: Iterable[_Row]) -> list[ChainRow]:
    chain, previous = list[ChainRow](), GENESIS
    for case_id, seq, kind, at, actor, commitment, link, payload, salt, *_ in rows:
        fields = Link(
            case_id=str(case_id), seq=seq, kind=kind, at=at, actor=actor, commitment=bytes(commitment)
        )
        own = bytes(link)
        chain.append(
            ChainRow(
                fields=fields,
                previous=previous,
                hash=own,
                payload=payload,
                salt=bytes(salt) if salt is not None else None,
            )
        )
        previous = own
    return chain


def _erased(chain: Iterable[ChainRow]) -> frozenset[int]:
    """The events whose content was lawfully erased, as the chain itself says: nobody without the key can say so."""
    through = [row.payload["through"] for row in chain if row.fields.kind == CaseErased.kind and row.payload]
    return frozenset(range(1, max((one for one in through if isinstance(one, int)), default=0) + 1))


def _changed_days(recorded: dict[date, bytes]) -> list[CaseFault]:
    days = {day: events_of_day(day) for day in recorded}
    return [CaseFault(0, _changed(day)) for day in verify_heads(days=days, recorded=recorded)]


def _changed(day: date) -> Fault:
    detail = f"the events of {day} are not those written down"
    return Fault(kind=FaultKind.HEAD_MISMATCH, seq=0, detail=detail)


def _against_row(chain: list[ChainRow], row: _Row) -> Iterator[Fault]:
    """The case's own row knows its last event, so what is cut off is seen before the head of the day is written."""
    count, link = row[-2], bytes(row[-1])
    last = chain[-1]
    if last.fields.seq < count:
        detail = f"ends at {last.fields.seq}; the case says {count}"
        yield Fault(kind=FaultKind.TRUNCATED, seq=last.fields.seq + 1, detail=detail)
    elif (last.fields.seq, last.hash) != (count, link):
        detail = "the last event is not the one that the case says"
        yield Fault(kind=FaultKind.HEAD_MISMATCH, seq=last.fields.seq, detail=detail)


def _emptied(last: dict[int, Head], seen: set[int]) -> Iterator[tuple[int, int]]:
    """Cases without any event that a head, or the case's own row, says had some; and how many."""
    known = {case_id: head.seq for case_id, head in last.items() if case_id not in seen}
    return iter(sorted({**_without_events(), **known}.items()))


def _without_events() -> dict[int, int]:
    """How many events a case says that it has, of those that have none."""
    return dict(Case.objects.filter(event_count__gt=0, events__isnull=True).values_list("pk", "event_count"))


def _gone(seq: int) -> Fault:
    return Fault(kind=FaultKind.TRUNCATED, seq=1, detail=f"all events are gone; there were {seq}")
