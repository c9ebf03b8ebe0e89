"""The course of one case until its decision: stretches in which somebody had it, one after the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.flow.balls import Happened, gaps

_DAY: Final = timedelta(days=1)
_OWN: Final = frozenset({"", "citizen", "caseworker", "register"})
"""Sources whose answer is not waited for outside the municipality and the citizen."""


class Who(StrEnum):
    """Who a stretch lies with: the municipality, the citizen, or somebody else."""

    US = "us"
    CITIZEN = "citizen"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in which a case lay with somebody. `source`: who owed an answer · `paused`: the deadline stood still."""

    who: Who
    phase: str
    days: float
    source: str = ""
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """A case from its beginning (`began`, days since some fixed day) until its decision."""

    began: float
    stretches: tuple[Stretch, ...]

    @property
    def days(self) -> float:
        """How long it took."""
        return sum(one.days for one in self.stretches)


def course_of(events: Sequence[Happened], *, since: datetime) -> Course | None:
    """The course of a case by its events in order, up to the first decision; None for one that was not decided.

    While a statement is missing from somebody outside, and nothing happens in the case, it lies with them.
    """
    ends = next((place for place, one in enumerate(events) if one.activity == "decision.issued"), None)
    if ends is None:
        return None
    found: list[Stretch] = []
    owed: Counter[str] = Counter()
    for event, gap in zip(events[:ends], gaps(events[: ends + 1], until=events[ends].at), strict=False):
        _owe(owed, event)
        stretch = _stretch(gap.ball, gap.phase, (gap.ends - gap.starts) / _DAY, owed, paused=_is_pause(gap.ball, owed))
        last = found[-1] if found else None
        if last and replace(last, days=0.0) == replace(stretch, days=0.0):
            found[-1] = replace(last, days=last.days + stretch.days)
        else:
            found.append(stretch)
    return Course((events[0].at - since) / _DAY, tuple(one for one in found if one.days > 0))


_PAUSE: Final = "pause"


def _owe(owed: Counter[str], event: Happened) -> None:
    source = event.detail.removeprefix("from.")
    match event.activity:
        case "fact.asked" if source not in _OWN:
            owed[source] += 1
        case "fact.answered" if owed[source] > 0:
            owed[source] -= 1
        case "case.suspended":
            owed[_PAUSE] = 1
        case "case.resumed":
            owed[_PAUSE] = 0
        case "phase.assessment" | "phase.decision":
            paused = owed[_PAUSE]
            owed.clear()
            owed[_PAUSE] = paused


def _is_pause(ball: Ball, owed: Counter[str]) -> bool:
    return bool(owed[_PAUSE]) and ball is not Ball.US


def _stretch(ball: Ball, phase: str, days: float, owed: Counter[str], *, paused: bool) -> Stretch:
    source = min((one for one, count in owed.items() if count and one != _PAUSE), default="")
    if ball is Ball.YOU:
        return Stretch(Who.CITIZEN, phase, days, paused=paused)
    if ball is Ball.OTHER or source:
        return Stretch(Who.OTHERS, phase, days, source, paused)
    return Stretch(Who.US, phase, days)
