"""The words behind the codes of a log: a code is a place in a list that only ever grows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

LISTS: Final = ("activity", "unit", "actor", "kind", "detail", "mark")
"""What is coded."""

_MOST: Final = 32_767


class TooManyWords(ValueError):
    """A log has more different activities or units than there are codes."""


@dataclass
class Words:
    """The words of one log."""

    lists: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in LISTS})
    _codes: dict[str, dict[str, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, stored: Mapping[str, Sequence[str]]) -> "Words":
        """From what `stored` gave."""
        return cls({name: list(stored.get(name, ())) for name in LISTS})

    def stored(self) -> dict[str, list[str]]:
        """What is kept beside the tables."""
        return {name: list(words) for name, words in self.lists.items()}

    def codes(self, name: str, words: Iterable[str]) -> list[int]:
        """The codes of words, new ones appended in the order they come. Raises TooManyWords."""
        known = self._codes.setdefault(name, {word: code for code, word in enumerate(self.lists[name])})
        found = []
        for word in words:
            code = known.get(word)
            if code is None:
                code = known[word] = len(known)
                if code > _MOST:
                    raise TooManyWords(name)
                self.lists[name].append(word)
            found.append(code)
        return found

    def word(self, name: str, code: int) -> str:
        """The word of a code, "" for none."""
        return self.lists[name][code] if 0 <= code < len(self.lists[name]) else ""
