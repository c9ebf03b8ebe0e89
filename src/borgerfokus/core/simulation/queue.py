"""One run: courses drawn anew from the log go through a line in front of so many caseworkers, first come first served.

Time outside is taken as it was. Time with the municipality is a wait in the line, then work, then what no more hands
would shorten (meetings, thinking, mail); how much is what is fitted to the log (`fitting`). Drawing is by SHA-256 of
seed, run and place, so that anybody gets the same numbers, and two settings meet the same cases.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from heapq import heapify, heappop, heappush, heapreplace
from typing import Final

from borgerfokus.core.simulation.courses import Course, Stretch, Who

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

    Of a day with the municipality `effort` is work and `rest` passes by itself, once the line is waited through. By
    the place of an arrival: `gone` has courses that are known already, `lasted` the days of those under way. `load`:
    how large a part of the time everybody is busy, 0.0 without a line.
    """

    courses: Sequence[Course]
    arrivals: Sequence[float]
    workers: int
    effort: float
    rest: float
    seed: int
    gone: Mapping[int, Course] = field(default_factory=dict)
    lasted: Mapping[int, float] = field(default_factory=dict)
    load: float = 0.0


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
    drawn = _drawn(setting, number)
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


def _drawn(setting: Setting, number: int) -> list[Course]:
    """The course of each arrival; one under way has one of those that took longer than it has lasted."""
    courses = setting.courses
    drawn = [courses[place] for place in _draws(setting.seed, number, len(setting.arrivals), len(courses))]
    by_length = sorted(courses, key=lambda one: one.days) if setting.lasted else []
    lengths = [one.days for one in by_length]
    for place, lasted in setting.lasted.items():
        first = min(bisect_right(lengths, lasted), len(lengths) - 1)
        drawn[place] = by_length[first + draw(setting.seed, number, place, len(lengths) - first)]
    for place, course in setting.gone.items():
        drawn[place] = course
    return drawn


@lru_cache(maxsize=256)
def _draws(seed: int, number: int, count: int, size: int) -> tuple[int, ...]:
    return tuple(draw(seed, number, place, size) for place in range(count))


def draw(seed: int, number: int, place: int, size: int) -> int:
    """A number below `size`, the same for the same seed, run and place."""
    return int.from_bytes(sha256(f"{seed}|{number}|{place}".encode()).digest()[:8], "big") % size


def settled(passed: Sequence[Passed]) -> Sequence[Passed]:
    """Without the first part: the line begins empty."""
    return passed[int(len(passed) * _WARM) :]


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
