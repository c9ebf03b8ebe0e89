"""The promise of an answer: how long an answer took, whether the promise was kept, and what a unit's answers say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from borgerfokus.core.dates import WorkingCalendar


@dataclass(frozen=True)
class Answered:
    """One answer: so many working days after the question, and whether that was within what was promised."""

    working_days: int
    kept: bool


@dataclass(frozen=True)
class AnswerTimes:
    """How quickly a unit answers. `median` and `share` (0 to 1) are None where nothing was answered."""

    answers: int
    median: float | None
    share: float | None


def answered(*, asked: date, due: date, on: date, calendar: WorkingCalendar) -> Answered:
    """What an answer on the day `on` says of the promise."""
    return Answered(working_days=calendar.working_days_between(asked, on), kept=on <= due)


def together(answers: Iterable[Answered]) -> AnswerTimes:
    """The answers of a unit in figures."""
    known = list(answers)
    if not known:
        return AnswerTimes(answers=0, median=None, share=None)
    return AnswerTimes(
        answers=len(known),
        median=float(median(one.working_days for one in known)),
        share=sum(one.kept for one in known) / len(known),
    )
