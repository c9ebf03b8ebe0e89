"""What many runs say: the median and the share within the deadline, with intervals, now and otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from borgerfokus.core.simulation.courses import Course
from borgerfokus.core.simulation.queue import Change, Passed, Setting, calibrated, draw, run, settled

RUNS: Final = 40


@dataclass(frozen=True, slots=True)
class Range:
    """The middle of the runs, and between what nine of ten of them lie."""

    middle: float
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Answer:
    """Days until half of the cases are decided, now and otherwise; shares in time likewise; and what the change does.

    `saved` and `gained` compare run by run, where both meet the same cases. Shares from 0 to 1.
    """

    now: Range
    then: Range
    saved: Range
    kept_now: Range
    kept_then: Range
    gained: Range


@dataclass(frozen=True, slots=True)
class Foretold:
    """What was foretold of the cases decided in a span, and the median that came."""

    said: Range
    came: float
    cases: int

    @property
    def held(self) -> bool:
        """Whether it came as foretold."""
        return self.said.holds(self.came)


def answers(setting: Setting, changes: Sequence[Change], *, within: float, runs: int = RUNS) -> list[Answer]:
    """Compare each change with no change. `within`: the days of the deadline, which stands still in pauses."""
    plain = _runs(setting, Change(), runs)
    return [_compared(plain, _runs(setting, change, runs), within) for change in changes]


def _runs(setting: Setting, change: Change, runs: int) -> list[Sequence[Passed]]:
    return [settled(run(setting, change, number=number)) for number in range(runs)]


def _compared(plain: Sequence[Sequence[Passed]], changed: Sequence[Sequence[Passed]], within: float) -> Answer:
    now, then = ([_median(passed) for passed in each] for each in (plain, changed))
    kept_now, kept_then = ([_kept(passed, within) for passed in each] for each in (plain, changed))
    return Answer(
        now=_range(now),
        then=_range(then),
        saved=_range([one - other for one, other in zip(now, then, strict=True)]),
        kept_now=_range(kept_now),
        kept_then=_range(kept_then),
        gained=_range([other - one for one, other in zip(kept_now, kept_then, strict=True)]),
    )


def foretell(
    courses: Sequence[Course], arrivals: Sequence[float], *, span: tuple[float, float], workers: int, seed: int
) -> Foretold | None:
    """Ask of the cases decided in `span` (days, from and before) with what was known when it began.

    `arrivals`: when cases came, in the span too. None where fewer than `FEWEST` cases are known before or in it.
    """
    starts, ends = span
    known = [one for one in courses if one.began + one.days < starts]
    came = [one.days for one in courses if starts <= one.began + one.days < ends]
    if len(known) < FEWEST or len(came) < FEWEST:
        return None
    before = [one.began for one in known]
    setting = calibrated(known, before, workers=workers, seed=seed)
    ahead = replace(setting, arrivals=[one for one in arrivals if one < ends])
    runs = (run(replace(ahead, courses=_anew(known, seed, n)), Change(), number=n) for n in range(RUNS))
    inside = [[one.days for one in passed if starts <= one.decided < ends] for passed in runs]
    medians = [median(days) for days in inside if days]
    return Foretold(_range(medians), median(came), len(came)) if medians else None


FEWEST: Final = 30
"""Fewer cases than this foretell nothing."""


def _anew(known: Sequence[Course], seed: int, number: int) -> list[Course]:
    """What might as well have been known: as many courses, drawn anew. So the range knows that little was seen."""
    return [known[draw(seed + 1, number, place, len(known))] for place in range(len(known))]


def _median(passed: Sequence[Passed]) -> float:
    return median(one.days for one in passed)


def _kept(passed: Sequence[Passed], within: float) -> float:
    return sum(one.counted <= within for one in passed) / len(passed)


def _range(values: Sequence[float]) -> Range:
    ordered = sorted(values)
    last = len(ordered) - 1
    return Range(median(ordered), ordered[round(0.05 * last)], ordered[round(0.95 * last)])
