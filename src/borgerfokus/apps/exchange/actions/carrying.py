"""Carrying what has happened to who is told of it: place, spread, deliver. What the worker does each minute."""

from datetime import datetime, timedelta
from typing import Final

from borgerfokus.apps.exchange.actions.delivering import deliver_some
from borgerfokus.apps.exchange.actions.placing import place_some
from borgerfokus.apps.exchange.actions.ports import Port
from borgerfokus.apps.exchange.actions.spreading import CARRIER, spread
from borgerfokus.apps.exchange.models import Delivery, DeliveryState
from borgerfokus.apps.exchange.queries.integrations import running
from borgerfokus.foundation.access.scope import Purpose, acting_as

REMEMBERED_FOR: Final = timedelta(days=30)
"""How long it can be seen what has arrived."""
ROUNDS: Final = 4
"""Batches of one call: few enough for a signature to be fresh when the last of them is offered."""


def place_all(*, at: datetime) -> int:
    """Give every new event its place. Returns how many there were."""
    number = 0
    while True:
        with acting_as(CARRIER, purpose=Purpose.OPERATION, at=at):
            placed = place_some()
        if not placed:
            return number
        number += placed


def carry(*, integration_id: int, at: datetime, port: Port | None = None) -> bool:
    """Make an integration's deliveries, and offer those that are due, for some rounds. Returns whether to go on.

    `port` takes the place of the integration's own way out: the demo's counterpart, and the tests'.
    """
    while spread(integration_id=integration_id, at=at):
        pass
    rounds = (deliver_some(integration_id=integration_id, at=at, port=port) for _round in range(ROUNDS))
    return all(rounds)


def place_and_list(*, at: datetime) -> tuple[int, ...]:
    """Place what is new. Returns the integrations that run, each to be carried by itself."""
    place_all(at=at)
    with acting_as(CARRIER, purpose=Purpose.OPERATION, at=at):
        return tuple(running())


def forget(*, at: datetime) -> int:
    """Forget what arrived a month ago. Returns how many."""
    with acting_as(CARRIER, purpose=Purpose.OPERATION, at=at):
        old = Delivery.objects.filter(state=DeliveryState.DELIVERED, settled_at__lt=at - REMEMBERED_FOR)
        removed, _ = old.delete()
    return removed
