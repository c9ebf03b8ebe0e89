"""Who had the ball, and what was worked: bars of time, and the same as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from borgerfokus.web.design.views.lists import Column, Row

TurnKind = Literal["work", "us", "you", "other"]


@dataclass(frozen=True, slots=True)
class TurnSpan:
    """A stretch of time; ``at`` and ``wide`` are per cent of the bar."""

    kind: TurnKind
    at: float
    wide: float


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A bar: its name and text above, ``label`` says it aloud."""

    title: str
    text: str
    label: str
    spans: tuple[TurnSpan, ...]


@dataclass(frozen=True, slots=True)
class TurnsView:
    """Bars below each other with what their colours mean, the places and names of days, and the same as a table."""

    finding: str
    lines: tuple[TurnLine, ...]
    kinds: tuple[tuple[TurnKind, str], ...]
    ticks: tuple[tuple[float, str], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str
