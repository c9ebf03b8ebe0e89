"""A series with its control limits: as a small line in a list, and as a chart with the same as a table."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design.views.lists import Column, Row


@dataclass(frozen=True, slots=True)
class Point:
    """A value at its place: ``x`` in per cent of the width, ``y`` in pixels; ``label`` under the axis, "" for none."""

    x: float
    y: float
    label: str = ""
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """A horizontal line: ``kind`` is middle, limit, target or grid; ``text`` stands beside it."""

    y: float
    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class ControlView:
    """A control chart. ``label`` says it in words; ``rows`` is the same as a table."""

    label: str
    height: int
    points: tuple[Point, ...]
    levels: tuple[Level, ...]
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
