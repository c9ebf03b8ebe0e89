"""The door of the exchange."""

from borgerfokus.apps.exchange.actions.carrying import carry, forget, place_all, place_and_list
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
from borgerfokus.apps.exchange.actions.ports import Parcel, Port, Unavailable
from borgerfokus.apps.exchange.actions.simulated import BAD_DAY, CALM, Behaviour, SimulatedCounterpart, counterpart
from borgerfokus.apps.exchange.models import Counterpart, Delivery, DeliveryState, Integration, Way
from borgerfokus.apps.exchange.queries.content import (
    document_file,
    documents,
    given_help,
    made_decisions,
    parties,
    plans,
)
from borgerfokus.apps.exchange.queries.dealings import appointments, threads
from borgerfokus.apps.exchange.queries.integrations import SHOWN, Standing, deliveries, standing, standings, visible_to
from borgerfokus.apps.exchange.queries.post import PostStanding, post_standing
from borgerfokus.apps.exchange.queries.secrets import secret_of
from borgerfokus.apps.exchange.queries.stream import Reading, newest, place_at, read
from borgerfokus.core.exchange.retrying import Trouble

__all__ = [
    "BAD_DAY",
    "CALM",
    "SHOWN",
    "Behaviour",
    "Counterpart",
    "Delivery",
    "DeliveryState",
    "Integration",
    "NewIntegration",
    "Parcel",
    "Port",
    "PostStanding",
    "Reading",
    "SimulatedCounterpart",
    "Standing",
    "Trouble",
    "Unavailable",
    "Way",
    "add",
    "appointments",
    "carry",
    "change",
    "counterpart",
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
    "place_at",
    "plans",
    "post_standing",
    "read",
    "renew_secret",
    "replay",
    "resume",
    "retry",
    "secret_of",
    "skip",
    "standing",
    "standings",
    "threads",
    "visible_to",
]
