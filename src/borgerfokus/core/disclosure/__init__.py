"""Counts that leave the casework side: small ones are held back, the others rounded, so that nobody is recognised."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import ceil, floor, sqrt
from statistics import NormalDist
from typing import ParamSpec, TypeVar

_Value = TypeVar("_Value")
_Given = ParamSpec("_Given")
WEIGHT_VARIANCE = 1 / 3
"""The variance of the weights by which people count."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Counts up to `suppress_up_to` are held back; the others are rounded to the nearest `round_to`."""

    suppress_up_to: int
    round_to: int

    def __post_init__(self) -> None:
        if self.suppress_up_to < 0 or self.round_to < 1:
            raise ValueError("a disclosure rule holds back at least nothing and rounds to at least one")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole as it may be shown: both rounded, `percent` reckoned from the rounded counts."""

    part: int
    whole: int
    percent: int


def door(function: Callable[_Given, _Value]) -> Callable[_Given, _Value]:
    """Marks a function that lets figures out to who sees no cases. What it gives has been through disclosure control.

    Pages for those people read figures through marked functions alone (`tests/architecture/test_one_door.py`).
    """
    return function


def count(number: int, *, rule: Rule) -> int | None:
    """The count as it may be shown, or None when it is too small. Half is rounded up."""
    if number < 0:
        raise ValueError("a count is not negative")
    if number <= rule.suppress_up_to:
        return None
    return (number + rule.round_to // 2) // rule.round_to * rule.round_to


def share(part: int, whole: int, *, rule: Rule) -> Share | None:
    """A share as it may be shown, or None when the whole is too small.

    A part or a rest that is too small shows as nothing or all. Between them each figure stands for at least three
    true counts, so that not even somebody who knows the whole can tell the part.
    """
    if not 0 <= part <= whole:
        raise ValueError("a part lies within its whole")
    shown = count(whole, rule=rule)
    if shown is None:
        return None
    own = min(_part(part, whole, shown, rule), shown)
    return Share(part=own, whole=shown, percent=round(100 * own / shown))


_FEWEST = 3


def _part(part: int, whole: int, shown: int, rule: Rule) -> int:
    low, high = rule.suppress_up_to + 1, whole - rule.suppress_up_to - 1
    if part < low and 2 * part < whole:
        return 0
    if part > high:
        return shown
    if high - low + 1 < _FEWEST:
        return shown if 2 * part >= whole else 0
    own = count(part, rule=rule) or 0
    same = [other for other in range(max(low, part - rule.round_to), high + 1) if count(other, rule=rule) == own]
    return own if len(same) >= _FEWEST or rule.round_to == 1 else own - rule.round_to


def rate(part: int, whole: int, *, rule: Rule, lot: bytes) -> Share | None:
    """A share as it may be shown, or None when the whole is too small. `lot` is the figure's own, of at least 8 bytes.

    The part is shaken by about one person, and the share rounded to a step that stands for at least `_FEWEST` people
    and is at most a tenth. Nothing and all show as the lowest and the highest step, for they would tell of everybody.
    `share` does without a lot, and therefore tells less of small groups.
    """
    if not 0 <= part <= whole:
        raise ValueError("a part lies within its whole")
    shown = count(whole, rule=rule)
    if shown is None:
        return None
    if rule.round_to == 1:
        return Share(part=part, whole=whole, percent=round(100 * part / whole))
    one = rate_step(whole)
    told = min(1 - one, max(one, nearest((part + _shake(lot)) / whole, step=one)))
    return Share(part=round(told * shown), whole=shown, percent=round(100 * told))


def shaken(number: int, *, rule: Rule, lot: bytes) -> int | None:
    """A count of people whose weights are not at hand, moved as far as weights would move it; None when it is small."""
    if rule.round_to == 1:
        return number
    moved = number + round(sqrt(number * WEIGHT_VARIANCE) * _shake(lot))
    return None if number <= rule.suppress_up_to else count(max(0, moved), rule=weighted_rule(rule))


def _shake(lot: bytes) -> float:
    """A number from the normal distribution with a deviation of one, always the same for the same lot."""
    return NormalDist().inv_cdf((int.from_bytes(lot[:8], "big") + 0.5) / 2**64)


def rate_step(number: int) -> float:
    """The step to which a share of so many people is rounded. Raises ValueError for nobody."""
    if number < 1:
        raise ValueError("a share is of somebody")
    return next((one for one in _RATE_STEPS if one * number >= _FEWEST), _RATE_STEPS[-1])


def step(number: int, *, rule: Rule) -> float:
    """The step to which a mean of so many people's whole numbers is rounded; 0 for no rounding.

    So that whoever knows everybody but one cannot tell that one from the mean, each figure stands for as many sums
    as a count stands for counts, where that does not take a step above a half. Raises ValueError for nobody.
    """
    if number < 1:
        raise ValueError("a mean is of somebody")
    if rule.round_to == 1:
        return 0.0
    return next((one for one in _STEPS if one * number >= rule.round_to), _STEPS[-1])


def weight(lot: bytes) -> int:
    """How often somebody counts in every figure: once, but one in six never and one in six twice. By a secret lot.

    Whoever knows everybody but one cannot tell that one from any number of tables, for nobody but the owner of the
    key knows how often the others count. It is the same in all tables and releases, so more of them tell no more,
    parts add up to their whole, and a figure is right on average.
    """
    place = int.from_bytes(lot[:8], "big") * 6 // 2**64
    return _WEIGHTS[place]


def evenly(things: Iterable[tuple[int, float]]) -> int:
    """As how many people by weight a group hides each of its own, where a figure counts things and some have several.

    `things` are the weight of each and how many are theirs. Where all have as many it is their weights together; where
    one has thirty among people of one each it is hardly more than one, for no weight of the others hides thirty.
    """
    told = [(weight, number) for weight, number in things if weight and number]
    most = max((number for _weight, number in told), default=1)
    return floor(sum(weight * (number / most) ** 2 for weight, number in told) + 1e-9)


def is_few(*, people: int, weighted: int, rule: Rule) -> bool:
    """Whether a group is too small to be told of: of so many people, who by their weights count for so many.

    It must be small by the weights, so that the edge between told and held back tells of nobody.
    """
    return people <= rule.suppress_up_to or weighted <= weighted_rule(rule).suppress_up_to


def weighted_rule(rule: Rule) -> Rule:
    """The rule for counts by weight: so far above the smallest group that hardly any smaller one counts for as much."""
    if rule.round_to == 1:
        return rule
    spread = sqrt((rule.suppress_up_to + 1) * WEIGHT_VARIANCE)
    return Rule(rule.suppress_up_to + ceil(_SURE * spread), rule.round_to)


def once(person: int) -> int:
    """The weight of everybody where nothing is weighed."""
    del person
    return 1


def weighing(rule: Rule, weight: Callable[[int], int]) -> Callable[[int], int]:
    """The weights that a rule asks for: none without rounding."""
    return once if rule.round_to == 1 else weight


def kept(people: Mapping[int, _Value], *, rule: Rule, weight: Callable[[int], int]) -> list[_Value]:
    """What is known of the people, of each as often as their weight says; of everybody once without rounding."""
    weigh = weighing(rule, weight)
    return [people[person] for person in sorted(people) for _ in range(weigh(person))]


def nearest(value: float, *, step: float, up: bool = False) -> float:
    """The value rounded to a step, upwards if so told; as it is for no step."""
    if not step:
        return value
    whole = ceil(value / step - 1e-9) if up else floor(value / step + 0.5)
    return round(whole * step, 6)


_WEIGHTS = (0, 1, 1, 1, 1, 2)
_SURE = 3.4
_STEPS = (0.1, 0.2, 0.5)
_RATE_STEPS = (0.01, 0.02, 0.05, 0.1)
