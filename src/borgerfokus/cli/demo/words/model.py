"""The shape of the words of one kind of case."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class FactWords:
    """Where a fact is known from, and what it may be."""

    source: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class NoteWords:
    """A note: title, text and how the contact took place."""

    title: str
    body: str
    channel: str


@dataclass(frozen=True)
class Wish:
    """What is applied for, what is given when it is given in part, and what is not."""

    whole: str
    part: str
    rest: str
    provider: str


@dataclass(frozen=True)
class Words:
    """Everything that a story of one kind picks its words from.

    `asked_citizen` and `asked_other` are facts that somebody is asked for, the latter with who is asked.
    `against` is a fact that may speak against, with values that do. `why` completes the reason for a refusal.
    """

    answers: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, FactWords]
    notes: tuple[NoteWords, ...]
    wishes: tuple[Wish, ...]
    asked_citizen: tuple[str, ...]
    asked_other: Mapping[str, tuple[str, str]]
    against: tuple[str, tuple[str, ...]]
    why: tuple[str, ...]
    observed: tuple[str, ...]
    conclusion: tuple[str, ...]
    hearing_answers: tuple[str, ...]
    appeals: tuple[str, ...]
    follow_up: tuple[str, ...]
    months: int | None = None
