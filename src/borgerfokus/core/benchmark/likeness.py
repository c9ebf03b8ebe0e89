"""Which municipalities are like ours in what they cannot choose: population, age, income, density …

The distance is told, so that everybody sees how like "like" is: the root of the mean squared difference, in standard
deviations among all of them. 0 is the same in everything; 1 is as far apart as municipalities usually are. A figure
that spans more than a power of ten (population, density) is compared by its logarithm.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10, sqrt
from statistics import fmean, pstdev
from typing import Final

_WIDE: Final = 10


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody like us. `apart`: by how many standard deviations each figure is above (+) or below (-) ours."""

    area: str
    distance: float
    apart: Mapping[str, float]


def neighbours(
    *, own: str, areas: Sequence[str], background: Mapping[str, Mapping[str, float]]
) -> tuple[Neighbour, ...]:
    """The areas in the order of their distance to ours; those that lack a figure are left out.

    `background` is figure → area → value. Empty where we ourselves lack one, or there is nothing to compare by.
    """
    scaled = {name: scale for name, values in background.items() if (scale := _scaled(values))}
    if not scaled or any(own not in scale for scale in scaled.values()):
        return ()
    found = [
        _neighbour(area, own, scaled)
        for area in areas
        if area != own and all(area in scale for scale in scaled.values())
    ]
    return tuple(sorted(found, key=lambda one: (one.distance, one.area)))


def _neighbour(area: str, own: str, scaled: Mapping[str, Mapping[str, float]]) -> Neighbour:
    apart = {name: scale[area] - scale[own] for name, scale in scaled.items()}
    return Neighbour(area, sqrt(fmean(one * one for one in apart.values())), apart)


def _scaled(values: Mapping[str, float]) -> dict[str, float]:
    """The values as standard scores; nothing where they do not differ."""
    told = dict(values)
    if told and min(told.values()) > 0 and max(told.values()) > _WIDE * min(told.values()):
        told = {area: log10(value) for area, value in told.items()}
    spread = pstdev(told.values()) if told else 0.0
    if not spread:
        return {}
    middle = fmean(told.values())
    return {area: (value - middle) / spread for area, value in told.items()}
