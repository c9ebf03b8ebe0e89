"""What offers announce."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class OfferChosen(Fact):
    """An offer has been chosen for the citizen. `considered` is the key of the cheaper one, "" when there was none."""

    kind: ClassVar[str] = "offer.chosen"
    choice: int
    offer: str
    number: int
    title: str
    provider: str
    level: str
    considered: str


@dataclass(frozen=True)
class OfferDropped(Fact):
    """The offer that was chosen is no longer the one."""

    kind: ClassVar[str] = "offer.dropped"
    choice: int
    offer: str
    title: str
