"""A page's text as it is read: headings, paragraphs, lists and links. There is no other markup, and never any HTML.

A line that begins with "# " is a heading; lines that begin with a dash are a list; addresses become links.
"""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.foundation.text.paragraphs import Run, blocks, runs

_HEADING = "# "


@dataclass(frozen=True)
class Passage:
    """What stands under a heading ("" before the first): paragraphs and lists, each line as pieces with their links."""

    heading: str
    blocks: tuple[tuple[bool, tuple[tuple[Run, ...], ...]], ...]


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of a text."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in text.splitlines():
        if line.startswith(_HEADING):
            parts.append((line.removeprefix(_HEADING).strip(), []))
        else:
            parts[-1][1].append(line)
    return tuple(_passage(heading, "\n".join(lines)) for heading, lines in parts if heading or any(lines))


def _passage(heading: str, text: str) -> Passage:
    return Passage(
        heading,
        tuple((block.is_list, tuple(runs(line=line) for line in block.lines)) for block in blocks(text=text)),
    )
