"""How many found their course understandable and coherent: shares that tell of nobody.

A citizen counts once in a cell, however many phases were answered about: as yes when at least half of the answers were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.disclosure.cube import Cell, Record, cells, cube
from borgerfokus.core.experience.words import Answer

SPLITS: tuple[tuple[str, ...], ...] = (("type_key", "unit"), ("phase", "unit"), ("phase", "type_key"))


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody who was asked; `answer` is None where nothing was answered."""

    person: int
    answer: Answer | None
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ExperienceCell:
    """What may be told of a cell, in citizens: asked, answered, and how many of those said yes."""

    cell: Cell
    asked: int
    answered: int
    yes: int


@dataclass(frozen=True, slots=True)
class ExperienceFigures:
    """The cells that are told of, and those where somebody answered and that are not."""

    told: tuple[ExperienceCell, ...]
    held: tuple[Cell, ...]


@disclosure.door
def experience_figures(
    said: Sequence[Said], *, rule: Rule, fewest: int, weight: Callable[[int], int], lot: Callable[[Cell], bytes]
) -> ExperienceFigures:
    """Every cell of unit, type of case and phase. `weight` says how often a person counts; `lot` is a cell's own.

    Fewer than `fewest` answers are told to nobody, whatever the rule says.
    """
    rule = Rule(suppress_up_to=max(rule.suppress_up_to, fewest - 1), round_to=rule.round_to)
    weigh = disclosure.weighing(rule, weight)
    answers = [one for one in said if one.answer is not None]
    given = cube([Record(one.person, one.values) for one in answers], splits=SPLITS, rule=rule, weight=weight)
    everybody = cells([Record(one.person, one.values) for one in said], splits=SPLITS)
    told = []
    for cell, places in given.shown.items():
        people = _by_person([answers[place] for place in places])
        kept = disclosure.kept(people, rule=rule, weight=weight)
        share = disclosure.rate(sum(kept), len(kept), rule=rule, lot=lot(cell))
        told_to = {said[place].person for place in everybody[cell]}
        asked = disclosure.count(sum(weigh(one) for one in told_to), rule=rule)
        if share and asked:
            told.append(ExperienceCell(cell, max(asked, share.whole), share.whole, share.part))
    return ExperienceFigures(tuple(told), tuple(sorted(given.held)))


def _by_person(answers: Iterable[Said]) -> dict[int, bool]:
    found: dict[int, list[bool]] = defaultdict(list)
    for one in answers:
        found[one.person].append(one.answer is Answer.YES)
    return {person: 2 * sum(given) >= len(given) for person, given in found.items()}
