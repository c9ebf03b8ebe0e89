"""One run: courses drawn anew from the log go through a line in front of so many caseworkers, first come first served.

Time outside is taken as it was. Time with the municipality is a wait in the line, then work, then what no more hands
would shorten (meetings, thinking, mail). Nobody registers hours, so the work (`effort`) is set so that everybody is
busy for `LOAD` of the time, and the rest is found so that nothing changed gives the median that the log shows. Drawing
is by SHA-256 of seed, run and place, so that anybody gets the same numbers, and two settings meet the same cases.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from heapq import heapify, heappop, heappush, heapreplace
from statistics import median
from typing import Final

from borgerfokus.core.simulation.courses import Course, Stretch, Who

_CLOSE: Final = 0.02
"""The rest is found when the median is met within so many days, or after so many halvings."""
_HALVINGS: Final = 9
LOAD: Final = 0.85
"""The share of the time for which the caseworkers are taken to be busy."""
_TRIAL_RUNS: Final = 11
_WARM: Final = 0.2


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise. `faster`: answers from a `source` ("": everybody outside) take so much less, from 0 to 1.

    `workers`: so many more caseworkers · `without`: a phase that takes none of the municipality's time ("": none).
    """

    faster: float = 0.0
    source: str = ""
    workers: int = 0
    without: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run starts from: courses to draw from, when cases come, how many work, and a seed.

    Of a day with the municipality `effort` is work and `rest` passes by itself, once the line is waited through.
    """

    courses: Sequence[Course]
    arrivals: Sequence[float]
    workers: int
    effort: float
    rest: float
    seed: int


@dataclass(frozen=True, slots=True)
class Passed:
    """A case that has been through: when it came, when it was decided, and the days that its deadline counted."""

    came: float
    decided: float
    counted: float

    @property
    def days(self) -> float:
        """How long it took."""
        return self.decided - self.came


def run(setting: Setting, change: Change, *, number: int) -> list[Passed]:
    """One run; the same number draws the same courses, whatever the change. Raises ValueError without courses."""
    if not setting.courses:
        raise ValueError("there is nothing to draw from")
    size = len(setting.courses)
    drawn = [setting.courses[place] for place in _draws(setting.seed, number, len(setting.arrivals), size)]
    ahead = [(came, place, 0) for place, came in enumerate(setting.arrivals)]
    heapify(ahead)
    free = [0.0] * max(1, setting.workers + change.workers)
    done: list[Passed | None] = [None] * len(drawn)
    paused = [0.0] * len(drawn)
    while ahead:
        now, place, step = heappop(ahead)
        stretches = drawn[place].stretches
        if step == len(stretches):
            came = setting.arrivals[place]
            done[place] = Passed(came, now, now - came - paused[place])
            continue
        stretch = stretches[step]
        days = _days(stretch, change)
        if stretch.who is Who.US:
            ends = _worked(free, now, days * setting.effort) + days * setting.rest
        else:
            ends = now + days
            paused[place] += days * stretch.paused
        heappush(ahead, (ends, place, step + 1))
    return [one for one in done if one is not None]


@lru_cache(maxsize=256)
def _draws(seed: int, number: int, count: int, size: int) -> tuple[int, ...]:
    return tuple(draw(seed, number, place, size) for place in range(count))


def draw(seed: int, number: int, place: int, size: int) -> int:
    """A number below `size`, the same for the same seed, run and place."""
    return int.from_bytes(sha256(f"{seed}|{number}|{place}".encode()).digest()[:8], "big") % size


def settled(passed: Sequence[Passed]) -> Sequence[Passed]:
    """Without the first part: the line begins empty."""
    return passed[int(len(passed) * _WARM) :]


def calibrated(courses: Sequence[Course], arrivals: Sequence[float], *, workers: int, seed: int) -> Setting:
    """The setting that gives the median of the courses when nothing is changed."""
    aim = median(one.days for one in courses)
    setting = Setting(courses, arrivals, workers, _effort(courses, arrivals, workers), 0.0, seed)
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        setting = replace(setting, rest=(low + high) / 2)
        runs = (settled(run(setting, Change(), number=number)) for number in range(_TRIAL_RUNS))
        found = median(median(one.days for one in passed) for passed in runs)
        if abs(found - aim) < _CLOSE:
            break
        low, high = (setting.rest, high) if found < aim else (low, setting.rest)
    return setting


def _effort(courses: Sequence[Course], arrivals: Sequence[float], workers: int) -> float:
    """How large a part of a day with the municipality is work, for so many caseworkers to be busy for `LOAD`."""
    span = max(arrivals) - min(arrivals)
    ours = sum(one.days for course in courses for one in course.stretches if one.who is Who.US)
    asked = ours / len(courses) * len(arrivals)
    return min(1.0, LOAD * workers * span / asked) if asked else 0.0


def _worked(free: list[float], now: float, work: float) -> float:
    """When so many days of work are done: begun now, or when the first caseworker is free."""
    if not work:
        return now
    ends = max(now, free[0]) + work
    heapreplace(free, ends)
    return ends


def _days(stretch: Stretch, change: Change) -> float:
    if stretch.who is Who.US and change.without and stretch.phase == change.without:
        return 0.0
    if stretch.who is Who.OTHERS and (not change.source or change.source == stretch.source):
        return stretch.days * (1 - change.faster)
    return stretch.days
