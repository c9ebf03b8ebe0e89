"""What is expected of a citizen, across cases: what is asked for, what is to be answered, what is to be read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import QuerySet

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.outbox.models import Message, MessageState

UNREAD_FOR: Final = timedelta(days=60)
"""How long a letter that nobody has opened is named among what is expected; it stays among the letters."""
_ARRIVED: Final = (MessageState.SENT, MessageState.RECEIVED)


class ExpectedKind(StrEnum):
    """What is expected. `FACT` and `HEARING` are answered with `answer_task`, a letter is read."""

    FACT = "fact"
    HEARING = "hearing"
    LETTER = "letter"
    OTHER = "other"


@dataclass(frozen=True)
class Expected:
    """One thing that the citizen `person_id` is waited for with.

    `id` is the task's, or the letter's message id. `file_id` is the letter's file. `due` None: no day is set.
    """

    kind: ExpectedKind
    id: str
    person_id: int
    case_id: int | None
    case_number: str
    title: str
    detail: str
    due: date | None
    since: datetime
    file_id: int | None = None


def expected_of(*, by: Actor, at: datetime) -> tuple[Expected, ...]:
    """What is expected of the citizen and of those it acts for, the nearest day first, letters last. Two queries."""
    tasks = [_task(row) for row in open_tasks(by=by, at=at).order_by("id")]
    letters = [_letter(row, number) for row, number in _letters(by, at)]
    return tuple(sorted([*tasks, *letters], key=_order))


def find_task(*, task_id: int, by: Actor, at: datetime) -> Task:
    """An open task of a citizen's on a case that the actor may see. Raises Hidden."""
    row = open_tasks(by=by, at=at).filter(pk=task_id).first()
    if row is None:
        raise Hidden(f"task {task_id}")
    return row


def open_tasks(*, by: Actor, at: datetime) -> QuerySet[Task]:
    """The citizens' open tasks on the cases that the actor may see."""
    seen = casework.visible_to(by, at=at).filter(closed_at__isnull=True)
    return Task.objects.filter(for_whom="citizen", done_at__isnull=True, case__in=seen).select_related("case")


def _letters(by: Actor, at: datetime) -> list[tuple[Message, str]]:
    rows = list(
        Message.objects.filter(
            person_id=by.id, way__isnull=True, state__in=_ARRIVED, queued_at__gt=at - UNREAD_FOR
        ).order_by("queued_at")
    )
    cases = Case.objects.filter(pk__in={row.case_id for row in rows}) if rows else Case.objects.none()
    numbers = dict(cases.values_list("pk", "number"))
    return [(row, numbers.get(row.case_id or 0, "")) for row in rows]


def _task(row: Task) -> Expected:
    known = {kind.value for kind in ExpectedKind} - {ExpectedKind.LETTER}
    return Expected(
        kind=ExpectedKind(row.kind) if row.kind in known else ExpectedKind.OTHER,
        id=str(row.pk),
        person_id=row.case.citizen_id,
        case_id=row.case_id,
        case_number=row.case.number,
        title=row.title,
        detail=row.detail,
        due=row.due,
        since=row.created_at,
    )


def _letter(row: Message, number: str) -> Expected:
    return Expected(
        kind=ExpectedKind.LETTER,
        id=str(row.message_id),
        person_id=row.person_id,
        case_id=row.case_id,
        case_number=number,
        title=row.title,
        detail="",
        due=None,
        since=row.queued_at,
        file_id=row.file_id,
    )


def _order(one: Expected) -> tuple[bool, date, datetime]:
    return one.kind is ExpectedKind.LETTER, one.due or date.max, one.since
