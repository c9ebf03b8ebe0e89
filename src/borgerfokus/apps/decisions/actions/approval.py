"""The second pair of eyes: ask for it, approve, or send back with a reason."""

from datetime import datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.actions.drafts import locked, must_be_ready, opened_decision, save
from borgerfokus.apps.decisions.actions.hearings import finish_task
from borgerfokus.apps.decisions.actions.refusing import refusable, refuse_if
from borgerfokus.apps.decisions.events import ApprovalAsked, DecisionApproved, DecisionReturned
from borgerfokus.apps.decisions.models import Decision, DecisionState
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation import queries as organisation

TASK = "approve"
_TASK_TITLE = "Læs og godkend afgørelsen"
_RETURNED = "decision_returned"
_RETURNED_TITLE = "Ret afgørelsen"


@refusable
def send_to_approval(*, decision_id: int, version: int, approver: int | None, by: Actor, at: datetime) -> int:
    """Ask somebody else to read the decision; None: a leader of the unit. Returns the new version.

    Refused while facts or parts of the letter are missing: what is read must be what is sent.
    """
    with opened_decision(decision_id, verb=Verb.DECISION_DRAFT, by=by, at=at, action="decision.ask_approval") as opened:
        row = locked(decision_id, version=version)
        reader = approver or _leader(opened.case, row, at)
        refuse_if(reader in {row.drafted_by_id, row.edited_by_id}, no.OWN_WORDS)
        refuse_if(reader is None or not _may_approve(opened.case, reader, at), no.NO_APPROVER)
        must_be_ready(opened, row)
        finish_task(opened, task_id=row.approval_task_id, result="withdrawn")
        task = casework.NewTask(
            kind=TASK, title=_TASK_TITLE, employee=reader, due=opened.case.next_due, reference=f"decision:{row.pk}"
        )
        row.approval_task_id = casework.give_in(opened, task=task)
        row.state, row.approver_id, row.approved_at = DecisionState.TO_APPROVE, reader, None
        save(row)
        opened.append(ApprovalAsked(decision=row.pk))
    return row.version


@refusable
def approve(*, decision_id: int, version: int, by: Actor, at: datetime) -> int:
    """Approve what was read; anybody who may, except those who wrote it. Returns the new version."""
    with opened_decision(decision_id, verb=Verb.DECISION_APPROVE, by=by, at=at) as opened:
        row = _to_read(decision_id, version, by)
        row.state, row.approver_id, row.approved_at = DecisionState.APPROVED, _reader(row, by), at
        finish_task(opened, task_id=row.approval_task_id, result="approved")
        save(row)
        opened.append(DecisionApproved(decision=row.pk, approver=row.approver_id or 0))
    return row.version


@refusable
def return_with_reason(*, decision_id: int, version: int, reason: str, by: Actor, at: datetime) -> int:
    """Send the decision back to whoever wrote it, who gets a task. Returns the new version."""
    refuse_if(not reason.strip(), no.NO_RETURN_REASON)
    with opened_decision(decision_id, verb=Verb.DECISION_APPROVE, by=by, at=at, action="decision.return") as opened:
        row = _to_read(decision_id, version, by)
        row.state, row.returned_reason, row.approver_id = DecisionState.RETURNED, reason, _reader(row, by)
        finish_task(opened, task_id=row.approval_task_id, result="returned")
        task = casework.NewTask(
            kind=_RETURNED,
            title=_RETURNED_TITLE,
            detail=reason,
            employee=row.edited_by_id,
            due=opened.case.next_due,
            reference=f"decision:{row.pk}",
        )
        row.approval_task_id = casework.give_in(opened, task=task)
        save(row)
        opened.append(DecisionReturned(decision=row.pk, reader=row.approver_id or 0))
    return row.version


def _to_read(decision_id: int, version: int, by: Actor) -> Decision:
    row = locked(decision_id, version=version)
    refuse_if(row.state != DecisionState.TO_APPROVE, no.NOT_TO_APPROVE)
    refuse_if(_reader(row, by) in {row.drafted_by_id, row.edited_by_id}, no.OWN_WORDS)
    return row


def _reader(row: Decision, by: Actor) -> int | None:
    return by.id if by.is_employee else row.approver_id


def _leader(case: Case, row: Decision, at: datetime) -> int | None:
    leaders = organisation.leaders_of(unit_id=case.unit_id, on=day_of(at))
    return next((one for one in leaders if one not in {row.drafted_by_id, row.edited_by_id}), None)


def _may_approve(case: Case, employee_id: int, at: datetime) -> bool:
    """Whether this colleague may approve decisions in the unit of the case, and is not its caseworker."""
    try:
        colleague = organisation.actor_for(employee_id=employee_id, on=day_of(at))
    except organisation.NotEngaged:
        return False
    return Verb.DECISION_APPROVE in casework.allowed(case=case, by=colleague, at=at)
