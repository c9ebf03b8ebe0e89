"""The review form: a versioned document (TOML) with questions for each step of the case."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Final

from borgerfokus.core import toml
from borgerfokus.core.casework.casetype import reader
from borgerfokus.core.casework.casetype.errors import ConfigurationError
from borgerfokus.core.supervision.measures import MEASURES
from borgerfokus.core.texts import Text

_PACKAGE, _NAME = "borgerfokus.core.supervision", "form.toml"


class StepKey(StrEnum):
    """The steps of a case that a review goes through."""

    INFORMATION = "information"
    HEARING = "hearing"
    DECISION = "decision"
    LETTER = "letter"
    DEADLINES = "deadlines"
    JOURNAL = "journal"
    FOLLOW_UP = "follow_up"
    KODEKS = "kodeks"


@dataclass(frozen=True)
class Question:
    """One question with the article that it comes from. `prefill` names the measure that answers it from data, or "".

    `serious` says that a no may be so serious that the case must be looked at again at once.
    """

    key: str
    text: Text
    article: str
    prefill: str | None = None
    help: Text | None = None
    serious: bool = False


@dataclass(frozen=True)
class Step:
    """The questions of one step of the case."""

    key: StepKey
    title: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    """A review form."""

    title: Text
    steps: tuple[Step, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(one for step in self.steps for one in step.questions)

    def question(self, key: str) -> Question | None:
        """A question by its key."""
        return next((one for one in self.questions if one.key == key), None)

    def step_of(self, key: str) -> Step | None:
        """The step that a question belongs to."""
        return next((step for step in self.steps if any(one.key == key for one in step.questions)), None)


def parse(document: str) -> Form | tuple[ConfigurationError, ...]:
    """The form that a document describes, or all its errors in the order they were found."""
    try:
        table = toml.loads(document)
    except tomllib.TOMLDecodeError as error:
        return (
            ConfigurationError("not_toml", "", _NOT_TOML.filled(reason=str(error).replace("{", "(").replace("}", ")"))),
        )
    errors: list[ConfigurationError] = []
    form = reader.read(Form, table, "", errors)
    if not isinstance(form, Form):
        return tuple(errors)
    errors.extend(_inconsistencies(form))
    return tuple(errors) if errors else form


@cache
def shipped() -> str:
    """The document of the form that comes with the platform."""
    return (resources.files(_PACKAGE) / _NAME).read_text("utf-8")


def _inconsistencies(form: Form) -> list[ConfigurationError]:
    found: list[ConfigurationError] = []
    steps = Counter(step.key for step in form.steps)
    keys = Counter(one.key for one in form.questions)
    if not form.questions:
        found.append(ConfigurationError("no_questions", "steps", _NO_QUESTIONS))
    for number, step in enumerate(form.steps, start=1):
        where = f"steps[{number}]"
        if steps[step.key] > 1:
            found.append(ConfigurationError("repeated", f"{where}.key", _TWICE.filled(key=step.key)))
        for place, one in enumerate(step.questions, start=1):
            path = f"{where}.questions[{place}]"
            if keys[one.key] > 1:
                found.append(ConfigurationError("repeated", f"{path}.key", _TWICE.filled(key=one.key)))
            if one.prefill is not None and one.prefill not in MEASURES:
                words = ", ".join(MEASURES)
                found.append(ConfigurationError("unknown_word", f"{path}.prefill", _UNKNOWN.filled(words=words)))
    return found


_NOT_TOML: Final = Text(
    da="Dokumentet kan ikke læses som TOML ({reason}). Ret linjen, og prøv igen.",
    en="The document cannot be read as TOML ({reason}). Mend the line and try again.",
)
_NO_QUESTIONS: Final = Text(da="Skemaet har ingen spørgsmål.", en="The form has no questions.")
_TWICE: Final = Text(
    da="»{key}« står her mere end én gang. Giv hver sin nøgle.",
    en="“{key}” stands here more than once. Give each its own key.",
)
_UNKNOWN: Final = Text(
    da="Der er ikke noget mål med det navn. Vælg et af: {words}.",
    en="There is no measure of that name. Choose one of: {words}.",
)
