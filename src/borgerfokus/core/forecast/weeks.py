"""The weeks ahead: how many cases come in, are decided and miss their date, with ranges that hold nine times of ten."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from borgerfokus.core.forecast.survival import Curve

Z = 1.6448536269514722
"""Nine of ten of a normal distribution lie within so many standard deviations."""

FEWEST = 8
_SMOOTHINGS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5)


@dataclass(frozen=True, slots=True)
class Week:
    """The expected number of a week, and the range that holds nine times of ten. Whole numbers."""

    expected: float
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Incoming:
    """What comes in of a week: the mean and the variance."""

    mean: float
    variance: float

    @property
    def week(self) -> Week:
        """As it is told."""
        return week_of(self.mean, self.variance)


def decided_by_week(curves: Sequence[Curve], *, starts: int, weeks: int) -> list[Week]:
    """How many of the open cases are decided in each week, the first of which begins `starts` days from now.

    Each case falls in a week with the chance that its curve gives.
    """
    found = []
    for week in range(weeks):
        begins = starts + 7.0 * week
        chances = [one.still_waits(begins) - one.still_waits(begins + 7.0) for one in curves]
        found.append(week_of(sum(chances), sum(chance * (1 - chance) for chance in chances)))
    return found


def missed_by_week(chances: Sequence[tuple[int, float]], *, starts: int, weeks: int) -> list[Week]:
    """How many dates are missed in each week. `chances`: days from now until a date, and how likely it is missed."""
    found = []
    for week in range(weeks):
        begins = starts + 7 * week
        mine = [chance for days, chance in chances if begins <= days < begins + 7]
        found.append(week_of(sum(mine), sum(chance * (1 - chance) for chance in mine)))
    return found


def incoming_by_week(counts: Sequence[int], *, days: Sequence[int], ahead: Sequence[int]) -> list[Incoming]:
    """How many come in, week by week: as many a working day as lately, more unsure the further ahead.

    `counts` of whole weeks, oldest first, with their working `days`; `ahead` the working days of the weeks to come.
    The level of a working day is smoothed exponentially, as fast as would have foretold the weeks before best; it may
    wander on, and single weeks spread around it at least as chance alone (Poisson) does. Raises ValueError with fewer
    than eight weeks.
    """
    if len(counts) < FEWEST or len(counts) != len(days):
        raise ValueError(counts)
    speed = min(_SMOOTHINGS, key=lambda one: _errors(counts, days, one))
    level = _level(counts, days, speed)
    usual = max(fmean(days), 1.0)
    noise = max(level * usual, _errors(counts, days, speed))
    found = []
    for place, working in enumerate(ahead):
        wandered = noise * (1 / len(counts) + place * speed**2)
        share = working / usual
        found.append(Incoming(level * working, max(level * working, noise * share) + wandered * share**2))
    return found


def week_of(expected: float, variance: float) -> Week:
    """A mean and a variance as they are told."""
    reach = Z * sqrt(variance)
    return Week(expected, max(0, round(expected - reach)), round(expected + reach))


def _level(counts: Sequence[int], days: Sequence[int], speed: float) -> float:
    """What comes in on a working day; without smoothing the mean of all of them."""
    if not speed:
        return sum(counts) / max(sum(days), 1)
    first = FEWEST // 2
    level = sum(counts[:first]) / max(sum(days[:first]), 1)
    for count, working in zip(counts[first:], days[first:], strict=True):
        level += speed * (count / working - level) if working else 0.0
    return level


def _errors(counts: Sequence[int], days: Sequence[int], speed: float) -> float:
    """The mean squared error of foretelling each week from those before it."""
    first = FEWEST // 2
    errors = [
        (counts[place] - _level(counts[:place], days[:place], speed) * days[place]) ** 2
        for place in range(first + 1, len(counts))
    ]
    return fmean(errors)
