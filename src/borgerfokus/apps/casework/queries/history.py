"""What has happened in a case: the event log as it is read, and whether its chain still holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.chain import GENESIS, ChainRow, Fault, Link, verify_case
from borgerfokus.core.dates import day_of


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


def entered(*, case_ids: Iterable[int]) -> dict[int, dict[Phase, date]]:
    """On which day each phase last began, by case. The caller may see the cases. One query."""
    rows = Event.objects.filter(case_id__in=set(case_ids), kind__in=("case.opened", "case.phase"))
    found: dict[int, dict[Phase, date]] = {}
    last: dict[int, str] = {}
    for case_id, phase, at in rows.order_by("case_id", "seq").values_list("case_id", "phase", "at"):
        if last.get(case_id) != phase:
            found.setdefault(case_id, {})[Phase(phase)] = day_of(at)
        last[case_id] = phase
    return found


def happenings(*, case_id: int, newest: int | None = None) -> list[Happening]:
    """The events of a case that the caller may see, newest first. One query."""
    rows = Event.objects.filter(case_id=case_id).select_related("said").order_by("-seq")
    return [_happening(row) for row in rows[:newest]]


def happened_since(
    *, cases: QuerySet[Case], since: datetime, kinds: Iterable[str], by_citizens: Iterable[str], newest: int
) -> list[tuple[Case, Happening]]:
    """What has come in on these cases: events of `kinds` by anybody, and of `by_citizens` by the citizen's side."""
    by_kind = set(kinds) | set(by_citizens)
    own = set(by_citizens)
    rows = (
        Event.objects.filter(case__in=cases, at__gte=since, kind__in=by_kind)
        .select_related("said", "case__type_version")
        .order_by("-at", "-id")[: newest * 4]
    )
    kept = [row for row in rows if row.kind not in own or row.actor.startswith(("citizen:", "client:"))]
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
