"""A process map: activities from top to bottom, what follows what, and the same as a table."""

from __future__ import annotations

from dataclasses import dataclass

from borgerfokus.web.design.views.lists import Column, Row


@dataclass(frozen=True, slots=True)
class FlowNode:
    """An activity in its box; ``hot`` marks where most time goes."""

    label: str
    note: str
    y: int
    hot: bool = False


@dataclass(frozen=True, slots=True)
class FlowArc:
    """A way with its path and text; ``side``: where the text stands ("on", "left", "right")."""

    path: str
    text: str
    x: int
    y: int
    thickness: int
    side: str
    hot: bool = False


@dataclass(frozen=True, slots=True)
class FlowDrawing:
    """One drawing: its size and where the boxes begin, how wide and high they are."""

    width: int
    height: int
    left: int
    box: int
    box_height: int
    nodes: tuple[FlowNode, ...]
    arcs: tuple[FlowArc, ...]


@dataclass(frozen=True, slots=True)
class FlowMap:
    """The map for a wide page and for a phone, with everything it says in words.

    ``label`` for whoever does not see the picture, ``rows`` as a table. ``key`` tells several on a page apart.
    """

    label: str
    wide: FlowDrawing
    tall: FlowDrawing
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: str = ""
