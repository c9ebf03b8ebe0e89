"""The reasons of a decision in the three parts of forvaltningsloven § 24.

The caseworker edits plain text. A fact from the file is quoted with its key in square brackets, `[O7]`, and a
point from the party's answer to the hearing in the same way, `[H1]`. The keys are what ties the letter to the
file: they are checked here, and taken out of the text before it is sent (`plain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.decisions.readability import sentences, words
from borgerfokus.core.texts import Text
from borgerfokus.core.words import date_words

_KEY = re.compile(r"\[([A-ZÆØÅ]{1,3}[0-9]{1,4})\]")
_KEY_AND_GAP = re.compile(r"\s*\[[A-ZÆØÅ]{1,3}[0-9]{1,4}\]")
_DANGLING = frozenset(
    {"fordi", "at", "og", "men", "som", "der", "da", "because", "that", "and", "but", "which"}
)
_LEAST_ANSWER_WORDS = 4


class Part(StrEnum):
    """The three things that forvaltningsloven § 24 asks for."""

    RULES = "rules"
    CONSIDERATIONS = "considerations"
    FACTS = "facts"

    @property
    def label(self) -> Text:
        return _TITLES[self]

    @property
    def article(self) -> str:
        return _ARTICLES[self]


@dataclass(frozen=True)
class Fact:
    """One fact of the file: its key on the case type's list, and what was established, by whom and when."""

    key: str
    title: str
    value: str
    source: str
    as_of: date


@dataclass(frozen=True)
class HearingPoint:
    """One point that the party made when heard: a key (`H1`) and the point in a few words."""

    key: str
    text: str


@dataclass(frozen=True)
class Reasons:
    """The editable text of the three parts. Paragraphs are lines; keys stand in square brackets."""

    rules: str
    considerations: str
    facts: str

    def part(self, part: Part) -> str:
        """The text of one part."""
        return {Part.RULES: self.rules, Part.CONSIDERATIONS: self.considerations, Part.FACTS: self.facts}[
            part
        ]

    @property
    def references(self) -> tuple[str, ...]:
        """Keys quoted anywhere, each once, in the order they stand."""
        return tuple(dict.fromkeys(key for part in Part for key in quoted(text=self.part(part))))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsFault(Refusal):
    """A fault in the reasons: in which part, and the keys that it is about."""

    part: Part
    keys: tuple[str, ...] = ()


def propose(
    *,
    rules_text: str,
    facts: Sequence[Fact],
    outcome: Outcome,
    hearing_points: Sequence[HearingPoint] = (),
    language: str = "da",
) -> Reasons:
    """A first draft from the case type's rules and the facts of the file, to be edited.

    For anything but a full grant the draft ends in an unfinished sentence, one for each point of the hearing:
    the reason why is the caseworker's to write, and `check` refuses the draft until it is written.
    """
    return Reasons(
        rules=rules_text.strip(),
        considerations="\n".join(_considerations(facts, outcome, hearing_points, language)),
        facts="\n".join(_fact_line(fact, language) for fact in facts),
    )


def check(
    *, reasons: Reasons, facts: Sequence[Fact], hearing_points: Sequence[HearingPoint] = ()
) -> tuple[ReasonsFault, ...]:
    """What is missing before the reasons satisfy forvaltningsloven § 24; empty when nothing is.

    Finds an empty part, a sentence that stops in the middle, a key that is on neither list, facts of the file
    that no part rests on, and points of the hearing that are left out or repeated without an answer.
    """
    return (
        *_incomplete_parts(reasons),
        *_unknown_keys(reasons, facts, hearing_points),
        *_facts_without_source(reasons, facts),
        *_hearing(reasons, hearing_points),
    )


def quoted(*, text: str) -> tuple[str, ...]:
    """Keys quoted in a text, each once, in order."""
    return tuple(dict.fromkeys(_KEY.findall(text)))


def plain(*, text: str) -> str:
    """The text as the letter carries it: the keys and the gaps before them are gone."""
    return _KEY_AND_GAP.sub("", text).strip()


def _considerations(
    facts: Sequence[Fact], outcome: Outcome, points: Sequence[HearingPoint], language: str
) -> Iterable[str]:
    english = language == "en"
    if facts:
        yield "We have given weight to the following:" if english else "Vi har lagt vægt på følgende:"
    for fact in facts:
        yield f"{_sentence(f'{fact.title}: {fact.value}')[:-1]} [{fact.key}]."
    if outcome.fully_in_favour:
        return
    lead, why = ("You have told us", "We could not grant that, because")
    if not english:
        lead, why = ("Du har skrevet til os", "Det har vi ikke bevilget, fordi")
    for point in points:
        yield f"{lead}: {_sentence(point.text)[:-1]} [{point.key}]. {why}"
    if not points:
        yield (
            "We could not grant all of it, because"
            if english
            else "Vi har ikke kunnet bevilge det hele, fordi"
        )


def _fact_line(fact: Fact, language: str) -> str:
    stated = _sentence(f"{fact.title}: {fact.value}")[:-1]
    return f"{stated} ({fact.source}, {date_words(fact.as_of).in_(language)}) [{fact.key}]."


def _sentence(text: str) -> str:
    """The text as one sentence on one line that ends with a full stop."""
    line = " ".join(text.split()).rstrip(".")
    return f"{line[:1].upper()}{line[1:]}."


def _incomplete_parts(reasons: Reasons) -> Iterable[ReasonsFault]:
    for part in Part:
        text = plain(text=reasons.part(part))
        if not words(text=text):
            yield _fault("missing_part", part, name=part.label)
            continue
        for line in text.splitlines():
            last = sentences(text=line)[-1:]
            if last and not _finished(last[0]):
                yield _fault("unfinished", part, sentence=_shortened(last[0]))


def _finished(sentence: str) -> bool:
    closing = words(text=sentence)[-1].lower()
    return closing not in _DANGLING and sentence.rstrip(")]»\"'”").endswith((".", "!", "?", ":"))


def _unknown_keys(
    reasons: Reasons, facts: Sequence[Fact], points: Sequence[HearingPoint]
) -> Iterable[ReasonsFault]:
    known = {fact.key for fact in facts} | {point.key for point in points}
    for part in Part:
        unknown = tuple(key for key in quoted(text=reasons.part(part)) if key not in known)
        if unknown:
            yield _fault("not_on_list", part, unknown, keys=", ".join(unknown))


def _facts_without_source(reasons: Reasons, facts: Sequence[Fact]) -> Iterable[ReasonsFault]:
    on_list = {fact.key for fact in facts}
    if words(text=plain(text=reasons.facts)) and on_list.isdisjoint(quoted(text=reasons.facts)):
        yield _fault("facts_without_source", Part.FACTS)


def _hearing(reasons: Reasons, points: Sequence[HearingPoint]) -> Iterable[ReasonsFault]:
    for point in points:
        if point.key not in quoted(text=reasons.considerations):
            yield _fault("hearing_left_out", Part.CONSIDERATIONS, (point.key,), key=point.key)
        elif not _answered(reasons.considerations, point.key):
            yield _fault("hearing_not_answered", Part.CONSIDERATIONS, (point.key,), key=point.key)


def _answered(text: str, key: str) -> bool:
    """A point is answered when a finished sentence of some length follows it, before the next point."""
    after = text.partition(f"[{key}]")[2]
    before_next = re.split(r"\[H[0-9]+\]", after)[0]
    following = sentences(text=plain(text=_KEY_AND_GAP.sub("", before_next)))
    return any(_finished(found) and len(words(text=found)) >= _LEAST_ANSWER_WORDS for found in following)


def _shortened(sentence: str) -> str:
    """The end of a long sentence, enough to find it by."""
    return sentence if len(sentence) <= 60 else f"…{sentence[-60:]}"


def _fault(code: str, part: Part, about: tuple[str, ...] = (), /, **values: str | Text) -> ReasonsFault:
    article = "forvaltningsloven § 19" if code.startswith("hearing") else part.article
    return ReasonsFault(code=code, text=_TEXTS[code].filled(**values), article=article, part=part, keys=about)


_TITLES = {
    Part.RULES: Text(da="Retsregler", en="Legal rules"),
    Part.CONSIDERATIONS: Text(da="Hovedhensyn", en="Main considerations"),
    Part.FACTS: Text(da="Faktiske oplysninger", en="Facts"),
}
_ARTICLES = {
    Part.RULES: "forvaltningsloven § 24, stk. 1",
    Part.CONSIDERATIONS: "forvaltningsloven § 24, stk. 1",
    Part.FACTS: "forvaltningsloven § 24, stk. 2",
}
_TEXTS = {
    "missing_part": Text(da="Skriv afsnittet »{name}«.", en="Write the part “{name}”."),
    "unfinished": Text(da="Skriv sætningen færdig: »{sentence}«.", en="Finish the sentence: “{sentence}”."),
    "not_on_list": Text(
        da="{keys} står ikke på sagens liste over oplysninger. Hent den ind, eller slet henvisningen.",
        en="{keys} is not on the case's list of facts. Obtain the fact, or delete the reference.",
    ),
    "facts_without_source": Text(
        da="Vis, hvilke oplysninger i sagen afsnittet bygger på.",
        en="Show which facts of the case this part rests on.",
    ),
    "hearing_left_out": Text(
        da="Tag stilling til høringssvaret {key}.", en="Address point {key} of the answer to the hearing."
    ),
    "hearing_not_answered": Text(
        da="{key} er nævnt, men ikke besvaret. Skriv, hvorfor synspunktet ikke ændrer udfaldet.",
        en="{key} is mentioned but not answered. Write why the point does not change the outcome.",
    ),
}
