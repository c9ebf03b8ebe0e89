"""How an integration is doing, in one word, and what that means."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from borgerfokus.core.texts import Text


class Health(StrEnum):
    """From well to not running."""

    WELL = "well"
    NEW = "new"
    STUCK = "stuck"
    FAILING = "failing"
    SHUT_OUT = "shut_out"
    PAUSED = "paused"
    ENDED = "ended"


HEALTH_NAMES: Final[Mapping[Health, Text]] = {
    Health.WELL: Text(da="Kører", en="Running"),
    Health.NEW: Text(da="Har ikke sendt endnu", en="Has not sent yet"),
    Health.STUCK: Text(da="Mangler en hånd", en="Needs a hand"),
    Health.FAILING: Text(da="Fejler", en="Failing"),
    Health.SHUT_OUT: Text(da="Programmet er lukket ude", en="The program is shut out"),
    Health.PAUSED: Text(da="På pause", en="Paused"),
    Health.ENDED: Text(da="Nedlagt", en="Taken down"),
}


def health_of(*, state: str, open_client: bool, failing: bool, dead: int, ever: bool) -> Health:
    """The worst that is true of it. `dead`: how many deliveries were given up; `ever`: something has arrived."""
    if state in {"paused", "ended"}:
        return Health(state)
    if not open_client:
        return Health.SHUT_OUT
    if failing:
        return Health.FAILING
    if dead:
        return Health.STUCK
    return Health.WELL if ever else Health.NEW
