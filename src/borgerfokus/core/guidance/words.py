"""Danish words as a search meets them: folded, cut to their stems, and looked for inside compounds.

The same rules make the index and read the question, so that the two always meet. A thing says of itself what it is
looked for by (`Told`); what somebody asks becomes forms (`Form`), each with how well it stands for the word asked for.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SAID, TOLD, SECTION = 6, 1, 3
"""What a word weighs in a title or among the words people say, in the text, and as the number of a section."""

EXACT, SYNONYM, INSIDE, PART, NEAR = 1.0, 0.8, 0.66, 0.5, 0.5
"""How well a word found stands for the one asked for: itself, another word for it, a compound with it, a part of the
asker's own compound, one spelt nearly so."""

_WORD = re.compile(r"[a-zæøåéü0-9]+")
_LETTERS = str.maketrans({"é": "e", "ü": "y", "ä": "æ", "ö": "ø"})
_TYPED = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))
_ENDINGS = ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "er", "en", "et", "es", "e", "s")
_SHORTEST = 3
_LONG_ENOUGH = 6
"""So long a word of ours is recognised inside a longer compound of the asker's."""
_NEAR_FROM = 4
"""Shorter words are too like one another to guess at what was meant."""
_MOST = 12
"""So many words of a question are looked for."""
_COMMON = """
jeg du vi i og at på med til er har kan ikke for en et den det de min mit mine der som om af skal vil få får hjælp
brug søge selv noget nogen ingen se fået kommer komme være blive mig dig os sig han hun så når hvad hvor op ned
and the to my of a an need help with i you it is not can am have
"""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What something is looked for by: its title and the words people say, what it tells, and its sections."""

    said: str
    told: str
    section: str = ""


@dataclass(frozen=True)
class Form:
    """A form of the word in place `number` of a question. `inside` may be a part of a compound: "any" where it stands,
    "ends" at its beginning or end, "" nowhere. `near`: a spelling close to it is worth guessing at."""

    number: int
    text: str
    strength: float
    inside: str = ""
    near: bool = False


def fold(text: str) -> str:
    """The words of a text in small letters, æ, ø and å however they were typed, one blank between them."""
    return " ".join(_words(text))


def stem(word: str) -> str:
    """The word without its ending, never shorter than three letters; a doubled last letter counts as one."""
    cut = next((word[: -len(one)] for one in _ENDINGS if _cuts(word, one)), word)
    double = len(cut) > _SHORTEST and cut[-1] == cut[-2] and not cut[-1].isdigit()
    return cut[:-1] if double else cut


def weights(told: Told) -> dict[str, int]:
    """Stem → what it weighs."""
    found: dict[str, int] = {}
    for text, weight in ((told.said, SAID), (told.told, TOLD)):
        for one in {stem(word) for word in _words(text) if word not in _EMPTY}:
            found[one] = found.get(one, 0) + weight
    for word in set(_words(told.section)):
        found[word] = found.get(word, 0) + SECTION
    return found


def asked(text: str, synonyms: Mapping[str, Iterable[str]]) -> tuple[Form, ...]:
    """The forms of a question. Words that everybody uses do not count; a question of nothing else has no form."""
    stems = list(dict.fromkeys(stem(word) for word in _words(text) if word not in _EMPTY))[:_MOST]
    return tuple(form for number, one in enumerate(stems) for form in _forms(number, one, synonyms))


def _forms(number: int, word: str, synonyms: Mapping[str, Iterable[str]]) -> Iterable[Form]:
    near = len(word) >= _NEAR_FROM and not word.isdigit()
    yield Form(number, word, EXACT, _inside(word), near)
    for other in synonyms.get(word, ()):
        yield Form(number, other, SYNONYM, "any" if len(other) >= _LONG_ENOUGH else "")
    for part in _parts(word):
        yield Form(number, part, PART)


def _inside(word: str) -> str:
    """A short word only at the beginning or end of a compound; one of two letters, and a number, never."""
    if len(word) < _SHORTEST or word.isdigit():
        return ""
    return "any" if len(word) > _SHORTEST else "ends"


def _parts(word: str) -> Iterable[str]:
    """Every part of a compound that is long enough to be a word of its own, the longest first."""
    for length in range(len(word) - 1, _LONG_ENOUGH - 1, -1):
        for start in range(len(word) - length + 1):
            yield word[start : start + length]


def _cuts(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) - len(ending) >= _SHORTEST


def _words(text: str) -> list[str]:
    small = text.lower().translate(_LETTERS)
    for typed, letter in _TYPED:
        small = small.replace(typed, letter)
    return _WORD.findall(small)


_EMPTY = frozenset(_words(_COMMON))
