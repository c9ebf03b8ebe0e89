"""What is wrong with a decision, as data that people can mend."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.core.texts import Text


@dataclass(frozen=True)
class Fault:
    """One thing to mend: a stable code, a sentence that says how, and the article that demands it."""

    code: str
    text: Text
    article: str
