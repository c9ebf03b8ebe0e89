"""Asking another unit, which may see the case for as long as it is asked, and who does not answer in time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import make_aware

from borgerfokus.apps.casework.actions.changing import OpenCase, changing
from borgerfokus.apps.casework.actions.tasks import NewTask, complete_in, give_in, owner_of_work
from borgerfokus.apps.casework.events import ConsultationAnswered, UnitConsulted
from borgerfokus.apps.casework.models import Consultation, Task
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Ground
from borgerfokus.foundation.organisation.models import Unit

LATE = "consultation_late"
"""The kind of the task that a question becomes which is not answered in time."""
_AFTERWARDS = timedelta(days=7)


@dataclass(frozen=True)
class Question:
    """Which unit is asked what, and until when an answer is needed."""

    unit: int
    text: str
    due: date


def ask(*, case_id: int, question: Question, by: Actor, at: datetime) -> Refusal | None:
    """Ask another unit. It may see the case until a week after the date, or until it has answered."""
    with changing(case_id=case_id, verb=Verb.CONSULT, by=by, at=at) as opened:
        asked = ask_in(opened, question=question)
    return asked if isinstance(asked, Refusal) else None


def ask_in(opened: OpenCase, *, question: Question) -> Consultation | Refusal:
    """As `ask`, on a case that is open already. The caller has checked that the actor may consult."""
    case, at = opened.case, opened.at
    unit = Unit.objects.filter(pk=question.unit).exclude(pk=case.unit_id).first()
    if unit is None or not question.text.strip() or question.due < at.date():
        return _INCOMPLETE
    ends = make_aware(datetime.combine(question.due, time.max)) + _AFTERWARDS
    row = Consultation.objects.create(
        case=case,
        unit=unit,
        question=question.text,
        due=question.due,
        asked_at=at,
        asked_by=opened.by.subject,
        ends_at=ends,
    )
    access.give(
        subject=f"unit:{unit.pk}", case_id=case.pk, ground=Ground.CONSULTATION, by=opened.by, at=at, ends=ends
    )
    opened.append(UnitConsulted(consultation=row.pk, unit=unit.key, due=question.due.isoformat()))
    return row


def answer(*, consultation_id: int, text: str, by: Actor, at: datetime) -> Refusal | None:
    """Answer what one's unit was asked; its access to the case ends."""
    row = Consultation.objects.select_related("unit").filter(pk=consultation_id, answer="").first()
    if row is None or row.unit_id not in by.workplaces:
        raise Hidden(f"consultation {consultation_id}")
    if not text.strip():
        return _NO_ANSWER
    with changing(case_id=row.case_id, verb=Verb.CONSULT_ANSWER, by=by, at=at) as opened:
        access.include_cases([row.case_id])
        row.answer, row.answered_at, row.answered_by = text, at, by.subject
        row.save()
        access.end(case_id=row.case_id, ground=Ground.CONSULTATION, subject=f"unit:{row.unit_id}", at=at)
        for task in Task.objects.filter(kind=LATE, reference=_reference(row), done_at__isnull=True):
            complete_in(opened, task=task)
        opened.append(ConsultationAnswered(consultation=row.pk, unit=row.unit.key))
    return None


def remind(*, by: Actor, at: datetime) -> int:
    """Give the caseworker a task for each question that is not answered in time, once. By the platform."""
    late = Consultation.objects.filter(answer="", due__lt=day_of(at), ends_at__gt=at).select_related("unit")
    told = set(Task.objects.filter(kind=LATE).values_list("reference", flat=True))
    rows = [row for row in late.order_by("due", "id") if _reference(row) not in told]
    for row in rows:
        with changing(case_id=row.case_id, verb=Verb.TASK_EDIT, by=by, at=at, action="consultation.remind") as opened:
            task = NewTask(
                kind=LATE,
                title=f"{row.unit.name} har ikke svaret",
                detail="Ring til dem, eller spørg igen.",
                due=day_of(at),
                reference=_reference(row),
                **owner_of_work(opened),
            )
            give_in(opened, task=task)
    return len(rows)


def _reference(row: Consultation) -> str:
    return f"consultation:{row.pk}"


_INCOMPLETE = Refusal(
    code="question_incomplete",
    text=Text(
        da="Vælg en anden enhed, skriv hvad du vil vide, og vælg en dato fra i dag og frem.",
        en="Choose another unit, write what you want to know, and choose a date from today on.",
    ),
    article="forvaltningsloven § 28",
)
_NO_ANSWER = Refusal(
    code="no_answer",
    text=Text(da="Skriv dit svar, før du sender det.", en="Write your answer before you send it."),
    article="offentlighedsloven § 13",
)
