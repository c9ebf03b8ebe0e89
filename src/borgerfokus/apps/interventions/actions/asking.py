"""Questions on an order, from either side, each with a day to answer by; and documents from who gives the help."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.interventions.actions import refusals as no
from borgerfokus.apps.interventions.actions.ordering import carrying_out
from borgerfokus.apps.interventions.events import OrderAsked, OrderDocumentSent, OrderReplied
from borgerfokus.apps.interventions.models import Order, OrderDocument, OrderQuestion
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import Direction
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import day_of
from borgerfokus.core.interventions.words import OPEN_ORDERS
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.files import service as files

TASK = "order_question"
LATE = "order_question_late"


@dataclass(frozen=True)
class NewQuestion:
    """What is asked, and by when it is to be answered."""

    text: str
    answer_by: date


def ask(*, order_id: int, new: NewQuestion, by: Actor, at: datetime) -> int | Refusal:
    """Ask the other side of an open order. What the partner asks becomes a task of the caseworker's. Raises Hidden."""
    with carrying_out(order_id, by, at, "order.ask") as (opened, order):
        if order.state not in OPEN_ORDERS:
            return no.ORDER_ANSWERED
        if not new.text.strip() or new.answer_by < day_of(at):
            return no.QUESTION_EMPTY
        from_partner = _is_partner(order, by)
        row = OrderQuestion.objects.create(
            case=opened.case,
            order=order,
            from_partner=from_partner,
            text=new.text.strip(),
            answer_by=new.answer_by,
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        if from_partner:
            task = casework.NewTask(
                kind=TASK,
                title=f"{order.unit.name} har spurgt om noget",
                detail="Svar på bestillingen under hjælp.",
                due=new.answer_by,
                reference=_reference(row),
                **casework.owner_of_work(opened),
            )
            casework.give_in(opened, task=task)
        opened.append(OrderAsked(order=order.pk, question=row.pk, unit=order.unit.name, from_partner=from_partner))
    return row.pk


def answer(*, question_id: int, text: str, by: Actor, at: datetime) -> Refusal | None:
    """Answer what the other side has asked, once. Raises Hidden."""
    asked = OrderQuestion.objects.filter(pk=question_id).first()
    if asked is None:
        raise Hidden(f"question {question_id}")
    with carrying_out(asked.order_id, by, at, "order.reply") as (opened, order):
        row = OrderQuestion.objects.select_for_update().get(pk=question_id)
        if _is_partner(order, by) is row.from_partner:
            raise Hidden(f"question {question_id} is their own")
        if row.answered_at is not None or not text.strip():
            return no.QUESTION_ANSWERED if row.answered_at else no.QUESTION_EMPTY
        row.answer, row.answered_at = text.strip(), at
        row.answered_by, row.answered_name = by.subject, by.name
        row.save()
        for task in Task.objects.filter(case=opened.case, reference=_reference(row), done_at__isnull=True):
            casework.complete_in(opened, task=task, result="answered")
        opened.append(OrderReplied(order=order.pk, question=row.pk, unit=order.unit.name))
    return None


def send_document(*, order_id: int, file_id: int, title: str, by: Actor, at: datetime) -> int | Refusal:
    """Put an upload of the partner's own into the case, as a document from it. Returns the document's id.

    Refused when the order is over. Raises Hidden, files.UnknownFile.
    """
    with carrying_out(order_id, by, at, "order.document") as (opened, order):
        if order.state not in OPEN_ORDERS:
            return no.ORDER_ANSWERED
        if not title.strip():
            return no.DOCUMENT_TITLE
        stored = files.attach(file_id=file_id, case_id=order.case_id, by=by, at=at)
        document = journal.NewDocument(
            file_id=stored.id, title=title.strip()[:160], direction=Direction.IN, with_whom=order.unit.name[:160]
        )
        entry = journal.add_document_in(opened, document=document)
        row = OrderDocument.objects.create(
            case=opened.case,
            order=order,
            file_id=stored.id,
            title=title.strip()[:160],
            at=at,
            by=by.subject,
            by_name=by.name,
        )
        opened.append(OrderDocumentSent(order=order.pk, entry=entry, unit=order.unit.name))
    return row.pk


def remind(*, by: Actor, at: datetime) -> int:
    """Give the caseworker a task for each question that the partner has not answered in time, once. By the platform."""
    late = OrderQuestion.objects.filter(
        from_partner=False, answered_at__isnull=True, reminded_on__isnull=True, answer_by__lt=day_of(at)
    )
    done = 0
    for row in late.filter(order__state__in=OPEN_ORDERS).select_related("order__unit"):
        with casework.changing(
            case_id=row.case_id, verb=Verb.TASK_EDIT, by=by, at=at, action="order.remind"
        ) as opened:
            task = casework.NewTask(
                kind=LATE,
                title=f"{row.order.unit.name} har ikke svaret",
                detail="Ring til dem, eller spørg igen.",
                due=day_of(at),
                reference=_reference(row),
                **casework.owner_of_work(opened),
            )
            casework.give_in(opened, task=task)
            OrderQuestion.objects.filter(pk=row.pk).update(reminded_on=day_of(at))
            done += 1
    return done


def _is_partner(order: Order, by: Actor) -> bool:
    return order.unit_id in by.workplaces


def _reference(row: OrderQuestion) -> str:
    return f"order_question:{row.pk}"
