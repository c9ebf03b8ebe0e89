"""What lies on somebody's desk: tasks, new cases, handovers offered, consultations asked, saved views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import Q, QuerySet

from borgerfokus.apps.casework.models import Case, ChecklistTick, Consultation, Handover, Party, SavedView, Task
from borgerfokus.apps.casework.queries.cases import listed_to, visible_to
from borgerfokus.apps.casework.queries.history import Course, course_in, course_rows
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.compiled import ID, Compiled, Together, word


@dataclass(frozen=True)
class CaseWork:
    """The open tasks of a case, nearest date first, the points of its phase's checklist that are ticked off, the open
    offer to another unit, and all questions to other units, newest first.
    """

    tasks: tuple[Task, ...]
    ticked: frozenset[str]
    handover: Handover | None
    consultations: tuple[Consultation, ...]


def tasks_of(*, by: Actor, at: datetime, done_since: datetime) -> list[Task]:
    """The actor's own tasks and those of its own unit: open ones, and what was ticked since, nearest date first."""
    mine = Q(employee_id=by.id) | Q(unit_id=by.unit_id, employee__isnull=True)
    rows = Task.objects.filter(mine, case__in=visible_to(by, at=at)).filter(
        Q(done_at__isnull=True) | Q(done_at__gte=done_since)
    )
    return list(rows.select_related("case").order_by("done_at", "due", "id"))


def untaken(*, by: Actor, at: datetime, newest: int) -> list[Case]:
    """Cases of the actor's units that nobody has taken, the newest first."""
    rows = visible_to(by, at=at).filter(unit_id__in=by.units, caseworker__isnull=True).exclude(phase="closed")
    return list(rows.select_related("type_version", "unit", "caseworker").order_by("-received_at", "-id")[:newest])


def handovers_to(*, by: Actor) -> list[Handover]:
    """Cases offered to the actor's units and not answered yet, oldest first."""
    rows = Handover.objects.filter(answer="", to_unit_id__in=by.units)
    return list(rows.select_related("case__type_version", "from_unit", "to_unit").order_by("offered_at", "id"))


def consultations_to(*, by: Actor, at: datetime) -> list[Consultation]:
    """What the actor's units are asked and have not answered, nearest date first."""
    rows = Consultation.objects.filter(answer="", unit_id__in=by.workplaces, ends_at__gt=at)
    return list(rows.select_related("case__type_version", "unit").order_by("due", "id"))


def parties_on(*, case: Case) -> list[Party]:
    """Who takes part, and who did, those who still do first."""
    return list(Party.objects.filter(case=case).order_by("ends", "starts", "id"))


def work_on(*, case: Case) -> CaseWork:
    """What is to be done in a case that the caller may see. One query."""
    return _work_in(_work_on().read({ID: case.pk, word("phase"): case.phase}))


def course_and_work_rows() -> dict[str, QuerySet[Any, Any]]:
    """How a case has come to where it stands and what is to be done in it, to be read in one statement with more.

    The stand-ins are `ID` for the case and `word("phase")` for its phase.
    """
    return {**course_rows(case_ids=[ID]), **_work_rows()}


def course_and_work_in(*, found: Mapping[str, Sequence[Any]], case: Case) -> tuple[Course, CaseWork]:
    """What `course_and_work_rows` has found of a case that the caller may see."""
    return course_in(found, case_id=case.pk), _work_in(found)


def _work_in(found: Mapping[str, Sequence[Any]]) -> CaseWork:
    return CaseWork(
        tasks=tuple(found["tasks"]),
        ticked=frozenset(row["item"] for row in found["ticks"]),
        handover=next(iter(found["handovers"]), None),
        consultations=tuple(found["consultations"]),
    )


@lru_cache(maxsize=1)
def _work_on() -> Together:
    return Together.of(**_work_rows())


def _work_rows() -> dict[str, QuerySet[Any, Any]]:
    tasks = Task.objects.filter(case_id=ID, done_at__isnull=True).select_related("employee", "unit")
    handovers = Handover.objects.filter(case_id=ID, answer="").select_related("from_unit", "to_unit")
    consultations = Consultation.objects.filter(case_id=ID).select_related("unit")
    return {
        "tasks": tasks.order_by("due", "id"),
        "ticks": ChecklistTick.objects.filter(case_id=ID, phase=word("phase")).values("item"),
        "handovers": handovers.order_by("id")[:1],
        "consultations": consultations.order_by("-asked_at", "-id"),
    }


def saved_views(*, by: Actor) -> Sequence[SavedView]:
    """The lists that the actor has saved, by name."""
    found: list[SavedView] = _saved_views().objects({word("subject"): by.subject})
    return found


@lru_cache(maxsize=1)
def _saved_views() -> Compiled:
    return Compiled.of(SavedView.objects.filter(subject=word("subject")).order_by("name"))


def cases_about(*, person_ids: Sequence[int], by: Actor, at: datetime) -> QuerySet[Case]:
    """The cases about these citizens that the actor may see, open ones first."""
    rows = listed_to(by, at=at).filter(citizen_id__in=person_ids).select_related("type_version", "unit", "caseworker")
    return rows.order_by("citizen_id", "closed_at", "-received_at")
