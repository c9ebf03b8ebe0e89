"""The attacker where some people have many cases: everybody is known but one, with how many cases each of them has."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations_with_replacement
from random import Random
from typing import Any

import numpy as np
from tests.core.disclosure.attacking import (
    SPLITS,
    Atom,
    Published,
    _atom,
    _holds,
    atoms_of,
    by_weight,
    population,
    rounded_from,
)

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule, count
from borgerfokus.core.disclosure.cube import Cell, Record, cells, cube

NUMBERS = (1, 2, 3, 5, 8, 12, 20, 30)
"""How many cases somebody may have, for all that the attacker knows."""
Places = tuple[Atom, ...]
Numbers = tuple[tuple[int, int], ...]
"""So many cases, and how many people have as many."""


def lonely(draw: Random) -> list[Record]:
    """Everybody has one case, but the first has thirty: nobody else's can hide them."""
    return [one for one in population(draw) for _case in range(30 if one.person == 0 else 1)]


def returning(draw: Random) -> list[Record]:
    """Everybody comes back at times, in another group than before; the first has two cases in two groups."""
    people = population(draw)
    more = population(draw)
    again = [Record(one.person, more[place].values) for place, one in enumerate(people[: len(more)])]
    return people + [one for place, one in enumerate(again) if place == 0 or draw.random() < 0.2]


def in_few_hands(draw: Random) -> list[Record]:
    """The people of `population`, and in one unit three people with a dozen cases each."""
    found = population(draw)
    for person in range(1_000, 1_003):
        values = {"kind": (draw.choice("ab"),), "unit": ("few",), "quarter": (draw.choice("12"),)}
        found += [Record(person, values)] * 12
    return found


def thinned(found: list[Record]) -> list[Record]:
    """Of each person one case in each of the finest groups, as figures are made."""
    return list({(one.person, _atom(one)): one for one in found}.values())


def publish(found: list[Record], rule: Rule, weight: Callable[[int], int], *, protected: bool) -> list[Published]:
    """Two releases of counts of cases: the first quarter, and then both. Not `protected`, all count alike."""
    weigh = disclosure.weighing(rule, weight)
    releases = []
    for told in ([one for one in found if one.values["quarter"] == ("1",)], found):
        mine = thinned(told) if protected else told
        given = cube(mine, splits=SPLITS, rule=rule, weight=weight, of_things=protected)
        counts: dict[Cell, int | None] = {
            cell: count(sum(weigh(mine[place].person) for place in places), rule=rule)
            for cell, places in given.shown.items()
        }
        releases.append(Published(counts | dict.fromkeys(given.held)))
    return releases


class Known:
    """An attacker who knows everybody but one: in which groups they are, and with how many cases."""

    def __init__(self, found: list[Record], releases: list[Published], rule: Rule, *, protected: bool) -> None:
        self.atoms, self._rule = atoms_of(found), rule
        others = [one for one in found if one.person != 0]
        first = [one for one in others if _atom(one)[1] == "1"]
        known = [_cases_of_each(thinned(each) if protected else each) for each in (first, others)]
        told = [
            (release, cell, shown)
            for release, table in enumerate(releases)
            for cell, shown in table.counts.items()
            if shown is not None
        ]
        self._told = [(known[release].get(cell, ()), shown) for release, cell, shown in told]
        held = [[_holds(cell, atom, release=release) for release, cell, _shown in told] for atom in self.atoms]
        self._in = np.array(held, dtype=int)

    def many(self, numbers: Iterable[int]) -> dict[tuple[Atom, int], float]:
        """How likely the one is in each of the finest groups with each number of cases."""
        return _shares({
            (atom, number): self._likely(self._in[place] * number)
            for place, atom in enumerate(self.atoms)
            for number in numbers
        })  # fmt: skip

    def two(self) -> dict[Places, float]:
        """How likely the one is in each two of the finest groups, with a case in each, or in one of them."""
        places = combinations_with_replacement(range(len(self.atoms)), 2)
        return _shares({
            (self.atoms[one], self.atoms[other]): self._likely(self._in[one] + self._in[other] * int(one != other))
            for one, other in places
        })  # fmt: skip

    def _likely(self, mine: "np.ndarray") -> float:
        """How likely what is shown is, if the one has so many cases in each cell."""
        likely = 1.0
        for (others, shown), number in zip(self._told, mine.tolist(), strict=True):
            if likely:
                likely *= _chance(others, int(number), shown, self._rule)
        return likely


def _shares(likely: dict[Any, float]) -> dict[Any, float]:
    whole = sum(likely.values())
    return {one: share / whole for one, share in likely.items()} if whole else {}


def _cases_of_each(found: list[Record]) -> dict[Cell, Numbers]:
    return {
        cell: tuple(sorted(Counter(Counter(found[place].person for place in places).values()).items()))
        for cell, places in cells(found, splits=SPLITS).items()
    }


@cache
def _chance(others: Numbers, mine: int, shown: int, rule: Rule) -> float:
    """How likely people with so many cases each count for what is shown."""
    low, high = rounded_from(shown, rule)
    if rule.round_to == 1:
        return float(low <= sum(number * people for number, people in others) + mine <= high)
    return float(np.convolve(_by_weight(others), _weighted(mine, 1))[low : high + 1].sum())


@cache
def _by_weight(others: Numbers) -> "np.ndarray":
    """How likely each count is of people with so many cases each."""
    told = np.array([1.0])
    for number, people in others:
        told = np.convolve(told, _weighted(number, people))
    return told


@cache
def _weighted(number: int, people: int) -> "np.ndarray":
    """How likely each count is of so many people with as many cases each."""
    if number == 0 or people == 0:
        return np.array([1.0])
    spread = np.zeros(2 * number * people + 1)
    spread[::number] = by_weight(people)
    return spread
