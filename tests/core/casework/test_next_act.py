"""The next act of every situation, as a table; an open case always has one."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from tests.core.casework.deadline_cases import count, day, received, rule
from tests.core.casework.test_sufficiency import asked, fact

from borgerfokus.core.casework.ball import CITIZEN, Ball, Waiting
from borgerfokus.core.casework.deadlines import Timeline
from borgerfokus.core.casework.next_act import ActKind, AppealStatus, DecisionStatus, Situation, next_act
from borgerfokus.core.casework.state import ClosedReason, Phase, State
from borgerfokus.core.casework.sufficiency import Evidence, EvidenceKind, OnFile, Sufficiency, sufficiency
from borgerfokus.core.decisions.hearing import HearingState
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.rules import Unit
from borgerfokus.core.texts import Text

ON = date(2026, 11, 23)
LETTER = Waiting(
    whom=Ball.YOU,
    name=CITIZEN,
    why=Text(da="udskrivningsbrevet", en="the discharge letter"),
    since=date(2026, 11, 16),
    due=date(2026, 11, 30),
)


def facts(on_file: OnFile, *keys: str) -> Sufficiency:
    listed = [fact(key, months=6) for key in keys]
    return sufficiency(requirements=listed, on_file=on_file, outcome=None, on=ON)


def seen(key: str, as_of: date) -> Evidence:
    return Evidence(requirement_key=key, kind=EvidenceKind.NOTE, ref="note:1", as_of=as_of, value="ja")


INFORMED = facts(OnFile())
MISSING = facts(OnFile(), "O1", "O2")
OLD = facts(OnFile(evidence=[seen("O1", date(2026, 3, 1))]), "O1")
ASKED = facts(OnFile(requested=[asked("O1", Ball.YOU)]), "O1")
SLIPPED = count(
    rule(amount=8, unit=Unit.WEEKS), Timeline(happenings=[received("12-10-2026")]), at="8-12-2026"
)
G, R = Outcome.GRANTED, Outcome.REFUSED
S, D, H, A = Situation, DecisionStatus, HearingState, AppealStatus


def situation(phase: Phase, *, decided: Outcome | None = None, waiting: Waiting | None = None) -> Situation:
    return S(state=State(phase=phase, decided=decided, waiting=waiting), on=ON, sufficiency=INFORMED)


INFORMATION, DECISION = situation(Phase.INFORMATION), situation(Phase.DECISION)
HELP = replace(situation(Phase.INTERVENTION, decided=G), follow_up_on=date(2027, 2, 1))

ACTS = (
    # the situation, the act, who has the ball, the article
    (situation(Phase.CONTACT), ActKind.REGISTER, Ball.US, "offentlighedsloven § 15"),
    (situation(Phase.INTAKE), ActKind.ACCEPT, Ball.US, "retssikkerhedsloven § 5"),
    (replace(INFORMATION, has_caseworker=False), ActKind.TAKE, Ball.US, "forvaltningsloven § 7"),
    (replace(INFORMATION, sufficiency=MISSING), ActKind.ASK, Ball.US, "retssikkerhedsloven § 10"),
    (replace(INFORMATION, sufficiency=OLD), ActKind.RENEW, Ball.US, "retssikkerhedsloven § 10"),
    (replace(INFORMATION, sufficiency=ASKED), ActKind.AWAIT, Ball.YOU, "retssikkerhedsloven § 10"),
    (
        replace(INFORMATION, sufficiency=ASKED, on=date(2026, 12, 1)),
        ActKind.REMIND,
        Ball.US,
        "retssikkerhedsloven § 10",
    ),
    (INFORMATION, ActKind.BEGIN_ASSESSMENT, Ball.US, "retssikkerhedsloven § 10"),
    (situation(Phase.INFORMATION, waiting=LETTER), ActKind.AWAIT, Ball.YOU, "retssikkerhedsloven § 10"),
    (
        replace(situation(Phase.INFORMATION, waiting=LETTER), on=date(2026, 12, 1)),
        ActKind.REMIND,
        Ball.US,
        "retssikkerhedsloven § 10",
    ),
    (
        situation(Phase.INFORMATION, waiting=replace(LETTER, whom=Ball.OTHER, due=None)),
        ActKind.AWAIT,
        Ball.OTHER,
        "retssikkerhedsloven § 10",
    ),
    (
        replace(INFORMATION, slipped=SLIPPED),
        ActKind.TELL_NEW_DATE,
        Ball.US,
        "retssikkerhedsloven § 3, stk. 2",
    ),
    (situation(Phase.ASSESSMENT), ActKind.BEGIN_DECISION, Ball.US, "retssikkerhedsloven § 4"),
    (replace(DECISION, sufficiency=MISSING), ActKind.ASK, Ball.US, "retssikkerhedsloven § 10"),
    (replace(DECISION, hearing=H.NEEDED), ActKind.HEAR, Ball.US, "forvaltningsloven § 19"),
    (replace(DECISION, hearing=H.SENT), ActKind.AWAIT_HEARING, Ball.YOU, "forvaltningsloven § 19"),
    (replace(DECISION, hearing=H.ANSWERED), ActKind.WRITE_DECISION, Ball.US, "forvaltningsloven § 24"),
    (replace(DECISION, decision=D.AWAITS_APPROVAL), ActKind.APPROVE, Ball.US, "retssikkerhedsloven § 16"),
    (replace(DECISION, decision=D.APPROVED), ActKind.ISSUE, Ball.US, "forvaltningsloven § 25"),
    (
        replace(situation(Phase.DECISION, decided=G), decision=D.SENT),
        ActKind.AWAIT_RECEIPT,
        Ball.OTHER,
        "retssikkerhedsloven § 67",
    ),
    (
        replace(situation(Phase.DECISION, decided=G), decision=D.FAILED),
        ActKind.SEND_LETTER_AGAIN,
        Ball.US,
        "retssikkerhedsloven § 67",
    ),
    (
        replace(situation(Phase.DECISION, decided=G), decision=D.RECEIVED),
        ActKind.START_INTERVENTION,
        Ball.US,
        "retssikkerhedsloven § 3, stk. 1",
    ),
    (
        replace(situation(Phase.DECISION, decided=R), decision=D.RECEIVED),
        ActKind.CLOSE,
        Ball.US,
        "retssikkerhedsloven § 67",
    ),
    (
        replace(situation(Phase.DECISION, decided=R), appeal=A.REGISTERED),
        ActKind.REASSESS_APPEAL,
        Ball.US,
        "retssikkerhedsloven § 66",
    ),
    (
        replace(situation(Phase.DECISION, decided=R), appeal=A.FORWARDED),
        ActKind.AWAIT_APPEAL,
        Ball.OTHER,
        "retssikkerhedsloven § 66",
    ),
    (HELP, ActKind.BEGIN_FOLLOW_UP, Ball.OTHER, "serviceloven § 148"),
    (replace(HELP, on=date(2027, 2, 1)), ActKind.BEGIN_FOLLOW_UP, Ball.US, "serviceloven § 148"),
    (replace(HELP, appeal=A.REGISTERED), ActKind.REASSESS_APPEAL, Ball.US, "retssikkerhedsloven § 66"),
    (replace(HELP, appeal=A.FORWARDED), ActKind.BEGIN_FOLLOW_UP, Ball.OTHER, "serviceloven § 148"),
    (situation(Phase.FOLLOW_UP, decided=G), ActKind.FOLLOW_UP, Ball.US, "serviceloven § 148"),
)


@pytest.mark.parametrize(("given", "kind", "ball", "article"), ACTS, ids=lambda value: str(value)[:25])
def test_the_next_act(given: Situation, kind: ActKind, ball: Ball, article: str) -> None:
    act = next_act(given)
    assert act is not None
    assert (act.kind, act.ball, act.article) == (kind, ball, article)


def test_the_words_name_what_is_missing_who_is_waited_for_and_when() -> None:
    asking = next_act(replace(INFORMATION, sufficiency=MISSING))
    assert asking is not None
    assert asking.title.da == "Bed om: Fakta O1 og 1 mere"
    waiting = next_act(situation(Phase.INFORMATION, waiting=LETTER))
    assert waiting is not None
    assert waiting.title.da == "Vent på svar: udskrivningsbrevet"
    assert "30. november 2026" in waiting.why.da
    late = next_act(replace(INFORMATION, slipped=SLIPPED))
    assert late is not None
    assert "7. december 2026" in late.why.da
    assert SLIPPED.due == day("7-12-2026")


def test_an_open_case_always_has_a_next_act_and_a_closed_one_never() -> None:
    closed = State(phase=Phase.CLOSED, closed_reason=ClosedReason.ENDED)
    assert next_act(S(state=closed, on=ON, sufficiency=INFORMED)) is None
    choices = product(
        set(Phase) - {Phase.CLOSED},
        (None, *Outcome),
        (None, LETTER),
        (INFORMED, MISSING, OLD, ASKED),
        HearingState,
        DecisionStatus,
        AppealStatus,
        (None, SLIPPED),
    )
    for phase, decided, waiting, known, hearing, decision, appeal, slipped in choices:
        act = next_act(
            Situation(
                state=State(phase=phase, decided=decided, waiting=waiting),
                on=ON,
                sufficiency=known,
                hearing=hearing,
                decision=decision,
                appeal=appeal,
                slipped=slipped,
            )
        )
        assert act is not None
        assert act.article
        assert "{" not in act.title.da + act.title.en + act.why.da + act.why.en
