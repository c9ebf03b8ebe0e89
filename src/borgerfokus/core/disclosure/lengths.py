"""How long something took, as it may be told of people: a median, a percentile or a mean.

Such a figure is somebody's own, or lies between two who are known. Rounded to a step that one person more or less does
not move it by, it is nobody's: the fewer people and the further out, the larger the step.
"""

from math import inf
from typing import Final

from borgerfokus.core.disclosure import Rule, nearest

MEDIAN, NINTH, QUARTILE = 0.5, 0.9, 0.75
_STEPS: Final = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)
_MOST: Final = 3
_SHORT: Final = 10.0
"""Above this nothing is told finer than by whole ones."""


def length(value: float, *, people: int, rule: Rule, share: float = MEDIAN) -> float:
    """The figure as it may be told, in the unit it is in. `share`: of so many people, how many lie below it.

    A mean may be told where each counts for no more than `most`; its `share` is the middle. As it is where the rule
    rounds nothing. Raises ValueError for nobody.
    """
    if people < 1:
        raise ValueError("a figure is of somebody")
    if rule.round_to == 1:
        return value
    return nearest(value, step=_step(value, people, share))


def outer(value: float, *, people: int, rule: Rule, share: float = NINTH) -> float | None:
    """A length far out as it may be told; None where too few people are beyond it, for it is then theirs."""
    if rule.round_to > 1 and (1 - share) * people <= rule.suppress_up_to:
        return None
    return length(value, people=people, rule=rule, share=share)


def most(median: float, *, rule: Rule) -> float:
    """For how long one counts at most in a mean, by the told median: without a limit where nothing is rounded."""
    return inf if rule.round_to == 1 else _MOST * max(median, 1.0)


def _step(value: float, people: int, share: float) -> float:
    """Twice as large as one person moves a figure, which is by about its part of those beyond it."""
    beyond = (1 - share) * people
    least = max(2 * abs(value) / beyond, _STEPS[0] if abs(value) < _SHORT else _STEPS[1])
    return next((one for one in _STEPS if one >= least), _STEPS[-1])
