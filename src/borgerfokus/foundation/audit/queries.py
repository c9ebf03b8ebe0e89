"""Reads of the look-up log. The database shows a citizen only what was logged about it, or about whom it represents."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from borgerfokus.foundation.access.scope import Purpose
from borgerfokus.foundation.audit.models import Lookup


@dataclass(frozen=True)
class Seen:
    """One look-up: who (`subject` is "employee:12"), from which unit, at whom, on account of which case, and why."""

    id: int
    at: datetime
    subject: str
    subject_name: str
    unit_id: int | None
    person_id: int
    case_id: int | None
    look: str
    purpose: str


@dataclass(frozen=True)
class Place:
    """Where a page of the log ends: the next one begins after it."""

    at: datetime
    id: int


def of_persons(
    *,
    person_ids: Collection[int],
    newest: int,
    case_id: int | None = None,
    after: Place | None = None,
    leaving_out: str = "",
) -> list[Seen]:
    """The look-ups of these persons, newest first. `leaving_out` is a subject, usually the reader. One query."""
    rows = Lookup.objects.filter(person_id__in=set(person_ids))
    if case_id is not None:
        rows = rows.filter(case_id=case_id)
    if leaving_out:
        rows = rows.exclude(subject=leaving_out)
    if after is not None:
        rows = rows.filter(Q(at__lt=after.at) | Q(at=after.at, id__lt=after.id))
    return [_seen(row) for row in rows.order_by("-at", "-id")[:newest]]


def one(*, lookup_id: int, person_ids: Collection[int]) -> Seen | None:
    """One look-up of one of these persons, or None."""
    row = Lookup.objects.filter(pk=lookup_id, person_id__in=set(person_ids)).first()
    return _seen(row) if row else None


def some(*, lookup_ids: Collection[int]) -> dict[int, Seen]:
    """Look-ups by their ids, as far as the reader may see them."""
    return {row.pk: _seen(row) for row in Lookup.objects.filter(pk__in=set(lookup_ids))}


def by_staff(
    *,
    newest: int,
    unit_id: int | None = None,
    subject: str = "",
    purpose: str = "",
    after: Place | None = None,
    reader: str = "",
) -> list[Seen]:
    """Look-ups by employees, newest first, as far as the reviewer may see them. One query.

    What the `reader` looked at in supervision is left out: reading the list would bury what it is read for.
    """
    rows = Lookup.objects.filter(subject__startswith="employee:")
    if reader:
        rows = rows.exclude(subject=reader, purpose=Purpose.SUPERVISION)
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    if subject:
        rows = rows.filter(subject=subject)
    if purpose:
        rows = rows.filter(purpose=purpose)
    if after is not None:
        rows = rows.filter(Q(at__lt=after.at) | Q(at=after.at, id__lt=after.id))
    return [_seen(row) for row in rows.order_by("-at", "-id")[:newest]]


def _seen(row: Lookup) -> Seen:
    return Seen(
        id=row.pk,
        at=row.at,
        subject=row.subject,
        subject_name=row.subject_name,
        unit_id=row.unit_id,
        person_id=row.person_id,
        case_id=row.case_id,
        look=row.look,
        purpose=row.purpose,
    )
