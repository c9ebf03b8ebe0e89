"""Personal numbers of the demo: of the replacement kind only, each used once, sealed like any other."""

from datetime import date

from borgerfokus.cli.demo.draw import Draw
from borgerfokus.core.identity import REPLACEMENT_DAYS, Cpr
from borgerfokus.foundation.people import cipher


class NotAReplacement(ValueError):
    """A personal number in the demo could be that of a real person."""


class Numbers:
    """Gives out numbers that fit the day of birth, the century and the legal sex."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._taken: set[str] = set()

    def take(self, *, born: date, woman: bool) -> Cpr:
        """A number that nobody else in the demo has."""
        while True:
            last = self._draw.between(0, 4) * 2 + (0 if woman else 1)
            tail = f"{_seventh(born.year, self._draw)}{self._draw.between(0, 99):02d}{last}"
            digits = f"{born.day + REPLACEMENT_DAYS:02d}{born:%m%y}{tail}"
            if digits not in self._taken:
                self._taken.add(digits)
                return checked(Cpr(digits))

    @staticmethod
    def sealed(cpr: Cpr) -> bytes:
        """The number as it is kept."""
        return cipher.seal(checked(cpr))

    @staticmethod
    def index(cpr: Cpr) -> bytes:
        """By what it is found again."""
        return cipher.blind_index(cpr)


def checked(cpr: Cpr) -> Cpr:
    """The number itself. Raises NotAReplacement for one that a registered person may have."""
    if not cpr.is_replacement:
        raise NotAReplacement("the demo holds replacement numbers only")
    return cpr


def _seventh(year: int, draw: Draw) -> int:
    """The seventh digit tells the century."""
    if year >= 2000:
        return draw.one((4, 9)) if year <= 2036 else 4
    return draw.between(0, 3)
