"""The life of a case: one table, and one function that reads it.

A case is in exactly one *phase*; a *step* is what somebody does. The table says from which phases a step
can be taken, where it leads, which rule it rests on and what must hold first (`guards`). Everything else
follows from it: which buttons a page shows, why one is refused, the diagram in the documents, the process
map.

Beside the phase a case carries three things that are no phases, because they can happen in several of them:

* **waiting** (suspension): somebody outside is to deliver. It stops the clocks that allow it, may happen
as often
  as needed, and the case is resumed before work goes on. The municipality never waits for itself.
* **decided**: the outcome in force. Deciding does not leave the phase: the letter must arrive before help
starts or
  the case is closed. Assessing anew takes the outcome away, and a new decision has to be made.
* **closed_reason**: how it ended. There is one way out of closed, and that is to reopen.

Extending moves dates (`deadlines`) and handing over moves the owner; neither moves the phase, but both are
steps, so that they too are refused when they must be, and leave an event.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from borgerfokus.core.casework import guards as g
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.state import FIRST, Attempt, ClosedReason, Conditions, Phase, State
from borgerfokus.core.casework.steps import STEP_TITLES, Step
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text

Effect = Callable[[Attempt], State]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One row: a step, where it starts, where it leads (None: the same phase), its rule and its guards."""

    step: Step
    starts: frozenset[Phase]
    leads_to: Phase | None
    article: str
    guards: tuple[g.Guard, ...] = ()
    effect: Effect


def _moves_to(phase: Phase) -> Effect:
    return lambda attempt: replace(attempt.state, phase=phase)


def _anew_in(phase: Phase) -> Effect:
    return lambda _: State(phase=phase)


def _stays(attempt: Attempt) -> State:
    return attempt.state


def _suspends(attempt: Attempt) -> State:
    return replace(attempt.state, waiting=attempt.conditions.waiting)


def _resumes(attempt: Attempt) -> State:
    return replace(attempt.state, waiting=None)


def _decides(attempt: Attempt) -> State:
    return replace(attempt.state, decided=attempt.conditions.outcome)


def _closes_as(reason: ClosedReason) -> Effect:
    return lambda attempt: replace(attempt.state, phase=Phase.CLOSED, waiting=None, closed_reason=reason)


def _closes(attempt: Attempt) -> State:
    if attempt.state.decided is Outcome.REFUSED:
        reason = ClosedReason.REFUSED
    elif attempt.state.phase is Phase.FOLLOW_UP:
        reason = ClosedReason.COMPLETED
    else:
        reason = ClosedReason.ENDED
    return replace(attempt.state, phase=Phase.CLOSED, closed_reason=reason)


_OPEN = frozenset(Phase) - {Phase.CLOSED}
_AT_WORK = _OPEN - {Phase.CONTACT}
_EARLY = frozenset({Phase.CONTACT, Phase.INTAKE, Phase.INFORMATION})
_WEIGHING = frozenset({Phase.ASSESSMENT, Phase.DECISION})
_BEFORE_HELP = _EARLY | _WEIGHING
_AFTER_DECISION = frozenset({Phase.DECISION, Phase.INTERVENTION, Phase.FOLLOW_UP})


def _row(
    step: Step,
    starts: frozenset[Phase] | Phase,
    leads_to: Phase | None,
    article: str,
    *guards: g.Guard,
    effect: Effect | None = None,
) -> Transition:
    return Transition(
        step=step,
        starts=frozenset({starts}) if isinstance(starts, Phase) else starts,
        leads_to=leads_to,
        article=article,
        guards=guards,
        effect=effect or (_stays if leads_to is None else _moves_to(leads_to)),
    )


_ROWS = (
    _row(Step.REGISTER, Phase.CONTACT, Phase.INTAKE, "offentlighedsloven § 15"),
    _row(
        Step.DISMISS, Phase.CONTACT, Phase.CLOSED, g.GUIDANCE,
        g.has_reason, effect=_closes_as(ClosedReason.NO_REQUEST),
    ),
    _row(
        Step.ACCEPT, Phase.INTAKE, Phase.INFORMATION, "retssikkerhedsloven § 5",
        g.is_running, g.has_caseworker,
    ),
    _row(
        Step.BEGIN_ASSESSMENT, Phase.INFORMATION, Phase.ASSESSMENT, g.INFORMED,
        g.is_running, g.has_caseworker,
    ),
    _row(
        Step.BEGIN_DECISION, Phase.ASSESSMENT, Phase.DECISION, g.INFORMED,
        g.is_running, g.has_caseworker,
    ),
    _row(
        Step.INFORM_MORE, _WEIGHING, Phase.INFORMATION, g.INFORMED,
        g.is_running, g.is_undecided,
    ),
    _row(
        Step.DECIDE, Phase.DECISION, None, g.DECISIONS,
        g.is_running, g.is_undecided, g.is_informed, g.has_outcome, g.is_heard, g.is_approved,
        effect=_decides,
    ),
    _row(
        Step.START_INTERVENTION, Phase.DECISION, Phase.INTERVENTION, g.SPEED,
        g.is_running, g.is_granted, g.letter_received,
    ),
    _row(Step.BEGIN_FOLLOW_UP, Phase.INTERVENTION, Phase.FOLLOW_UP, "serviceloven § 148", g.is_running),
    _row(Step.CONTINUE_HELP, Phase.FOLLOW_UP, Phase.INTERVENTION, "serviceloven § 148", g.is_running),
    _row(
        Step.REASSESS, _AFTER_DECISION, Phase.ASSESSMENT, g.INFORMED,
        g.is_running, g.is_decided, g.has_reason, effect=_anew_in(Phase.ASSESSMENT),
    ),
    _row(
        Step.CLOSE, _AFTER_DECISION, Phase.CLOSED, g.DECISIONS,
        g.is_running, g.is_decided, g.letter_received, g.no_appeal_open, g.has_reason, effect=_closes,
    ),
    _row(
        Step.SUSPEND, _AT_WORK, None, "retssikkerhedsloven § 11",
        g.waits_for_somebody_outside, effect=_suspends,
    ),
    _row(Step.RESUME, _AT_WORK, None, g.SPEED, g.is_suspended, effect=_resumes),
    _row(Step.EXTEND, _AT_WORK, None, g.OWN_DEADLINE, g.has_reason, g.has_new_date),
    _row(Step.HAND_OVER, _AT_WORK, None, g.GUIDANCE, g.has_receiver, g.has_reason, g.receiver_accepted),
    _row(
        Step.WITHDRAW, _BEFORE_HELP, Phase.CLOSED, "retssikkerhedsloven § 4",
        g.by_the_party, g.is_undecided, effect=_closes_as(ClosedReason.WITHDRAWN),
    ),
    _row(
        Step.FORWARD, _EARLY, Phase.CLOSED, "forvaltningsloven § 7, stk. 2",
        g.has_receiver, g.has_reason, effect=_closes_as(ClosedReason.NOT_OURS),
    ),
    _row(
        Step.LAPSE, _OPEN, Phase.CLOSED, "retssikkerhedsloven § 9",
        g.has_reason, g.no_appeal_open, effect=_closes_as(ClosedReason.LAPSED),
    ),
    _row(
        Step.REOPEN, Phase.CLOSED, Phase.INFORMATION, g.INFORMED,
        g.has_reason, effect=_anew_in(Phase.INFORMATION),
    ),
)  # fmt: skip

TRANSITIONS: dict[Step, Transition] = {row.step: row for row in _ROWS}
"""The table. One row a step; every step has one."""


def apply(*, state: State, step: Step, conditions: Conditions) -> State | Refusal:
    """The state after `step`, or why it is not taken: the first thing that has to be mended."""
    row = TRANSITIONS[step]
    if state.phase not in row.starts:
        return _not_from_here(state=state, row=row)
    attempt = Attempt(state=state, conditions=conditions)
    for guard in row.guards:
        refusal = guard(attempt)
        if refusal is not None:
            return refusal
    return row.effect(attempt)


def steps_from(state: State) -> tuple[Step, ...]:
    """The steps that lead on from here, in the order of the table; what they ask for is not looked at.

    A suspended case offers only what can be done while it waits, and a decided one is not decided again.
    """
    return tuple(row.step for row in _ROWS if state.phase in row.starts and _suits(state=state, row=row))


def _suits(*, state: State, row: Transition) -> bool:
    about_the_state = (g.is_running, g.is_suspended, g.is_decided, g.is_undecided, g.is_granted)
    attempt = Attempt(state=state, conditions=Conditions())
    return all(guard(attempt) is None for guard in row.guards if guard in about_the_state)


def _not_from_here(*, state: State, row: Transition) -> Refusal:
    steps = steps_from(state)
    text = Text(
        da="»{step}« kan ikke ske, mens sagen er i fasen »{phase}«. Du kan: {steps}.",
        en="“{step}” cannot be done while the case is in the phase “{phase}”. You can: {steps}.",
    ).filled(
        step=STEP_TITLES[row.step],
        phase=PHASE_TITLES[state.phase],
        steps=Text(
            da=", ".join(STEP_TITLES[step].da.lower() for step in steps),
            en=", ".join(STEP_TITLES[step].en.lower() for step in steps),
        ),
    )
    return Refusal(code="not_from_here", text=text, article=row.article)


__all__ = [
    "FIRST",
    "TRANSITIONS",
    "ClosedReason",
    "Conditions",
    "Phase",
    "Refusal",
    "State",
    "Step",
    "Transition",
    "apply",
    "steps_from",
]
