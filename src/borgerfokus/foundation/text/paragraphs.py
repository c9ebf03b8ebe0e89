"""Plain text as people type it, turned into paragraphs and lists. There is no markup: a star is a star."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(r"^\s*[-•–]\s+(?=\S)")
_LINK = re.compile(r"(?P<url>https?://[^\s<>\"']+[^\s<>\"'.,;:!?)])|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")


@dataclass(frozen=True)
class Block:
    """One paragraph (one line), or a list with a line for each item."""

    is_list: bool
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Run:
    """A piece of a line; `link` is the address that it leads to, or empty."""

    text: str
    link: str = ""


def blocks(*, text: str) -> tuple[Block, ...]:
    """The paragraphs of a text: each line is one, and following lines that begin with a dash are a list."""
    found: list[Block] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        item = _ITEM.match(line)
        content = line[item.end() :].strip() if item else line.strip()
        if item and found and found[-1].is_list:
            found[-1] = Block(is_list=True, lines=(*found[-1].lines, content))
        else:
            found.append(Block(is_list=bool(item), lines=(content,)))
    return tuple(found)


def runs(*, line: str) -> tuple[Run, ...]:
    """The line with its web and mail addresses as links. Only for the municipality's own texts."""
    found: list[Run] = []
    at = 0
    for match in _LINK.finditer(line):
        if match.start() > at:
            found.append(Run(line[at : match.start()]))
        address = match.group()
        found.append(Run(address, f"mailto:{address}" if match.group("mail") else address))
        at = match.end()
    if at < len(line):
        found.append(Run(line[at:]))
    return tuple(found)
