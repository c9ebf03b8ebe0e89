"""The door of offers."""

from borgerfokus.apps.offers.actions.choosing import NewChoice, choose, drop
from borgerfokus.apps.offers.actions.keeping import OfferContent, add, change, content_of, end, on_changed
from borgerfokus.apps.offers.models import WORD_LISTS, Offer, OfferChoice
from borgerfokus.apps.offers.queries import (
    Proposals,
    catalogue,
    choice_of,
    find,
    kept,
    ladder,
    proposals,
    steps,
    versions,
    visible_to,
)

__all__ = [
    "WORD_LISTS",
    "NewChoice",
    "Offer",
    "OfferChoice",
    "OfferContent",
    "Proposals",
    "add",
    "catalogue",
    "change",
    "choice_of",
    "choose",
    "content_of",
    "drop",
    "end",
    "find",
    "kept",
    "ladder",
    "on_changed",
    "proposals",
    "steps",
    "versions",
    "visible_to",
]
