"""How quickly a unit answers, and what waits in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, Q

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.messages.models import AnswerFigure, CaseMessage, Thread
from borgerfokus.core.dates import day_of
from borgerfokus.core.messages.promise import Answered, AnswerTimes, together
from borgerfokus.foundation.access.actor import Actor

WINDOW: Final = timedelta(days=90)
"""How far back answers are counted."""


@dataclass(frozen=True)
class UnitTimes:
    """A unit's answers in the window, and the threads that wait in it now."""

    unit_id: int
    times: AnswerTimes
    waiting: int
    late: int


def answer_times(*, unit_ids: Collection[int], by: Actor, at: datetime) -> dict[int, UnitTimes]:
    """The figures of each unit, by unit. Counted over the cases that the actor may see. Two queries."""
    seen = casework.visible_to(by, at=at)
    rows = CaseMessage.objects.filter(unit_id__in=unit_ids, at__gt=at - WINDOW, answers_since__isnull=False)
    answers: dict[int, list[Answered]] = {}
    for unit, days, kept in rows.filter(case__in=seen).values_list("unit_id", "working_days", "kept"):
        answers.setdefault(unit, []).append(Answered(working_days=days or 0, kept=bool(kept)))
    waits = _waiting(unit_ids, by, at)
    return {
        unit: UnitTimes(unit, together(answers.get(unit, [])), *waits.get(unit, (0, 0)))
        for unit in unit_ids
    }


def newest_answers() -> AnswerFigure | None:
    """The newest public figure, None before the first or where it was too small to show."""
    return AnswerFigure.objects.filter(answers__isnull=False).order_by("-quarter").first()


def _waiting(unit_ids: Collection[int], by: Actor, at: datetime) -> dict[int, tuple[int, int]]:
    rows = Thread.objects.filter(case__in=casework.visible_to(by, at=at), due__isnull=False)
    today: date = day_of(at)
    counted = rows.filter(case__unit_id__in=unit_ids).values("case__unit_id")
    counted = counted.annotate(waiting=Count("id"), late=Count("id", filter=Q(due__lt=today)))
    return {row["case__unit_id"]: (row["waiting"], row["late"]) for row in counted}
