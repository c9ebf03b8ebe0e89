"""Notices that did not arrive: on somebody's desk at once, and sent again on paper."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.dialogue.events import NoticeFailed
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.outbox import service as outbox

TASK = "letter_failed"
KINDS = ("notice.", "batch")
"""What the kinds of these letters begin with in the outbox: notices, and letters that many got."""
_FAILED = "Send brevet på papir, eller giv det til borgeren. Se efter, om adressen er rigtig."
_DEAD = "Borgeren er død, og brevet er ikke sendt. Se efter, om sagen skal lukkes."


def heard(result: outbox.Result) -> None:
    """A notice has come to its end. One that failed becomes a task; the outbox calls this in its own transaction."""
    if result.outcome is not outbox.Outcome.FAILED:
        return
    access.include_cases([result.case_id])
    with casework.changing(
        case_id=result.case_id, verb=Verb.TASK_EDIT, by=result.by, at=result.noted_at, action="notice.failed"
    ) as opened:
        reference = _reference(result.message_id)
        if Task.objects.filter(case=opened.case, kind=TASK, reference=reference, done_at__isnull=True).exists():
            return
        notice = Notice.objects.filter(message_id=result.message_id).select_related("entry").first()
        task = casework.NewTask(
            kind=TASK,
            title="Et brev til borgeren kom ikke frem",
            detail=_DEAD if result.trouble == outbox.DEAD else _FAILED,
            due=day_of(result.noted_at),
            reference=reference,
            **casework.owner_of_work(opened),
        )
        casework.give_in(opened, task=task)
        opened.append(
            NoticeFailed(
                notice_kind=notice.kind if notice else result.kind,
                message=str(result.message_id),
                trouble=result.trouble,
            )
        )


def send_on_paper(*, message_id: UUID, by: Actor, at: datetime) -> None:
    """Send a notice that failed on paper, and tick its task off. Raises Hidden or outbox.NotFailed."""
    with transaction.atomic():
        case_id = _case_of(message_id, by, at)
        outbox.send_on_paper(message_id=message_id, by=by, at=at)
        _tick(case_id, message_id, result="paper", by=by, at=at)


def hand_over(*, message_id: UUID, by: Actor, at: datetime) -> None:
    """A notice that failed has been given to the citizen in person. Raises Hidden or outbox.NotFailed."""
    with transaction.atomic():
        case_id = _case_of(message_id, by, at)
        outbox.hand_over(message_id=message_id, by=by, at=at)
        _tick(case_id, message_id, result="handed_over", by=by, at=at)


def _case_of(message_id: UUID, by: Actor, at: datetime) -> int:
    """The case of a notice, if the actor looks after its tasks; the citizen does not.

    The message is locked before the case, in the order in which the outbox takes them.
    """
    letter = outbox.find_letter(message_id=message_id, kinds=KINDS)
    case = casework.visible_to(by, at=at).filter(pk=letter.case_id or 0).first() if letter else None
    if case is None:
        raise Hidden(f"notice {message_id}")
    casework.require(verb=Verb.TASK_EDIT, case=case, by=by, at=at)
    return case.pk


def _tick(case_id: int, message_id: UUID, *, result: str, by: Actor, at: datetime) -> None:
    with casework.changing(case_id=case_id, verb=Verb.TASK_EDIT, by=by, at=at, action=f"notice.{result}") as opened:
        open_tasks = Task.objects.filter(
            case=opened.case, kind=TASK, reference=_reference(message_id), done_at__isnull=True
        )
        for task in open_tasks:
            casework.complete_in(opened, task=task, result=result)


def _reference(message_id: UUID) -> str:
    return f"message:{message_id}"
