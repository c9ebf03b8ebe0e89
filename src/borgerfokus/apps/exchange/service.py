"""The door of the exchange."""

from borgerfokus.apps.exchange.actions.carrying import carry, place_and_list, forget, place_all
from borgerfokus.apps.exchange.actions.keeping import (
    NewIntegration,
    add,
    change,
    end,
    pause,
    renew_secret,
    replay,
    resume,
    retry,
    skip,
)
from borgerfokus.apps.exchange.models import Counterpart, Delivery, DeliveryState, Integration, Way
from borgerfokus.apps.exchange.queries.integrations import SHOWN, Standing, deliveries, standing, standings, visible_to
from borgerfokus.apps.exchange.queries.secrets import secret_of
from borgerfokus.apps.exchange.queries.stream import Reading, newest, read

__all__ = [
    "SHOWN",
    "Counterpart",
    "Delivery",
    "DeliveryState",
    "Integration",
    "NewIntegration",
    "Reading",
    "Standing",
    "Way",
    "add",
    "carry",
    "place_and_list",
    "change",
    "deliveries",
    "end",
    "forget",
    "newest",
    "pause",
    "place_all",
    "read",
    "renew_secret",
    "replay",
    "resume",
    "retry",
    "secret_of",
    "skip",
    "standing",
    "standings",
    "visible_to",
]
