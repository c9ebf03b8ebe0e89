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
from borgerfokus.apps.exchange.queries.content import (
    document_file,
    documents,
    given_help,
    made_decisions,
    parties,
    plans,
)
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
    "change",
    "deliveries",
    "document_file",
    "documents",
    "end",
    "forget",
    "given_help",
    "made_decisions",
    "newest",
    "parties",
    "pause",
    "place_all",
    "place_and_list",
    "plans",
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
