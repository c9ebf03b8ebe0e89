"""The stream of events by place: the same order for everybody who reads it, each seeing the cases that it may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.exchange.models import Place
from borgerfokus.core.exchange.happening import Happening
from borgerfokus.foundation.access.actor import Actor

SCANNED = 5_000
"""How many places one reading goes past at the most, seen or not: a program with few cases does not hold us up."""


@dataclass(frozen=True)
class Told:
    """An event of the stream, and the case and citizen that a look-up is logged with."""

    happening: Happening
    case_id: int
    citizen_id: int


@dataclass(frozen=True)
class Reading:
    """A part of the stream. `after` is where the next reading begins; `more` whether there is something now."""

    items: tuple[Told, ...]
    after: int
    more: bool


def newest() -> int:
    """The newest place of the stream, 0 before the first: of all cases, so that a reader goes past what it sees not."""
    with connection.cursor() as cursor:
        cursor.execute("select bf_stream_end()")
        found: int = cursor.fetchone()[0]
    return found


def place_at(*, at: datetime) -> int:
    """The first place of what has happened since a moment, 0 when nothing has."""
    with connection.cursor() as cursor:
        cursor.execute("select bf_stream_at(%s)", [at])
        found: int = cursor.fetchone()[0]
    return found


def read(*, by: Actor, at: datetime, after: int, limit: int, topics: Iterable[str] = ()) -> Reading:
    """The events after a place, at most `limit`, in their order. `topics` are first words of kinds; all when empty."""
    end = newest()
    until = min(end, after + SCANNED)
    rows = Place.objects.filter(position__gt=after, position__lte=until)
    if not by.everything:
        rows = rows.filter(event__case__in=casework.visible_to(by, at=at))
    wanted = tuple(sorted(set(topics)))
    if wanted:
        rows = rows.filter(event__kind__regex=rf"^({'|'.join(wanted)})\.")
    found = [_told(row) for row in rows.order_by("position").values(*_COLUMNS)[:limit]]
    place = found[-1].happening.position if len(found) == limit else max(after, until)
    return Reading(items=tuple(found), after=place, more=place < end)


_COLUMNS = (
    "position",
    "event_id",
    "event__case_id",
    "event__seq",
    "event__kind",
    "event__at",
    "event__case__number",
    "event__case__citizen_id",
)


def _told(row: dict[str, Any]) -> Told:
    happening = Happening(
        event_id=row["event_id"],
        position=row["position"],
        case_number=row["event__case__number"],
        seq=row["event__seq"],
        kind=row["event__kind"],
        at=row["event__at"],
    )
    return Told(happening=happening, case_id=row["event__case_id"], citizen_id=row["event__case__citizen_id"])
