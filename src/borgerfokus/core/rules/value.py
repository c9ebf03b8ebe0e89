"""A value in force, with the article that it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from borgerfokus.core.money import Money
from borgerfokus.core.rules.errors import WrongUnit
from borgerfokus.core.rules.units import DecidedBy, Status, Unit
from borgerfokus.core.texts import Text

Content = int | bool | Decimal | str | Text | tuple[str, ...]
"""What a value can hold: see `Unit`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a value comes from: the key of the act ("rsl") and the section ("§ 67, stk. 1").

    `name` is the act written out. The section is empty for what the municipality decides on its own account.
    """

    act: str
    section: str
    name: Text

    @property
    def text(self) -> Text:
        """The reference written out: "retssikkerhedsloven § 67, stk. 1"."""
        if not self.section:
            return self.name
        return Text(da=f"{self.name.da} {self.section}", en=f"{self.name.en} {_in_english(self.section)}")


@dataclass(frozen=True, slots=True)
class Value:
    """What a parameter holds from `valid_from` until the day before `valid_to` (None: until further notice).

    `value` is of the kind that `unit` says; the properties below read it with its type and raise `WrongUnit`
    if it is of another kind. `municipal` says that the municipality has set it in place of the default.
    """

    key: str
    title: Text
    unit: Unit
    value: Content
    reference: Reference
    source: str
    status: Status
    decided_by: DecidedBy
    valid_from: date
    valid_to: date | None = None
    municipal: bool = False
    labels: tuple[tuple[str, Text], ...] = ()

    @property
    def number(self) -> int:
        """The whole number of a length of time, a count or an amount in øre."""
        if self.unit.is_whole_number and isinstance(self.value, int):
            return self.value
        raise self._wrong("a whole number")

    @property
    def flag(self) -> bool:
        """The answer of a boolean value."""
        if isinstance(self.value, bool):
            return self.value
        raise self._wrong("yes or no")

    @property
    def percent(self) -> Decimal:
        """The percentage, 3.5 for 3.5 %."""
        if isinstance(self.value, Decimal):
            return self.value
        raise self._wrong("a percentage")

    @property
    def text(self) -> Text:
        """A text value, or the label of the chosen option."""
        if isinstance(self.value, Text):
            return self.value
        if self.unit is Unit.CHOICE:
            return dict(self.labels)[self.code]
        raise self._wrong("a text")

    @property
    def texts(self) -> tuple[Text, ...]:
        """The labels of the chosen options, in their order."""
        if self.unit is Unit.CHOICES:
            labels = dict(self.labels)
            return tuple(labels[code] for code in self.codes)
        raise self._wrong("a list of options")

    @property
    def code(self) -> str:
        """A code or the key of the chosen option."""
        if isinstance(self.value, str):
            return self.value
        raise self._wrong("a code")

    @property
    def codes(self) -> tuple[str, ...]:
        """The keys of the chosen options, or the days of the year as "MM-DD"."""
        if isinstance(self.value, tuple):
            return self.value
        raise self._wrong("a list")

    @property
    def money(self) -> Money:
        """The amount of a value in øre."""
        if self.unit is Unit.ORE:
            return Money(self.number)
        raise self._wrong("an amount")

    def _wrong(self, kind: str) -> WrongUnit:
        return WrongUnit(f"{self.key} is {self.unit.value}, not {kind}")


def _in_english(section: str) -> str:
    for da, en in (("stk.", "subsection"), ("nr.", "no."), (" og ", " and "), ("bilag", "annex")):
        section = section.replace(da, en)
    return section
