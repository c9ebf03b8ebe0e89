"""Lines of time: everything around a citizen on one scale, and the way to 18."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from borgerfokus.web.design.views.lists import CellValue, Column
from borgerfokus.web.design.views.marks import Action, Chip

SpanKind = Literal["open", "closed", "shared", "help"]
TopicMark = Literal["agreed", "going", "open", "late"]


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Something that lasts; ``at`` and ``wide`` are per cent of the line."""

    kind: SpanKind
    at: float
    wide: float


@dataclass(frozen=True, slots=True)
class LineMark:
    """A day of note: "meeting", "date" (something due) or "decision"."""

    kind: Literal["meeting", "date", "decision"]
    at: float


@dataclass(frozen=True, slots=True)
class LineRow:
    """One case, help or meeting on the line, and the same in words. ``label`` says the line aloud."""

    title: str
    sub: str
    href: str
    label: str
    spans: tuple[LineSpan, ...]
    marks: tuple[LineMark, ...]
    cells: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """All of it on one scale. ``ticks`` are places and names of days, ``columns`` head the cells beside the line."""

    caption: str
    first: str
    ticks: tuple[tuple[float, str], ...]
    today: float
    columns: tuple[Column, ...]
    rows: tuple[LineRow, ...]
    shares: bool = False


@dataclass(frozen=True, slots=True)
class TopicView:
    """One of the six topics: its mark, and in words "Bolig: for sent"."""

    mark: TopicMark
    label: str


@dataclass(frozen=True, slots=True)
class OwnerView:
    """Who owns the way in one department; without a name ``missing`` says so."""

    side: str
    name: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class WayView:
    """A young person's way to 18. Places are per cent of the line from 16 to 18½ years.

    ``ready`` is the forecast, ``gap`` the days without help; None where there is none. ``cost`` and ``span`` are texts.
    """

    name: str
    href: str
    age: str
    label: str
    today: float
    chip: Chip
    topics: tuple[TopicView, ...]
    agreed: str
    owners: tuple[OwnerView, ...]
    cost: str
    span: str
    ready: tuple[float, float] | None = None
    gap: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A milestone: what, when, reached or not."""

    title: str
    when: str
    state: Literal["done", "late", "next"]
    note: str
    action: Action | None = None
