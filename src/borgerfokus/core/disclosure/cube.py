"""Which cells of a cube of figures may be shown, so that no small group stands open, nor can be reckoned out.

A cell is a group told by some dimensions: everybody, an offer, an offer in a unit. It is held back when

* it holds few people (primary);
* it leaves few out of another cell that is shown and holds it: the difference of the two would tell of them;
* a wider cell is held back, which its parts together would tell of;
* the cells of a split that are held back are few people together: then the smallest shown one goes too (secondary).

The same cell gets the same answer wherever it is asked about, so filters never show what a table hides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from borgerfokus.core.disclosure import Rule, evenly, is_few, once, weighing, weighted_rule

_FEW_BY_WEIGHT = 5
"""Hardly ever do more than so many times the largest held group count for so little that they are few by weight."""
Cell = tuple[tuple[str, str], ...]
"""The dimensions that tell a group, by name in order: (("offer", "a"), ("unit", "b")). Everybody is ()."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing counted, of one person; `values` names it in each dimension, by several words where it has several."""

    person: int
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cube:
    """`shown` cells with the places of their records; `held` are those that hold somebody and are not shown."""

    shown: Mapping[Cell, tuple[int, ...]]
    held: frozenset[Cell]


def cube(
    records: Sequence[Record],
    *,
    splits: Iterable[Sequence[str]],
    rule: Rule,
    weight: Callable[[int], int] = once,
    of_things: bool = False,
) -> Cube:
    """The cells of the splits (each a set of dimensions) and of every split within them.

    `weight` says how often a person counts, where figures are made by weight (`core.disclosure`). `of_things`: the
    figures count records and not people, so a group in which somebody has most of them is small (`evenly`).
    """
    groups = cells(records, splits=splits)
    work = _Work(records, groups, rule, weighing(rule, weight), of_things=of_things)
    while work.hold_back():
        pass
    held = frozenset(work.held)
    return Cube({cell: tuple(sorted(places)) for cell, places in groups.items() if cell not in held}, held)


class _Work:
    """The cells still shown, and those held back so far."""

    def __init__(
        self,
        records: Sequence[Record],
        groups: Mapping[Cell, frozenset[int]],
        rule: Rule,
        weight: Callable[[int], int],
        *,
        of_things: bool,
    ) -> None:
        self._records, self._groups, self._rule = records, groups, rule
        self._weights = {record.person: weight(record.person) for record in records}
        self._children = _children(groups)
        most = max(Counter(record.person for record in records).values(), default=0)
        self._weighs, self._of_things = weight is not once, of_things
        self._reach = (_FEW_BY_WEIGHT if self._weighs else 1) * rule.suppress_up_to * most
        if of_things:
            self._reach = max(self._reach, _FEW_BY_WEIGHT * weighted_rule(rule).suppress_up_to * most**2)
        self.held = {cell for cell, places in groups.items() if self._is_few(places)}

    def hold_back(self) -> bool:
        """Hold back what a round finds; whether it found anything."""
        before = len(self.held)
        self.held |= {cell for cell in self._groups if any(wider in self.held for wider in _wider(cell))}
        self.held |= set(self._nearly_another())
        for (wider, _split), cells in self._children.items():
            if wider not in self.held:
                self._protect(wider, cells)
        return len(self.held) > before

    def _nearly_another(self) -> Iterator[Cell]:
        """Shown cells that lie in another shown one and hold all but few of its people, whatever tells them."""
        by_size = sorted((len(places), cell) for cell, places in self._groups.items() if cell not in self.held)
        for place, (size, cell) in enumerate(by_size):
            inner = self._groups[cell]
            for more, other in by_size[place + 1 :]:
                if more - size > self._reach:
                    break
                outer = self._groups[other]
                if size < more and inner < outer and self._is_few(outer - inner):
                    yield cell
                    break

    def _protect(self, wider: Cell, cells: Sequence[Cell]) -> None:
        """Hold back the smallest shown cells until those that are not shown are no longer few people."""
        shown = sorted((one for one in cells if one not in self.held), key=lambda one: (len(self._groups[one]), one))
        while shown:
            told = frozenset().union(*(self._groups[one] for one in shown))
            if not self._is_few(self._groups[wider] - told):
                return
            self.held.add(shown.pop(0))

    def _is_few(self, places: Iterable[int]) -> bool:
        people = Counter(self._records[place].person for place in places)
        if not people or not self._weighs:
            return 0 < len(people) <= self._rule.suppress_up_to
        weighted = evenly((self._weights[one], number if self._of_things else 1) for one, number in people.items())
        return is_few(people=len(people), weighted=weighted, rule=self._rule)


def cells(records: Sequence[Record], *, splits: Iterable[Sequence[str]]) -> dict[Cell, frozenset[int]]:
    """Every cell that holds a record, with the places of its records; nothing of it may be shown as it is."""
    found: dict[Cell, set[int]] = defaultdict(set)
    parts = {part for split in splits for part in _parts(tuple(sorted(split)))}
    for split in sorted(parts, key=lambda one: (len(one), one)):
        for place, record in enumerate(records):
            for values in product(*(record.values.get(name, ()) for name in split)):
                found[tuple(zip(split, values, strict=True))].add(place)
    return {cell: frozenset(places) for cell, places in found.items()}


def _children(groups: Iterable[Cell]) -> dict[tuple[Cell, str], list[Cell]]:
    """The cells that a wider one falls into, by the dimension that splits it."""
    found: dict[tuple[Cell, str], list[Cell]] = defaultdict(list)
    for cell in groups:
        for name, _value in cell:
            found[tuple(one for one in cell if one[0] != name), name].append(cell)
    return found


def _wider(cell: Cell) -> Iterator[Cell]:
    """The cells with one dimension less."""
    for left_out in cell:
        yield tuple(one for one in cell if one != left_out)


def _parts(split: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield split
    for place in range(len(split)):
        yield from _parts(split[:place] + split[place + 1 :])
