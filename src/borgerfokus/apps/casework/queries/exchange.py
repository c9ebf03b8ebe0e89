"""Reads for programs: plain rows, two or three queries, no names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from borgerfokus.apps.casework.models import Case, Deadline, Event
from borgerfokus.apps.casework.queries.cases import visible_to
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import OioState, oio_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

_COLUMNS = (
    "id",
    "number",
    "type_key",
    "title",
    "unit__key",
    "citizen_id",
    "phase",
    "ball",
    "outcome",
    "waiting_for",
    "received_at",
    "decided_at",
    "closed_at",
    "next_due",
    "next_due_basis",
    "version",
)


@dataclass(frozen=True)
class CaseRows:
    """A page of cases. `after` continues it, or is None at the end."""

    items: list[dict[str, Any]]
    after: int | None


@dataclass(frozen=True)
class EventRows:
    """A page of one case's events. `after` continues it, or is None at the end."""

    case_id: int
    citizen_id: int
    items: list[dict[str, Any]]
    after: int | None


def page(
    *, by: Actor, at: datetime, chosen: Mapping[str, str], limit: int, before: int | None
) -> CaseRows:
    """The cases that the client sees, newest first. One query."""
    rows = visible_to(by, at=at).filter(**chosen)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = [_plain(row) for row in rows.order_by("-pk").values(*_COLUMNS)[:limit]]
    return CaseRows(items=found, after=found[-1]["id"] if len(found) == limit else None)


def one(*, number: str, by: Actor, at: datetime) -> dict[str, Any]:
    """A case with its dates. Two queries. Raises Hidden."""
    found = visible_to(by, at=at).filter(number=number).values(*_COLUMNS).first()
    if found is None:
        raise Hidden(f"case {number}")
    return {**_plain(found), "deadlines": _dates(found["id"])}


def row_of(*, case: Case) -> dict[str, Any]:
    """A case that was just opened, in the same shape as `one`."""
    values = {name: getattr(case, name) for name in _COLUMNS if name != "unit__key"}
    return {**_plain({**values, "unit__key": case.unit.key}), "deadlines": _dates(case.pk)}


def events(*, number: str, by: Actor, at: datetime, limit: int, after: int | None) -> EventRows:
    """The events of a case after number `after`, in order. Two queries. Raises Hidden."""
    case = visible_to(by, at=at).filter(number=number).values("id", "citizen_id").first()
    if case is None:
        raise Hidden(f"case {number}")
    rows = Event.objects.filter(case_id=case["id"], seq__gt=after or 0).order_by("seq")[:limit]
    items: list[dict[str, Any]] = [
        {"seq": row.seq, "at": row.at, "kind": row.kind, "phase": row.phase, "link": bytes(row.link).hex()}
        for row in rows
    ]
    more = items[-1]["seq"] if len(items) == limit else None
    return EventRows(case_id=case["id"], citizen_id=case["citizen_id"], items=items, after=more)


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    decided = row["phase"] == Phase.DECISION and row["outcome"]
    return {
        **row,
        "type": row["type_key"],
        "unit": row["unit__key"],
        "citizen": row["citizen_id"],
        "oio_state": OioState.DECIDED if decided else oio_of(Phase(row["phase"])),
    }


def _dates(case_id: int) -> list[dict[str, Any]]:
    names = ("key", "basis", "due", "original_due", "status", "moved_days")
    return list(Deadline.objects.filter(case_id=case_id).order_by("due", "key").values(*names))
