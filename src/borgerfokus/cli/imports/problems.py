"""What is wrong with a file, said so that whoever made it can mend it. Never with a personal number in it."""

import re
from dataclasses import dataclass, field
from typing import Final

from borgerfokus.core.texts import Text

MOST: Final = 1_000
"""More problems than this are counted, not kept: the file is of another kind than it was taken for."""
_LONGEST: Final = 60
_NUMBERS = re.compile(r"\d(?:[\s.\-–]?\d){8,}")


class Wrong(ValueError):
    """A cell does not hold what its column asks for: what is wrong, and what to do."""

    def __init__(self, wrong: Text, remedy: Text) -> None:
        super().__init__(wrong.en)
        self.wrong = wrong
        self.remedy = remedy


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing to mend. `row` counts as a spreadsheet does, the heading being 1; None is the file as a whole.

    `shown` is the value, or nothing where the column is about a citizen.
    """

    file: str
    wrong: Text
    remedy: Text
    row: int | None = None
    column: str = ""
    shown: str = ""
    is_about_the_file: bool = False


@dataclass
class Problems:
    """The problems found so far, in the order of the rows."""

    found: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, problem: Problem) -> None:
        """Keep a problem, or only count it when there are too many."""
        self.count += 1
        if len(self.found) < MOST:
            self.found.append(problem)


def shown(value: str, *, personal: bool) -> str:
    """A value as a report may show it: shortened, on one line, and nothing that could be a personal number."""
    if personal:
        return ""
    line = " ".join(_NUMBERS.sub("•••", value).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
