"""The need of each age group, year by year: as large a share of the group as has help today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from borgerfokus.core.demography.population import GROUPS, Population
from borgerfokus.core.forecast.weeks import Z

YEARS: Final = 10


@dataclass(frozen=True, slots=True)
class Need:
    """How many are expected to need help, and the range that chance leaves of today's number (nine times of ten)."""

    expected: float
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """By age group in the order of `GROUPS`, None for a group too small to be told of. `whole` are the groups told of.

    `people` are how many the groups have, for each year.
    """

    years: tuple[int, ...]
    people: tuple[tuple[int, ...], ...]
    groups: tuple[tuple[Need, ...] | None, ...]
    whole: tuple[Need, ...]


def outlook(population: Population, *, helped: Sequence[int | None], year: int) -> Outlook | None:
    """Ten years from `year`, from those who have help now (`helped`, by age group). None if the year is not projected.

    The share with help is held as it is: what is told is what the population alone does to the need.
    """
    years = tuple(one for one in range(year, year + YEARS + 1) if one in population.years)
    if not years or years[0] != year:
        return None
    base = population.years[year]
    told = [place for place, number in enumerate(helped) if number is not None and base[place]]
    shares = {place: (helped[place] or 0) / base[place] for place in told}
    return Outlook(
        years=years,
        people=tuple(population.years[one] for one in years),
        groups=tuple(
            tuple(_need([place], shares, population.years[one], base) for one in years) if place in shares else None
            for place in range(len(GROUPS))
        ),
        whole=tuple(_need(told, shares, population.years[one], base) for one in years),
    )


def _need(
    places: Sequence[int], shares: Mapping[int, float], people: Sequence[int], base: Sequence[int]
) -> Need:
    expected = sum(shares[place] * people[place] for place in places)
    grown = [(shares[place] * base[place], people[place] / base[place]) for place in places]
    reach = Z * sqrt(sum(number * factor**2 for number, factor in grown))
    return Need(expected, max(0, round(expected - reach)), round(expected + reach))
