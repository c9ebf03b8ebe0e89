"""Tables, figures, tabs, lists, filters and paging."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.web.design.views.marks import Action, Ball, BarView, Chip, Due, Kind, LoadView


@dataclass(frozen=True, slots=True)
class Kpi:
    """One figure; ``href`` opens what it is made of."""

    label: str
    value: str
    note: str = ""
    chip: Chip | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; ``hidden`` keeps the heading for screen readers only."""

    label: str
    numeric: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell of text with an optional link and a second line."""

    text: str
    sub: str = ""
    href: str = ""
    chip: Chip | None = None
    shape: ClassVar[str] = "cell"


CellValue = str | Cell | Ball | Chip | Kind | Due | Action | BarView | LoadView


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, headed by its first cell; ``pick`` is the value of a checkbox in front."""

    cells: tuple[CellValue, ...]
    here: bool = False
    pick: str | None = None
    pick_label: str = ""


@dataclass(frozen=True, slots=True)
class TabItem:
    """A tab is a page of its own with an address."""

    label: str
    href: str
    current: bool = False
    count: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paging:
    """Keyset paging: an empty address leaves the link out."""

    summary: str
    older_href: str = ""
    newer_href: str = ""


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter in force and the address without it."""

    label: str
    remove_href: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term and its value; ``action`` stands after the value."""

    label: str
    value: str
    sub: str = ""
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a list panel: title, second line, mark in front, action at the end."""

    title: str
    text: str = ""
    href: str = ""
    icon: str = ""
    when: str = ""
    chip: Chip | None = None
    due: Due | None = None
    actions: tuple[Action, ...] = ()
    here: bool = False


@dataclass(frozen=True, slots=True)
class CardView:
    """A card that is a link as a whole; ``glyph`` names a drawing of ``design/glyph.html``."""

    title: str
    text: str
    href: str
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One theme of a profile. Places are per cent of the scale's width, None where there is none; texts say the same.

    ``label`` says the whole line in words.
    """

    theme: str
    label: str
    last: str
    now: str
    expected: str
    last_at: float | None = None
    now_at: float | None = None
    expected_at: float | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class ProfileView:
    """Levels theme by theme: last, now, expected. ``ticks`` are the places and short names of the scale's levels.

    ``heads`` are other names of the four columns that say something: what a line is of, last, now, expected.
    """

    caption: str
    ticks: tuple[tuple[float, str], ...]
    lines: tuple[ProfileLine, ...]
    scale: str
    heads: tuple[str, str, str, str] | None = None
