"""Moving the case along its lifecycle. The table in `core.casework.lifecycle` decides; here it is carried out."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from borgerfokus.apps.casework.actions import conditions
from borgerfokus.apps.casework.actions.changing import OpenCase, changing
from borgerfokus.apps.casework.actions.standing import state_of, waiting_of
from borgerfokus.apps.casework.events import CaseResumed, CaseSuspended, DeadlineExtended, PhaseChanged
from borgerfokus.apps.casework.models import Case, Extension, Suspension
from borgerfokus.core.access import Verb
from borgerfokus.core.casework import lifecycle
from borgerfokus.core.casework.ball import Ball, Waiting
from borgerfokus.core.casework.casetype import Moment
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import Phase, State
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor

_VERBS = {
    Step.CLOSE: Verb.CASE_CLOSE,
    Step.DISMISS: Verb.CASE_CLOSE,
    Step.WITHDRAW: Verb.CASE_WITHDRAW,
    Step.FORWARD: Verb.CASE_FORWARD,
    Step.REOPEN: Verb.CASE_REOPEN,
}
_MOMENTS = {
    Step.BEGIN_ASSESSMENT: "informed",
    Step.DECIDE: "decision_issued",
    Step.START_INTERVENTION: "intervention_started",
    Step.BEGIN_FOLLOW_UP: "followed_up",
}


@dataclass(frozen=True)
class Pause:
    """Whom the case waits for (`you` is the citizen, `other` anybody else), on what, why, and until when."""

    whom: Ball
    name: str
    reason: str
    answer_by: date | None = None


def take_step(
    *, case_id: int, step: Step, by: Actor, at: datetime, reason: str = "", receiver: str = "", **known: Any
) -> Refusal | None:
    """Take a step that moves the phase. Returns why not, with the article, or None when it was taken."""
    verb = _VERBS.get(step, Verb.CASE_STEP)
    with changing(case_id=case_id, verb=verb, by=by, at=at, action=f"case.step.{step}") as opened:
        return step_in(opened, step=step, reason=reason, receiver=receiver, **known)


def step_in(opened: OpenCase, *, step: Step, reason: str = "", **known: Any) -> Refusal | None:
    """As `take_step`, on a case that is open already (an app above decides in the same act)."""
    case = opened.case
    before = state_of(case)
    given = conditions.of(case=case, at=opened.at, reason=reason, **known)
    after = lifecycle.apply(state=before, step=step, conditions=given)
    if isinstance(after, Refusal):
        return after
    _carry_out(opened, step=step, after=after)
    if step is Step.CONTINUE_HELP and given.new_date is not None:
        case.follow_up_on = given.new_date
    receiver = str(known.get("receiver", ""))
    opened.append(PhaseChanged(step=step, before=before.phase, after=after.phase, reason=reason, receiver=receiver))
    return None


def _carry_out(opened: OpenCase, *, step: Step, after: State) -> None:
    case, at = opened.case, opened.at
    if after.phase != case.phase:
        case.phase_since = at
    case.phase = after.phase
    case.outcome = after.decided or ""
    case.closed_reason = after.closed_reason or ""
    case.closed_at = at if after.phase is Phase.CLOSED else None
    if step is Step.DECIDE:
        case.decided_at = at
        case.moments = {**case.moments, **_offered(case, at)}
    if step in {Step.REASSESS, Step.REOPEN}:
        case.decided_at = None
        case.moments = {k: v for k, v in case.moments.items() if k not in {"decision_issued", "case_closed"}}
    if step in _MOMENTS:
        case.moments = {**case.moments, _MOMENTS[step]: at.isoformat()}
    if after.phase is Phase.CLOSED:
        case.moments = {**case.moments, "case_closed": at.isoformat()}
        _end_pause(opened)


def _offered(case: Case, at: datetime) -> dict[str, str]:
    """Where a date is kept by offering a start (sundhedsloven § 140), the decision's letter is the offer."""
    counted = {spec.ends_with for spec in case.type_version.spec.deadlines}
    return {Moment.START_OFFERED.value: at.isoformat()} if Moment.START_OFFERED in counted else {}


def suspend(*, case_id: int, pause: Pause, by: Actor, at: datetime) -> Refusal | None:
    """The case waits for somebody outside; its own dates move with it. The citizen is told by who listens."""
    with changing(case_id=case_id, verb=Verb.CASE_SUSPEND, by=by, at=at) as opened:
        return suspend_in(opened, pause=pause)


def suspend_in(opened: OpenCase, *, pause: Pause) -> Refusal | None:
    """As `suspend`, on a case that is open already."""
    case, at = opened.case, opened.at
    waiting = Waiting(
        whom=pause.whom,
        name=Text(da=pause.name, en=pause.name),
        why=Text(da=pause.reason, en=pause.reason),
        since=at.date(),
        due=pause.answer_by,
    )
    given = conditions.of(case=case, at=at, reason=pause.reason, waiting=waiting)
    after = lifecycle.apply(state=state_of(case), step=Step.SUSPEND, conditions=given)
    if isinstance(after, Refusal):
        return after
    _end_pause(opened)
    case.waiting_for, case.waiting_on = pause.whom, pause.name
    Suspension.objects.create(
        case=case,
        waiting_for=pause.whom,
        waiting_on=pause.name,
        reason=pause.reason,
        answer_by=pause.answer_by,
        starts=at,
    )
    opened.append(
        CaseSuspended(
            waiting_for=pause.whom,
            waiting_on=pause.name,
            reason=pause.reason,
            answer_by=pause.answer_by.isoformat() if pause.answer_by else "",
        )
    )
    return None


def resume(*, case_id: int, because: str, by: Actor, at: datetime) -> Refusal | None:
    """The clock runs again."""
    with changing(case_id=case_id, verb=Verb.CASE_SUSPEND, by=by, at=at, action="case.resume") as opened:
        return resume_in(opened, because=because)


def resume_in(opened: OpenCase, *, because: str) -> Refusal | None:
    """As `resume`, on a case that is open already."""
    given = conditions.of(case=opened.case, at=opened.at, reason=because)
    after = lifecycle.apply(state=state_of(opened.case), step=Step.RESUME, conditions=given)
    if isinstance(after, Refusal):
        return after
    _end_pause(opened)
    opened.append(CaseResumed(because=because))
    return None


def extend(
    *, case_id: int, deadline_key: str, new_due: date, reason: str, by: Actor, at: datetime
) -> Refusal | None:
    """Give a deadline a new date, with the reason that the citizen is told (retssikkerhedsloven § 3, stk. 2)."""
    with changing(case_id=case_id, verb=Verb.CASE_EXTEND, by=by, at=at) as opened:
        case = opened.case
        given = conditions.of(case=case, at=at, reason=reason, new_date=new_due)
        after = lifecycle.apply(state=state_of(case), step=Step.EXTEND, conditions=given)
        if isinstance(after, Refusal):
            return after
        deadline = case.deadlines.filter(key=deadline_key).first()
        if deadline is None or new_due <= max(deadline.due, at.date()):
            return _NOT_LATER
        Extension.objects.create(
            case=case,
            deadline_key=deadline_key,
            new_due=new_due,
            reason=reason,
            decided_at=at,
            decided_by=by.subject,
        )
        opened.append(
            DeadlineExtended(
                deadline=deadline_key,
                before=deadline.due.isoformat(),
                after=new_due.isoformat(),
                reason=reason,
            )
        )
    return None


def _end_pause(opened: OpenCase) -> None:
    case = opened.case
    Suspension.objects.filter(case=case, ends__isnull=True).update(ends=opened.at)
    case.waiting_for = case.waiting_on = ""


_NOT_LATER = Refusal(
    code="not_later",
    text=Text(
        da="Den nye dato skal ligge efter i dag og efter den frist, sagen har nu.",
        en="The new date must lie after today and after the date that the case has now.",
    ),
    article="retssikkerhedsloven § 3, stk. 2",
)

__all__ = ["Pause", "extend", "resume", "resume_in", "step_in", "suspend", "suspend_in", "take_step", "waiting_of"]
