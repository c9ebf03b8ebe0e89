"""What the parser and the configuration check say when a case type document needs mending."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from borgerfokus.core.texts import Text


@dataclass(frozen=True)
class ConfigurationError:
    """One thing in the document that stops it from being read.

    `path` points into the document (`phases[2].checklist[0].article`), `message` says what to do about it,
    `kind` is the stable name of the error.
    """

    kind: str
    path: str
    message: Text


class Weight(StrEnum):
    """`BLOCKING`: the case type cannot be used until it is mended. `ADVICE`: somebody should look."""

    BLOCKING = "blocking"
    ADVICE = "advice"


@dataclass(frozen=True)
class Finding:
    """What the configuration check says about a document that does not fit its surroundings."""

    kind: str
    weight: Weight
    path: str
    message: Text


class UnusableDocument(Exception):
    """A shipped document could not be read; carries every error with the name of the document."""

    def __init__(self, name: str, errors: tuple[ConfigurationError, ...]) -> None:
        self.name = name
        self.errors = errors
        lines = "; ".join(f"{error.path}: {error.message.en}" for error in errors)
        super().__init__(f"{name}: {lines}")
