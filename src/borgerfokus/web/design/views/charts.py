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
