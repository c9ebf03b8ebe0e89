"""How much of the time with the municipality is a line, found in the log: nobody registers hours.

Where cases wait for the same hands, one that comes when many are open takes longer. So the log is asked whether it
does (`crowding`, the rank correlation of the two, within slices of cases that came one after the other, so that a
change from spring to autumn is no line). If it does by more than chance once in a hundred, the line is given the load
under which courses drawn anew show as much. Else cases take what they take, however many come, and more hands change
nothing.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import sqrt
from statistics import fmean, median
from typing import Final

from borgerfokus.core.simulation.courses import Course, Who
from borgerfokus.core.simulation.queue import Change, Setting, run, settled

LOADS: Final = (0.5, 0.7, 0.8, 0.85, 0.9, 0.95)
"""For how large a part of the time everybody may be busy, where there is a line."""
_BY_CHANCE: Final = 2.33
"""A rank correlation of unrelated numbers is so many times one over the root of their count once in a hundred."""
_SLICE: Final = 50
_EDGE: Final = 0.1
"""So much of the cases at either end does not count: there only the slow or only the quick ones are among them."""
_CLOSE: Final = 0.02
"""The rest is found when the median is met within so many days, or after so many halvings."""
_HALVINGS: Final = 9
_TRIAL_RUNS: Final = 11
_FEW_RUNS: Final = 4


def calibrated(courses: Sequence[Course], arrivals: Sequence[float], *, workers: int, seed: int) -> Setting:
    """The setting that gives the median of the courses when nothing is changed, with the line that they show."""
    load = line_in(courses, workers=workers, seed=seed)
    return fitted(courses, arrivals, load=load, workers=workers, seed=seed)


def line_in(courses: Sequence[Course], *, workers: int, seed: int) -> float:
    """The load that the log shows, 0.0 where it shows no line or has too few cases to show one."""
    seen = crowding([(one.began, one.began + one.days) for one in courses])
    if seen * sqrt((1 - 2 * _EDGE) * len(courses)) < _BY_CHANCE:
        return 0.0
    arrivals = [one.began for one in courses]
    shown = {}
    for load in LOADS:
        setting = fitted(courses, arrivals, load=load, workers=workers, seed=seed, runs=1)
        runs = (run(setting, Change(), number=number) for number in range(_FEW_RUNS))
        shown[load] = fmean(crowding([(one.came, one.decided) for one in passed]) for passed in runs)
    return min(LOADS, key=lambda load: abs(shown[load] - seen))


def crowding(cases: Iterable[tuple[float, float]]) -> float:
    """How far cases (came, decided) take longer when many are open as they come, from -1 to 1; 0.0 for too few."""
    ordered = sorted(cases)
    left = sorted(decided for _came, decided in ordered)
    ahead = [place - bisect_right(left, came) for place, (came, _decided) in enumerate(ordered)]
    days = [decided - came for came, decided in ordered]
    edge = int(_EDGE * len(ordered))
    inner = range(edge, len(ordered) - edge)
    count = len(inner) // _SLICE
    slices = [inner[n * len(inner) // count : (n + 1) * len(inner) // count] for n in range(count)]
    told = [_alike([ahead[place] for place in one], [days[place] for place in one]) for one in slices]
    return fmean(told) if told else 0.0


def _alike(one: Sequence[float], other: Sequence[float]) -> float:
    """Spearman's rank correlation; 0.0 where one side is all the same."""
    first, second = (_centred(_ranks(values)) for values in (one, other))
    spread = sqrt(sum(value**2 for value in first) * sum(value**2 for value in second))
    return sum(a * b for a, b in zip(first, second, strict=True)) / spread if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    return [(bisect_left(ordered, value) + bisect_right(ordered, value)) / 2 for value in values]


def _centred(values: Sequence[float]) -> list[float]:
    middle = fmean(values)
    return [value - middle for value in values]


def fitted(
    courses: Sequence[Course],
    arrivals: Sequence[float],
    *,
    load: float,
    workers: int,
    seed: int,
    runs: int = _TRIAL_RUNS,
) -> Setting:
    """The setting of a load that gives the median of the courses when nothing is changed."""
    effort = _effort(courses, arrivals, load * workers)
    setting = Setting(courses, arrivals, workers, effort, 1.0, seed, load=load)
    if not setting.effort:
        return setting
    aim = median(one.days for one in courses)
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        setting = replace(setting, rest=(low + high) / 2)
        passed = (settled(run(setting, Change(), number=number)) for number in range(runs))
        found = median(median(one.days for one in each) for each in passed)
        if abs(found - aim) < _CLOSE:
            break
        low, high = (setting.rest, high) if found < aim else (low, setting.rest)
    return setting


def _effort(courses: Sequence[Course], arrivals: Sequence[float], busy: float) -> float:
    """How large a part of a day with the municipality is work, for so many caseworkers to be busy all the time."""
    ordered = sorted(arrivals)
    edge = int(_EDGE * len(ordered))
    inner = ordered[edge : len(ordered) - edge]
    ours = fmean(sum(one.days for one in course.stretches if one.who is Who.US) for course in courses)
    asked = ours * (len(inner) - 1)
    return min(1.0, busy * (inner[-1] - inner[0]) / asked) if asked else 0.0
