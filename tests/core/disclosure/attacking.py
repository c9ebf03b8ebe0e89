"""An attacker with every table that is let out: linear programming over the cells, and everybody known but one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from random import Random

import numpy as np
from scipy.optimize import linprog

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule, count
from borgerfokus.core.disclosure.cube import Cell, Record, cells, cube

SPLITS = (("kind", "unit"), ("quarter", "unit"), ("kind", "quarter"))
TAIL = 0.0005
"""What happens more seldom than this on either side the attacker takes to be impossible."""
Atom = tuple[str, str, str]


@dataclass(frozen=True)
class Published:
    """What is let out of a population in a release: the count of each cell, None where it is held back."""

    counts: Mapping[Cell, int | None]


def population(draw: Random) -> list[Record]:
    """Citizens with one case each, most in large groups and some in small ones; in the first quarter or the second."""
    return [
        Record(
            person,
            {
                "kind": (draw.choices("abc", (9, 4, 1))[0],),
                "unit": (draw.choices("wxyz", (9, 6, 3, 1))[0],),
                "quarter": (draw.choices("12", (1, 1))[0],),
            },
        )
        for person in range(draw.randint(60, 260))
    ]


def weights(seed: int) -> Callable[[int], int]:
    return lambda person: disclosure.weight(blake2b(f"{seed}/{person}".encode(), key=b"secret").digest())


def publish(found: list[Record], rule: Rule, weight: Callable[[int], int]) -> list[Published]:
    """Two releases: the first quarter, and then both."""
    weigh = disclosure.weighing(rule, weight)
    releases = []
    for told in ([one for one in found if one.values["quarter"] == ("1",)], found):
        given = cube(told, splits=SPLITS, rule=rule, weight=weight)
        shown = {cell: sum(weigh(told[place].person) for place in places) for cell, places in given.shown.items()}
        counts: dict[Cell, int | None] = {cell: count(number, rule=rule) for cell, number in shown.items()}
        releases.append(Published(counts | dict.fromkeys(given.held)))
    return releases


def atoms_of(found: Iterable[Record]) -> list[Atom]:
    return sorted({_atom(one) for one in found})


def _atom(record: Record) -> Atom:
    return (record.values["kind"][0], record.values["quarter"][0], record.values["unit"][0])


def _holds(cell: Cell, atom: Atom, *, release: int) -> bool:
    where = dict(zip(("kind", "quarter", "unit"), atom, strict=True))
    return all(where[name] == value for name, value in cell) and (release == 1 or atom[1] == "1")


class Programme:
    """What every table together says of the counts of the finest groups."""

    def __init__(self, found: list[Record], releases: list[Published], rule: Rule) -> None:
        self.atoms = atoms_of(found)
        self.rows: list[list[float]] = []
        self.tops: list[float] = []
        for number, release in enumerate(releases):
            for cell, shown in release.counts.items():
                if shown is not None:
                    self._bound(cell, number, rounded_from(shown, rule))

    def _bound(self, cell: Cell, release: int, fits: tuple[int, int]) -> None:
        row = self._row(cell, release)
        self.rows += [row, [-one for one in row]]
        self.tops += [fits[1], -fits[0]]

    def _row(self, cell: Cell, release: int) -> list[float]:
        return [1.0 if _holds(cell, atom, release=release) else 0.0 for atom in self.atoms]

    def interval(self, cell: Cell) -> tuple[int, int]:
        """From what to what the count of a cell of both quarters may be."""
        aim = self._row(cell, 1)
        low = linprog(aim, A_ub=self.rows, b_ub=self.tops, method="highs").fun
        most = linprog([-one for one in aim], A_ub=self.rows, b_ub=self.tops, method="highs")
        high = -most.fun if most.status == 0 else 10_000.0
        return int(np.ceil(low - 1e-6)), int(np.floor(high + 1e-6))


def rounded_from(shown: int, rule: Rule) -> tuple[int, int]:
    fits = [one for one in range(max(0, shown - 5), shown + 6) if count(one, rule=rule) == shown]
    return min(fits), max(fits)


@cache
def by_weight(people: int) -> "np.ndarray":
    """How likely each count is of so many people by weight."""
    if people == 0:
        return np.array([1.0])
    return np.convolve(by_weight(people - 1), np.array([1, 4, 1]) / 6)


def people_of(low: int, high: int) -> tuple[int, int]:
    """From how many to how many people may stand behind a count between two."""
    fewest, most = 0, max(high, 1)
    while by_weight(fewest)[low:].sum() < TAIL:
        fewest += 1
    while most < 400 and by_weight(most + 1)[: high + 1].sum() >= TAIL:
        most += 1
    return fewest, most


def known_but_one(found: list[Record], releases: list[Published], rule: Rule, victim: Record) -> dict[Atom, float]:
    """How likely the victim is in each of the finest groups, for whoever knows all others there."""
    others = [one for one in found if one is not victim]
    first = [one for one in others if _atom(one)[1] == "1"]
    known = [{cell: len(places) for cell, places in cells(each, splits=SPLITS).items()} for each in (first, others)]
    likely = {
        atom: float(
            np.prod(
                [
                    _chance(known[number].get(cell, 0) + _holds(cell, atom, release=number), shown, rule)
                    for number, release in enumerate(releases)
                    for cell, shown in release.counts.items()
                ]
            )
        )
        for atom in atoms_of(found)
    }
    whole = sum(likely.values())
    return {atom: one / whole for atom, one in likely.items()} if whole else {}


@cache
def _chance(people: int, shown: int | None, rule: Rule) -> float:
    """How likely a cell of so many people shows as it does. What is held back to protect others tells nothing."""
    if shown is None:
        return 1.0
    low, high = rounded_from(shown, rule)
    if rule.round_to == 1:
        return float(low <= people <= high)
    low = max(low, disclosure.weighted_rule(rule).suppress_up_to + 1)
    return float(by_weight(people)[low : high + 1].sum()) if people > rule.suppress_up_to else 0.0
