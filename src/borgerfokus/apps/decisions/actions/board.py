"""What the appeal body decided: written down, told to the citizen in the journal, carried out, and learnt from."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.actions.appeals import begin_again
from borgerfokus.apps.decisions.actions.refusing import refusable, refuse_if
from borgerfokus.apps.decisions.events import AppealDecided, LessonLearnt
from borgerfokus.apps.decisions.models import OPEN_STATES, Appeal, AppealState, BoardDecision, Decision, DecisionState
from borgerfokus.apps.decisions.queries.rows import case_of_appeal
from borgerfokus.apps.decisions.queries.standing import REMITTED, REMITTED_DECIDED
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import add_weeks, calendar_for, day_of
from borgerfokus.core.decisions.outcomes import BoardOutcome, Outcome
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.parameters import service as parameters

TASK, LESSON = "board", "lesson"


@dataclass(frozen=True)
class NewBoardDecision:
    """The appeal body's answer: what, when, why in short; and what we learn when it was changed or sent back.

    `new_outcome` is what the decision says now when it was changed (None: as before). Somebody answers for the lesson:
    `learning_owner` (an employee's id), until `learning_due` or the municipality's own time.
    """

    outcome: BoardOutcome
    decided_on: date
    reasons: str
    learning: str = ""
    new_outcome: Outcome | None = None
    learning_owner: int | None = None
    learning_due: date | None = None


@refusable
def register_board_decision(*, appeal_id: int, new: NewBoardDecision, by: Actor, at: datetime) -> int | None:
    """Write the appeal body's decision down. Returns the id of the draft of the decision that it asks for, or None.

    Confirmed or dismissed, the decision stands and nothing is owed but the letter. Changed, a new decision in line with
    it is begun and owed without delay. Sent back, the case is decided anew with a date of its own (§ 3). The citizen
    gets a letter in all four; what was lost is a task for whoever has the case, and its lesson has an owner.
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
            **_owned(opened, new),
            entry_id=entry,
            registered_at=at,
            registered_by=by.subject,
        )
        draft = None
        if new.outcome.reversed:
            _to_do(opened, appeal, new)
            draft = _decide_anew(opened, appeal, new)
        promised = _start_clock(opened) if new.outcome is BoardOutcome.REMITTED else ""
        opened.append(
            AppealDecided(
                appeal=appeal.pk,
                body=appeal.forwarded_to,
                outcome=new.outcome.value,
                entry=entry,
                promised=promised,
            )
        )
    return draft


def finish_learning(*, appeal_id: int, note: str, by: Actor, at: datetime) -> Refusal | None:
    """What a lost case taught has been carried out; `note` says what was done. Raises Hidden without a lesson."""
    if not note.strip():
        return no.NO_NOTE
    with casework.changing(
        case_id=case_of_appeal(appeal_id), verb=Verb.APPEAL_REASSESS, by=by, at=at, action="appeal.learnt"
    ) as opened:
        row = BoardDecision.objects.select_for_update().filter(appeal_id=appeal_id).exclude(learning="").first()
        if row is None or row.learning_owner_id is None or row.learning_done_at is not None:
            raise Hidden(f"lesson of appeal {appeal_id}")
        row.learning_done_at, row.learning_done_by, row.learning_note = at, by.subject, note.strip()
        row.save(update_fields=["learning_done_at", "learning_done_by", "learning_note"])
        opened.append(LessonLearnt(appeal=appeal_id))
        task = Task.objects.filter(case=opened.case, kind=LESSON, reference=f"appeal:{appeal_id}", done_at__isnull=True)
        for one in task:
            casework.complete_in(opened, task=one, result="done")
    return None


def _owned(opened: casework.OpenCase, new: NewBoardDecision) -> dict[str, Any]:
    """Who answers for the lesson: whoever is named, else the caseworker. The owner gets a task."""
    owner = new.learning_owner or opened.case.caseworker_id
    if not new.learning.strip() or owner is None:
        return {}
    today = day_of(opened.at)
    due = new.learning_due or today + timedelta(days=parameters.at(_LEARNING, on=today).number)
    return {"learning_owner_id": owner, "learning_due": due}


def _start_clock(opened: casework.OpenCase) -> str:
    """The case is decided anew by a day of its own, which the citizen is told. Returns the day."""
    moments = {key: moment for key, moment in opened.case.moments.items() if key != REMITTED_DECIDED}
    opened.case.moments = {**moments, REMITTED: opened.at.isoformat()}
    today = day_of(opened.at)
    weeks = parameters.at("rsl.remitted_deadline", on=today).number
    calendar = calendar_for([today.year, today.year + 1], parameters.parameters())
    return calendar.next_working_day(add_weeks(today, weeks)).isoformat()


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
    lesson = _owned(opened, new)
    if lesson:
        learn = casework.NewTask(
            kind=LESSON,
            title=_LESSON_TITLE,
            detail=new.learning,
            due=lesson["learning_due"],
            reference=f"appeal:{appeal.pk}",
            employee=lesson["learning_owner_id"],
        )
        casework.give_in(opened, task=learn)


def _decide_anew(opened: casework.OpenCase, appeal: Appeal, new: NewBoardDecision) -> int | None:
    decisions = Decision.objects.filter(case=opened.case)
    if decisions.filter(state__in=OPEN_STATES).exists():
        return None
    old = decisions.filter(state=DecisionState.ISSUED).order_by("-number").first() or appeal.decision
    return begin_again(opened, old, reason=new.reasons, outcome=new.new_outcome or Outcome(old.outcome))


_LEARNING = "own.learning_deadline"
_LESSON_TITLE = "Følg op på det, den tabte sag har lært os"
