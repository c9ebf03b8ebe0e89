"""Tasks with a date, the checklist of each phase, and saved lists."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from borgerfokus.apps.casework import policies
from borgerfokus.apps.casework.actions.changing import OpenCase, changing, locked
from borgerfokus.apps.casework.events import TaskDone, TaskGiven
from borgerfokus.apps.casework.models import ChecklistTick, SavedView, Task
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit


@dataclass(frozen=True)
class NewTask:
    """A task. Exactly one of `employee` and `unit` is given, or neither: then it is the citizen's."""

    kind: str
    title: str
    detail: str = ""
    employee: int | None = None
    unit: int | None = None
    due: date | None = None
    reference: str = ""


def give(*, case_id: int, task: NewTask, by: Actor, at: datetime) -> int:
    """Give somebody a task on the case. Returns its id."""
    with changing(case_id=case_id, verb=Verb.TASK_EDIT, by=by, at=at) as opened:
        return give_in(opened, task=task)


def give_in(opened: OpenCase, *, task: NewTask) -> int:
    """As `give`, on a case that is open already."""
    for_whom = "employee" if task.employee else "unit" if task.unit else "citizen"
    row = Task.objects.create(
        case=opened.case,
        kind=task.kind,
        title=task.title,
        detail=task.detail,
        for_whom=for_whom,
        employee_id=task.employee,
        unit_id=task.unit,
        reference=task.reference,
        due=task.due,
        created_at=opened.at,
        created_by=opened.by.subject,
    )
    due = task.due.isoformat() if task.due else ""
    opened.append(TaskGiven(task=row.pk, task_kind=task.kind, for_whom=for_whom, due=due))
    return row.pk


def owner_of_work(opened: OpenCase) -> dict[str, int]:
    """Whom a task of the municipality's goes to: the caseworker, or the unit while there is none."""
    case = opened.case
    return {"employee": case.caseworker_id} if case.caseworker_id else {"unit": case.unit_id}


def complete(*, task_id: int, by: Actor, at: datetime, result: str = "done") -> None:
    """Tick a task off, once. Raises Hidden when there is no such open task for the actor.

    Whoever ticks at the same moment waits for the case and finds it done: nothing is written twice.
    """
    row = Task.objects.filter(pk=task_id, done_at__isnull=True).first()
    if row is None:
        raise Hidden(f"task {task_id}")
    verb = Verb.DOCUMENT_ADD if by.is_citizen and row.for_whom == "citizen" else Verb.TASK_EDIT
    with changing(case_id=row.case_id, verb=verb, by=by, at=at, action="task.complete") as opened:
        if Task.objects.filter(pk=task_id, done_at__isnull=True).exists():
            complete_in(opened, task=row, result=result)


def complete_in(opened: OpenCase, *, task: Task, result: str = "done") -> None:
    """As `complete`, on a case that is open already."""
    task.done_at, task.done_by, task.result = opened.at, opened.by.subject, result
    task.save(update_fields=["done_at", "done_by", "result"])
    opened.append(TaskDone(task=task.pk, task_kind=task.kind, result=result))


def undo(*, task_id: int, by: Actor, at: datetime) -> None:
    """Take a tick back."""
    row = Task.objects.filter(pk=task_id, done_at__isnull=False).first()
    if row is None:
        raise Hidden(f"task {task_id}")
    with changing(case_id=row.case_id, verb=Verb.TASK_EDIT, by=by, at=at, action="task.undo") as opened:
        if not Task.objects.filter(pk=task_id, done_at__isnull=False).exists():
            return
        row.done_at, row.done_by, row.result = None, "", ""
        row.save(update_fields=["done_at", "done_by", "result"])
        opened.append(TaskDone(task=row.pk, task_kind=row.kind, result="undone"))


@transaction.atomic
def tick(*, case_id: int, phase: str, item: str, done: bool, by: Actor, at: datetime) -> None:
    """Tick a point of the checklist, or take the tick back."""
    case = locked(case_id)
    policies.require(verb=Verb.CASE_EDIT, case=case, by=by, at=at)
    known = {point.key for spec in case.type_version.spec.phases if spec.key == phase for point in spec.checklist}
    if item not in known:
        raise Hidden(f"checklist {phase}/{item}")
    if done:
        ChecklistTick.objects.get_or_create(
            case=case, phase=phase, item=item, defaults={"at": at, "by": by.subject}
        )
    else:
        ChecklistTick.objects.filter(case=case, phase=phase, item=item).delete()
    audit.record(
        action="checklist.tick" if done else "checklist.untick", by=by, at=at, case_id=case_id, about=f"{phase}/{item}"
    )


def save_view(*, name: str, query: str, by: Actor, at: datetime) -> None:
    """Keep a list under a name; the same name again replaces it."""
    SavedView.objects.update_or_create(subject=by.subject, name=name[:80], defaults={"query": query[:400]})
    audit.record(action="saved_view.save", by=by, at=at)


def drop_view(*, view_id: int, by: Actor, at: datetime) -> None:
    """Forget a saved list."""
    SavedView.objects.filter(pk=view_id, subject=by.subject).delete()
    audit.record(action="saved_view.drop", by=by, at=at)
