"""How fast each kind of case goes, and how it ends."""

import math
from dataclasses import dataclass
from statistics import NormalDist

from borgerfokus.cli.demo.draw import Draw


@dataclass(frozen=True)
class Pace:
    """How a kind of case goes: the days of its promise, the share that keeps it before and after a year ago.

    `lean` shortens what is drawn by what working days and waiting add.
    """

    promise: int
    kept_before: float
    kept_now: float
    pauses: float
    granted: float
    refused: float
    lean: float = 0.86
    approved: frozenset[str] = frozenset({"partly", "refused"})


PACES = {
    "sel-85": Pace(56, 0.84, 0.92, 0.30, 0.66, 0.12),
    "sel-107": Pace(84, 0.66, 0.70, 0.35, 0.62, 0.14, 1.05, frozenset({"granted", "partly", "refused"})),
    "sel-100": Pace(42, 0.84, 0.88, 0.38, 0.50, 0.24),
    "sel-112": Pace(28, 0.84, 0.40, 0.16, 0.76, 0.12),
    "aeldre-helhedspleje": Pace(10, 0.96, 0.97, 0.04, 0.84, 0.05, 0.5, frozenset({"refused"})),
    "sul-140": Pace(5, 0.94, 0.92, 0.03, 0.94, 0.02, 0.55),
    "sel-83": Pace(10, 0.94, 0.95, 0.05, 0.80, 0.07, 0.5),
    "sel-86": Pace(10, 0.93, 0.95, 0.04, 0.88, 0.05, 0.5),
    "sel-104": Pace(42, 0.86, 0.90, 0.20, 0.76, 0.08),
    "sel-117": Pace(35, 0.85, 0.88, 0.18, 0.55, 0.22),
    "sul-138": Pace(4, 0.96, 0.97, 0.02, 0.90, 0.03, 0.5),
}
_SPREAD = 0.42


def days_to_decision(pace: Pace, draw: Draw, *, within_a_year: bool) -> float:
    """Days from request to decision, drawn so that the share that keeps the promise is the one of its time."""
    kept = pace.kept_now if within_a_year else pace.kept_before
    middle = pace.promise / math.exp(NormalDist().inv_cdf(kept) * _SPREAD)
    return max(1.0, draw.around(middle, _SPREAD) * pace.lean)
