"""The lines of a long text one after the other: a list of them takes many times the memory of the text."""

import re
from collections.abc import Iterator
from typing import Final

_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")


class LineTooLong(ValueError):
    """A line has more characters than a row of any file that is meant."""


def lines_of(text: str, *, longest: int) -> Iterator[str]:
    """The lines with their ends. Raises LineTooLong for one of more than `longest` characters."""
    for found in _LINE.finditer(text):
        if found.end() - found.start() > longest:
            raise LineTooLong
        yield found[0]
