"""A "no" that helps: why, what to do about it, and the rule."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.core.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why something is not done; `text` says what to do, `article` the rule, `code` for programs."""

    code: str
    text: Text
    article: str
