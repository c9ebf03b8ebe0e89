"""The life of a case as case tables: each way on, each refusal with its article, and nothing else."""

from datetime import date

import pytest

from borgerfokus.core.casework.ball import Ball, Waiting
from borgerfokus.core.casework.lifecycle import (
    FIRST,
    TRANSITIONS,
    ClosedReason,
    Conditions,
    Phase,
    Refusal,
    State,
    Step,
    apply,
    steps_from,
)
from borgerfokus.core.casework.steps import STEP_EVENTS, STEP_TITLES
from borgerfokus.core.casework.words import (
    CITIZEN_PHASES,
    CLOSED_REASONS,
    PHASE_TITLES,
    OioState,
    citizen_status,
    oio_state,
)
from borgerfokus.core.decisions.hearing import HearingState
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text

LETTER = Waiting(
    whom=Ball.YOU,
    name=Text(da="borgeren", en="the citizen"),
    why=Text(da="udskrivningsbrevet", en="the discharge letter"),
    since=date(2026, 11, 16),
    due=date(2026, 11, 30),
)
OURSELVES = Waiting(
    whom=Ball.US,
    name=Text(da="os", en="us"),
    why=Text(da="tid", en="time"),
    since=date(2026, 11, 16),
)
GIVEN = Conditions(
    reason="fordi", receiver="Team Nord", new_date=date(2027, 1, 4), waiting=LETTER, outcome=Outcome.GRANTED
)


def at(phase: Phase, *, decided: Outcome | None = None, waiting: Waiting | None = None) -> State:
    reason = ClosedReason.COMPLETED if phase is Phase.CLOSED else None
    return State(phase=phase, decided=decided, waiting=waiting, closed_reason=reason)


def walk(*steps: Step, start: State = FIRST, conditions: Conditions = GIVEN) -> State:
    state = start
    for step in steps:
        outcome = apply(state=state, step=step, conditions=conditions)
        assert isinstance(outcome, State), (step, outcome)
        state = outcome
    return state


WAYS = (
    # what happens, in order; where the case is then; how it was closed
    ((Step.REGISTER,), Phase.INTAKE, None),
    ((Step.REGISTER, Step.ACCEPT), Phase.INFORMATION, None),
    ((Step.REGISTER, Step.ACCEPT, Step.BEGIN_ASSESSMENT, Step.INFORM_MORE), Phase.INFORMATION, None),
    (
        (
            Step.REGISTER,
            Step.ACCEPT,
            Step.BEGIN_ASSESSMENT,
            Step.BEGIN_DECISION,
            Step.DECIDE,
            Step.START_INTERVENTION,
            Step.BEGIN_FOLLOW_UP,
            Step.CONTINUE_HELP,
            Step.BEGIN_FOLLOW_UP,
            Step.CLOSE,
        ),
        Phase.CLOSED,
        ClosedReason.COMPLETED,
    ),
    ((Step.REGISTER, Step.WITHDRAW), Phase.CLOSED, ClosedReason.WITHDRAWN),
    ((Step.REGISTER, Step.ACCEPT, Step.FORWARD), Phase.CLOSED, ClosedReason.NOT_OURS),
    ((Step.DISMISS,), Phase.CLOSED, ClosedReason.NO_REQUEST),
    ((Step.REGISTER, Step.LAPSE), Phase.CLOSED, ClosedReason.LAPSED),
    ((Step.REGISTER, Step.WITHDRAW, Step.REOPEN), Phase.INFORMATION, None),
    ((Step.REGISTER, Step.ACCEPT, Step.EXTEND, Step.EXTEND, Step.HAND_OVER), Phase.INFORMATION, None),
    (
        (Step.REGISTER, Step.ACCEPT, Step.SUSPEND, Step.RESUME, Step.SUSPEND, Step.SUSPEND, Step.RESUME),
        Phase.INFORMATION,
        None,
    ),
    ((Step.REGISTER, Step.SUSPEND, Step.WITHDRAW), Phase.CLOSED, ClosedReason.WITHDRAWN),
)


@pytest.mark.parametrize(("steps", "phase", "closed"), WAYS, ids=str)
def test_the_way_of_a_case(steps: tuple[Step, ...], phase: Phase, closed: ClosedReason | None) -> None:
    state = walk(*steps)
    assert (state.phase, state.closed_reason, state.waiting) == (phase, closed, None)


D, G = at(Phase.DECISION), at(Phase.DECISION, decided=Outcome.GRANTED)
REFUSALS: tuple[tuple[State, Step, dict[str, object], str, str], ...] = (
    # where, the step, what is known, the code, the article
    (
        D,
        Step.DECIDE,
        {"missing": (Text(da="Bolig", en="Housing"),)},
        "not_informed",
        "retssikkerhedsloven § 10",
    ),
    (D, Step.DECIDE, {"hearing": HearingState.NEEDED}, "not_heard", "forvaltningsloven § 19"),
    (D, Step.DECIDE, {"hearing": HearingState.SENT}, "hearing_open", "forvaltningsloven § 19"),
    (D, Step.DECIDE, {"outcome": None}, "no_outcome", "forvaltningsloven § 22"),
    (D, Step.DECIDE, {"approved": False}, "not_approved", "retssikkerhedsloven § 16"),
    (G, Step.DECIDE, {}, "already_decided", "forvaltningsloven § 22"),
    (D, Step.START_INTERVENTION, {}, "nothing_granted", "forvaltningsloven § 22"),
    (
        at(Phase.DECISION, decided=Outcome.REFUSED),
        Step.START_INTERVENTION,
        {},
        "nothing_granted",
        "forvaltningsloven § 22",
    ),
    (
        G,
        Step.START_INTERVENTION,
        {"letter_received": False},
        "letter_not_received",
        "retssikkerhedsloven § 67",
    ),
    (G, Step.CLOSE, {"letter_received": False}, "letter_not_received", "retssikkerhedsloven § 67"),
    (G, Step.CLOSE, {"appeal_open": True}, "appeal_open", "retssikkerhedsloven § 66"),
    (G, Step.CLOSE, {"reason": "  "}, "no_reason", "offentlighedsloven § 13"),
    (D, Step.CLOSE, {}, "undecided", "forvaltningsloven § 22"),
    (at(Phase.INTAKE), Step.ACCEPT, {"has_caseworker": False}, "no_caseworker", "forvaltningsloven § 7"),
    (at(Phase.INTAKE), Step.DECIDE, {}, "not_from_here", "forvaltningsloven § 22"),
    (
        at(Phase.INFORMATION),
        Step.SUSPEND,
        {"waiting": None},
        "waiting_for_nobody",
        "retssikkerhedsloven § 3, stk. 1",
    ),
    (
        at(Phase.INFORMATION),
        Step.SUSPEND,
        {"waiting": OURSELVES},
        "waiting_for_ourselves",
        "retssikkerhedsloven § 3, stk. 1",
    ),
    (at(Phase.INFORMATION), Step.RESUME, {}, "not_suspended", "retssikkerhedsloven § 3, stk. 1"),
    (
        at(Phase.INFORMATION),
        Step.EXTEND,
        {"new_date": None},
        "no_new_date",
        "retssikkerhedsloven § 3, stk. 2",
    ),
    (at(Phase.INFORMATION), Step.FORWARD, {"receiver": ""}, "no_receiver", "forvaltningsloven § 7"),
    (
        at(Phase.INFORMATION),
        Step.HAND_OVER,
        {"receiver_accepted": False},
        "not_accepted",
        "forvaltningsloven § 7",
    ),
    (at(Phase.INFORMATION), Step.WITHDRAW, {"by_party": False}, "not_the_party", "retssikkerhedsloven § 4"),
    (at(Phase.INTERVENTION), Step.WITHDRAW, {}, "not_from_here", "retssikkerhedsloven § 4"),
    (at(Phase.CLOSED), Step.CLOSE, {}, "not_from_here", "forvaltningsloven § 22"),
    (at(Phase.CLOSED), Step.REOPEN, {"reason": ""}, "no_reason", "offentlighedsloven § 13"),
)


@pytest.mark.parametrize(
    ("state", "step", "changed", "code", "article"), REFUSALS, ids=lambda value: str(value)[:30]
)
def test_a_refusal_says_why_and_names_the_article(
    state: State, step: Step, changed: dict[str, object], code: str, article: str
) -> None:
    conditions = Conditions(**{**_given(), **changed})  # type: ignore[arg-type]
    refusal = apply(state=state, step=step, conditions=conditions)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.article) == (code, article)
    assert "{" not in refusal.text.da + refusal.text.en


def _given() -> dict[str, object]:
    return {name: getattr(GIVEN, name) for name in Conditions.__slots__}


def test_a_refusal_for_missing_facts_names_them() -> None:
    missing = (Text(da="Bolig", en="Housing"), Text(da="Netværk", en="Network"))
    refusal = apply(
        state=D, step=Step.DECIDE, conditions=Conditions(missing=missing, outcome=Outcome.GRANTED)
    )
    assert isinstance(refusal, Refusal)
    assert "Bolig, Netværk" in refusal.text.da
    assert "Housing, Network" in refusal.text.en


def test_a_suspended_case_goes_on_only_after_it_is_resumed() -> None:
    for phase in set(Phase) - {Phase.CONTACT, Phase.CLOSED}:
        state = at(phase, decided=Outcome.GRANTED, waiting=LETTER)
        for step, row in TRANSITIONS.items():
            result = apply(state=state, step=step, conditions=GIVEN)
            if isinstance(result, State) and row.leads_to not in (None, Phase.CLOSED):
                pytest.fail(f"{step} went on from {phase}")
        assert walk(Step.RESUME, start=state).waiting is None


def test_the_case_stays_suspended_while_its_date_or_owner_moves() -> None:
    state = walk(Step.EXTEND, Step.HAND_OVER, start=at(Phase.INFORMATION, waiting=LETTER))
    assert state.waiting == LETTER


def test_assessing_anew_and_reopening_ask_for_a_new_decision() -> None:
    helped = at(Phase.FOLLOW_UP, decided=Outcome.GRANTED)
    assert walk(Step.REASSESS, start=helped) == State(phase=Phase.ASSESSMENT)
    assert walk(Step.CLOSE, Step.REOPEN, start=helped) == State(phase=Phase.INFORMATION)


def test_closing_after_a_refusal_says_so() -> None:
    state = walk(Step.CLOSE, start=at(Phase.DECISION, decided=Outcome.REFUSED))
    assert state.closed_reason is ClosedReason.REFUSED


def test_the_steps_offered_are_the_steps_that_can_be_taken() -> None:
    for phase in Phase:
        for decided in (None, Outcome.GRANTED, Outcome.REFUSED):
            for waiting in (None, LETTER) if phase is not Phase.CLOSED else (None,):
                state = at(phase, decided=decided, waiting=waiting)
                taken = [
                    step
                    for step in Step
                    if isinstance(apply(state=state, step=step, conditions=GIVEN), State)
                ]
                assert set(steps_from(state)) == set(taken), state


def test_every_open_case_has_a_way_on_and_every_word_is_there() -> None:
    assert set(TRANSITIONS) == set(STEP_TITLES) == set(STEP_EVENTS) == set(Step)
    assert set(PHASE_TITLES) == set(CITIZEN_PHASES) == set(Phase)
    assert set(CLOSED_REASONS) == set(ClosedReason)
    for phase in Phase:
        assert steps_from(at(phase))


STATUS = (
    (at(Phase.INTAKE), "Modtaget", OioState.OPENED),
    (at(Phase.INFORMATION), "Vi samler oplysninger", OioState.OPENED),
    (at(Phase.INFORMATION, waiting=LETTER), "Vi venter på dig", OioState.OPENED),
    (at(Phase.ASSESSMENT), "Vi vurderer sammen", OioState.INFORMED),
    (at(Phase.DECISION), "Afgørelse", OioState.INFORMED),
    (G, "Du har fået ja", OioState.DECIDED),
    (at(Phase.INTERVENTION, decided=Outcome.GRANTED), "Hjælpen er i gang", OioState.ORDERED),
    (at(Phase.FOLLOW_UP, decided=Outcome.GRANTED), "Vi følger op", OioState.CARRIED_OUT),
    (at(Phase.CLOSED), "Hjælpen er slut", OioState.CLOSED),
)


@pytest.mark.parametrize(("state", "words", "oio"), STATUS, ids=str)
def test_what_the_citizen_and_the_standard_call_it(state: State, words: str, oio: OioState) -> None:
    assert (citizen_status(state).da, oio_state(state)) == (words, oio)


def test_a_state_that_contradicts_itself_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="has a reason"):
        State(phase=Phase.CLOSED)
    with pytest.raises(ValueError, match="has a reason"):
        State(phase=Phase.INTAKE, closed_reason=ClosedReason.ENDED)
    with pytest.raises(ValueError, match="waits for nobody"):
        State(phase=Phase.CLOSED, closed_reason=ClosedReason.ENDED, waiting=LETTER)
