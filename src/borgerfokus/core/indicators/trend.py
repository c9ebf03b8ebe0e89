"""What is signal and what is noise: the control chart of single values (XmR).

The middle is the mean of the values; the natural limits lie 2.66 mean moving ranges from it (Wheeler: 3 divided by the
constant d2 = 1.128 of ranges of two). A value outside the limits is a signal, and so are eight in a row on one side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import fmean
from typing import Final

_RANGES: Final = 2.66
_RUN: Final = 8
FEWEST: Final = 6
"""With fewer values than this there are no limits: they would say more than is known."""


class Signal(StrEnum):
    """Why a value is more than noise."""

    ABOVE = "above"
    BELOW = "below"
    RUN_ABOVE = "run_above"
    RUN_BELOW = "run_below"


@dataclass(frozen=True, slots=True)
class Limits:
    """The middle and the natural limits of a series."""

    middle: float
    lower: float
    upper: float


def limits_of(values: Sequence[float], *, lowest: float | None = 0.0, highest: float | None = None) -> Limits | None:
    """The limits of a series, within what the figure can be at all; None when there are too few values.

    A series that has been below the lowest has none.
    """
    if len(values) < FEWEST:
        return None
    middle = fmean(values)
    reach = _RANGES * fmean(abs(one - other) for one, other in pairwise(values))
    lower, upper = middle - reach, middle + reach
    return Limits(
        middle,
        lower if lowest is None or min(values) < lowest else max(lowest, lower),
        upper if highest is None else min(highest, upper),
    )


def signals(values: Sequence[float], limits: Limits) -> list[Signal | None]:
    """For each value why it is a signal, None for noise. A run is told at its eighth value and on."""
    found: list[Signal | None] = []
    above = below = 0
    for value in values:
        above = above + 1 if value > limits.middle else 0
        below = below + 1 if value < limits.middle else 0
        if value > limits.upper:
            found.append(Signal.ABOVE)
        elif value < limits.lower:
            found.append(Signal.BELOW)
        elif above >= _RUN:
            found.append(Signal.RUN_ABOVE)
        elif below >= _RUN:
            found.append(Signal.RUN_BELOW)
        else:
            found.append(None)
    return found
