"""Reads of what citizens keep for themselves: all of one's own, and for staff what is shared in a case."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import QuerySet

from borgerfokus.apps.dialogue.models import OwnMeasure, OwnNote, OwnSeries
from borgerfokus.foundation.access.actor import Actor


@dataclass(frozen=True)
class Measured:
    """A number of a series on a day."""

    id: int
    on: date
    value: Decimal
    note: str


@dataclass(frozen=True)
class SeriesView:
    """A series, the oldest number first."""

    id: int
    case_id: int
    goal_id: int | None
    title: str
    unit: str
    shared_at: datetime | None
    measures: tuple[Measured, ...]


@dataclass(frozen=True)
class NoteView:
    """A note that somebody wrote for itself."""

    id: int
    case_id: int
    goal_id: int | None
    text: str
    written_at: datetime
    shared_at: datetime | None


@dataclass(frozen=True)
class Own:
    """What somebody keeps."""

    series: tuple[SeriesView, ...]
    notes: tuple[NoteView, ...]


def own_of(*, by: Actor) -> Own:
    """Everything that the actor keeps for itself, the newest note first. Three queries."""
    return _read(OwnSeries.objects.filter(subject=by.subject), OwnNote.objects.filter(subject=by.subject))


def shared_own(*, case_id: int) -> Own:
    """What is shared with staff in a case that the caller may see. Three queries."""
    series = OwnSeries.objects.filter(case_id=case_id, shared_at__isnull=False)
    return _read(series, OwnNote.objects.filter(case_id=case_id, shared_at__isnull=False))


def _read(series: QuerySet[OwnSeries], notes: QuerySet[OwnNote]) -> Own:
    rows = list(series.order_by("case_id", "id"))
    found: dict[int, list[Measured]] = {}
    if rows:
        for one in OwnMeasure.objects.filter(series__in=[row.pk for row in rows]).order_by("on"):
            found.setdefault(one.series_id, []).append(Measured(one.pk, one.on, one.value, one.note))
    return Own(
        series=tuple(
            SeriesView(
                row.pk, row.case_id, row.goal_id, row.title, row.unit, row.shared_at, tuple(found.get(row.pk, ()))
            )
            for row in rows
        ),
        notes=tuple(
            NoteView(row.pk, row.case_id, row.goal_id, row.text, row.written_at, row.shared_at)
            for row in notes.order_by("-written_at", "-id")
        ),
    )
