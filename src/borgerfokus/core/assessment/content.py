"""What is said of one theme, and what is lacking before it is finished.

Method: the citizen's own words stand first; if there are none, why not. Then what a professional observed, and from
where. A level of function is a duty where the frame says so, and may not be given elsewhere (KL's reporting rule for
FFB: required for activity and participation, not allowed on the other conditions).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from borgerfokus.core.assessment.frame import Frame, OwnView
from borgerfokus.core.texts import Text


class SourceKind(StrEnum):
    """Where an observation comes from."""

    STATEMENT = "statement"
    DOCUMENT = "document"
    VISIT = "visit"


@dataclass(frozen=True)
class ThemeContent:
    """What is said of one theme.

    `no_words_why` is written when `own_words` is empty. Levels are numbers of the frame, None where it has none.
    """

    own_words: str = ""
    no_words_why: str = ""
    observed: str = ""
    source: SourceKind | None = None
    resources: str = ""
    level_now: int | None = None
    level_expected: int | None = None
    subthemes: tuple[str, ...] = ()
    performance: str = ""
    meaning: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has been said."""
        return self == ThemeContent()


@dataclass(frozen=True)
class Lack:
    """One thing that keeps a theme from being finished: the field of `ThemeContent`, and what to do."""

    field: str
    text: Text


def lacking(*, frame: Frame, theme: str, content: ThemeContent) -> tuple[Lack, ...]:
    """Everything that keeps the theme from being finished, in the order of the form; empty when it is.

    Raises KeyError when the frame has no such theme.
    """
    return tuple(Lack(field, _TEXTS[code]) for field, code in _faults(frame, theme, content))


def _faults(frame: Frame, theme: str, said: ThemeContent) -> Iterator[tuple[str, str]]:
    if not said.own_words.strip() and not said.no_words_why.strip():
        yield "own_words", "own_words"
    if not said.observed.strip():
        yield "observed", "observed"
    if said.source is None:
        yield "source", "source"
    known = {part.key for part in frame.theme(theme).subthemes}
    if set(said.subthemes) - known:
        yield "subthemes", "subthemes"
    yield from _own_view_faults(frame, theme, said)
    yield from _level_faults(frame, theme, said)


def _own_view_faults(frame: Frame, theme: str, said: ThemeContent) -> Iterator[tuple[str, str]]:
    asked = frame.own_view if frame.group_of(theme).own_view else ()
    choices = {question.key: {choice.key for choice in question.choices} for question in asked}
    for view, answer in ((OwnView.PERFORMANCE, said.performance), (OwnView.MEANING, said.meaning)):
        if answer and answer not in choices.get(view, set()):
            yield view.value, "own_view"


def _level_faults(frame: Frame, theme: str, said: ThemeContent) -> Iterator[tuple[str, str]]:
    counts = {level.value: level.counts for level in frame.levels}
    given = (("level_now", said.level_now), ("level_expected", said.level_expected))
    if not frame.carries_level(theme):
        yield from ((field, "no_level") for field, value in given if value is not None)
        return
    for field, value in given:
        if value is not None and value not in counts:
            yield field, "unknown_level"
    if said.level_now is None:
        yield "level_now", "level_now"
    if said.level_expected is None and counts.get(said.level_now if said.level_now is not None else -1, True):
        yield "level_expected", "level_expected"


_TEXTS: Final = {
    "own_words": Text(
        da="Skriv borgerens egne ord, eller skriv, hvorfor de mangler.",
        en="Write the citizen's own words, or write why they are missing.",
    ),
    "observed": Text(da="Skriv, hvad du har set og hørt.", en="Write what you have seen and heard."),
    "source": Text(da="Vælg, hvor du har det fra.", en="Choose where you have it from."),
    "subthemes": Text(
        da="Et af undertemaerne hører ikke til temaet. Vælg igen.",
        en="One of the sub-themes does not belong to the theme. Choose again.",
    ),
    "own_view": Text(
        da="Svaret hører ikke til temaet. Vælg et af svarene, eller lad feltet stå tomt.",
        en="The answer does not belong to the theme. Choose one of the answers, or leave it empty.",
    ),
    "no_level": Text(
        da="Temaet har ikke et niveau. Lad feltet stå tomt.", en="The theme carries no level. Leave it empty."
    ),
    "unknown_level": Text(da="Vælg et af niveauerne på listen.", en="Choose one of the levels on the list."),
    "level_now": Text(
        da="Vælg niveauet nu. Temaet skal have et.", en="Choose the level now. The theme must carry one."
    ),
    "level_expected": Text(da="Vælg det niveau, du forventer.", en="Choose the level that you expect."),
}
