"""Charts, drawn on the server. Places are per cent of the width, and every chart says in words what it shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ForestLine:
    """A figure with its interval: ``low``, ``at`` and ``high``; ``sure`` draws it strong.

    ``mark`` is the place of a second, hollow mark on the line, None where there is none.
    """

    name: str
    note: str
    low: float
    at: float
    high: float
    sure: bool
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class ForestView:
    """Figures with intervals under each other on one scale. ``ticks``: place, text, and whether it is the zero line.

    ``label`` reads the whole chart aloud; ``legend`` says what strong, weak and hollow mean.
    """

    label: str
    ticks: tuple[tuple[float, str, bool], ...]
    lines: tuple[ForestLine, ...]
    strong: str
    weak: str
    mark: str
    note: str = ""

    @property
    def height(self) -> int:
        """How high the lines are together, in pixels."""
        return 52 * len(self.lines) + 6


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """A figure in a funnel: ``x`` in per cent of the width, ``y`` in pixels; ``kind`` is common, edge, out or own.

    ``name`` is read on hovering; ``label`` stands beside the point, "" for none.
    """

    x: float
    y: float
    kind: str
    name: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class FunnelView:
    """A funnel: figures by the number of cases behind them, with the limits of chance. Its table stands beside it.

    ``curves`` are of kind inner or outer, each a row of places; ``across`` are marks on the lower axis.
    """

    label: str
    height: int
    points: tuple[FunnelPoint, ...]
    curves: tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
    levels: tuple[tuple[float, str, str], ...]
    across: tuple[tuple[float, str], ...]
    below: str
    note: str


@dataclass(frozen=True, slots=True)
class LadderView:
    """Places with their intervals under each other, the best first: ``(from, at, to, own, name)`` in per cent."""

    label: str
    lines: tuple[tuple[float, float, float, bool, str], ...]
    ticks: tuple[tuple[float, str], ...]

    @property
    def height(self) -> int:
        """How high the lines are together, in pixels."""
        return 6 * len(self.lines) + 8
