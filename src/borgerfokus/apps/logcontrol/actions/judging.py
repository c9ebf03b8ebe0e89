"""From a look-up that waits to its end: asked, answered, closed with a ground or escalated, and concluded."""

from datetime import date, datetime

from django.db import transaction

from borgerfokus.apps.logcontrol.actions import refusals
from borgerfokus.apps.logcontrol.actions.rounds import end_if_done
from borgerfokus.apps.logcontrol.models import ControlItem
from borgerfokus.apps.logcontrol.queries.rounds import WAITING, find_asked, find_item
from borgerfokus.apps.logcontrol.queries.standing import is_officer, require_officer
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import add_hours, calendar_for, day_of
from borgerfokus.core.logcontrol import ending
from borgerfokus.core.logcontrol.words import Ground, Outcome, State
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.parameters import service as parameters

NOT_IN_TIME = "Ikke gennemgået inden fristen."
"""The note of a look-up that was sent on because nobody had dealt with it in time. Stored, so it is Danish."""


@transaction.atomic
def ask(*, item_id: int, question: str, by: Actor, at: datetime) -> Refusal | None:
    """Ask the employee for an explanation, to be given on the own page by a date."""
    row = _to_judge(item_id, by)
    state = ending.after(State(row.state), ending.ASK)
    if state is None:
        return refusals.MOVED_ON
    if not question.strip():
        return refusals.NO_QUESTION
    on = day_of(at)
    days = parameters.at("own.log_control_answer", on=on).number
    row.question, row.asked_at = question.strip(), at
    row.answer_due = calendar_for([on.year], parameters.parameters()).add_working_days(on, days)
    _keep(row, state, "log_control.ask", by=by, at=at)
    return None


@transaction.atomic
def answer(*, item_id: int, text: str, by: Actor, at: datetime) -> Refusal | None:
    """The employee explains the own look-up."""
    found = find_asked(item_id=item_id, by=by)
    row = ControlItem.objects.select_for_update(of=("self",)).get(pk=found.pk)
    state = ending.after(State(row.state), ending.ANSWER)
    if state is None:
        return refusals.MOVED_ON
    if not text.strip():
        return refusals.NO_ANSWER
    row.answer, row.answered_at = text.strip(), at
    _keep(row, state, "log_control.answer", by=by, at=at)
    return None


@transaction.atomic
def close(*, item_id: int, ground: str, note: str, by: Actor, at: datetime) -> Refusal | None:
    """Close a look-up with a ground."""
    row = _to_judge(item_id, by)
    state = ending.after(State(row.state), ending.CLOSE)
    if state is None:
        return refusals.MOVED_ON
    if ground not in set(Ground):
        return refusals.NO_GROUND
    row.ground, row.note = ground, note.strip()
    _decide(row, state, "log_control.close", by=by, at=at)
    return None


@transaction.atomic
def escalate(*, item_id: int, note: str, by: Actor, at: datetime) -> Refusal | None:
    """Send a look-up on to the data protection officer, with why."""
    row = _to_judge(item_id, by)
    state = ending.after(State(row.state), ending.ESCALATE)
    if state is None:
        return refusals.MOVED_ON
    if not note.strip():
        return refusals.NO_WORDS
    row.note = note.strip()
    _decide(row, state, "log_control.escalate", by=by, at=at)
    return None


@transaction.atomic
def conclude(*, item_id: int, outcome: str, note: str, by: Actor, at: datetime) -> Refusal | None:
    """The officer says what an escalated look-up was."""
    require_officer(by)
    row = _to_judge(item_id, by)
    state = ending.after(State(row.state), ending.CONCLUDE)
    if state is None:
        return refusals.MOVED_ON
    if outcome not in set(Outcome):
        return refusals.NO_GROUND
    if not note.strip():
        return refusals.NO_WORDS
    row.outcome, row.outcome_note, row.concluded_at, row.concluded_by = outcome, note.strip(), at, by.subject
    _keep(row, state, "log_control.conclude", by=by, at=at)
    return None


def remind(*, at: datetime) -> int:
    """Count a reminder on each question that is past its date, at most one a day. Returns how many."""
    on = day_of(at)
    rows = ControlItem.objects.filter(state=State.ASKED, answer_due__lt=on).exclude(reminded_on=on)
    late = list(rows.select_for_update())
    for row in late:
        row.reminders, row.reminded_on = row.reminders + 1, on
        row.save(update_fields=["reminders", "reminded_on"])
    return len(late)


def escalate_late(*, by: Actor, at: datetime) -> int:
    """Send on what was not judged by its date, so that every look-up of a round comes to an end. Returns how many."""
    rows = ControlItem.objects.filter(state__in=WAITING, round__review_due__lt=day_of(at))
    late = list(rows.select_for_update(of=("self",)).select_related("round").order_by("id"))
    for row in late:
        row.note = NOT_IN_TIME
        _decide(row, State.ESCALATED, "log_control.escalate", by=by, at=at)
    return len(late)


def report_by(row: ControlItem, *, hours: int) -> date | None:
    """The day by which a breach found in an escalated look-up is to be reported, counted from when it was sent on."""
    return day_of(add_hours(row.decided_at, hours)) if row.decided_at and row.state == State.ESCALATED else None


def _to_judge(item_id: int, by: Actor) -> ControlItem:
    """The look-up, locked. Raises Hidden for one that the actor may not judge, the own ones first of all."""
    found = find_item(item_id=item_id, by=by)
    row = ControlItem.objects.select_for_update(of=("self",)).select_related("round").get(pk=found.pk)
    if not ending.may_judge(
        judge=by.id, employee=row.employee_id, reviewer=row.reviewer_id, is_officer=is_officer(by)
    ):
        raise Hidden(f"look-up {item_id}")
    return row


def _decide(row: ControlItem, state: State, action: str, *, by: Actor, at: datetime) -> None:
    row.decided_at, row.decided_by = at, by.subject
    _keep(row, state, action, by=by, at=at)
    end_if_done(row.round, at=at)


def _keep(row: ControlItem, state: State, action: str, *, by: Actor, at: datetime) -> None:
    row.state, row.version = state, row.version + 1
    row.save()
    audit.record(action=action, by=by, at=at, about=f"look-up:{row.lookup_id}", item=row.pk)
