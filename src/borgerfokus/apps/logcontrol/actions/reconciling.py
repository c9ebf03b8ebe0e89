"""The nightly comparison: every look-up of a day, against what the page of the citizen it was at would list."""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from django.db import transaction

from borgerfokus.apps.logcontrol.actions import refusals
from borgerfokus.apps.logcontrol.models import Reconciliation
from borgerfokus.apps.logcontrol.queries.standing import require_officer
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor, ActorKind, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import control
from borgerfokus.foundation.audit import queries as lookups
from borgerfokus.foundation.audit import service as audit

_JOB = "logcontrol.reconcile"
_TOGETHER = 500
"""Citizens whose pages are read in one transaction."""
_PAGE = 5_000
_MOST_KEPT = 100


def reconcile(*, day: date, at: datetime) -> Reconciliation | None:
    """Compare the look-ups of a day with the citizens' pages, and keep what came of it. None when it was done before.

    Opens its own transactions: the log is read as the platform, each page as the citizen, behind the same walls and by
    the same query as the page itself.
    """
    with acting_as(system(_JOB), purpose=Purpose.OPERATION, at=at):
        if Reconciliation.objects.filter(day=day).exists():
            return None
        logged = control.ids_by_person(day=day)
    missing: list[int] = []
    for persons in _batches(sorted(logged)):
        expected = {number: person for person in persons for number in logged[person]}
        missing += sorted(expected.keys() - _listed(persons, set(expected), at=at))
    with acting_as(system(_JOB), purpose=Purpose.OPERATION, at=at):
        row = Reconciliation.objects.create(
            day=day,
            at=at,
            looked=sum(len(ids) for ids in logged.values()),
            persons=len(logged),
            missing=len(missing),
            missing_ids=missing[:_MOST_KEPT],
        )
        if missing:
            audit.record(
                action="log_control.alarm", by=system(_JOB), at=at, about=f"day:{day.isoformat()}", missing=len(missing)
            )
    return row


@transaction.atomic
def deal_with(*, reconciliation_id: int, note: str, by: Actor, at: datetime) -> Refusal | None:
    """The officer has looked into an alarm, and says what it was."""
    require_officer(by)
    row = Reconciliation.objects.select_for_update().filter(pk=reconciliation_id, missing__gt=0).first()
    if row is None:
        raise Hidden(f"reconciliation {reconciliation_id}")
    if row.seen_at is not None:
        return refusals.MOVED_ON
    if not note.strip():
        return refusals.NO_WORDS
    row.seen_at, row.seen_by, row.note = at, by.subject, note.strip()
    row.save()
    audit.record(action="log_control.alarm_seen", by=by, at=at, about=f"day:{row.day.isoformat()}")
    return None


def _batches(persons: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(persons), _TOGETHER):
        yield persons[start : start + _TOGETHER]


def _listed(persons: Collection[int], wanted: set[int], *, at: datetime) -> set[int]:
    """Which of the wanted rows the citizens' own pages list, from the newest back until all are found."""
    reader = Actor(kind=ActorKind.CITIZEN, persons=frozenset(persons))
    found: set[int] = set()
    after: lookups.Place | None = None
    with acting_as(reader, purpose=Purpose.OPERATION, at=at):
        while not wanted <= found:
            rows = lookups.of_persons(person_ids=persons, newest=_PAGE, after=after)
            found |= {row.id for row in rows} & wanted
            if len(rows) < _PAGE:
                break
            after = lookups.Place(at=rows[-1].at, id=rows[-1].id)
    return found
