"""Tasks: given to an employee, a unit or the citizen, and ticked off."""

from dataclasses import dataclass, replace
from datetime import date

from borgerfokus.apps.casework import events
from borgerfokus.cli.demo.acts.pen import Pen
from borgerfokus.cli.demo.tables import Row


@dataclass(frozen=True)
class Task:
    """A task; without employee and unit it is the citizen's."""

    kind: str
    title: str
    due: date | None = None
    detail: str = ""
    reference: str = ""
    employee: int | None = None
    unit: int | None = None


def task_in(pen: Pen, task: Task) -> Row:
    """Give somebody a task."""
    for_whom = "employee" if task.employee else "unit" if task.unit else "citizen"
    row = pen.tables["casework.Task"].add(
        case_id=pen.id,
        kind=task.kind,
        title=task.title,
        detail=task.detail,
        for_whom=for_whom,
        employee_id=task.employee,
        unit_id=task.unit,
        reference=task.reference,
        due=task.due,
        created_at=pen.at,
        created_by=pen.by.subject,
    )
    due = task.due.isoformat() if task.due else ""
    pen.append(events.TaskGiven(task=row["id"], task_kind=task.kind, for_whom=for_whom, due=due))
    return row


def finish_in(pen: Pen, row: Row | None, *, result: str = "done") -> None:
    """Tick a task off if it is open."""
    if row is None or row["done_at"] is not None:
        return
    row["done_at"], row["done_by"], row["result"] = pen.at, pen.by.subject, result
    pen.append(events.TaskDone(task=row["id"], task_kind=row["kind"], result=result))


def owned(pen: Pen, task: Task) -> Task:
    """The task, given to the caseworker, or to the unit while there is none."""
    case = pen.case
    return replace(task, employee=case["caseworker_id"], unit=None if case["caseworker_id"] else case["unit_id"])
