"""The figures of a release: every goal that was followed up, gathered by citizen in each cell of a cube.

A citizen counts once in a cell, with the mean of the goals that fall there, so that who has many goals does not count
for many people. Levels are those of the frames (FFB, FSIII): lower is less difficulty. Everything here is turned, so
that up is better: a level of 3 is -3, and a positive change is progress.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.disclosure.cube import Cell, Record, cells, cube
from borgerfokus.core.effect.paired import Change, paired_change
from borgerfokus.core.effect.regression import Everybody, by_itself, everybody
from borgerfokus.core.effect.shares import Proportion, proportion

OFFER, METHOD, UNIT, LEVEL, THEME = "offer", "method", "unit", "level", "theme"
SPLITS: tuple[tuple[str, ...], ...] = (
    (OFFER, THEME, LEVEL),
    (OFFER, UNIT),
    (METHOD, UNIT),
    (METHOD, LEVEL),
    (METHOD, THEME),
    (UNIT, LEVEL),
    (UNIT, THEME),
)
"""What is split by what. Everything within a split is a cell too: (offer, level), (offer,) and everybody."""


@dataclass(frozen=True, slots=True)
class GoalSeen:
    """A goal of a person: the level it began at, and what the last follow-up said; None when none was held in time."""

    person: int
    before: int
    after: int | None
    reached: bool
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Figure:
    """What may be told of a cell. `expected`: the progress that would have come by itself, None if that is unknown."""

    cell: Cell
    change: Change
    reached: Proportion
    expected: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The cells that are told of, and those that hold somebody and are not."""

    told: tuple[Figure, ...]
    held: tuple[Cell, ...]


@disclosure.door
def figures(
    goals: Sequence[GoalSeen],
    *,
    usual: Mapping[str, float],
    rule: Rule,
    weight: Callable[[int], int],
    lot: Callable[[Cell], bytes],
) -> Figures:
    """Every cell of the cube. `usual` is the mean first level of everybody who was assessed, by theme.

    `weight` says how often a person counts, and `lot` is a cell's own.
    """
    seen = [goal for goal in goals if goal.after is not None]
    given = cube([Record(one.person, one.values) for one in seen], splits=SPLITS, rule=rule, weight=weight)
    lost = _lost(goals, seen, given.shown, disclosure.weighing(rule, weight))
    known = everybody([_pair(mine) for mine in _by_person(seen).values()])
    told = []
    for cell, places in given.shown.items():
        people = _by_person([seen[place] for place in places])
        found = _figure(cell, disclosure.kept(people, rule=rule, weight=weight), lost[cell], rule, lot(cell))
        if found is not None:
            told.append(_against(found, [seen[place] for place in places], usual, known))
    return Figures(tuple(told), tuple(sorted(given.held)))


def _figure(cell: Cell, kept: Sequence[Sequence[GoalSeen]], lost: int, rule: Rule, lot: bytes) -> Figure | None:
    """From people as often as they count."""
    change = paired_change([_pair(mine) for mine in kept], started=len(kept) + lost, rule=rule)
    reached = proportion(sum(_has_reached(mine) for mine in kept), len(kept), rule=rule, lot=lot)
    return Figure(cell, change, reached, None) if change and reached else None


def _against(found: Figure, goals: Sequence[GoalSeen], usual: Mapping[str, float], known: Everybody | None) -> Figure:
    """With what would have come by itself, held against everybody assessed in the same themes."""
    means = [usual[theme] for goal in goals for theme in goal.values.get(THEME, ()) if theme in usual]
    if known is None or not means:
        return found
    mean = round(sum(means) / len(means), 1)
    expected = by_itself(before=found.change.before, everybody=Everybody(-mean, known.follows))
    return Figure(found.cell, found.change, found.reached, round(expected, 1))


def _pair(mine: Iterable[GoalSeen]) -> tuple[float, float]:
    """A person's mean levels, before and after, turned so that up is better."""
    goals = [goal for goal in mine if goal.after is not None]
    return -sum(one.before for one in goals) / len(goals), -sum(one.after or 0 for one in goals) / len(goals)


def _has_reached(mine: Sequence[GoalSeen]) -> bool:
    """Whether at least half of a person's goals are reached."""
    return 2 * sum(goal.reached for goal in mine) >= len(mine)


def _by_person(goals: Iterable[GoalSeen]) -> dict[int, list[GoalSeen]]:
    found: dict[int, list[GoalSeen]] = defaultdict(list)
    for goal in goals:
        found[goal.person].append(goal)
    return dict(found)


def _lost(
    goals: Iterable[GoalSeen],
    seen: Sequence[GoalSeen],
    shown: Mapping[Cell, Sequence[int]],
    weight: Callable[[int], int],
) -> dict[Cell, int]:
    """How many people of each cell began, and were never followed up there, by their weights."""
    gone = [goal for goal in goals if goal.after is None]
    began = cells([Record(one.person, one.values) for one in gone], splits=SPLITS)
    found = {}
    for cell, places in shown.items():
        people = {gone[place].person for place in began.get(cell, ())}
        found[cell] = sum(weight(one) for one in people - {seen[place].person for place in places})
    return found
