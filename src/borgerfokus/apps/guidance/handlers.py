"""What guidance reacts to: a kind of help or an offer that changes is found as it now is."""

from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.guidance.actions import indexing
from borgerfokus.apps.offers import service as offers
from borgerfokus.core.dates import day_of
from borgerfokus.core.guidance import guide
from borgerfokus.core.guidance.synonyms import synonyms


def connect() -> None:
    """Read the shipped documents, and listen. Called at start-up."""
    synonyms()
    guide.shipped()
    casework.on_type_changed(_type_changed)
    offers.on_changed(_offer_changed)


def _type_changed(key: str, at: datetime) -> None:
    indexing.refresh_help(key=key, on=day_of(at))


def _offer_changed(key: str, at: datetime) -> None:
    indexing.refresh_offer(key=key, on=day_of(at))
