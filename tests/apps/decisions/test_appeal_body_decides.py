"""The appeal body's decision is written down once, told to the citizen, carried out when we lost, and learnt from."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.apps.decisions.scene import Scene

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Event, Task
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import BoardDecision, Decision
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.situation import AppealStatus
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.decisions.outcomes import AppealOutcome, BoardOutcome, Outcome
from borgerfokus.foundation.access.hidden import Hidden

REMITTED = decisions.NewBoardDecision(
    outcome=BoardOutcome.REMITTED,
    decided_on=date(2026, 12, 20),
    reasons="Sagen var ikke tilstrækkeligt oplyst.",
    learning="Vi indhenter altid en udtalelse fra aktivitetshuset.",
)
CONFIRMED = replace(REMITTED, outcome=BoardOutcome.CONFIRMED, learning="")


@pytest.fixture
def appeal_id(scene: Scene) -> int:
    """An appeal that was upheld and forwarded."""
    decision_id = scene.issued(Outcome.REFUSED)
    scene.received(decision_id, scene.at)
    with scene.as_(scene.citizen):
        new = decisions.NewAppeal(text="Jeg er uenig.")
        found = decisions.file_appeal(decision_id=decision_id, new=new, by=scene.citizen, at=scene.at)
    assert isinstance(found, int)
    with scene.as_(scene.karen):
        upheld = decisions.Reassessment(AppealOutcome.UPHELD, "Intet nyt.")
        assert decisions.reassess(appeal_id=found, new=upheld, by=scene.karen, at=scene.at) is None
    return found


def register(scene: Scene, appeal_id: int, new: decisions.NewBoardDecision) -> int | Refusal | None:
    """Karen writes it down a month later."""
    later = scene.at + timedelta(days=40)
    with scene.as_(scene.karen, later):
        return decisions.register_board_decision(appeal_id=appeal_id, new=new, by=scene.karen, at=later)


def refusal(scene: Scene, appeal_id: int, new: decisions.NewBoardDecision) -> str:
    found = register(scene, appeal_id, new)
    assert isinstance(found, Refusal), found
    return found.code


def test_a_case_sent_back_is_decided_anew_and_is_somebodys_task(scene: Scene, appeal_id: int) -> None:
    draft_id = register(scene, appeal_id, REMITTED)
    assert isinstance(draft_id, int)
    with scene.as_(scene.karen):
        assert Decision.objects.get(pk=draft_id).state == "draft"
        assert Phase(scene.case.phase) is Phase.DECISION
        task = Task.objects.get(kind="board")
        assert (task.employee_id, task.title) == (
            scene.karen.id,
            "Afgør sagen igen: Ankestyrelsen har hjemvist den",
        )
        assert Event.objects.filter(case_id=scene.case_id, kind="appeal.decided").count() == 1
        assert casework.chain_faults(case_id=scene.case_id) == ()


def test_the_citizen_reads_it_in_the_journal_and_on_the_decision(scene: Scene, appeal_id: int) -> None:
    register(scene, appeal_id, CONFIRMED)
    later = scene.at + timedelta(days=41)
    with scene.as_(scene.citizen, later):
        lines = journal.lines(case_id=scene.case_id, by=scene.citizen, at=later)
        (appeal,) = decisions.appeals_of(case_id=scene.case_id, by=scene.citizen, at=later)
    assert lines[0].title == "Ankestyrelsen har svaret på din klage"
    assert (lines[1].title, lines[1].body) == ("Afgørelse fra Ankestyrelsen: stadfæstet", CONFIRMED.reasons)
    assert appeal.board is not None
    assert (appeal.board.outcome, appeal.board.decided_on) == (BoardOutcome.CONFIRMED, CONFIRMED.decided_on)


def test_a_decision_that_was_confirmed_asks_nothing_more_of_us(scene: Scene, appeal_id: int) -> None:
    assert register(scene, appeal_id, CONFIRMED) is None
    later = scene.at + timedelta(days=41)
    with scene.as_(scene.karen, later):
        assert not Task.objects.filter(kind="board").exists()
        assert decisions.standing_of(case=scene.case, at=later).appeal_id is None


def test_a_changed_decision_is_a_task_and_a_draft_in_line_with_it(scene: Scene, appeal_id: int) -> None:
    changed = replace(REMITTED, outcome=BoardOutcome.CHANGED, new_outcome=Outcome.GRANTED)
    draft_id = register(scene, appeal_id, changed)
    later = scene.at + timedelta(days=41)
    with scene.as_(scene.karen, later):
        assert Task.objects.get(kind="board").title == "Ret hjælpen efter afgørelsen fra Ankestyrelsen"
        assert Decision.objects.get(pk=draft_id).outcome == Outcome.GRANTED
        assert decisions.standing_of(case=scene.case, at=later).appeal is AppealStatus.CHANGED


def test_a_case_sent_back_has_a_date_that_the_citizen_is_told(scene: Scene, appeal_id: int) -> None:
    register(scene, appeal_id, REMITTED)
    later = scene.at + timedelta(days=41)
    with scene.as_(scene.karen, later):
        case = scene.case
        dates = casework.dates_of(case=case, at=later, suspensions=[], extensions=[])
        due = {one.key: one.due for one in dates}["decide_again"]
        assert due == date(2027, 3, 1)
        assert decisions.standing_of(case=case, at=later).appeal is AppealStatus.REMITTED
        letter = Entry.objects.filter(case=case, kind="letter").order_by("-pk").first()
        assert letter is not None
        text = letter.texts.get()
        assert text.title == "Ankestyrelsen har svaret på din klage"
        assert "Du får svar senest den 1. marts 2027." in text.body


def test_a_lesson_has_an_owner_and_an_end(scene: Scene, appeal_id: int) -> None:
    register(scene, appeal_id, REMITTED)
    later = scene.at + timedelta(days=60)
    with scene.as_(scene.karen, later):
        row = BoardDecision.objects.get(appeal_id=appeal_id)
        assert (row.learning_owner_id, row.learning_due) == (scene.karen.id, date(2027, 3, 3))
        empty = decisions.finish_learning(appeal_id=appeal_id, note=" ", by=scene.karen, at=later)
        assert isinstance(empty, Refusal)
        note = "Tjeklisten er rettet."
        assert decisions.finish_learning(appeal_id=appeal_id, note=note, by=scene.karen, at=later) is None
        assert not Task.objects.filter(kind="lesson", done_at__isnull=True).exists()
        with pytest.raises(Hidden):
            decisions.finish_learning(appeal_id=appeal_id, note=note, by=scene.karen, at=later)


def test_a_lost_case_without_a_lesson_is_refused(scene: Scene, appeal_id: int) -> None:
    assert refusal(scene, appeal_id, replace(REMITTED, learning=" ")) == "no_learning"


@pytest.mark.parametrize("day", [date(2026, 11, 1), date(2027, 6, 1)])
def test_a_day_before_it_was_forwarded_or_after_today_is_refused(scene: Scene, appeal_id: int, day: date) -> None:
    assert refusal(scene, appeal_id, replace(REMITTED, decided_on=day)) == "wrong_day"


def test_without_reasons_or_a_second_time_it_is_refused(scene: Scene, appeal_id: int) -> None:
    assert refusal(scene, appeal_id, replace(REMITTED, reasons="")) == "empty"
    assert register(scene, appeal_id, CONFIRMED) is None
    assert refusal(scene, appeal_id, REMITTED) == "not_forwarded"


def test_the_citizen_cannot_write_it(scene: Scene, appeal_id: int) -> None:
    with scene.as_(scene.citizen), pytest.raises(Hidden):
        decisions.register_board_decision(appeal_id=appeal_id, new=CONFIRMED, by=scene.citizen, at=scene.at)


def test_the_year_is_counted_by_case_type_for_those_who_see_the_cases(scene: Scene, appeal_id: int) -> None:
    register(scene, appeal_id, REMITTED)
    with scene.as_(scene.bente):
        (row,) = decisions.reversals(year=2026, by=scene.bente, at=scene.at)
        assert (row.type_key, row.filed, row.waiting, row.considered, row.rate) == ("sel-85", 1, 0, 1, 1.0)
        (lesson,) = decisions.lessons(year=2026, by=scene.bente, at=scene.at, newest=5)
        assert lesson.learning == REMITTED.learning
        assert decisions.reversals(year=2025, by=scene.bente, at=scene.at) == ()
    scene.world.unit("andetsteds")
    stranger = scene.world.employee("Fremmed", unit="andetsteds")
    with scene.as_(stranger):
        assert decisions.reversals(year=2026, by=stranger, at=scene.at) == ()
        assert decisions.lessons(year=2026, by=stranger, at=scene.at, newest=5) == ()
