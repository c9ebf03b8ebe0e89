"""Passages of a text that are blacked out. The text itself never changes; what is given out is made from the rest.

A mark is the half-open range `[start, end)` of characters. What is blacked out leaves one bar of a fixed length, so
that nothing of it, not even how long it was, is in the copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|$|(?=\n))\s*", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Characters `[start, end)` of a text. Raises ValueError for an empty or backward range."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a mark covers at least one character")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a text; `black` says that it is left out of the copy."""

    text: str
    black: bool


def normal(*, marks: Iterable[Mark], length: int) -> tuple[Mark, ...]:
    """The marks in order, cut to the text, those that meet or overlap joined to one."""
    found: list[Mark] = []
    for mark in sorted(marks):
        start, end = mark.start, min(mark.end, length)
        if start >= end:
            continue
        if found and start <= found[-1].end:
            found[-1] = Mark(found[-1].start, max(found[-1].end, end))
        else:
            found.append(Mark(start, end))
    return tuple(found)


def passages(*, text: str, marks: Iterable[Mark]) -> tuple[Passage, ...]:
    """The text in pieces, black and not, for whoever marks it."""
    pieces, at = list[Passage](), 0
    for mark in normal(marks=marks, length=len(text)):
        if mark.start > at:
            pieces.append(Passage(text[at : mark.start], black=False))
        pieces.append(Passage(text[mark.start : mark.end], black=True))
        at = mark.end
    if at < len(text):
        pieces.append(Passage(text[at:], black=False))
    return tuple(pieces)


def blacked(*, text: str, marks: Iterable[Mark], bar: str) -> str:
    """The text as it is given out: each marked passage is `bar`, whatever stood there."""
    return "".join(
        (f"{bar}\n" if piece.text.endswith("\n") else bar) if piece.black else piece.text
        for piece in passages(text=text, marks=marks)
    )


def sentences(*, text: str) -> tuple[Mark, ...]:
    """Where each sentence stands, so that it can be ticked."""
    return tuple(Mark(one.start(), one.end()) for one in _SENTENCE.finditer(text) if one.group().strip())


def marks_of(*, text: str, phrases: Sequence[str]) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    """Every place where one of the phrases stands, and the phrases that stand nowhere. Case and spaces must agree."""
    marks, missing = list[Mark](), list[str]()
    for phrase in (one.strip() for one in phrases):
        if not phrase:
            continue
        places = [found.start() for found in re.finditer(re.escape(phrase), text)]
        marks += [Mark(place, place + len(phrase)) for place in places]
        if not places:
            missing.append(phrase)
    return normal(marks=marks, length=len(text)), tuple(missing)
