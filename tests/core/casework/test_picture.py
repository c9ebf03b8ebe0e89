"""The one picture: what it says, where it stands, who has the ball, which date, and what if it slips."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.casework.deadline_cases import ARTICLE, WHY, count, day, moment, received, rule

from borgerfokus.core.casework.ball import CITIZEN, Ball, Waiting
from borgerfokus.core.casework.casetype import CaseType, load_shipped
from borgerfokus.core.casework.deadlines import Agreed, Deadline, Extension, Suspension, Timeline, agreement
from borgerfokus.core.casework.picture import (
    CasePicture,
    DateKind,
    Forecast,
    PictureInput,
    StepState,
    picture,
)
from borgerfokus.core.casework.picture_words import about
from borgerfokus.core.casework.state import ClosedReason, Phase, State
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.rules import Unit
from borgerfokus.core.texts import Text

LETTER = Waiting(
    whom=Ball.YOU,
    name=CITIZEN,
    why=Text(da="dit udskrivningsbrev", en="your discharge letter"),
    since=date(2026, 11, 16),
    due=date(2026, 11, 30),
)
WEEKS = rule(amount=8, unit=Unit.WEEKS)
ENTERED = {
    Phase.CONTACT: date(2026, 10, 10),
    Phase.INTAKE: date(2026, 10, 12),
    Phase.INFORMATION: date(2026, 10, 14),
}


def support() -> CaseType:
    return next(one for one in load_shipped() if one.key == "sel-85")


def promised(at: str, **changed: object) -> Deadline:
    return count(WEEKS, Timeline(happenings=[received("12-10-2026")], **changed), at=at)  # type: ignore[arg-type]


def given(state: State, *deadlines: Deadline, **entered: date) -> PictureInput:
    began = {**ENTERED, **{Phase(name): when for name, when in entered.items()}}
    return PictureInput(
        state=state,
        phases=support().phases,
        entered=began,
        deadlines=deadlines,
        us="Karen Lindvad",
        other="Bostøtten Fjordby",
    )


def words(drawn: CasePicture) -> str:
    return " ".join(sentence.da for sentence in drawn.slip.sentences)


def test_the_drawn_example() -> None:
    state = State(phase=Phase.INFORMATION, waiting=LETTER)
    drawn = picture(given(state, promised("23-11-2026")))
    assert drawn.say.da.startswith("Vi samler oplysninger om din hverdag.")
    assert drawn.say.da.endswith("Lige nu venter vi på dit udskrivningsbrev fra dig.")
    assert (drawn.ball.ball, drawn.ball_title.da) == (Ball.YOU, "Du har bolden")
    assert drawn.next_date is not None
    assert (drawn.next_date.day, drawn.next_date.kind) == (day("7-12-2026"), DateKind.PROMISED)
    assert drawn.next_date.words.da == "senest 7. december 2026"
    assert "før den 7. december 2026 med en ny dato og en grund" in words(drawn)
    assert "Kommer dit svar efter den 30. november 2026, går vi videre" in words(drawn)
    assert drawn.slip.article == ARTICLE


def test_the_line_says_when_and_how_long() -> None:
    drawn = picture(given(State(phase=Phase.INFORMATION), promised("23-11-2026")))
    line = [(step.title_citizen.da, step.state, step.at_words and step.at_words.da) for step in drawn.steps]
    assert line[:2] == [
        ("Modtaget", StepState.DONE, "12. oktober"),
        ("Vi samler oplysninger", StepState.NOW, "siden 14. oktober"),
    ]
    assert line[3] == ("Afgørelse", StepState.NEXT, "senest 7. december")
    assert [state for _, state, _ in line[2:]] == [StepState.NEXT] * 4
    assert about(7) == Text(da="ca. 1 uge", en="about 1 week")
    assert about(10) == Text(da="ca. 10 dage", en="about 10 days")


def test_a_contact_stands_at_the_first_step() -> None:
    drawn = picture(given(State(phase=Phase.CONTACT)))
    assert (drawn.steps[0].state, len(drawn.steps)) == (StepState.NOW, 6)
    assert drawn.next_date is None
    assert "Vi skriver til dig, så snart der er en" in words(drawn)


def test_a_date_that_passed_says_so_before_anything_else() -> None:
    drawn = picture(given(State(phase=Phase.INFORMATION), promised("8-12-2026")))
    assert drawn.say.da == "Vi nåede det ikke til tiden. Vi skriver til dig med en ny dato."
    assert "Datoen er gået" in words(drawn)


def test_a_new_date_is_in_the_sentence_and_how_far_it_moved() -> None:
    new = Extension(key="decision", new_date=day("14-12-2026"), reason=WHY, decided_on=day("9-12-2026"))
    drawn = picture(given(State(phase=Phase.INFORMATION), promised("10-12-2026", extensions=[new])))
    assert drawn.say.da == "Vi nåede det ikke til tiden. Den nye dato er 14. december 2026."
    assert drawn.next_date is not None
    assert drawn.next_date.moved_days == 7


def test_a_deadline_that_rests_says_that_it_does() -> None:
    asleep = Suspension(start=day("16-11-2026"), end=None, reason=WHY)
    state = State(phase=Phase.INFORMATION, waiting=LETTER)
    drawn = picture(given(state, promised("23-11-2026", suspensions=[asleep])))
    assert "Fristen hviler" in words(drawn)


def test_the_municipalitys_date_comes_before_an_agreement() -> None:
    reply = agreement(
        agreed=Agreed(
            key="reply", title=WHY, reference=ARTICLE, due=day("30-11-2026"), since=day("16-11-2026")
        ),
        at=moment("23-11-2026"),
    )
    both = picture(given(State(phase=Phase.INFORMATION), reply, promised("23-11-2026")))
    alone = picture(given(State(phase=Phase.INFORMATION), reply))
    assert both.next_date is not None
    assert alone.next_date is not None
    assert (both.next_date.kind, alone.next_date.kind) == (DateKind.PROMISED, DateKind.AGREEMENT)


BALLS = (
    # where the case is, who has the ball, by what name
    (State(phase=Phase.INFORMATION), Ball.US, "Karen Lindvad"),
    (State(phase=Phase.INFORMATION, waiting=LETTER), Ball.YOU, "Borgeren"),
    (
        State(
            phase=Phase.INFORMATION,
            waiting=replace(LETTER, whom=Ball.OTHER, name=Text(da="lægen", en="the doctor")),
        ),
        Ball.OTHER,
        "lægen",
    ),
    (State(phase=Phase.CLOSED, closed_reason=ClosedReason.WITHDRAWN), Ball.NONE, "Ingen"),
)


@pytest.mark.parametrize(("state", "ball", "name"), BALLS, ids=str)
def test_who_has_the_ball(state: State, ball: Ball, name: str) -> None:
    drawn = picture(given(state, promised("23-11-2026")))
    assert (drawn.ball.ball, drawn.ball.name.da) == (ball, name)
    assert drawn.ball.reason.da
    assert "{" not in drawn.ball_title.da + drawn.ball_title_staff.da + drawn.say.da


def test_the_citizens_turn_comes_before_anybody_elses() -> None:
    doctor = Waiting(
        whom=Ball.OTHER,
        name=Text(da="lægen", en="the doctor"),
        why=WHY,
        since=day("1-11-2026"),
        due=day("2-11-2026"),
    )
    drawn = picture(replace(given(State(phase=Phase.INFORMATION)), waits=[doctor, LETTER]))
    assert drawn.ball.ball is Ball.YOU


def test_a_closed_case_shows_the_way_it_came() -> None:
    state = State(phase=Phase.CLOSED, closed_reason=ClosedReason.WITHDRAWN)
    drawn = picture(given(state, closed=day("20-11-2026")))
    assert drawn.say.da == "Ansøgningen er trukket tilbage."
    assert [step.phase for step in drawn.steps] == [Phase.INTAKE, Phase.INFORMATION, Phase.CLOSED]
    assert "søge igen" in words(drawn)


def test_a_decision_says_yes_or_no_first() -> None:
    drawn = picture(given(State(phase=Phase.DECISION, decided=Outcome.PARTLY), decision=day("1-12-2026")))
    assert drawn.say.da == "Du har fået delvist ja."


def test_the_place_of_the_forecast_is_kept() -> None:
    low, middle, high = day("2-12-2026"), day("5-12-2026"), day("11-12-2026")
    expected = Forecast(cases=214, low=low, quarter=low, middle=middle, three_quarters=high, high=high)
    drawn = picture(replace(given(State(phase=Phase.INFORMATION)), forecast=expected))
    assert drawn.forecast == expected


def test_every_shipped_case_type_can_be_drawn_in_every_phase() -> None:
    for case_type in load_shipped():
        for phase in Phase:
            reason = ClosedReason.COMPLETED if phase is Phase.CLOSED else None
            drawn = picture(
                PictureInput(
                    state=State(phase=phase, closed_reason=reason),
                    phases=case_type.phases,
                    entered={phase: day("1-11-2026")},
                    deadlines=[promised("23-11-2026")],
                    us="Team Nord",
                )
            )
            assert drawn.say.en
            assert [step.state for step in drawn.steps].count(StepState.NOW) == 1
