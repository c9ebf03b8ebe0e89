"""What has happened in a case: the event log as it is read, and whether its chain still holds."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from borgerfokus.apps.casework.models import Case, Event, Extension, Suspension
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.chain import GENESIS, ChainRow, Fault, Link, verify_case
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.compiled import Together, ids


@dataclass(frozen=True)
class Happening:
    """One event. `payload` is empty when it has been erased by law; the event itself stays."""

    case_id: int
    seq: int
    at: datetime
    kind: str
    actor: str
    unit_id: int | None
    phase: str
    payload: Mapping[str, Any]
    erased: bool


@dataclass(frozen=True)
class Course:
    """What has moved the dates of a case, and on which day each phase last began."""

    suspensions: tuple[Suspension, ...]
    extensions: tuple[Extension, ...]
    entered: Mapping[Phase, date]


def courses(*, case_ids: Collection[int]) -> dict[int, Course]:
    """How each of these cases, which the caller may see, has come to where it stands. One query."""
    wanted = sorted(set(case_ids))
    if not wanted:
        return {}
    found = _courses(len(wanted)).read(dict(zip(ids(len(wanted)), wanted, strict=True)))
    return {number: course_in(found, case_id=number) for number in wanted}


def course_in(found: Mapping[str, Sequence[Any]], *, case_id: int) -> Course:
    """The course of one case in what `course_rows` has found."""
    return Course(
        suspensions=tuple(row for row in found["suspensions"] if row.case_id == case_id),
        extensions=tuple(row for row in found["extensions"] if row.case_id == case_id),
        entered=_entered(row for row in found["events"] if row["case_id"] == case_id),
    )


def _entered(events: Iterable[Mapping[str, Any]]) -> dict[Phase, date]:
    found: dict[Phase, date] = {}
    last = ""
    for event in events:
        if event["phase"] != last:
            last = event["phase"]
            found[Phase(last)] = day_of(event["at"])
    return found


@lru_cache(maxsize=64)
def _courses(number: int) -> Together:
    return Together.of(**course_rows(case_ids=ids(number)))


def course_rows(*, case_ids: Collection[int]) -> dict[str, QuerySet[Any, Any]]:
    """What the courses of cases are made of, to be read in one statement with other things."""
    phases = Event.objects.filter(case_id__in=case_ids, kind__in=("case.opened", "case.phase"))
    return {
        "suspensions": Suspension.objects.filter(case_id__in=case_ids).order_by("id"),
        "extensions": Extension.objects.filter(case_id__in=case_ids).order_by("id"),
        "events": phases.order_by("case_id", "seq").values("case_id", "phase", "at"),
    }


def happenings(*, case_id: int, newest: int | None = None) -> list[Happening]:
    """The events of a case that the caller may see, newest first. One query."""
    rows = Event.objects.filter(case_id=case_id).select_related("said").order_by("-seq")
    return [_happening(row) for row in rows[:newest]]


@dataclass(frozen=True, kw_only=True)
class Kinds:
    """Which events somebody is told of: by whomever, by the citizen's side, or by anybody else than oneself."""

    by_anybody: frozenset[str]
    by_citizens: frozenset[str]
    by_others: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Every kind among them."""
        return self.by_anybody | self.by_citizens | self.by_others

    def reach(self, reader: str, *, kind: str, actor: str) -> bool:
        """Whether the reader is told of what the actor has done."""
        if kind in self.by_anybody:
            return True
        if kind in self.by_others:
            return actor != reader
        return actor.startswith(("citizen:", "client:"))


def happened_since(
    *, cases: QuerySet[Case], since: datetime, kinds: Kinds, reader: Actor, newest: int
) -> list[tuple[Case, Happening]]:
    """What has come in on these cases for the reader, the newest first."""
    rows = (
        Event.objects.filter(case__in=cases, at__gte=since, kind__in=kinds.all)
        .select_related("said", "case__type_version")
        .order_by("-at", "-id")[: newest * 4]
    )
    kept = [row for row in rows if kinds.reach(reader.subject, kind=row.kind, actor=row.actor)]
    return [(row.case, _happening(row)) for row in kept[:newest]]


def chain_faults(*, case_id: int) -> tuple[Fault, ...]:
    """What is wrong with the chain of a case's events; nothing when it verifies. One query."""
    rows = list(Event.objects.filter(case_id=case_id).select_related("said").order_by("seq"))
    previous = GENESIS
    chain = []
    for row in rows:
        said = getattr(row, "said", None)
        chain.append(
            ChainRow(
                fields=_link(row),
                previous=previous,
                hash=bytes(row.link),
                payload=said.payload if said else None,
                salt=bytes(said.salt) if said else None,
            )
        )
        previous = bytes(row.link)
    return verify_case(case_id=str(case_id), rows=chain, key=settings.KEYS.chain, recorded_head=None)


def _link(row: Event) -> Link:
    return Link(
        case_id=str(row.case_id),
        seq=row.seq,
        kind=row.kind,
        at=row.at,
        actor=row.actor,
        commitment=bytes(row.commitment),
    )


def _happening(row: Event) -> Happening:
    said = getattr(row, "said", None)
    return Happening(
        case_id=row.case_id,
        seq=row.seq,
        at=row.at,
        kind=row.kind,
        actor=row.actor,
        unit_id=row.unit_id,
        phase=row.phase,
        payload=said.payload if said else {},
        erased=said is None,
    )
