"""The same people measured before and after: mean change, its uncertainty, its size, and what is said beside it.

What is shown is rounded before anything is reckoned from it (`core.disclosure`): the number of people, their first
mean, the mean change, its interval and the spread among people. Size, chance and cautions come from those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.effect import student
from borgerfokus.core.effect.cautions import cautions
from borgerfokus.core.effect.shares import Interval
from borgerfokus.core.effect.size import Size, size_of
from borgerfokus.core.texts import Text

_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Change:
    """A mean change on the scale of the measure, as it may be shown. Every property follows from the fields.

    `both` is how many were measured twice, `reach` how far the 95 % interval reaches to either side of the mean, and
    `of_people` the spread among people. `lost` is the share that was measured only before.
    """

    both: int
    before: float
    mean: float
    reach: float
    of_people: float
    lost: float

    @property
    def after(self) -> float:
        """The mean of the second measure."""
        return self.before + self.mean

    @property
    def interval(self) -> Interval:
        """Where the mean change lies, 95 times in 100, if these people are an ordinary sample."""
        return Interval(self.mean - self.reach, self.mean + self.reach)

    @property
    def is_sure(self) -> bool:
        """Whether the interval leaves out no change at all."""
        return abs(self.mean) > self.reach

    @property
    def size(self) -> Size | None:
        """Hedges' g_av; None when everybody changed alike."""
        return size_of(mean=self.mean, of_changes=self._of_changes, of_people=self.of_people, number=self.both)

    @property
    def p(self) -> float | None:
        """Two-sided, by the paired t test; None when everybody changed alike."""
        if not self._of_changes:
            return None
        return student.two_sided_tail(self.mean / self._of_changes * sqrt(self.both), df=self.both - 1)

    @property
    def if_the_lost_stood_still(self) -> float:
        """The mean change of everybody who began, if those who dropped out did not change."""
        return self.mean * (1 - self.lost)

    @property
    def _of_changes(self) -> float:
        return self.reach * sqrt(self.both) / student.quantile(_CONFIDENCE, df=self.both - 1)

    def cautions(self, *, chosen_by_score: bool) -> tuple[Text, ...]:
        """What is said beside the figure. `chosen_by_score`: they got the help because they were worst off at first."""
        return cautions(number=self.both, lost=self.lost, chosen_by_score=chosen_by_score)


def paired_change(pairs: Sequence[tuple[float, float]], *, started: int, rule: Rule) -> Change | None:
    """The change from the first to the second of each pair; None when too few were measured twice to be told of.

    A pair is one person's. `started` is how many were measured before. Raises ValueError for more pairs than people.
    """
    number = len(pairs)
    if started < number:
        raise ValueError("nobody is measured twice who was not measured before")
    shown = disclosure.count(number, rule=rule)
    if shown is None or number < 2:
        return None
    before, after = [one for one, _ in pairs], [one for _, one in pairs]
    changes = [second - first for first, second in pairs]
    reach = student.quantile(_CONFIDENCE, df=number - 1) * student.deviation(changes) / sqrt(number)
    of_people = sqrt((student.deviation(before) ** 2 + student.deviation(after) ** 2) / 2)
    step = disclosure.step(number, rule=rule)
    lost = disclosure.share(started - number, started, rule=rule)
    return Change(
        both=shown,
        before=disclosure.nearest(sum(before) / number, step=step),
        mean=disclosure.nearest(sum(changes) / number, step=step),
        reach=disclosure.nearest(reach, step=step, up=True),
        of_people=disclosure.nearest(of_people, step=step),
        lost=lost.percent / 100 if lost else 0.0,
    )
