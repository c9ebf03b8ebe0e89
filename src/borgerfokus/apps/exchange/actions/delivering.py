"""Delivering, in three steps with a commit after each, so that a kill between any two loses and reorders nothing.

1. claim: the oldest delivery of each case is taken aside for `LEASE`, and its try is counted.
2. offer: the counterparts get them side by side, outside any transaction of ours. No two are of one case.
3. settle: what was answered is recorded; the next of the case may then be claimed.

A kill after 1 or 2 leaves the delivery waiting. When the lease is over it is offered again under the same message id.
"""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection

from borgerfokus.apps.exchange.actions import contents
from borgerfokus.apps.exchange.actions.ports import Parcel, Port, Unavailable
from borgerfokus.apps.exchange.actions.spreading import CARRIER
from borgerfokus.apps.exchange.models import Delivery, DeliveryState, Integration, IntegrationState
from borgerfokus.core.access import Verb
from borgerfokus.core.exchange.retrying import Trouble, wait_after
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import service as login

LEASE: Final = timedelta(minutes=5)
BATCH: Final = 48
SIDE_BY_SIDE: Final = 8

ORDER_KEY: Final = "case_id"
"""What order is kept within: nothing goes before what happened before it has arrived, or was put aside."""
_CLAIM: Final = """
with heads as materialized (
  select distinct on ({order_key}) id from exchange_delivery
  where integration_id = %s and state in ('waiting', 'dead') order by {order_key}, position
), due as (
  select d.id from exchange_delivery d join heads using (id)
  where d.state = 'waiting' and d.next_try_at <= %s order by d.position limit %s for update of d skip locked
)
update exchange_delivery d set attempts = d.attempts + 1, next_try_at = %s, tried_at = %s
from due where d.id = due.id returning d.id
"""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Offered:
    delivery: Delivery
    trouble: Trouble | None


def deliver_some(*, integration_id: int, at: datetime, port: Port | None = None) -> int:
    """Offer what is due to an integration, a batch. Returns how many arrived: 0 when nothing is due or none could.

    `port` takes the place of the integration's own way out.
    """
    claimed = _claim(integration_id, at=at)
    if claimed is None:
        return 0
    integration, client, deliveries = claimed
    made = contents.make(integration=integration, deliveries=deliveries, by=client, at=at)
    answers = _offer(port or contents.port_of(integration, at=at), made.parcels, at=at)
    offered = [_Offered(one, answers[one.pk]) for one in deliveries if one.pk in answers]
    _settle(integration, offered, made.withheld, at=at)
    return len(made.withheld) + sum(one.trouble is None for one in offered)


def _claim(integration_id: int, *, at: datetime) -> tuple[Integration, Actor, list[Delivery]] | None:
    with acting_as(CARRIER, purpose=Purpose.OPERATION, at=at):
        integration = Integration.objects.filter(pk=integration_id, state=IntegrationState.RUNNING).first()
        client = login.client_actor(number=integration.client_id) if integration else None
        if integration is None or client is None or not client.can(Verb.API_EVENTS_READ):
            return None
        with connection.cursor() as cursor:
            cursor.execute(
                _CLAIM.format(order_key=ORDER_KEY), [integration_id, at, BATCH, at + LEASE, at]
            )
            claimed = [row[0] for row in cursor.fetchall()]
        deliveries = list(Delivery.objects.filter(pk__in=claimed).order_by("position"))
    return (integration, client, deliveries) if deliveries else None


def _offer(port: Port, parcels: dict[int, Parcel | Trouble], *, at: datetime) -> dict[int, Trouble | None]:
    """What became of each parcel, by delivery. Ports read no database, so threads may call them."""
    with ThreadPoolExecutor(max_workers=SIDE_BY_SIDE) as pool:
        running = {number: pool.submit(_offer_one, port, parcel, at) for number, parcel in parcels.items()}
        return {number: one.result() for number, one in running.items()}


def _offer_one(port: Port, parcel: Parcel | Trouble, at: datetime) -> Trouble | None:
    if isinstance(parcel, Trouble):
        return parcel
    try:
        port.send(parcel, at=at)
    except Unavailable as error:
        return error.trouble
    except Exception as error:  # noqa: BLE001 (one parcel that a port chokes on must not hold back the others)
        _log.error("offering %s: %s", parcel.message_id, type(error).__name__)
        return Trouble.UNEXPECTED
    return None


def _settle(
    integration: Integration, offered: Sequence[_Offered], withheld: Sequence[int], *, at: datetime
) -> None:
    with acting_as(CARRIER, purpose=Purpose.OPERATION, at=at):
        waiting = Delivery.objects.filter(state=DeliveryState.WAITING)
        waiting.filter(pk__in=withheld).update(state=DeliveryState.WITHHELD, settled_at=at)
        arrived = [one.delivery.pk for one in offered if one.trouble is None]
        waiting.filter(pk__in=arrived).update(state=DeliveryState.DELIVERED, settled_at=at, last_trouble="")
        for one in offered:
            if one.trouble is not None:
                _try_later(one.delivery, one.trouble, at=at)
        _health(integration, offered, at=at)


def _try_later(delivery: Delivery, trouble: Trouble, *, at: datetime) -> None:
    wait = wait_after(delivery.attempts)
    state = DeliveryState.DEAD if wait is None else DeliveryState.WAITING
    mine = Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.WAITING, attempts=delivery.attempts)
    mine.update(state=state, last_trouble=trouble, next_try_at=at + (wait or timedelta()))


def _health(integration: Integration, offered: Sequence[_Offered], *, at: datetime) -> None:
    row = Integration.objects.filter(pk=integration.pk)
    troubles = [one.trouble for one in offered if one.trouble is not None]
    if len(troubles) < len(offered):
        row.update(last_success_at=at, failing_since=None)
    if troubles:
        row.update(last_failure_at=at, last_failure=troubles[-1])
    if troubles and len(troubles) == len(offered):
        row.filter(failing_since__isnull=True).update(failing_since=at)
