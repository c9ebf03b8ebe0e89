"""Danish identifiers as checked, frozen values: CPR, CVR, P-number, EAN and KLE.

A value that exists is valid in form. Parsing accepts the spellings that people type and raises
`InvalidIdentifier` with a message for the screen. No message repeats what was typed, so that a
personal number cannot reach a log that way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from borgerfokus.core.texts import Text

REPLACEMENT_DAYS: Final = 60
_CPR_WEIGHTS: Final = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_CVR_WEIGHTS: Final = (2, 7, 6, 5, 4, 3, 2, 1)
_EAN_WEIGHTS: Final = (1, 3) * 6 + (1,)
_CENTURIES: Final = (
    ("0123", 99, 1900, 1900),
    ("49", 36, 2000, 1900),
    ("5678", 57, 2000, 1800),
)
"""Each row: seventh digits, last year of the first span, its century, the century of the later years."""


class InvalidIdentifier(ValueError):
    """A text is not a valid identifier. `code` is stable, e.g. "cpr.length"; `text` is for the screen."""

    def __init__(self, code: str, text: Text) -> None:
        super().__init__(code)
        self.code = code
        self.text = text


@dataclass(frozen=True, slots=True, repr=False)
class Cpr:
    """A Danish personal number of ten digits, without hyphen. Never printed in full by accident."""

    digits: str

    def __post_init__(self) -> None:
        if not _is_digits(self.digits, 10):
            raise InvalidIdentifier(
                "cpr.length",
                Text(
                    da="Et CPR-nummer har ti cifre, for eksempel skrevet DDMMÅÅ-LLLL.",
                    en="A CPR number has ten digits, for example written DDMMYY-SSSS.",
                ),
            )
        try:
            _cpr_birth_date(self.digits)
        except ValueError:
            raise InvalidIdentifier(
                "cpr.date",
                Text(
                    da="De første seks cifre i CPR-nummeret er ikke en dato.",
                    en="The first six digits of the CPR number are not a date.",
                ),
            ) from None

    @classmethod
    def parse(cls, text: str) -> Cpr:
        """The number in "DDMMYY-SSSS", "DDMMYYSSSS" or with a space between. Raises `InvalidIdentifier`."""
        return cls(digits=re.sub(r"^(\d{6})\s?[-–]?\s?(\d{4})$", r"\1\2", text.strip(), flags=re.ASCII))

    @property
    def birth_date(self) -> date:
        """The date of birth, the century from the seventh digit. A replacement number has 60 off its day."""
        return _cpr_birth_date(self.digits)

    @property
    def is_replacement(self) -> bool:
        """Whether this is a replacement number (day 61-91): never that of a registered person."""
        return int(self.digits[:2]) > REPLACEMENT_DAYS

    @property
    def is_female(self) -> bool:
        """Legal sex by the last digit: even is female."""
        return int(self.digits[-1]) % 2 == 0

    @property
    def passes_modulus_11(self) -> bool:
        """Whether the check sum holds. Only a warning: valid numbers without it exist since 2007."""
        return _weighted(self.digits, _CPR_WEIGHTS) % 11 == 0

    @property
    def with_hyphen(self) -> str:
        """The full number "DDMMYY-SSSS", for a screen or letter that may show it."""
        return f"{self.digits[:6]}-{self.digits[6:]}"

    @property
    def masked(self) -> str:
        """The number with its last four digits hidden: "741192-••••"."""
        return f"{self.digits[:6]}-••••"

    def age_on(self, day: date) -> int:
        """Age in whole years on `day`; one born on 29 February grows older on 1 March in other years."""
        born = self.birth_date
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def __repr__(self) -> str:
        return "Cpr(••••••-••••)"

    def __str__(self) -> str:
        return "••••••-••••"


@dataclass(frozen=True, slots=True)
class Cvr:
    """The number of a Danish company or authority: eight digits with a modulus 11 check."""

    digits: str

    def __post_init__(self) -> None:
        if not _is_digits(self.digits, 8) or self.digits[0] == "0":
            raise InvalidIdentifier(
                "cvr.length", Text(da="Et CVR-nummer har otte cifre.", en="A CVR number has eight digits.")
            )
        if _weighted(self.digits, _CVR_WEIGHTS) % 11:
            raise InvalidIdentifier("cvr.checksum", _mistyped("CVR-nummeret", "CVR number"))

    @classmethod
    def parse(cls, text: str) -> Cvr:
        """The number in "12345678", "12 34 56 78" or "DK12345678". Raises `InvalidIdentifier`."""
        return cls(digits=re.sub(r"^DK", "", _without_space(text), flags=re.IGNORECASE))

    def __str__(self) -> str:
        return self.digits


@dataclass(frozen=True, slots=True)
class PNumber:
    """The number of a production unit under a CVR number: ten digits without a check digit."""

    digits: str

    def __post_init__(self) -> None:
        if not _is_digits(self.digits, 10):
            raise InvalidIdentifier(
                "p_number.length", Text(da="Et P-nummer har ti cifre.", en="A P number has ten digits.")
            )

    @classmethod
    def parse(cls, text: str) -> PNumber:
        """The number, spaces allowed. Raises `InvalidIdentifier`."""
        return cls(digits=_without_space(text))

    def __str__(self) -> str:
        return self.digits


@dataclass(frozen=True, slots=True)
class Ean:
    """A GS1 location number for electronic invoices: thirteen digits with a modulus 10 check."""

    digits: str

    def __post_init__(self) -> None:
        if not _is_digits(self.digits, 13):
            raise InvalidIdentifier(
                "ean.length", Text(da="Et EAN-nummer har 13 cifre.", en="An EAN number has 13 digits.")
            )
        if _weighted(self.digits, _EAN_WEIGHTS) % 10:
            raise InvalidIdentifier("ean.checksum", _mistyped("EAN-nummeret", "EAN number"))

    @classmethod
    def parse(cls, text: str) -> Ean:
        """The number, spaces allowed. Raises `InvalidIdentifier`."""
        return cls(digits=_without_space(text))

    @property
    def is_danish_public(self) -> bool:
        """Whether the number lies in the series of Danish public authorities (5798)."""
        return self.digits.startswith("5798")

    def __str__(self) -> str:
        return self.digits


@dataclass(frozen=True, order=True, slots=True)
class Kle:
    """A subject in KL's classification, "27.36.12", and optionally what is done with it, "G01"."""

    subject: str
    facet: str | None = None

    def __post_init__(self) -> None:
        if not re.fullmatch(r"\d{2}\.\d{2}\.\d{2}", self.subject, flags=re.ASCII):
            raise InvalidIdentifier(
                "kle.subject",
                Text(
                    da="Et KLE-emne skrives med tre gange to cifre, for eksempel 27.36.12.",
                    en="A KLE subject is written as three pairs of digits, for example 27.36.12.",
                ),
            )
        if self.facet is not None and not re.fullmatch(r"[A-ZÆØÅ]\d{2}", self.facet, flags=re.ASCII):
            raise InvalidIdentifier(
                "kle.facet",
                Text(
                    da="En handlingsfacet skrives med et bogstav og to cifre, for eksempel G01.",
                    en="An action facet is written as a letter and two digits, for example G01.",
                ),
            )

    @classmethod
    def parse(cls, text: str) -> Kle:
        """The subject in "27.36.12" or with its facet in "27.36.12-G01". Raises `InvalidIdentifier`."""
        subject, hyphen, facet = text.strip().upper().partition("-")
        return cls(subject=subject, facet=facet if hyphen else None)

    @property
    def main_group(self) -> str:
        """The main group, e.g. "27"."""
        return self.subject[:2]

    @property
    def group(self) -> str:
        """The group, e.g. "27.36"."""
        return self.subject[:5]

    def __str__(self) -> str:
        return self.subject if self.facet is None else f"{self.subject}-{self.facet}"


def _is_digits(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()


def _without_space(text: str) -> str:
    return "".join(text.split())


def _weighted(digits: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def _mistyped(da: str, en: str) -> Text:
    return Text(
        da=f"Kontrolcifferet i {da} passer ikke. Se efter, om et ciffer er tastet forkert.",
        en=f"The check digit of the {en} does not fit. See if a digit was mistyped.",
    )


def _cpr_birth_date(digits: str) -> date:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    if day > REPLACEMENT_DAYS:
        day -= REPLACEMENT_DAYS
    return date(_century(digits[6], year) + year, month, day)


def _century(seventh: str, year: int) -> int:
    for sevenths, last_year, until, after in _CENTURIES:
        if seventh in sevenths:
            return until if year <= last_year else after
    raise AssertionError("every digit stands in the table")
