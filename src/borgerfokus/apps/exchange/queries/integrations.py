"""Reads of the integrations: how each is doing, and what is on its way. For who may edit clients."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet

from borgerfokus.apps.exchange.models import Delivery, DeliveryState, Integration, IntegrationState
from borgerfokus.apps.exchange.queries import stream
from borgerfokus.core.access import Verb
from borgerfokus.core.exchange.health import Health, health_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden

SHOWN = 50
"""How many deliveries a page lists."""


@dataclass(frozen=True)
class Standing:
    """An integration with what waits, what was given up, and the newest that arrived."""

    row: Integration
    waiting: int
    dead: int
    oldest: datetime | None
    last_kind: str
    last_at: datetime | None
    behind: int
    health: Health


def visible_to(actor: Actor) -> QuerySet[Integration]:
    """The integrations that the actor may see: all of them, or none."""
    return Integration.objects.all() if actor.can(Verb.CLIENT_EDIT) else Integration.objects.none()


def standings(*, by: Actor) -> list[Standing]:
    """Every integration by name, and how it is doing. Three queries."""
    rows = list(visible_to(by).select_related("client").order_by("name", "id"))
    counted = {one["integration_id"]: one for one in _counts(rows)}
    newest = {one.integration_id: one for one in _newest(rows)}
    end = stream.newest() if rows else 0
    return [_standing(row, counted.get(row.pk, {}), newest.get(row.pk), end) for row in rows]


def standing(*, key: str, by: Actor) -> Standing:
    """One integration. Raises Hidden."""
    row = visible_to(by).select_related("client").filter(key=key).first()
    if row is None:
        raise Hidden(f"integration {key}")
    counted = next(iter(_counts([row])), {})
    return _standing(row, counted, next(iter(_newest([row])), None), stream.newest())


def deliveries(*, integration: Integration, state: str = "") -> list[Delivery]:
    """The newest deliveries of an integration that the caller may see, at most `SHOWN`; of one state, if asked."""
    rows = Delivery.objects.filter(integration=integration)
    if state in DeliveryState.values:
        rows = rows.filter(state=state)
    return list(rows.order_by("-position")[:SHOWN])


def _counts(rows: list[Integration]) -> list[dict[str, Any]]:
    unsettled = Delivery.objects.filter(
        integration__in=rows, state__in=[DeliveryState.WAITING, DeliveryState.DEAD]
    )
    counted = unsettled.values("integration_id").annotate(
        waiting=Count("id", filter=Q(state=DeliveryState.WAITING)),
        dead=Count("id", filter=Q(state=DeliveryState.DEAD)),
        oldest=Min("happened_at"),
    )
    return [dict(one) for one in counted]


def _newest(rows: list[Integration]) -> list[Delivery]:
    arrived = Delivery.objects.filter(integration__in=rows, state=DeliveryState.DELIVERED)
    newest = arrived.values("integration_id").annotate(newest=Max("position"))
    wanted = Q(pk__in=[])
    for one in newest:
        wanted |= Q(integration_id=one["integration_id"], position=one["newest"])
    return list(Delivery.objects.filter(wanted))


def _standing(row: Integration, counted: dict[str, Any], last: Delivery | None, end: int) -> Standing:
    dead: int = counted.get("dead", 0)
    return Standing(
        row=row,
        waiting=counted.get("waiting", 0),
        dead=dead,
        oldest=counted.get("oldest"),
        last_kind=last.kind if last else "",
        last_at=last.settled_at if last else None,
        behind=max(0, end - row.spread_to),
        health=health_of(
            state=row.state,
            open_client=row.client.active,
            failing=row.failing_since is not None,
            dead=dead,
            ever=row.last_success_at is not None,
        ),
    )


def running() -> list[int]:
    """The integrations that run, by id. For the worker."""
    return list(Integration.objects.filter(state=IntegrationState.RUNNING).order_by("id").values_list("pk", flat=True))
