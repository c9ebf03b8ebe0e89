"""What became of a letter: received, and the clock runs; or failed, and somebody has a task. Nothing is closed here."""

from contextlib import AbstractContextManager
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.actions.copies import GUARDIAN, copy_received, guardians_received
from borgerfokus.apps.decisions.actions.drafts import opened_decision, save
from borgerfokus.apps.decisions.actions.hearings import answer_by, finish_task
from borgerfokus.apps.decisions.actions.refusing import Refused, refusable, refuse_if
from borgerfokus.apps.decisions.events import LetterFailed, LetterReceived, LetterSentAgain
from borgerfokus.apps.decisions.models import Decision, DecisionCopy, Hearing, HearingStage, LetterState
from borgerfokus.apps.decisions.queries.rows import decision
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import calendar_for, day_of
from borgerfokus.core.decisions import appeal as law
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.outbox import service as outbox
from borgerfokus.foundation.parameters import service as parameters

TASK = "letter_failed"
_TASK_TITLE = "Brevet kunne ikke leveres"
_TASK_DETAIL = "Send det på papir, eller giv det til borgeren. Fristen løber først, når borgeren har brevet."


def take_result(result: outbox.Result) -> None:
    """What the outbox tells about a letter of this app, in the transaction that records it."""
    about, _, number = result.reference.partition(":")
    arrived = result.outcome is not outbox.Outcome.FAILED
    if about == "decision":
        _decision_letter(int(number), result, arrived=arrived)
    elif about == "hearing":
        _hearing_letter(int(number), result, arrived=arrived)
    elif about == "copy":
        _copy(result, arrived=arrived)


@refusable
def send_letter_again(*, decision_id: int, by: Actor, at: datetime) -> None:
    """Send the letter of a decision on paper, after it failed. The clock still waits for it to be received.

    The message is locked before the case, in the order in which the outbox takes them.
    """
    with transaction.atomic():
        row = _failed(decision_id, by=by, at=at)
        outbox.send_on_paper(message_id=_message_of(row), by=by, at=at)
        with opened_decision(decision_id, verb=Verb.DECISION_ISSUE, by=by, at=at, action="letter.send_again") as opened:
            row = Decision.objects.select_for_update().get(pk=decision_id)
            row.letter = LetterState.UNDER_WAY
            finish_task(opened, task_id=row.letter_task_id, result="paper")
            row.letter_task = None
            save(row)
            opened.append(LetterSentAgain(about=f"decision:{row.pk}", how="paper"))


@refusable
def hand_letter_over(*, decision_id: int, by: Actor, at: datetime) -> None:
    """The citizen has been given the failed letter in person, now: it counts as received today."""
    with transaction.atomic():
        row = _failed(decision_id, by=by, at=at)
        outbox.hand_over(message_id=_message_of(row), by=by, at=at)


def appeal_until(*, case: Case, decision: Decision, received_on: date) -> date | None:
    """The last day to appeal, counted from receipt by the weeks that the letter promised. None: not appealable."""
    spec = case.type_version.spec.appeal
    if spec.deadline is None or decision.issued_at is None:
        return None
    in_force = parameters.parameters()
    return law.last_day(
        received_on=received_on,
        guidance_given=spec.appealable,
        weeks=in_force.at(spec.deadline, on=day_of(decision.issued_at)).number,
        calendar=calendar_for([received_on.year], in_force),
    )


def _decision_letter(decision_id: int, result: outbox.Result, *, arrived: bool) -> None:
    with _opened(result, action="letter.received" if arrived else "letter.failed") as opened:
        row = Decision.objects.select_for_update().filter(pk=decision_id, message_id=result.message_id).first()
        if row is None:
            raise Hidden(f"decision {decision_id}")
        if row.letter == LetterState.RECEIVED:
            return
        if arrived:
            _received(opened, row, day_of(result.at))
        else:
            _not_delivered(opened, row, result.trouble)
        save(row)


def _copy(result: outbox.Result, *, arrived: bool) -> None:
    """The decision has reached a guardian, or somebody who gets the post. A guardian's can move the last day."""
    with _opened(result, action="decision.copy_received" if arrived else "decision.copy_failed") as opened:
        copies = DecisionCopy.objects.select_for_update(of=("self",)).select_related("decision")
        copy = copies.filter(message_id=result.message_id).first()
        if copy is None:
            raise Hidden(f"copy {result.message_id}")
        if copy.received_on is not None:
            return
        if not arrived:
            _task(opened, f"copy:{copy.pk}")
            opened.append(LetterFailed(about=f"copy:{copy.decision_id}", trouble=result.trouble))
            return
        row, day = copy.decision, day_of(result.at)
        copy.received_on = day
        copy_received(opened, copy, day=day, appeal_until=_runs_until(opened, row, copy))


def _runs_until(opened: casework.OpenCase, row: Decision, copy: DecisionCopy) -> date | None:
    """The last day to appeal after this receipt. Only a guardian's moves it, and only forward."""
    if copy.relation != GUARDIAN or row.received_on is None:
        return row.appeal_until
    others = row.copies.filter(relation=GUARDIAN).exclude(pk=copy.pk).values_list("received_on", flat=True)
    counts = law.counts_from(party=row.received_on, guardians=[copy.received_on, *others])
    if counts is not None:
        row.appeal_until = appeal_until(case=opened.case, decision=row, received_on=counts)
        save(row)
    return row.appeal_until


def _received(opened: casework.OpenCase, row: Decision, day: date) -> None:
    row.letter, row.received_on = LetterState.RECEIVED, day
    counts = law.counts_from(party=day, guardians=guardians_received(row))
    row.appeal_until = appeal_until(case=opened.case, decision=row, received_on=counts) if counts else None
    finish_task(opened, task_id=row.letter_task_id, result="received")
    row.letter_task = None
    until = row.appeal_until.isoformat() if row.appeal_until else ""
    opened.append(LetterReceived(decision=row.pk, received_on=day.isoformat(), appeal_until=until))


def _not_delivered(opened: casework.OpenCase, row: Decision, trouble: str) -> None:
    row.letter = LetterState.FAILED
    finish_task(opened, task_id=row.letter_task_id, result="failed_again")
    row.letter_task_id = _task(opened, f"decision:{row.pk}")
    opened.append(LetterFailed(about=f"decision:{row.pk}", trouble=trouble))


def _hearing_letter(hearing_id: int, result: outbox.Result, *, arrived: bool) -> None:
    with _opened(result, action="hearing.received" if arrived else "hearing.failed") as opened:
        row = Hearing.objects.select_for_update().filter(pk=hearing_id, message_id=result.message_id).first()
        if row is None:
            raise Hidden(f"hearing {hearing_id}")
        if row.stage != HearingStage.SENT or row.received_on is not None:
            return
        if arrived:
            _hearing_arrived(row, day_of(result.at))
        else:
            row.stage = HearingStage.FAILED
            finish_task(opened, task_id=row.task_id, result="withdrawn")
            _task(opened, f"hearing:{row.pk}")
            opened.append(LetterFailed(about=f"hearing:{row.pk}", trouble=result.trouble))
        row.save()


def _hearing_arrived(row: Hearing, day: date) -> None:
    """A letter that came late gives its receiver as much more time, up to the whole of the ordinary time."""
    row.received_on = day
    if row.due is not None and row.sent_at is not None:
        late = day - day_of(row.sent_at)
        calendar = calendar_for([day.year], parameters.parameters())
        row.due = max(row.due, min(answer_by(received_on=day), calendar.next_working_day(row.due + late)))
    if row.task_id is not None:
        Task.objects.filter(pk=row.task_id, done_at__isnull=True).update(due=row.due)


def _opened(result: outbox.Result, *, action: str) -> AbstractContextManager[casework.OpenCase]:
    verb = Verb.LETTER_RECEIVE if result.by.everything else Verb.DECISION_ISSUE
    return casework.changing(case_id=result.case_id, verb=verb, by=result.by, at=result.noted_at, action=action)


def _task(opened: casework.OpenCase, reference: str) -> int:
    owner = casework.owner_of_work(opened)
    task = casework.NewTask(
        kind=TASK,
        title=_TASK_TITLE,
        detail=_TASK_DETAIL,
        due=day_of(opened.at),
        reference=reference,
        employee=owner.get("employee"),
        unit=owner.get("unit"),
    )
    return casework.give_in(opened, task=task)


def _failed(decision_id: int, *, by: Actor, at: datetime) -> Decision:
    row = decision(decision_id=decision_id, by=by, at=at)
    casework.require(verb=Verb.DECISION_ISSUE, case=row.case, by=by, at=at)
    refuse_if(row.letter != LetterState.FAILED, no.LETTER_NOT_FAILED)
    return row


def _message_of(row: Decision) -> UUID:
    if row.message_id is None:
        raise Refused(no.LETTER_NOT_FAILED)
    return row.message_id
