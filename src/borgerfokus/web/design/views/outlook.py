"""What lies ahead, week by week: what was, and what is expected with the range that it may fall in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutlookPoint:
    """A week: ``x`` in per cent of the width, the others in pixels from the top. Without ``low`` it has happened.

    ``label`` stands under the axis and ``text`` above the week, "" for none.
    """

    x: float
    y: float
    low: float | None = None
    high: float | None = None
    label: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class OutlookView:
    """A chart of weeks. ``finding`` says it in a sentence; ``ticks`` are lines with their text. Its table is beside."""

    title: str
    finding: str
    height: int
    points: tuple[OutlookPoint, ...]
    ticks: tuple[tuple[float, str], ...]
