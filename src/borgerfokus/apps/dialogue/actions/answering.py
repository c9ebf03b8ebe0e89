"""The citizen answers what is expected, and staff tick off what they have looked at."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Hearing
from borgerfokus.apps.dialogue.models import Seen
from borgerfokus.apps.dialogue.queries.expected import ExpectedKind, find_task
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import Direction
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import queries as stored_files

_CHANNEL = "self_service"
_FROM = "borgeren"


@dataclass(frozen=True)
class TaskAnswer:
    """An answer in words, with documents, or both. `agrees` answers a hearing with nothing to add."""

    text: str = ""
    file_ids: tuple[int, ...] = ()
    agrees: bool = False


def answer_task(*, task_id: int, answer: TaskAnswer, by: Actor, at: datetime) -> Refusal | None:
    """Answer what is expected of the citizen. Returns what to mend; what was typed is the caller's to keep.

    Raises Hidden for a task that is done, is not a citizen's, or is on a case that the actor may not act on.
    """
    task = find_task(task_id=task_id, by=by, at=at)
    if not answer.text.strip() and not answer.file_ids and not answer.agrees:
        return _EMPTY
    names = _names(answer.file_ids, by)
    if len(names) < len(set(answer.file_ids)):
        return _NO_FILE
    with transaction.atomic():
        match task.kind:
            case ExpectedKind.FACT:
                return _fact(task, answer, names, by=by, at=at)
            case ExpectedKind.HEARING:
                return _hearing(task, answer, names, by=by, at=at)
            case _:
                return _other(task, answer, names, by=by, at=at)


def mark_seen(*, items: Collection[str], by: Actor, at: datetime) -> None:
    """Take things off the actor's own inbox ("comment:12"); those of others keep them."""
    rows = [Seen(subject=by.subject, item=item[:80], at=at) for item in sorted(set(items))]
    Seen.objects.bulk_create(rows, ignore_conflicts=True)


def _fact(task: Task, answer: TaskAnswer, names: dict[int, str], *, by: Actor, at: datetime) -> Refusal | None:
    request = FactRequest.objects.filter(task=task, answered_at__isnull=True, withdrawn_at__isnull=True).first()
    if request is None:
        raise Hidden(f"task {task.pk}")
    if not names:
        said = journal.NewEntry(title=task.title, body=answer.text, channel=_CHANNEL)
        return assessment.answer(request_id=request.pk, answer=said, by=by, at=at)
    first, *more = [_document(task, file_id, name, answer.text) for file_id, name in names.items()]
    for document in more:
        journal.add_document(case_id=task.case_id, document=replace(document, body=""), by=by, at=at)
    assessment.answer_with_document(request_id=request.pk, document=first, by=by, at=at)
    return None


def _hearing(task: Task, answer: TaskAnswer, names: dict[int, str], *, by: Actor, at: datetime) -> Refusal | None:
    hearing = Hearing.objects.filter(task=task).first()
    if hearing is None:
        raise Hidden(f"task {task.pk}")
    text = answer.text or (_SEE_DOCUMENTS if names and not answer.agrees else "")
    given = decisions.HearingAnswer(text=text, agrees=answer.agrees, channel=_CHANNEL)
    refused = decisions.answer_hearing(hearing_id=hearing.pk, answer=given, by=by, at=at)
    if isinstance(refused, Refusal):
        return refused
    _add(task, names, by=by, at=at)
    return None


def _other(task: Task, answer: TaskAnswer, names: dict[int, str], *, by: Actor, at: datetime) -> Refusal | None:
    if answer.text.strip():
        commented = journal.comment(case_id=task.case_id, about=None, text=answer.text, by=by, at=at)
        if isinstance(commented, Refusal):
            return commented
    _add(task, names, by=by, at=at)
    casework.complete(task_id=task.pk, by=by, at=at, result="answered")
    return None


def _add(task: Task, names: dict[int, str], *, by: Actor, at: datetime) -> None:
    for file_id, name in names.items():
        journal.add_document(case_id=task.case_id, document=_document(task, file_id, name, ""), by=by, at=at)


def _document(task: Task, file_id: int, name: str, text: str) -> journal.NewDocument:
    return journal.NewDocument(
        file_id=file_id,
        title=f"{task.title}: {name}"[:200],
        direction=Direction.IN,
        with_whom=_FROM,
        body=text,
    )


def _names(file_ids: Collection[int], by: Actor) -> dict[int, str]:
    own = stored_files.listed(file_ids=list(file_ids), case_id=None, by=by)
    return {file_id: own[file_id].name for file_id in dict.fromkeys(file_ids) if file_id in own}


_SEE_DOCUMENTS = "Se det, jeg har sendt med."
_EMPTY = Refusal(
    code="empty",
    text=Text(da="Skriv et svar, eller vælg en fil.", en="Write an answer, or choose a file."),
    article="retssikkerhedsloven § 11",
)
_NO_FILE = Refusal(
    code="no_file",
    text=Text(
        da="En af filerne er her ikke længere. Vælg den igen.",
        en="One of the files is no longer here. Choose it again.",
    ),
    article="",
)
