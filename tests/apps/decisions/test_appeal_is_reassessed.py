"""An appeal is looked at again within its date: upheld and forwarded with the file, or changed by a new decision."""

from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest
from tests.apps.decisions.scene import Scene, finished

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Deadline, Event, Task
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Appeal, Decision
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.situation import ActKind
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.outcomes import AppealOutcome, Outcome
from borgerfokus.foundation.files import service as files

UPHELD = decisions.Reassessment(AppealOutcome.UPHELD, "Klagen indeholder ikke nye oplysninger.")
CHANGED = decisions.Reassessment(AppealOutcome.REVERSED, "Det nye brev viser et større behov.")


@pytest.fixture
def appeal_id(scene: Scene) -> int:
    """An appeal of a refusal that was received."""
    decision_id = scene.issued(Outcome.REFUSED)
    scene.received(decision_id, scene.at)
    with scene.as_(scene.citizen):
        new = decisions.NewAppeal(text="Jeg er uenig.")
        found = decisions.file_appeal(decision_id=decision_id, new=new, by=scene.citizen, at=scene.at)
    assert isinstance(found, int)
    return found


def reassess(scene: Scene, appeal_id: int, new: decisions.Reassessment) -> int | Refusal | None:
    """Karen answers the appeal the next day."""
    later = scene.at + timedelta(days=1)
    with scene.as_(scene.karen, later):
        return decisions.reassess(appeal_id=appeal_id, new=new, by=scene.karen, at=later)


def test_an_appeal_is_a_task_and_a_date_of_four_weeks(scene: Scene, appeal_id: int) -> None:
    with scene.as_(scene.karen):
        task = Task.objects.get(kind="appeal")
        assert (task.employee_id, task.due) == (scene.karen.id, date(2026, 12, 21))
        deadline = Deadline.objects.get(case_id=scene.case_id, key="reassessment")
        assert (deadline.due, deadline.basis, deadline.status) == (date(2026, 12, 21), "statutory", "running")
        case = scene.case
        assert (case.next_act, case.next_due_key) == (ActKind.REASSESS_APPEAL, "reassessment")


def test_a_case_with_an_open_appeal_is_not_closed(scene: Scene, appeal_id: int) -> None:
    with scene.as_(scene.karen):
        refusal = casework.take_step(
            case_id=scene.case_id, step=Step.CLOSE, by=scene.karen, at=scene.at, reason="Afslag er givet."
        )
    assert refusal is not None
    assert refusal.code == "appeal_open"


def test_upheld_goes_to_the_appeal_body_with_the_file_as_one_pdf(scene: Scene, appeal_id: int) -> None:
    assert reassess(scene, appeal_id, UPHELD) is None
    with scene.as_(scene.karen):
        row = Appeal.objects.get(pk=appeal_id)
        assert (row.state, row.outcome, row.forwarded_to) == ("forwarded", "upheld", "Ankestyrelsen")
        assert row.file_entry_id is not None
        line = journal.line(entry_id=row.file_entry_id, by=scene.karen, at=scene.at)
        assert line.document is not None
        assert (line.document.direction, line.document.with_whom) == ("out", "Ankestyrelsen")
        assert _pages(line.document.file_id) > _pages(_letter_file(scene))
        assert Task.objects.get(kind="appeal").done_at is not None
        assert Deadline.objects.get(case_id=scene.case_id, key="reassessment").status == "met"
        assert scene.case.outcome == "refused"


def test_reversed_brings_the_case_back_and_the_old_decision_holds_until_the_new_is_sent(
    scene: Scene, appeal_id: int
) -> None:
    draft_id = reassess(scene, appeal_id, CHANGED)
    assert isinstance(draft_id, int)
    with scene.as_(scene.karen):
        row = Appeal.objects.get(pk=appeal_id)
        assert (row.state, row.new_decision_id, row.forwarded_at) == ("reassessed", draft_id, None)
        assert scene.case.phase == "decision"
        assert Decision.objects.get(pk=row.decision_id).state == "issued"
        view = decisions.decision_of(decision_id=draft_id, by=scene.karen, at=scene.at)
        content = decisions.DraftContent(
            outcome=Outcome.GRANTED,
            applied_for=view.applied_for,
            granted="støtte 6 timer om ugen",
            refused="",
            starts=date(2026, 12, 1),
            ends=None,
            provider="",
            rules=view.reasons.rules,
            considerations=finished(view.reasons.considerations),
            facts=view.reasons.facts,
        )
        decisions.save_draft(decision_id=draft_id, version=view.version, content=content, by=scene.karen, at=scene.at)
    sent = scene.issue(draft_id, scene.at + timedelta(days=2))
    assert not isinstance(sent, Refusal), sent
    with scene.as_(scene.citizen):
        states = {made.id: made.in_force for made in _made(scene)}
    assert states == {draft_id: True, row.decision_id: False}


def test_partly_changed_is_both_forwarded_and_decided_anew(scene: Scene, appeal_id: int) -> None:
    partly = decisions.Reassessment(AppealOutcome.PARTLY, "Du får mere, men ikke det hele.", Outcome.PARTLY)
    draft_id = reassess(scene, appeal_id, partly)
    assert isinstance(draft_id, int)
    with scene.as_(scene.karen):
        row = Appeal.objects.get(pk=appeal_id)
    assert (row.state, row.new_decision_id) == ("forwarded", draft_id)


def test_a_closed_case_is_opened_again_when_the_appeal_is_right(scene: Scene) -> None:
    decision_id = scene.issued(Outcome.REFUSED)
    scene.received(decision_id, scene.at)
    with scene.as_(scene.karen):
        assert (
            casework.take_step(case_id=scene.case_id, step=Step.CLOSE, by=scene.karen, at=scene.at, reason="Afslag.")
            is None
        )
    with scene.as_(scene.citizen):
        new = decisions.NewAppeal(text="Jeg er uenig.")
        appeal_id = decisions.file_appeal(decision_id=decision_id, new=new, by=scene.citizen, at=scene.at)
    assert isinstance(appeal_id, int)
    assert isinstance(reassess(scene, appeal_id, CHANGED), int)
    with scene.as_(scene.karen):
        assert (scene.case.phase, scene.case.closed_at) == ("decision", None)


def test_an_appeal_is_answered_once_and_with_reasons(scene: Scene, appeal_id: int) -> None:
    empty = reassess(scene, appeal_id, decisions.Reassessment(AppealOutcome.UPHELD, "  "))
    assert isinstance(empty, Refusal)
    assert reassess(scene, appeal_id, UPHELD) is None
    again = reassess(scene, appeal_id, CHANGED)
    assert isinstance(again, Refusal)
    assert again.code == "appeal_answered"


def test_a_paused_case_keeps_everything_when_the_answer_is_refused(scene: Scene, appeal_id: int) -> None:
    from borgerfokus.core.casework.ball import Ball

    pause = casework.Pause(whom=Ball.OTHER, name="Egen læge", reason="attest")
    with scene.as_(scene.karen):
        assert casework.suspend(case_id=scene.case_id, pause=pause, by=scene.karen, at=scene.at) is None
        before = Event.objects.filter(case_id=scene.case_id).count()
    refusal = reassess(scene, appeal_id, CHANGED)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "suspended"
    with scene.as_(scene.karen):
        assert Appeal.objects.get(pk=appeal_id).state == "filed"
        assert Event.objects.filter(case_id=scene.case_id).count() == before


def test_an_appeal_that_is_withdrawn_lets_go_of_its_task(scene: Scene, appeal_id: int) -> None:
    with scene.as_(scene.citizen):
        assert decisions.withdraw_appeal(appeal_id=appeal_id, by=scene.citizen, at=scene.at) is None
    with scene.as_(scene.karen):
        assert Task.objects.get(kind="appeal").result == "withdrawn"
        assert decisions.standing_of(case=scene.case, at=scene.at).appeal == "none"


def _made(scene: Scene) -> tuple[decisions.MadeDecision, ...]:
    return decisions.made_decisions_of(case_id=scene.case_id, by=scene.citizen, at=scene.at)


def _pages(file_id: int) -> int:
    with pikepdf.open(BytesIO(files.read_bytes(file_id=file_id))) as opened:
        return len(opened.pages)


def _letter_file(scene: Scene) -> int:
    file_id = Decision.objects.get(case_id=scene.case_id).file_id
    assert file_id is not None
    return file_id
