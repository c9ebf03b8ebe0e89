"""A series with its control limits: as a small line in a list, and as a chart with the same as a table."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design.views.lists import Column, Row
from borgerfokus.web.design.views.marks import Chip


@dataclass(frozen=True, slots=True)
class Point:
    """A value at its place: ``x`` in per cent of the width, ``y`` in pixels; ``label`` under the axis, "" for none."""

    x: float
    y: float
    label: str = ""
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line: ``kind`` is middle, limit, target or grid; ``text`` stands beside it, so many px ``down``."""

    y: float
    kind: str
    text: str = ""
    down: float = 0.0


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A note on the line of time: ``x`` in per cent of the width, ``sign`` a letter, ``text`` what it stands for."""

    x: float
    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class ControlView:
    """A control chart. ``label`` says it in words; ``rows`` is the same as a table; ``marks`` are notes."""

    label: str
    height: int
    points: tuple[Point, ...]
    levels: tuple[Level, ...]
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    marks: tuple[TimeMark, ...] = ()


@dataclass(frozen=True, slots=True)
class SparkLine:
    """One figure in a list: now, before, against its target, whether it is more than noise, and as a small line."""

    title: str
    href: str
    now: str
    before: str
    target: Chip | None
    signal: str
    spark: ControlView | None
