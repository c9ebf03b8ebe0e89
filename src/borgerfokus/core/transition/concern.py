"""Who is concerned: a rule as data (`concerned.toml`), so that a new case type needs no code.

Barnets lov §§ 122 and 123 ask for a preparation when a young person has a considerable and permanent impairment, or
gets help that will be needed after 18. Which kinds of case say so is the municipality's list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib.resources import files

ARTICLE = "barnets lov §§ 122-123"


@dataclass(frozen=True)
class Rule:
    """Patterns of case type keys ("bl-*", "sel-85") that concern a young person, and the unit of the adults' side."""

    case_types: tuple[str, ...]
    adult_unit: str

    def concerns(self, type_key: str) -> bool:
        """Whether an open case of this kind puts a young person on the board."""
        return any(fnmatchcase(type_key, pattern) for pattern in self.case_types)

    def concerned(self, type_keys: Iterable[str]) -> bool:
        """Whether any of the kinds does."""
        return any(self.concerns(key) for key in type_keys)


@lru_cache(maxsize=1)
def rule() -> Rule:
    """The shipped rule. Raises KeyError or ValueError when the document is damaged."""
    return parse((files("borgerfokus.core.transition") / "concerned.toml").read_text("utf-8"))


def parse(document: str) -> Rule:
    """Read a rule. Raises KeyError for what is missing, ValueError for an empty list."""
    raw = tomllib.loads(document)
    patterns = tuple(str(one["pattern"]) for one in raw["case_types"])
    if not patterns or any(not one["why"] for one in raw["case_types"]):
        raise ValueError("the rule names no case types, or one without a reason")
    return Rule(case_types=patterns, adult_unit=str(raw["adult_unit"]))
