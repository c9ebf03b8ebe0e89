"""Amounts in Danish kroner, counted in whole øre."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from borgerfokus.core.texts import Text

_DANISH: Final = re.compile(
    r"(?P<sign>-?)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<ore>\d{2}))?(?:\s*kr\.?)?", flags=re.ASCII
)


class InvalidAmount(ValueError):
    """A text is not an amount in Danish notation."""


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in øre (1/100 krone). Adds, subtracts and compares with other amounts only."""

    ore: int

    def __post_init__(self) -> None:
        if type(self.ore) is not int:
            raise InvalidAmount(f"an amount is a whole number of øre, not {self.ore!r}")

    @classmethod
    def of_kroner(cls, kroner: int | Decimal) -> Money:
        """The amount for a number of kroner; a fraction of an øre is rounded half up."""
        return cls(ore=_rounded(Decimal(kroner) * 100))

    @classmethod
    def parse_danish(cls, text: str) -> Money:
        """The amount of "1.234,50 kr.", "1234,50" or "-1234". Raises `InvalidAmount`."""
        found = _DANISH.fullmatch(text.strip().replace("\u00a0", " "))
        if found is None:
            raise InvalidAmount(f"{text!r} is not an amount such as 1.234,50 kr.")
        ore = int(found["whole"].replace(".", "")) * 100 + int(found["ore"] or 0)
        return cls(ore=-ore if found["sign"] else ore)

    @property
    def kroner(self) -> Decimal:
        """The amount in kroner with two decimals."""
        return Decimal(self.ore).scaleb(-2)

    def __add__(self, other: Money) -> Money:
        return Money(self.ore + other.ore)

    def __radd__(self, other: int) -> Money:
        """Lets `sum()` start from its 0; no other number adds to an amount."""
        return self if other == 0 else NotImplemented

    def __sub__(self, other: Money) -> Money:
        return Money(self.ore - other.ore)

    def __neg__(self) -> Money:
        return Money(-self.ore)

    def __mul__(self, factor: int | Decimal) -> Money:
        """The amount times a number, rounded half up to whole øre."""
        if not isinstance(factor, (int, Decimal)):
            return NotImplemented
        return Money(_rounded(Decimal(self.ore) * factor))

    __rmul__ = __mul__

    def __bool__(self) -> bool:
        return self.ore != 0

    def split(self, *, parts: int) -> tuple[Money, ...]:
        """The amount in `parts` shares that differ by at most one øre and add up to it again."""
        if parts < 1:
            raise InvalidAmount(f"an amount cannot be split in {parts} parts")
        share, rest = divmod(self.ore, parts)
        return tuple(Money(share + (1 if number < rest else 0)) for number in range(parts))

    def in_danish(self) -> str:
        """Danish notation: "1.234.567,89 kr.", negative with a leading minus."""
        return f"{self._grouped('.', ',')} kr."

    def in_english(self) -> str:
        """English notation: "DKK 1,234,567.89", negative with a leading minus on the number."""
        return f"DKK {self._grouped(',', '.')}"

    def text(self) -> Text:
        """The amount written out in both languages."""
        return Text(da=self.in_danish(), en=self.in_english())

    def _grouped(self, thousands: str, decimal: str) -> str:
        whole, ore = divmod(abs(self.ore), 100)
        sign = "-" if self.ore < 0 else ""
        return f"{sign}{whole:,}".replace(",", thousands) + f"{decimal}{ore:02d}"


def _rounded(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
