"""The attacker where some people have many cases: everybody is known but one, with how many cases each of them has."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations_with_replacement
from random import Random
from typing import Any

import numpy as np
from tests.core.disclosure.attacking import SPLITS, Atom, Published, _atom, _holds, atoms_of, population, rounded_from

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule, count
from borgerfokus.core.disclosure.cube import Cell, Record, cells, cube

NUMBERS = (1, 2, 3, 5, 8, 12, 20, 30)
"""How many cases somebody may have, for all that the attacker knows."""
Places = tuple[Atom, ...]


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
        self.atoms, self._releases, self._rule = atoms_of(found), releases, rule
        others = [one for one in found if one.person != 0]
        first = [one for one in others if _atom(one)[1] == "1"]
        self._known = [_cases_of_each(thinned(each) if protected else each) for each in (first, others)]

    def many(self, numbers: Iterable[int]) -> dict[tuple[Atom, int], float]:
        """How likely the one is in each of the finest groups with each number of cases."""
        return _shares({(atom, number): self._likely([atom] * number) for atom in self.atoms for number in numbers})

    def two(self) -> dict[Places, float]:
        """How likely the one is in each two of the finest groups, with a case in each, or in one of them."""
        pairs = combinations_with_replacement(self.atoms, 2)
        return _shares({pair: self._likely(sorted(set(pair))) for pair in pairs})

    def _likely(self, places: list[Atom]) -> float:
        likely = 1.0
        for release, told in enumerate(self._releases):
            for cell, shown in told.counts.items():
                if shown is not None and likely:
                    mine = sum(_holds(cell, atom, release=release) for atom in places)
                    others = self._known[release].get(cell, ())
                    likely *= _chance(tuple(sorted((*others, mine))) if mine else others, shown, self._rule)
        return likely


def _shares(likely: dict[Any, float]) -> dict[Any, float]:
    whole = sum(likely.values())
    return {one: share / whole for one, share in likely.items()} if whole else {}


def _cases_of_each(found: list[Record]) -> dict[Cell, tuple[int, ...]]:
    return {
        cell: tuple(sorted(Counter(found[place].person for place in places).values()))
        for cell, places in cells(found, splits=SPLITS).items()
    }


@cache
def _chance(numbers: tuple[int, ...], shown: int, rule: Rule) -> float:
    """How likely people with so many cases each count for what is shown."""
    low, high = rounded_from(shown, rule)
    if rule.round_to == 1:
        return float(low <= sum(numbers) <= high)
    return float(_by_weight(numbers)[low : high + 1].sum())


@cache
def _by_weight(numbers: tuple[int, ...]) -> "np.ndarray":
    """How likely each count is of people with so many cases each."""
    if not numbers:
        return np.array([1.0])
    one = np.zeros(2 * numbers[-1] + 1)
    one[[0, numbers[-1], 2 * numbers[-1]]] = (1 / 6, 4 / 6, 1 / 6)
    return np.convolve(_by_weight(numbers[:-1]), one)
