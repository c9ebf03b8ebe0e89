"""Shares with their uncertainty, as rows and over time, each with the same in a table."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design.views.lists import Column, Row


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One share: places in per cent of the scale from 0 to 100, ``label`` says the whole line in words.

    ``low`` and ``high`` are its interval, None where there is none. ``behind`` marks what needs somebody.
    """

    name: str
    text: str
    label: str
    value: float
    low: float | None = None
    high: float | None = None
    sub: str = ""
    href: str = ""
    behind: bool = False


@dataclass(frozen=True, slots=True)
class SharesView:
    """Shares below each other: the finding as a sentence first, the numbers as a table last."""

    finding: str
    lines: tuple[ShareLine, ...]
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A share at a time. ``at`` is its place in per cent of the width; the rest is in per cent of the scale."""

    when: str
    at: float
    value: float
    text: str
    low: float | None = None
    high: float | None = None
    behind: bool = False


@dataclass(frozen=True, slots=True)
class TrendView:
    """Shares over time. ``label`` says all of it in words."""

    finding: str
    label: str
    points: tuple[TrendPoint, ...]
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
