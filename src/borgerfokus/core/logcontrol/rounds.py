"""The draw of a round: the seed is promised before the look-ups are known, and shown afterwards.

    promise = SHA-256 of the seed in UTF-8, as 64 hexadecimal digits; written down when the round is planned
    list    = SHA-256 of the ids of everything that could be drawn, in order, joined by commas
    sample  = `core.supervision.draw` over the ids, divided by unit

Whoever has the log can repeat it: the seed must keep its promise, the list must have the same sum, and the same
look-ups must come out.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from borgerfokus.core.dates import add_months
from borgerfokus.core.supervision import draw as drawing

_NO_UNIT = "none"


class Fault(StrEnum):
    """What does not hold when a draw is repeated."""

    PROMISE = "promise"
    LIST = "list"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn, in the order of the keys, from how many, and the sum of the list."""

    ids: tuple[int, ...]
    population: int
    list_sum: str


def promise(seed: str) -> str:
    """What is written down before the draw."""
    return sha256(seed.encode()).hexdigest()


def sum_of(ids: Collection[int]) -> str:
    """The sum of the list that was drawn from."""
    return sha256(",".join(str(one) for one in sorted(ids)).encode()).hexdigest()


def draw(unit_of: Mapping[int, int | None], *, size: int, seed: str) -> Sample:
    """Draw `size` of the look-ups (id → unit), at least one of each unit."""
    parts = drawing.strata({str(one): str(unit or _NO_UNIT) for one, unit in unit_of.items()})
    drawn = drawing.draw(parts, size=max(size, len(parts)), seed=seed)
    taken = [number for part in drawn for number in part.taken]
    order = drawing.ordered(taken, seed=seed)
    return Sample(tuple(int(one) for one in order), len(unit_of), sum_of(unit_of))


def faults(
    unit_of: Mapping[int, int | None], *, size: int, seed: str, promised: str, told: Sample
) -> tuple[Fault, ...]:
    """What does not hold when the draw is repeated over what the log holds now."""
    again = draw(unit_of, size=size, seed=seed)
    found = []
    if promise(seed) != promised:
        found.append(Fault.PROMISE)
    if (again.population, again.list_sum) != (told.population, told.list_sum):
        found.append(Fault.LIST)
    if again.ids != told.ids:
        found.append(Fault.SAMPLE)
    return tuple(found)


def month_of(day: date) -> tuple[date, date]:
    """The month of a day as `[first, next first)`."""
    first = day.replace(day=1)
    return first, add_months(first, 1)


def half_year_of(day: date) -> tuple[date, date]:
    """The half-year of a day as `[first, next first)`."""
    first = day.replace(month=1 if day.month <= 6 else 7, day=1)
    return first, add_months(first, 6)
