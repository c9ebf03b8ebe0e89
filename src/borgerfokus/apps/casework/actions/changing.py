"""The one way in which a case changes: locked, changed, its dates reckoned again, its events appended, saved.

    with changing(case_id=7, verb=Verb.CASE_TAKE, by=actor, at=now) as open_case:
        open_case.case.caseworker_id = actor.id
        open_case.append(CaseTaken(...))
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from borgerfokus.apps.casework import policies
from borgerfokus.apps.casework.actions import standing
from borgerfokus.apps.casework.events import Announced
from borgerfokus.apps.casework.models import Case, Event, EventPayload
from borgerfokus.core.access import Verb
from borgerfokus.core.chain import GENESIS, SALT_LENGTH, Link, commit, link
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit

Listener = Callable[["OpenCase", Announced], None]

_listeners: dict[str, list[Listener]] = {}


def subscribe(kind: str, listener: Listener) -> None:
    """Call `listener` in the same transaction whenever an event of this kind is appended."""
    _listeners.setdefault(kind, []).append(listener)


@dataclass
class OpenCase:
    """A case locked by this transaction."""

    case: Case
    by: Actor
    at: datetime
    _rows: list[tuple[Event, EventPayload]] = field(default_factory=list)
    _announced: list[Announced] = field(default_factory=list)

    def append(self, event: Announced) -> None:
        """Add an event to the case's chain. It is written when the case is saved."""
        case = self.case
        salt = os.urandom(SALT_LENGTH)
        payload = event.payload()
        commitment = commit(payload=payload, salt=salt)
        case.event_count += 1
        fields = Link(
            case_id=str(case.pk),
            seq=case.event_count,
            kind=event.kind,
            at=self.at,
            actor=self.by.subject,
            commitment=commitment,
        )
        case.last_link = link(
            key=settings.KEYS.chain, previous=bytes(case.last_link) or GENESIS, fields=fields
        )
        row = Event(
            case=case,
            seq=case.event_count,
            at=self.at,
            kind=event.kind,
            actor=self.by.subject,
            unit_id=self.by.unit_id,
            phase=case.phase,
            commitment=commitment,
            link=case.last_link,
        )
        self._rows.append((row, EventPayload(event=row, case_id=case.pk, salt=salt, payload=payload)))
        self._announced.append(event)

    def _announce(self) -> None:
        announced, self._announced = self._announced, []
        for event in announced:
            for listener in _listeners.get(event.kind, ()):
                listener(self, event)


@contextmanager
def changing(
    *, case_id: int, verb: Verb, by: Actor, at: datetime, action: str = ""
) -> Iterator[OpenCase]:
    """Open a case for one act. Raises Hidden unless the actor may use `verb` on it.

    Nothing is saved when the body raises. A body that appends nothing leaves the case untouched.
    """
    with transaction.atomic():
        case = locked(case_id)
        policies.require(verb=verb, case=case, by=by, at=at)
        opened = OpenCase(case=case, by=by, at=at)
        yield opened
        if opened._announced:
            finish(opened, action=action or verb)


def finish(opened: OpenCase, *, action: str) -> None:
    """Reckon dates and standing again, write events, save, audit, and tell who listens."""
    case = opened.case
    case.last_activity_at = opened.at
    case.version += 1
    standing.reckon(case=case, at=opened.at)
    write_events([opened])
    case.save()
    audit.record(action=action, by=opened.by, at=opened.at, case_id=case.pk)
    opened._announce()


def write_events(cases: Sequence[OpenCase]) -> None:
    """Write the events that were appended to the cases, each with what it says."""
    rows = [pair for opened in cases for pair in opened._rows]
    for start in range(0, len(rows), _AT_ONCE):
        _write(rows[start : start + _AT_ONCE])
    for opened in cases:
        opened._rows.clear()


def _write(rows: Sequence[tuple[Event, EventPayload]]) -> None:
    events: list[tuple[Any, ...]] = [
        (one.case_id, one.seq, one.at, one.kind, one.actor, one.unit_id, one.phase, one.commitment, one.link)
        for one, _ in rows
    ]
    said: list[tuple[Any, ...]] = [
        (one.case_id, one.seq, told.salt, json.dumps(told.payload, ensure_ascii=False)) for one, told in rows
    ]
    statement = _WRITE.format(
        events=", ".join([_EVENT] * len(rows)), said=", ".join([_SAID] * len(rows))
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for row in (*events, *said) for value in row])


def finish_new(cases: Sequence[OpenCase], *, action: str) -> None:
    """As `finish`, for many cases at once that were made in this transaction, saved and reckoned by the caller."""
    write_events(cases)
    audit.record_many(
        action=action, by=cases[0].by, at=cases[0].at, case_ids=[opened.case.pk for opened in cases]
    )
    for opened in cases:
        opened._announce()


def locked(case_id: int) -> Case:
    """The case, locked until the transaction ends. Raises Hidden when the actor may not see it."""
    case = Case.objects.select_for_update(of=("self",)).select_related("type_version").filter(pk=case_id).first()
    if case is None:
        raise Hidden(f"case {case_id}")
    return case


_AT_ONCE = 1_000
_EVENT = "(%s::bigint, %s::int, %s::timestamptz, %s, %s, %s::bigint, %s, %s::bytea, %s::bytea)"
_SAID = "(%s::bigint, %s::int, %s::bytea, %s::jsonb)"
_WRITE = """
with written as (
  insert into casework_event (case_id, seq, at, kind, actor, unit_id, phase, commitment, link)
  values {events} returning id, case_id, seq
)
insert into casework_eventpayload (event_id, case_id, salt, payload)
select written.id, written.case_id, said.salt, said.payload
from written join (values {said}) as said (case_id, seq, salt, payload) using (case_id, seq)
"""
