"""Templates for answers: which words are filled in, and what is wrong with one that cannot be used."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from borgerfokus.core.texts import Text

_PLACE: Final = re.compile(r"\{([^{}\s]{1,30})\}")


class Word(StrEnum):
    """A word that is filled in, written `{navn}` in the template."""

    NAME = "navn"
    CASEWORKER = "sagsbehandler"
    UNIT = "enhed"
    PHONE = "telefon"
    CASE = "sag"


WORD_TITLES: Final[Mapping[Word, Text]] = {
    Word.NAME: Text(da="borgerens fornavn", en="the citizen's first name"),
    Word.CASEWORKER: Text(da="dit navn", en="your name"),
    Word.UNIT: Text(da="enhedens navn", en="the name of the unit"),
    Word.PHONE: Text(da="enhedens telefon", en="the telephone of the unit"),
    Word.CASE: Text(da="sagens nummer", en="the number of the case"),
}
"""What stands for each word."""


def unknown_words(*, text: str) -> tuple[str, ...]:
    """The words in braces that nothing is filled in for, in their order."""
    known = {one.value for one in Word}
    return tuple(dict.fromkeys(found for found in _PLACE.findall(text) if found not in known))


def filled(*, text: str, values: Mapping[Word, str]) -> str:
    """The text with its words filled in. What is not known stays as it is written, and a value is never read again."""
    known = {word.value: value for word, value in values.items()}
    return _PLACE.sub(lambda found: known.get(found[1], found[0]), text)
