"""Appeal and reassessment: filed by a party or who acts for one, looked at again, changed or forwarded."""

from dataclasses import dataclass
from datetime import date, datetime, time

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import Announced, DeadlineSlipped
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions import policies
from borgerfokus.apps.decisions.actions import refusals as no
from borgerfokus.apps.decisions.actions.drafts import NewDraft, start_in
from borgerfokus.apps.decisions.actions.hearings import finish_task
from borgerfokus.apps.decisions.actions.refusing import Refused, must, refusable, refuse_if
from borgerfokus.apps.decisions.events import AppealFiled, AppealForwarded, AppealReassessed, AppealWithdrawn
from borgerfokus.apps.decisions.models import Appeal, AppealState, Decision, DecisionState
from borgerfokus.apps.decisions.queries.case_file import case_file, held_with
from borgerfokus.apps.decisions.queries.rows import case_of_appeal, case_of_decision
from borgerfokus.apps.decisions.queries.standing import APPEAL_ANSWERED, APPEAL_FILED, REASSESSMENT
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.dates import COPENHAGEN, calendar_for, day_of
from borgerfokus.core.decisions import appeal as law
from borgerfokus.core.decisions.outcomes import AppealOutcome, Outcome
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.text.pdf import render_case_file

TASK = "appeal"
_TASK_TITLE = "Genvurder afgørelsen: der er klaget"
_ENTRY_TITLE = "Klage over afgørelsen"
_BACK_TO_DECISION = {
    Phase.CLOSED: (Step.REOPEN, Step.BEGIN_ASSESSMENT, Step.BEGIN_DECISION),
    Phase.DECISION: (Step.REASSESS, Step.BEGIN_DECISION),
    Phase.INTERVENTION: (Step.REASSESS, Step.BEGIN_DECISION),
    Phase.FOLLOW_UP: (Step.REASSESS, Step.BEGIN_DECISION),
    Phase.ASSESSMENT: (Step.BEGIN_DECISION,),
}


@dataclass(frozen=True)
class NewAppeal:
    """What is appealed and why. When a caseworker writes it down: who appeals, by which way, received on which day."""

    text: str
    filed_by: int | None = None
    received_on: date | None = None
    channel: str = "self_service"


@dataclass(frozen=True)
class Reassessment:
    """What the municipality's second look came to, and why. `new_outcome`: what the new decision is expected to say."""

    outcome: AppealOutcome
    reasons: str
    new_outcome: Outcome = Outcome.GRANTED


@refusable
def file_appeal(*, decision_id: int, new: NewAppeal, by: Actor, at: datetime) -> int:
    """Register an appeal. A late one is registered and flagged; it is never turned away here. Returns its id.

    Raises Hidden unless the actor is a party, acts validly for one, or works on the case; refuses a caseworker's entry
    for somebody who may not appeal.
    """
    refuse_if(not new.text.strip(), no.APPEAL_EMPTY)
    with casework.changing(case_id=case_of_decision(decision_id), verb=Verb.APPEAL_FILE, by=by, at=at) as opened:
        case, today = opened.case, day_of(at)
        received = today if by.is_citizen else new.received_on or today
        refuse_if(received > today, no.APPEAL_DAY)
        decision = Decision.objects.select_for_update().get(pk=decision_id)
        _may_be_appealed(case, decision)
        person_id, standing = _appellant(case, new, by, at, received)
        appeal = Appeal(
            case=case,
            decision=decision,
            filed_by_id=person_id,
            relation=standing,
            registered_by=by.subject,
            channel=new.channel,
            text=new.text,
            filed_at=at,
            received_on=received,
            in_time=not law.too_late(appealed_on=received, last=decision.appeal_until),
            reassess_by=_reassess_by(case, received),
        )
        _register(opened, appeal)
    return appeal.pk


@refusable
def withdraw_appeal(*, appeal_id: int, by: Actor, at: datetime) -> None:
    """Take an appeal back before it is answered."""
    with casework.changing(
        case_id=case_of_appeal(appeal_id), verb=Verb.APPEAL_FILE, by=by, at=at, action="appeal.withdraw"
    ) as opened:
        appeal = _filed(appeal_id)
        appeal.state = AppealState.WITHDRAWN
        _answered(opened)
        finish_task(opened, task_id=appeal.task_id, result="withdrawn")
        appeal.save()
        opened.append(AppealWithdrawn(appeal=appeal.pk))


@refusable
def reassess(*, appeal_id: int, new: Reassessment, by: Actor, at: datetime) -> int | None:
    """Answer an appeal (retssikkerhedsloven § 66). Returns the id of the new decision's draft, None when upheld.

    What is not reversed in full goes on to the appeal body at once, with the file of the case. What is changed brings
    the case back to deciding; the old decision holds until the new one is sent.
    """
    refuse_if(not new.reasons.strip(), no.REASSESSMENT_EMPTY)
    with casework.changing(case_id=case_of_appeal(appeal_id), verb=Verb.APPEAL_REASSESS, by=by, at=at) as opened:
        appeal = _filed(appeal_id)
        appeal.outcome, appeal.reasons = new.outcome, new.reasons
        appeal.answered_at, appeal.answered_by = at, by.subject
        finish_task(opened, task_id=appeal.task_id, result=new.outcome)
        _answered(opened)
        opened.append(AppealReassessed(appeal=appeal.pk, outcome=new.outcome))
        if new.outcome.forwarded:
            _forward(opened, appeal)
        else:
            appeal.state = AppealState.REASSESSED
            appeal.save()
        if new.outcome is AppealOutcome.UPHELD:
            return None
        appeal.new_decision_id = begin_again(opened, appeal.decision, reason=new.reasons, outcome=new.new_outcome)
        appeal.save(update_fields=["new_decision"])
    return appeal.new_decision_id


def reassessment_is_late(opened: casework.OpenCase, event: Announced) -> None:
    """The four weeks went without an answer: what the citizen is told in the letter stands on the appeal too (§ 66)."""
    if not isinstance(event, DeadlineSlipped) or event.deadline != REASSESSMENT:
        return
    Appeal.objects.filter(case=opened.case, state=AppealState.FILED).update(
        late_told_at=opened.at, expected_on=date.fromisoformat(event.new_due)
    )


def _may_be_appealed(case: Case, decision: Decision) -> None:
    refuse_if(decision.state != DecisionState.ISSUED, no.NOT_ISSUED)
    refuse_if(not case.type_version.spec.appeal.appealable, no.NOT_APPEALABLE)
    refuse_if(decision.appeals.exclude(state=AppealState.WITHDRAWN).exists(), no.APPEAL_EXISTS)


def _appellant(case: Case, new: NewAppeal, by: Actor, at: datetime, received: date) -> tuple[int, law.Standing]:
    if by.is_citizen:
        return by.id, policies.own_standing(case=case, by=by, at=at)
    person_id = new.filed_by or case.citizen_id
    standing, fault = policies.standing_of_person(case=case, person_id=person_id, on=received)
    if fault is not None:
        raise Refused(fault)
    return person_id, standing


def _register(opened: casework.OpenCase, appeal: Appeal) -> None:
    words = journal.NewEntry(title=_ENTRY_TITLE, body=appeal.text, channel=appeal.channel)
    appeal.entry_id = journal.give_statement_in(opened, statement=words)
    appeal.save()
    owner = casework.owner_of_work(opened)
    task = casework.NewTask(
        kind=TASK,
        title=_TASK_TITLE,
        due=appeal.reassess_by,
        reference=f"appeal:{appeal.pk}",
        employee=owner.get("employee"),
        unit=owner.get("unit"),
    )
    appeal.task_id = casework.give_in(opened, task=task)
    appeal.save(update_fields=["task"])
    moments = {key: moment for key, moment in opened.case.moments.items() if key != APPEAL_ANSWERED}
    opened.case.moments = {**moments, APPEAL_FILED: _arrived(appeal).isoformat()}
    opened.append(
        AppealFiled(
            appeal=appeal.pk,
            decision=appeal.decision_id,
            relation=appeal.relation,
            in_time=appeal.in_time,
            reassess_by=appeal.reassess_by.isoformat(),
        )
    )


def _arrived(appeal: Appeal) -> datetime:
    """The moment of filing, or noon of the earlier day on which an appeal came that is written down later."""
    if appeal.received_on == day_of(appeal.filed_at):
        return appeal.filed_at
    return datetime.combine(appeal.received_on, time(12), tzinfo=COPENHAGEN)


def _answered(opened: casework.OpenCase) -> None:
    opened.case.moments = {**opened.case.moments, APPEAL_ANSWERED: opened.at.isoformat()}


def _reassess_by(case: Case, received: date) -> date:
    spec = case.type_version.spec.appeal
    if spec.reassessment is None:
        raise Refused(no.NOT_APPEALABLE)
    in_force = parameters.parameters()
    return law.reassess_by(
        appealed_on=received,
        weeks=in_force.at(spec.reassessment, on=received).number,
        calendar=calendar_for([received.year], in_force),
    )


def _filed(appeal_id: int) -> Appeal:
    appeal = Appeal.objects.select_for_update().get(pk=appeal_id)
    refuse_if(appeal.state != AppealState.FILED, no.APPEAL_ANSWERED)
    return appeal


def _forward(opened: casework.OpenCase, appeal: Appeal) -> None:
    """The appeal, the reassessment and the whole file go to the appeal body as one document."""
    case, decision = opened.case, appeal.decision
    body = _body(case, decision, day_of(opened.at))
    file = case_file(case=case, decision=decision, appeal=appeal, body=body, by=opened.by, at=opened.at)
    letter = journal.NewLetter(
        content=render_case_file(file=file, language=decision.language),
        name="Sagens akter",
        title=f"Sagens akter til {body}",
        to=body,
        body=appeal.reasons,
        held=held_with(journal.lines(case_id=case.pk, by=opened.by, at=opened.at), on=day_of(opened.at)),
    )
    _, appeal.file_entry_id = journal.keep_letter_in(opened, letter=letter)
    appeal.state, appeal.forwarded_at, appeal.forwarded_to = AppealState.FORWARDED, opened.at, body
    appeal.save()
    opened.append(AppealForwarded(appeal=appeal.pk, body=body, entry=appeal.file_entry_id))


def _body(case: Case, decision: Decision, on: date) -> str:
    spec = case.type_version.spec.appeal
    if spec.body is None:
        raise Refused(no.NOT_APPEALABLE)
    return parameters.at(spec.body, on=on).text.in_(decision.language)


def begin_again(opened: casework.OpenCase, old: Decision, *, reason: str, outcome: Outcome) -> int:
    """Take the case back to deciding, with a draft that begins where the old decision stands. Returns its id."""
    for step in _BACK_TO_DECISION.get(Phase(opened.case.phase), ()):
        must(casework.step_in(opened, step=step, reason=reason))
    draft = start_in(opened, new=NewDraft(outcome=outcome, applied_for=old.applied_for, language=old.language))
    draft.granted, draft.refused, draft.provider = old.granted, old.refused, old.provider
    draft.starts, draft.ends, draft.follow_up_on = old.starts, old.ends, old.follow_up_on
    draft.save()
    return draft.pk
