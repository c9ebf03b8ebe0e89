"""How easy a letter is to read: LIX, the words that weigh it down and its longest sentence.

LIX is the mean number of words in a sentence plus the percentage of words of more than six letters.
Under 30 is easy, 40 is a newspaper, above 50 is an act. The figure is a guide for the writer, never a gate.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

LONG_WORD_LETTERS = 7

_NEVER_ENDS = frozenset(
    {
        "adj", "afd", "afs", "alm", "art", "bla", "bl", "cf", "ca", "cpr", "ds", "dvs", "eg", "ekskl",
        "evt", "fa", "fr", "feks", "fx", "hhv", "hr", "ie", "ift", "inkl", "jf", "jfr", "jr", "kap",
        "kl", "mht", "mr", "mrs", "nr", "pga", "pct", "pkt", "pr", "sek", "sml", "st", "stk", "tel",
        "tlf", "vedr", "vedk", "vol", "vs",
    }
)  # fmt: skip
"""Abbreviations, without points, that stand before what they introduce: never the end of a sentence."""

_MAY_END = frozenset(
    {
        "etc", "mfl", "mm", "mv", "osv", "ol", "olign", "lign", "kr", "mia", "mio", "oa", "dd", "då",
    }
)  # fmt: skip
"""Abbreviations that often stand last: they end the sentence when a capital letter follows."""

_MONTHS = frozenset(
    {
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
        "november", "december", "january", "february", "march", "may", "june", "july", "october",
    }
)  # fmt: skip

_WORD = re.compile(r"\S+")
_STRIP = "»«\"'”“„’‘()[]{}<>–—-,;:!?…*•·/\\"


@dataclass(frozen=True)
class Readability:
    """LIX as a whole number, the counts behind it, and what to mend first."""

    lix: int
    goal: int
    words: int
    sentences: int
    long_words: tuple[str, ...]
    longest_sentence: str
    longest_sentence_words: int

    @property
    def within_goal(self) -> bool:
        """True when the LIX is under the goal, or when there is nothing to read."""
        return self.words == 0 or self.lix < self.goal


def measure(*, text: str, goal: int, listed: int = 8) -> Readability:
    """Measure plain text. `goal` is the LIX to stay under; `listed` caps the long words, longest first."""
    found = sentences(text=text)
    counted = [words(text=sentence) for sentence in found]
    total = [word for sentence in counted for word in sentence]
    if not total:
        return Readability(0, goal, 0, 0, (), "", 0)
    heavy = [word for word in total if _letters(word) >= LONG_WORD_LETTERS]
    longest = max(range(len(found)), key=lambda index: len(counted[index]))
    lix = round(len(total) / len(found) + 100 * len(heavy) / len(total))
    return Readability(
        lix=lix,
        goal=goal,
        words=len(total),
        sentences=len(found),
        long_words=_heaviest(heavy, listed),
        longest_sentence=found[longest],
        longest_sentence_words=len(counted[longest]),
    )


def sentences(*, text: str) -> tuple[str, ...]:
    """The sentences of a plain text. A line break ends one; an abbreviation or an ordinal does not."""
    found: list[str] = []
    for line in text.splitlines():
        found.extend(_sentences_of(line))
    return tuple(sentence for sentence in found if words(text=sentence))


def words(*, text: str) -> tuple[str, ...]:
    """The words, numbers included, without the punctuation around them."""
    stripped = (match.group().strip(_STRIP).rstrip(".").strip(_STRIP) for match in _WORD.finditer(text))
    return tuple(word for word in stripped if any(character.isalnum() for character in word))


def _letters(word: str) -> int:
    """Number of letters; digits, points and hyphens do not make a word long."""
    return sum(character.isalpha() for character in word)


def _sentences_of(line: str) -> list[str]:
    found: list[str] = []
    tokens = line.split()
    start = 0
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        if not following or _ends(token, following):
            found.append(" ".join(tokens[start : index + 1]))
            start = index + 1
    return found


def _ends(token: str, following: str) -> bool:
    closed = token.rstrip(")]»«\"'”’")
    if closed.endswith(("!", "?", "…")):
        return True
    if not closed.endswith("."):
        return False
    stem = closed.lstrip("([»«\"'”“„").replace(".", "").lower()
    opening = following.lstrip("([»«\"'”“„")[:1]
    if stem in _NEVER_ENDS or (len(stem) == 1 and stem.isalpha()):
        return False
    if stem.isdigit() and len(stem) <= 2:
        return opening.isupper() and following.lower().strip(".,") not in _MONTHS
    return opening.isupper() if stem in _MAY_END else True


def _heaviest(heavy: list[str], listed: int) -> tuple[str, ...]:
    counts = Counter(word.lower() for word in heavy)
    shown = {word.lower(): word for word in reversed(heavy)}
    ranked = sorted(counts, key=lambda word: (-_letters(word) - counts[word] + 1, word))
    return tuple(shown[word] for word in ranked[:listed])
