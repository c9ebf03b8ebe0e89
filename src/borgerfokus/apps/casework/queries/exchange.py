"""Reads for programs: plain rows as the API shows them, one statement each, no names."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from borgerfokus.apps.casework.models import Case, Deadline, Event
from borgerfokus.apps.casework.queries.cases import visible_to
from borgerfokus.core.casework import deadline as law
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import OioState, oio_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.compiled import AT, Compiled, word
from borgerfokus.foundation.access.hidden import Hidden

_SHOWN = {
    "number": "number",
    "type_key": "type",
    "title": "title",
    "unit__key": "unit",
    "citizen_id": "citizen",
    "phase": "phase",
    "ball": "ball",
    "outcome": "outcome",
    "waiting_for": "waiting_for",
    "received_at": "received_at",
    "decided_at": "decided_at",
    "closed_at": "closed_at",
    "next_due": "next_due",
    "next_due_basis": "next_due_basis",
    "version": "version",
}
"""Column → what the API calls it."""
_DATE = ("key", "basis", "due", "original_due", "status", "moved_days")
_NUMBER = word("number")
_BEFORE = -1
"""Stands for the id that a page ends at."""


@dataclass(frozen=True)
class CaseRow:
    """A case as the API shows it, and what its look-up is logged with."""

    id: int
    citizen_id: int
    shown: dict[str, Any]


@dataclass(frozen=True)
class CaseRows:
    """A page of cases. `after` continues it, or is None at the end."""

    items: list[CaseRow]
    after: int | None


@dataclass(frozen=True)
class EventRows:
    """A page of one case's events. `after` continues it, or is None at the end."""

    case_id: int
    citizen_id: int
    items: list[dict[str, Any]]
    after: int | None


def page(*, by: Actor, at: datetime, chosen: Mapping[str, str], limit: int, before: int | None) -> CaseRows:
    """The cases that the client sees, newest first. `chosen` filters by type_key, phase or ball."""
    query = _page(by, tuple(sorted(chosen)), limit, before is not None)
    values: dict[Any, Any] = {word(name): value for name, value in chosen.items()}
    found = [_row(row) for row in query.fetch({**values, AT: at, _BEFORE: before})]
    return CaseRows(items=found, after=found[-1].id if len(found) == limit else None)


def one(*, number: str, by: Actor, at: datetime) -> CaseRow:
    """A case with its dates. Raises Hidden."""
    found = _one(by).fetch({AT: at, _NUMBER: number})
    if not found:
        raise Hidden(f"case {number}")
    dates = [json.loads(one) for one in found[0].pop("dates")]
    row = _row(found[0])
    row.shown["deadlines"] = dates
    return row


def row_of(*, case: Case, dates: Iterable[law.Deadline]) -> CaseRow:
    """A case that was just opened, in the same shape as `one`."""
    values = {name: getattr(case, name) for name in _SHOWN if name != "unit__key"}
    row = _row({**values, "id": case.pk, "unit__key": case.unit.key})
    due = sorted((one for one in dates if one.due is not None), key=lambda one: (one.due, one.key))
    row.shown["deadlines"] = [{name: getattr(one, name) for name in _DATE} for one in due]
    return row


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


@lru_cache(maxsize=128)
def _page(by: Actor, chosen: tuple[str, ...], limit: int, goes_on: bool) -> Compiled:
    rows = visible_to(by, at=AT).filter(**{name: word(name) for name in chosen})
    if goes_on:
        rows = rows.filter(pk__lt=_BEFORE)
    return Compiled.of(rows.order_by("-pk").values("id", *_SHOWN)[:limit])


@lru_cache(maxsize=128)
def _one(by: Actor) -> Compiled:
    in_order = Deadline.objects.filter(case_id=OuterRef("pk")).order_by("due", "key")
    dates = ArraySubquery(in_order.values(said=JSONObject(**{name: name for name in _DATE})))
    return Compiled.of(visible_to(by, at=AT).filter(number=_NUMBER).values("id", *_SHOWN, dates=dates))


def _row(row: Mapping[str, Any]) -> CaseRow:
    shown = {name: row[column] for column, name in _SHOWN.items()}
    decided = row["phase"] == Phase.DECISION and row["outcome"]
    shown["oio_state"] = OioState.DECIDED if decided else oio_of(Phase(row["phase"]))
    return CaseRow(id=row["id"], citizen_id=row["citizen_id"], shown=shown)
