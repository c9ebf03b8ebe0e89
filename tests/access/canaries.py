"""Canaries: words that occur once in the world, so that whoever reads one has read that field of that record."""

import re
from dataclasses import dataclass, field
from itertools import count

_WORD = re.compile(r"qzk[0-9]{5}x")


@dataclass(frozen=True)
class Canary:
    """What a canary stands for. `owner` is "case:plain" or "person:citizen".

    `kind`: "name" is shown by searches too, "withheld" is for those who are trusted with what the citizen may not read,
    "withheld_fact" for everybody at work on the case, "staff" likewise, "own" for one actor; "number" and "address"
    follow rules of their own; "text" is everything else.
    """

    word: str
    owner: str
    what: str
    kind: str = "text"


@dataclass
class Canaries:
    """All canaries of a world."""

    known: dict[str, Canary] = field(default_factory=dict)
    numbers: dict[str, Canary] = field(default_factory=dict)
    _next: "count[int]" = field(default_factory=lambda: count(1))

    def mint(self, owner: str, what: str, kind: str = "text") -> str:
        """A new canary."""
        word = f"qzk{next(self._next):05d}x"
        self.known[word] = Canary(word, owner, what, kind)
        return word

    def number(self, digits: str, owner: str, what: str, kind: str = "number") -> None:
        """Digits that are a canary: a personal number, a telephone number."""
        self.numbers[digits] = Canary(digits, owner, what, kind)

    def found_in(self, text: str) -> set[Canary]:
        """The canaries that a text tells. Numbers are found with and without their hyphen or blanks."""
        found = {self.known[word] for word in _WORD.findall(text.lower()) if word in self.known}
        packed = re.sub(r"(?<=\d)[- ](?=\d)", "", text)
        runs = set(re.findall(r"\d{8,}", packed)) | set(re.findall(r"\d{8,}", text))
        found |= {canary for digits, canary in self.numbers.items() if any(digits in run for run in runs)}
        return found
