"""The attacker on how long things took: everybody is known but how long one took, with every median and percentile."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

import numpy as np
from tests.core.disclosure.attacking import SPLITS, population, weights

from borgerfokus.core.disclosure import Rule, count, weighing
from borgerfokus.core.disclosure.cube import Record, cube
from borgerfokus.core.disclosure.lengths import MEDIAN, NINTH, length, most, outer

DAYS = (3.0, 7.0, 13.0, 21.0, 34.0, 55.0, 89.0, 144.0)
"""What the attacker takes the one to have taken: one of these."""
GUESSES, ENOUGH, MOST = 2_000, 20, 200
"""How often the attacker guesses who counts never and who twice; fewer that fit make nobody certain."""
CERTAIN = 0.99
SHARES = (MEDIAN, NINTH)
HELD = -1.0
Told = tuple[int, float, float, float]


@dataclass(frozen=True)
class Took:
    """The people of a population, how long each took, and who it is that the attacker is after."""

    people: list[Record]
    days: Mapping[int, float]
    victim: int


def took(draw: Random) -> Took:
    """A population with days of its own; the victim's are one of `DAYS`."""
    people = population(draw)
    victim = draw.randrange(len(people))
    days = {one.person: draw.lognormvariate(3.0, 0.6) for one in people}
    return Took(people, days | {victim: draw.choice(DAYS)}, victim)


@dataclass(frozen=True)
class Tells:
    """How a cell of people is told: how many, and the median, the ninth tenth and the mean of what they took."""

    rule: Rule
    lengths: Callable[..., float]
    caps: bool

    def of(self, ordered: "np.ndarray", weights: "np.ndarray") -> Told:
        """What is told of people in the order of what they took."""
        number, within = int(weights.sum()), np.cumsum(weights)
        shown = count(number, rule=self.rule) or 0
        median, ninth = (self.length(self.at(ordered, within, share), shown, share) for share in SHARES)
        return shown, median, ninth, self.mean(ordered, weights, shown, median)

    def at(self, ordered: "np.ndarray", within: "np.ndarray", share: float) -> float:
        return float(ordered[min(np.searchsorted(within, share * within[-1]), len(ordered) - 1)])

    def length(self, value: float, people: int, share: float) -> float:
        """As it is told, -1 where it is held back."""
        if not people:
            return HELD
        if share == NINTH and self.lengths is length:
            told = outer(value, people=people, rule=self.rule)
            return HELD if told is None else told
        return self.lengths(value, people=people, rule=self.rule, share=share)

    def mean(self, ordered: "np.ndarray", weights: "np.ndarray", shown: int, median: float) -> float:
        """Of each no more than may count."""
        told = np.minimum(ordered, most(median, rule=self.rule)) if self.caps else ordered
        return self.length(float((told * weights).sum() / max(1, weights.sum())), shown, MEDIAN)


def is_told(seed: int, rule: Rule, *, lengths: Callable[..., float] = length, caps: bool = True) -> bool:
    """Whether any cell that the victim is in makes the attacker certain of what the victim took."""
    found, tells, weight = took(Random(seed)), Tells(rule, lengths, caps), weights(seed)
    shown = cube(found.people, splits=SPLITS, rule=rule, weight=weight, of_things=True).shown
    return any(_is_certain(found, places, tells, weight, seed) for places in shown.values() if found.victim in places)


def _is_certain(found: Took, places: tuple[int, ...], tells: Tells, weight: Callable[[int], int], seed: int) -> bool:
    weigh = weighing(tells.rule, weight)
    persons = [found.people[place].person for place in places]
    days, mine = np.array([found.days[one] for one in persons]), persons.index(found.victim)
    own = np.array([weigh(one) for one in persons])
    order = np.argsort(days)
    seen = tells.of(days[order], own[order])
    fits = {}
    for one in DAYS:
        days[mine] = one
        fits[one] = _fits(days, _guesses(len(persons), tells.rule, seed), tells, seen)
    whole = sum(fits.values())
    return whole >= ENOUGH * (tells.rule.round_to > 1) and fits[found.days[found.victim]] > CERTAIN * whole > 0


def _guesses(people: int, rule: Rule, seed: int) -> "np.ndarray":
    """Who counts never and who twice, as far as the attacker knows."""
    if rule.round_to == 1:
        return np.ones((1, people), dtype=int)
    return np.random.default_rng(seed).choice([0, 1, 1, 1, 1, 2], size=(GUESSES, people))


def _fits(days: "np.ndarray", guesses: "np.ndarray", tells: Tells, seen: Told) -> int:
    """How many guesses tell what is seen."""
    order = np.argsort(days)
    ordered, weights = days[order], guesses[:, order]
    within = np.cumsum(weights, axis=1)
    number = within[:, -1]
    sizes = [one for one in np.unique(number) if (count(int(one), rule=tells.rule) or 0) == seen[0]]
    fits = np.isin(number, sizes)
    for share, shown in zip(SHARES, seen[1:3], strict=True):
        places = np.minimum((within < share * number[:, None]).sum(axis=1), len(ordered) - 1)
        right = [place for place in np.unique(places) if tells.length(float(ordered[place]), seen[0], share) == shown]
        fits &= np.isin(places, right)
    told = weights[fits][:MOST]
    return sum(tells.mean(ordered, guess, seen[0], seen[1]) == seen[3] for guess in told)


def own_figures(found: Took, rule: Rule, seed: int, *, lengths: Callable[..., float] = length) -> tuple[int, int]:
    """How many of the medians and percentiles that are told are exactly what somebody took, and how many there are."""
    weight, tells = weights(seed), Tells(rule, lengths, caps=True)
    shown = cube(found.people, splits=SPLITS, rule=rule, weight=weight, of_things=True).shown
    told = []
    for places in shown.values():
        persons = sorted((found.people[place].person for place in places), key=lambda one: found.days[one])
        ordered, own = (np.array([of(one) for one in persons]) for of in (found.days.__getitem__, weight))
        told += [one for one in tells.of(ordered, own)[1:3] if one != HELD]
    return sum(one in set(found.days.values()) for one in told), len(told)
