"""A team at a glance: load for each caseworker, and the cases that need a leader's eye."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q, QuerySet

from borgerfokus.apps.casework.models import Case, Deadline
from borgerfokus.apps.casework.queries.cases import visible_to
from borgerfokus.core.casework.state import Phase
from borgerfokus.foundation.access.actor import Actor

_LATE_FIRST = 10


@dataclass(frozen=True)
class Load:
    """What lies with one caseworker; `caseworker` None: with nobody yet."""

    caseworker: int | None
    open: int
    over: int
    soon: int
    ours: int
    waiting: int


@dataclass(frozen=True)
class Kept:
    """How many own dates were met in time, of all that were met, since a day."""

    kept: int
    met: int


@dataclass(frozen=True)
class Undecided:
    """An open case that waits for its decision: its kind and phase, since when, and the date it has."""

    number: str
    kind: str
    phase: str
    since: datetime
    due: date | None
    unit: str


def undecided(*, by: Actor, at: datetime, units: Iterable[int]) -> list[Undecided]:
    """The open cases of the units that have no decision yet, by number. One query."""
    rows = _open(by, at, units).filter(outcome="").order_by("number")
    names = ("number", "type_key", "phase", "phase_since", "next_due", "unit__key")
    return [Undecided(*row) for row in rows.values_list(*names)]


def loads(*, by: Actor, at: datetime, units: Iterable[int], today: date, soon: date) -> list[Load]:
    """Open cases of the units by caseworker, the most first. One query."""
    rows = (
        _open(by, at, units)
        .values("caseworker_id")
        .annotate(
            all=Count("pk"),
            over=Count("pk", filter=Q(next_due__lt=today)),
            soon=Count("pk", filter=Q(next_due__gte=today, next_due__lte=soon)),
            ours=Count("pk", filter=Q(ball="us")),
        )
        .order_by("-all", "caseworker_id")
    )
    return [
        Load(
            caseworker=row["caseworker_id"],
            open=row["all"],
            over=row["over"],
            soon=row["soon"],
            ours=row["ours"],
            waiting=row["all"] - row["ours"],
        )
        for row in rows
    ]


def latest(*, by: Actor, at: datetime, units: Iterable[int], today: date) -> list[Case]:
    """The open cases that are furthest over their date. One query."""
    rows = _open(by, at, units).filter(next_due__lt=today).select_related("unit", "caseworker", "type_version")
    return list(rows.order_by("next_due", "pk")[:_LATE_FIRST])


def stillest(*, by: Actor, at: datetime, units: Iterable[int], days: int) -> list[Case]:
    """The cases in which nothing has happened for so many days, the stillest first. One query.

    A case whose help is running is meant to lie still until its follow-up, so it is not counted.
    """
    rows = _open(by, at, units).filter(last_activity_at__lt=at - timedelta(days=days)).exclude(phase=Phase.INTERVENTION)
    rows = rows.select_related("unit", "caseworker", "type_version")
    return list(rows.order_by("last_activity_at", "pk")[:_LATE_FIRST])


def kept(*, by: Actor, at: datetime, units: Iterable[int], since: date) -> Kept:
    """How the units' own dates were kept since a day. One query."""
    rows = Deadline.objects.filter(
        case__in=visible_to(by, at=at).filter(unit_id__in=set(units)), basis="own", met_on__gte=since
    )
    found = rows.aggregate(met=Count("pk"), kept=Count("pk", filter=Q(met_on__lte=F("due"), slip_told_at__isnull=True)))
    return Kept(kept=found["kept"], met=found["met"])


def _open(by: Actor, at: datetime, units: Iterable[int]) -> QuerySet[Case]:
    return visible_to(by, at=at).filter(unit_id__in=set(units)).exclude(phase=Phase.CLOSED)
