"""Levels of assurance (NSIS, eIDAS): how sure it is who logs in."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Level(StrEnum):
    """A level, from the lowest to the highest."""

    LOW = "low"
    SUBSTANTIAL = "substantial"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for the lowest."""
        return list(Level).index(self)

    def reaches(self, required: "Level") -> bool:
        """Whether this level is enough where `required` is asked for."""
        return self.rank >= required.rank


_NSIS: Final = "https://data.gov.dk/concept/core/nsis/"
_EIDAS: Final = "http://eidas.europa.eu/LoA/"
_SPELLINGS: Final[Mapping[str, Level]] = {
    spelling: level
    for level in Level
    for spelling in (
        level.value,
        level.value.title(),
        f"{_NSIS}{level.value.title()}",
        f"{_EIDAS}{level.value}",
    )
}


def level_of(claims: Mapping[str, object]) -> Level | None:
    """The level that a token states in `loa` or `acr`; the lower when both do. None when it states none we
    know.
    """
    stated = [claims[name] for name in ("loa", "acr") if name in claims]
    levels = [_SPELLINGS.get(value) if isinstance(value, str) else None for value in stated]
    known = [level for level in levels if level is not None]
    if not known or len(known) != len(stated):
        return None
    return min(known, key=lambda level: level.rank)
