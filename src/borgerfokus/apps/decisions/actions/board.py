"""What the appeal body decided: written down, told to the citizen in the journal, carried out, and learnt from."""

from dataclasses import dataclass
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.actions.appeals import begin_again
from borgerfokus.apps.decisions.actions.refusing import refusable, refuse_if
from borgerfokus.apps.decisions.events import AppealDecided
from borgerfokus.apps.decisions.models import OPEN_STATES, Appeal, AppealState, BoardDecision, Decision, DecisionState
from borgerfokus.apps.decisions.queries.rows import case_of_appeal
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.dates import day_of
from borgerfokus.core.decisions.outcomes import BoardOutcome, Outcome
from borgerfokus.foundation.access.actor import Actor

TASK = "board"


@dataclass(frozen=True)
class NewBoardDecision:
    """The appeal body's answer: what, when, why in short; and what we learn when it was changed or sent back."""

    outcome: BoardOutcome
    decided_on: date
    reasons: str
    learning: str = ""


@refusable
def register_board_decision(*, appeal_id: int, new: NewBoardDecision, by: Actor, at: datetime) -> int | None:
    """Write the appeal body's decision down. Returns the id of the draft that a case sent back begins with, or None.

    Changed or sent back, it is a task for whoever has the case.
    """
    refuse_if(not new.reasons.strip(), no.BOARD_EMPTY)
    refuse_if(new.outcome.reversed and not new.learning.strip(), no.NO_LEARNING)
    with casework.changing(
        case_id=case_of_appeal(appeal_id), verb=Verb.APPEAL_REASSESS, by=by, at=at, action="appeal.decided"
    ) as opened:
        appeal = _forwarded(appeal_id)
        sent = day_of(appeal.forwarded_at) if appeal.forwarded_at else new.decided_on
        refuse_if(not sent <= new.decided_on <= day_of(at), no.BOARD_DAY)
        entry = _told(opened, appeal, new)
        BoardDecision.objects.create(
            appeal=appeal,
            case=opened.case,
            outcome=new.outcome,
            decided_on=new.decided_on,
            reasons=new.reasons,
            learning=new.learning,
            entry_id=entry,
            registered_at=at,
            registered_by=by.subject,
        )
        opened.append(
            AppealDecided(appeal=appeal.pk, body=appeal.forwarded_to, outcome=new.outcome.value, entry=entry)
        )
        if not new.outcome.reversed:
            return None
        _to_do(opened, appeal, new)
        return _decide_anew(opened, appeal, new)


def _forwarded(appeal_id: int) -> Appeal:
    appeal = Appeal.objects.select_for_update().select_related("decision").get(pk=appeal_id)
    answered = BoardDecision.objects.filter(appeal=appeal).exists()
    refuse_if(appeal.state != AppealState.FORWARDED or answered, no.BOARD_TOO_EARLY)
    return appeal


def _told(opened: casework.OpenCase, appeal: Appeal, new: NewBoardDecision) -> int:
    outcome = new.outcome.label.in_(appeal.decision.language).lower()
    words = journal.NewEntry(
        title=f"Afgørelse fra {appeal.forwarded_to}: {outcome}", body=new.reasons, channel="letter"
    )
    return journal.give_statement_in(opened, statement=words)


def _to_do(opened: casework.OpenCase, appeal: Appeal, new: NewBoardDecision) -> None:
    title = {
        BoardOutcome.CHANGED: f"Ret hjælpen efter afgørelsen fra {appeal.forwarded_to}",
        BoardOutcome.REMITTED: f"Afgør sagen igen: {appeal.forwarded_to} har hjemvist den",
    }[new.outcome]
    owner = casework.owner_of_work(opened)
    task = casework.NewTask(
        kind=TASK,
        title=title,
        reference=f"appeal:{appeal.pk}",
        employee=owner.get("employee"),
        unit=owner.get("unit"),
    )
    casework.give_in(opened, task=task)


def _decide_anew(opened: casework.OpenCase, appeal: Appeal, new: NewBoardDecision) -> int | None:
    decisions = Decision.objects.filter(case=opened.case)
    if new.outcome is not BoardOutcome.REMITTED or decisions.filter(state__in=OPEN_STATES).exists():
        return None
    old = decisions.filter(state=DecisionState.ISSUED).order_by("-number").first() or appeal.decision
    return begin_again(opened, old, reason=new.reasons, outcome=Outcome(old.outcome))
