"""Text that a letter can show: what a font has signs for, and a visible mark for what it has not.

An archival and accessible PDF may not hold a sign without a shape. Whatever a citizen pastes in must still
print, so signs that the letter font lacks are named in brackets, and signs that only steer (bidirectional
overrides, control characters) are left out: they can make a text read otherwise than it is.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from borgerfokus.core.texts import Text

_LONGEST_WORD = 40
_BREAK = "\u200b"
_SPACE = re.compile(r"[^\S\u00a0]")
_CHARACTER_MAP = 0x636D6170
_UNSEEN = Text(da="[{count} tegn kan ikke vises]", en="[{count} characters cannot be shown]")


class UnreadableFont(ValueError):
    """The font file has no character map that this module understands."""


@lru_cache(maxsize=8)
def coverage(font: Path) -> frozenset[int]:
    """Code points that a TrueType font has a shape for. Raises `UnreadableFont` or OSError."""
    data = font.read_bytes()
    try:
        table = _table(data, _CHARACTER_MAP)
        points = {point for offset in _subtables(table) for point in _points(table[offset:])}
    except struct.error as error:
        raise UnreadableFont(f"{font.name}: {error}") from error
    if not points:
        raise UnreadableFont(f"{font.name} has no character map")
    return frozenset(points)


def showable(*, text: str, covered: frozenset[int], language: str) -> str:
    """The text with signs outside `covered` made visible as words, and without signs that only steer.

    The text is one line: a line break or tab becomes a space. A word of more than 40 signs gets places where
    it can break.
    """
    spaced = _SPACE.sub(" ", unicodedata.normalize("NFC", text))
    kept = "".join(sign for sign in spaced if not _steers(sign))
    runs = groupby(kept, key=lambda sign: ord(sign) in covered)
    shown = "".join("".join(run) if has else _named("".join(run), language) for has, run in runs)
    return re.sub(rf"\S{{{_LONGEST_WORD}}}(?=\S)", lambda match: match.group() + _BREAK, shown)


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} and sign != "\u00ad"


def _named(run: str, language: str) -> str:
    if all(unicodedata.category(sign) in {"So", "Sk", "Mn", "Me"} for sign in run):
        names = [unicodedata.name(sign, "").lower() for sign in run if unicodedata.category(sign) == "So"]
        return "".join(f"[{name}]" for name in names if name)
    return _UNSEEN.filled(count=len(run)).in_(language)


def _table(data: bytes, tag: int) -> bytes:
    (count,) = struct.unpack_from(">H", data, 4)
    for index in range(count):
        found, _, offset, length = struct.unpack_from(">IIII", data, 12 + 16 * index)
        if found == tag:
            return data[offset : offset + length]
    return b""


def _subtables(table: bytes) -> set[int]:
    (count,) = struct.unpack_from(">H", table, 2) if table else (0,)
    return {struct.unpack_from(">I", table, 8 + 8 * index)[0] for index in range(count)}


def _points(subtable: bytes) -> set[int]:
    (layout,) = struct.unpack_from(">H", subtable)
    if layout == 4:
        return _points_in_segments(subtable)
    return _points_in_groups(subtable) if layout == 12 else set()


def _points_in_segments(subtable: bytes) -> set[int]:
    """Format 4: segments of the basic plane, with their last points first and their first points after."""
    segments = struct.unpack_from(">H", subtable, 6)[0] // 2
    lasts = struct.unpack_from(f">{segments}H", subtable, 14)
    firsts = struct.unpack_from(f">{segments}H", subtable, 16 + 2 * segments)
    pairs = zip(firsts, lasts, strict=True)
    return {point for first, last in pairs for point in range(first, last + 1) if point != 0xFFFF}


def _points_in_groups(subtable: bytes) -> set[int]:
    """Format 12: groups over all planes."""
    (count,) = struct.unpack_from(">I", subtable, 12)
    groups = (struct.unpack_from(">III", subtable, 16 + 12 * index) for index in range(count))
    return {point for first, last, _ in groups for point in range(first, last + 1)}
