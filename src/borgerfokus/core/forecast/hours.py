"""The hours that casework needs in the weeks ahead: of the cases that wait for their decision, and of those that come.

A kind of case takes so many hours of a caseworker until its decision (`hours` in its document). They are spread evenly
over the wait that cases of the kind usually have; a case that has gone on for long keeps asking for its weekly share.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from borgerfokus.core.forecast.survival import Curve
from borgerfokus.core.forecast.weeks import Incoming, Week, week_of

_MIDDLE = 3.5


@dataclass(frozen=True, slots=True)
class Pace:
    """A kind of case: the hours of a week while it waits, and the curve of its wait from the first day on."""

    weekly: float
    fresh: Curve


@dataclass(frozen=True, slots=True)
class Coming:
    """The share of what comes in that is of a kind, and its pace."""

    share: float
    pace: Pace


def pace(hours: float, fresh: Curve) -> Pace:
    """The pace of a kind with so many hours; `fresh` is the wait of its cases from their first day."""
    return Pace(hours / max(mean_days(fresh) / 7, 1.0), fresh)


def mean_days(curve: Curve) -> float:
    """The mean wait of a curve; what was never seen to end counts up to the last that was."""
    days, left, before = 0.0, 1.0, 0.0
    for day, still in zip(curve.days, curve.left, strict=True):
        days += left * (day - before)
        before, left = day, still
    return days


def hours_by_week(
    waiting: Sequence[tuple[float, Curve]], coming: Sequence[Coming], incoming: Sequence[Incoming], *, starts: int
) -> list[Week]:
    """The hours of each week. `waiting`: the weekly hours of each open case, and the curve of the rest of its wait.

    Unsure are how long each case still waits, and how many come in.
    """
    found = []
    for week in range(len(incoming)):
        middle = starts + 7 * week + _MIDDLE
        chances = [(weekly, curve.still_waits(middle)) for weekly, curve in waiting]
        mean = sum(weekly * chance for weekly, chance in chances)
        variance = sum(weekly**2 * chance * (1 - chance) for weekly, chance in chances)
        for back in range(week + 1):
            each = [one.share * one.pace.weekly * one.pace.fresh.still_waits(7 * back + _MIDDLE) for one in coming]
            squares = [
                one.share * one.pace.weekly**2 * one.pace.fresh.still_waits(7 * back + _MIDDLE) for one in coming
            ]
            came = incoming[week - back]
            mean += came.mean * sum(each)
            extra = max(0.0, came.variance - came.mean)
            variance += came.mean * sum(squares) + extra * sum(each) ** 2
        found.append(week_of(mean, variance))
    return found
