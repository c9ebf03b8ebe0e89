"""What many runs say: the median and the share within the deadline, with intervals, now and otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from borgerfokus.core.simulation.courses import Course
from borgerfokus.core.simulation.fitting import fitted, line_in
from borgerfokus.core.simulation.queue import Change, Passed, Setting, draw, run, settled

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
    courses: Sequence[Course],
    undecided: Sequence[float],
    *,
    span: tuple[float, float],
    workers: int,
    seed: int,
) -> Foretold | None:
    """Ask of the cases decided in `span` (days, from and before) with what was known when it began.

    What was decided before it is known, and so is how long the others had lasted. What comes is drawn from the newest
    half-year. `undecided`: when cases came that are not decided to this day, for they come too. None where fewer than
    `FEWEST` cases are known before or in it.
    """
    starts, ends = span
    known = [one for one in courses if starts - _YEAR <= one.began + one.days < starts]
    came = [one.days for one in courses if starts <= one.began + one.days < ends]
    if len(known) < FEWEST or len(came) < FEWEST:
        return None
    ahead = _ahead(known, [one for one in courses if one.began + one.days >= starts], undecided, span)
    load = line_in(known, workers=workers, seed=seed)
    recent = [one for one in known if one.began + one.days >= starts - _YEAR / 2]
    drawn_from = recent if len(recent) >= FEWEST else known
    before = [came for came in ahead.arrivals if came < starts]
    medians = []
    for number in range(RUNS):
        anew = _anew(drawn_from, seed, number)
        setting = fitted(anew, before, load=load, workers=workers, seed=seed, runs=1)
        told = replace(ahead, courses=anew, workers=workers, effort=setting.effort, rest=setting.rest, seed=seed)
        inside = [one.days for one in run(told, Change(), number=number) if starts <= one.decided < ends]
        medians += [median(inside)] if inside else []
    return Foretold(_range(medians), median(came), len(came)) if medians else None


FEWEST: Final = 30
"""Fewer cases than this foretell nothing."""
_YEAR: Final = 365.0


def _ahead(
    known: Sequence[Course], later: Sequence[Course], undecided: Sequence[float], span: tuple[float, float]
) -> Setting:
    """What is known when a span begins of the cases that come until it ends: their courses, or how long they lasted."""
    starts, ends = span
    open_then = sorted(came for came in (*(one.began for one in later), *undecided) if came < ends)
    arrivals = [*(one.began for one in known), *open_then]
    return Setting(
        courses=known,
        arrivals=arrivals,
        workers=1,
        effort=0.0,
        rest=1.0,
        seed=0,
        gone=dict(enumerate(known)),
        lasted=_lasted(open_then, starts, first=len(known)),
    )


def _lasted(arrivals: Sequence[float], now: float, *, first: int) -> dict[int, float]:
    """By the place of an arrival that came before: how long it has lasted."""
    return {place: now - came for place, came in enumerate(arrivals, start=first) if came < now}


def _anew(known: Sequence[Course], seed: int, number: int) -> list[Course]:
    """What might as well have been known: as many courses, drawn anew. So the range knows that little was seen."""
    return [known[draw(seed + 1, number, place, len(known))] for place in range(len(known))]


def _median(passed: Sequence[Passed]) -> float:
    return median(one.days for one in passed)


def _kept(passed: Sequence[Passed], within: float) -> float:
    return sum(one.counted <= within for one in passed) / len(passed)


def _range(values: Sequence[float]) -> Range:
    """The middle, and between which of the runs one more would lie nine times of ten."""
    ordered = sorted(values)
    out = max(1, round(0.05 * (len(ordered) + 1)))
    return Range(median(ordered), ordered[out - 1], ordered[-out])
