"""What stands beside the figures: notes on the line of time, alerts, who gets figures, and the cases behind them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Q

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight.models import CaseNumber, FigureAlert, FigureNote, FigureSubscription
from borgerfokus.apps.insight.queries.indicators import Counted
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@dataclass(frozen=True)
class Behind:
    """A case behind a figure that its reader may see: when it counts, and with which value."""

    case: casework.Case
    when: datetime
    value: float


def notes(*, since: date, units: Collection[str] | None = None, kind: str = "") -> list[FigureNote]:
    """The notes since a day that concern these units (None: any) or a case type, the newest first. One query."""
    rows = FigureNote.objects.filter(on__gte=since)
    if units is not None:
        rows = rows.filter(Q(unit="") | Q(unit__in=units))
    if kind:
        rows = rows.filter(Q(kind="") | Q(kind=kind))
    return list(rows.order_by("-on", "-pk"))


def public_notes(*, since: date) -> list[FigureNote]:
    """The notes that everybody may read. One query."""
    return list(FigureNote.objects.filter(on__gte=since, public=True, unit="").order_by("-on", "-pk"))


def alerts(*, units: Collection[str] | None, ended_since: datetime | None = None) -> list[FigureAlert]:
    """The alerts that hold now, of these units (None: any) — and those that ended since. One query.

    Those that nobody has answered stand first.
    """
    holds = Q(ended_at__isnull=True)
    if ended_since is not None:
        holds |= Q(ended_at__gte=ended_since)
    rows = FigureAlert.objects.filter(holds)
    if units is not None:
        rows = rows.filter(unit__in=units)
    return sorted(
        rows.order_by("-raised_at", "indicator", "unit"),
        key=lambda one: (one.ended_at is not None, one.acknowledged_at is not None),
    )


def find_alert(*, alert_id: int, units: Collection[str] | None) -> FigureAlert:
    """One alert of these units (None: any). Raises Hidden."""
    rows = FigureAlert.objects.filter(pk=alert_id)
    found = rows.first() if units is None else rows.filter(unit__in=units).first()
    if found is None:
        raise Hidden(f"alert {alert_id}")
    return found


def subscriptions(*, by: Actor) -> list[FigureSubscription]:
    """The actor's own subscriptions that run. One query."""
    return list(FigureSubscription.objects.filter(employee_id=by.id, ended_at__isnull=True).order_by("pk"))


def behind(counted: Sequence[Counted], *, by: Actor, at: datetime) -> list[Behind]:
    """Those of the counted cases that the actor may see, in the same order. Two queries."""
    numbers = [one.case_no for one in counted]
    ids = dict(CaseNumber.objects.filter(pk__in=numbers).values_list("pk", "case_id"))
    seen = casework.visible_to(by, at=at).filter(pk__in=ids.values()).select_related("unit", "caseworker")
    cases = {case.pk: case for case in seen.defer("type_version")}
    return [
        Behind(cases[ids[one.case_no]], datetime.fromtimestamp(one.us / 1_000_000, tz=UTC), one.value)
        for one in counted
        if ids.get(one.case_no) in cases
    ]
