"""How large a change is beside how different people are: Hedges' g_av for pairs, with its interval.

The mean change is held against the ordinary spread among people (the average of the variances before and after), not
against the spread of the changes (d_z): d_z grows when the two measurements follow each other closely, so that two
offers with the same progress would seem unlike, and it cannot be laid beside what others publish (Lakens, Frontiers in
Psychology 4, 2013; Cumming, Understanding the New Statistics, 2012).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from borgerfokus.core.effect.noncentral import correction, shifts
from borgerfokus.core.effect.shares import Interval
from borgerfokus.core.texts import Text

_SMALL, _MEDIUM, _LARGE = 0.2, 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Size:
    """A change in standard deviations. `g` is corrected for few people, as is its interval."""

    g: float
    interval: Interval

    @property
    def words(self) -> Text:
        """What Cohen called a change of this size (Statistical Power Analysis, 1988)."""
        size = abs(self.g)
        if size < _SMALL:
            return _TINY_WORDS
        return _SMALL_WORDS if size < _MEDIUM else _MEDIUM_WORDS if size < _LARGE else _LARGE_WORDS


def size_of(*, mean: float, of_changes: float, of_people: float, number: int, confidence: float = 0.95) -> Size | None:
    """The size of a mean change among `number` people measured twice; None when nobody differs from anybody.

    `of_changes` is the standard deviation of the changes, `of_people` that of people: the root of the average of the
    variances before and after. The correction has 2(n - 1) degrees of freedom (Lakens 2013); the interval is that of
    Algina and Keselman (Educational and Psychological Measurement 63, 2003), from Student's t about another middle.
    Raises ValueError for fewer than two people.
    """
    if number < 2:
        raise ValueError("nobody is spread about a mean alone")
    if not of_changes or not of_people:
        return None
    unit = of_changes / (sqrt(number) * of_people)
    shrunk = correction(2 * (number - 1))
    low, high = shifts(mean / of_changes * sqrt(number), df=number - 1, confidence=confidence)
    return Size(g=shrunk * mean / of_people, interval=Interval(shrunk * low * unit, shrunk * high * unit))


_TINY_WORDS = Text(da="næsten ingen forskel", en="hardly any difference")
_SMALL_WORDS = Text(da="en lille forskel", en="a small difference")
_MEDIUM_WORDS = Text(da="en mellemstor forskel", en="a medium difference")
_LARGE_WORDS = Text(da="en stor forskel", en="a large difference")
