"""More time to answer a hearing: the party asks, the municipality gives it or says why not (forvaltningsloven § 19)."""

from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.actions.refusing import refusable, refuse_if
from borgerfokus.apps.decisions.events import MoreTimeAnswered, MoreTimeAsked
from borgerfokus.apps.decisions.models import Hearing, HearingStage
from borgerfokus.apps.decisions.queries.rows import case_of_hearing
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor

TASK = "more_time"


@refusable
def ask_more_time(*, hearing_id: int, until: date, why: str, by: Actor, at: datetime) -> None:
    """The party asks for more time. Whoever has the case gets a task; the day holds until it is answered."""
    with casework.changing(
        case_id=case_of_hearing(hearing_id), verb=Verb.HEARING_ANSWER, by=by, at=at, action="hearing.ask_more_time"
    ) as opened:
        row = _out(hearing_id, opened)
        refuse_if(row.more_time_asked_at is not None, no.MORE_TIME_ASKED)
        refuse_if(row.due is None or until <= row.due or until <= day_of(at), no.MORE_TIME_WHEN)
        row.more_time_asked_at, row.more_time_until, row.more_time_why = at, until, why.strip()
        row.save()
        owner = casework.owner_of_work(opened)
        task = casework.NewTask(
            kind=TASK,
            title=_TASK_TITLE,
            detail=why.strip(),
            due=day_of(at),
            reference=f"hearing:{row.pk}",
            employee=owner.get("employee"),
            unit=owner.get("unit"),
        )
        casework.give_in(opened, task=task)
        opened.append(MoreTimeAsked(hearing=row.pk, until=until.isoformat()))


@refusable
def answer_more_time(*, hearing_id: int, until: date | None, why: str, by: Actor, at: datetime) -> None:
    """Give more time until a day, or (`until` None) say why not. The citizen gets a letter with the day that holds."""
    with casework.changing(
        case_id=case_of_hearing(hearing_id), verb=Verb.HEARING_SEND, by=by, at=at, action="hearing.answer_more_time"
    ) as opened:
        row = _out(hearing_id, opened)
        refuse_if(row.more_time_asked_at is None or row.more_time_answered_at is not None, no.HEARING_CLOSED)
        refuse_if(until is None and not why.strip(), no.MORE_TIME_WHY_NOT)
        refuse_if(until is not None and (row.due is None or until <= row.due), no.MORE_TIME_WHY_NOT)
        row.more_time_answered_at, row.more_time_answered_by = at, by.subject
        row.more_time_given, row.more_time_refused_why = until is not None, "" if until else why.strip()
        row.due = until or row.due
        row.save()
        Task.objects.filter(pk=row.task_id or 0, done_at__isnull=True).update(due=row.due)
        for task in Task.objects.filter(
            case=opened.case, kind=TASK, reference=f"hearing:{row.pk}", done_at__isnull=True
        ):
            casework.complete_in(opened, task=task, result="given" if until else "refused")
        due = row.due.isoformat() if row.due else ""
        opened.append(MoreTimeAnswered(hearing=row.pk, given=until is not None, due=due))


def _out(hearing_id: int, opened: casework.OpenCase) -> Hearing:
    row = Hearing.objects.select_for_update().get(pk=hearing_id)
    refuse_if(row.stage != HearingStage.SENT or bool(opened.case.outcome), no.HEARING_CLOSED)
    return row


_TASK_TITLE = "Borgeren beder om mere tid til at svare på partshøringen"
