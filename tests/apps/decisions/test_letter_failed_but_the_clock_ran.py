"""A letter that did not arrive starts no clock and closes no case: it is on somebody's desk until it arrives."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.apps.decisions.scene import Scene

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Event, Task
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.situation import ActKind
from borgerfokus.core.casework.steps import Step
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.outbox import results
from borgerfokus.foundation.outbox.models import Message, MessageState


def fail(scene: Scene, decision_id: int, at: datetime) -> None:
    """The outbox gives the letter up."""
    with scene.as_(scene.karen):
        message = Message.objects.get(reference=f"decision:{decision_id}")
        message.state = MessageState.FAILED
        message.save()
    scene.told(message.message_id, results.Outcome.FAILED, at, "undeliverable")


def try_to_close(scene: Scene, at: datetime) -> Refusal | None:
    """Karen tries to close the case."""
    with scene.as_(scene.karen, at):
        return casework.take_step(
            case_id=scene.case_id, step=Step.CLOSE, by=scene.karen, at=at, reason="Borgeren har fået afslag."
        )


def test_before_receipt_no_clock_runs_and_the_case_cannot_be_closed(scene: Scene) -> None:
    decision_id = scene.issued(Outcome.REFUSED)
    with scene.as_(scene.karen):
        row = Decision.objects.get(pk=decision_id)
        assert (row.received_on, row.appeal_until) == (None, None)
    refusal = try_to_close(scene, scene.at + timedelta(days=60))
    assert refusal is not None
    assert refusal.code == "letter_not_received"


def test_a_failed_letter_is_a_task_and_still_no_clock(scene: Scene) -> None:
    decision_id = scene.issued(Outcome.REFUSED)
    fail(scene, decision_id, scene.at + timedelta(hours=1))
    with scene.as_(scene.karen):
        row = Decision.objects.get(pk=decision_id)
        assert (row.letter, row.received_on, row.appeal_until) == ("failed", None, None)
        task = Task.objects.get(kind="letter_failed")
        assert (task.title, task.employee_id, task.done_at) == ("Brevet kunne ikke leveres", scene.karen.id, None)
        assert (scene.case.phase, scene.case.next_act) == ("decision", ActKind.SEND_LETTER_AGAIN)
        assert Event.objects.filter(case_id=scene.case_id, kind="letter.failed").count() == 1
    assert try_to_close(scene, scene.at + timedelta(days=60)) is not None


def test_the_clock_runs_from_receipt_and_ends_on_a_working_day(scene: Scene) -> None:
    decision_id = scene.issued(Outcome.REFUSED)
    scene.received(decision_id, scene.at + timedelta(days=5))
    with scene.as_(scene.karen):
        row = Decision.objects.get(pk=decision_id)
        assert row.received_on == date(2026, 11, 28)
        assert row.appeal_until == date(2026, 12, 28)
        assert scene.case.phase == "decision"
    assert try_to_close(scene, scene.at + timedelta(days=6)) is None


def test_a_letter_sent_again_on_paper_runs_from_its_own_receipt(scene: Scene) -> None:
    decision_id = scene.issued(Outcome.REFUSED)
    early = scene.issue(decision_id)
    assert isinstance(early, Refusal)
    fail(scene, decision_id, scene.at + timedelta(hours=1))
    with scene.as_(scene.karen):
        assert decisions.send_letter_again(decision_id=decision_id, by=scene.karen, at=scene.at) is None
        row = Decision.objects.get(pk=decision_id)
        assert (row.letter, row.appeal_until) == ("under_way", None)
        assert Message.objects.get(reference=f"decision:{decision_id}").channel == "paper"
        assert Task.objects.get(kind="letter_failed").done_at is not None
        twice = decisions.send_letter_again(decision_id=decision_id, by=scene.karen, at=scene.at)
    assert isinstance(twice, Refusal)
    scene.received(decision_id, scene.at + timedelta(days=10))
    with scene.as_(scene.karen):
        assert Decision.objects.get(pk=decision_id).received_on == date(2026, 12, 3)


def test_a_letter_handed_over_counts_as_received(scene: Scene) -> None:
    decision_id = scene.issued(Outcome.REFUSED)
    fail(scene, decision_id, scene.at)
    later = scene.at + timedelta(days=2)
    with scene.as_(scene.karen, later):
        assert decisions.hand_letter_over(decision_id=decision_id, by=scene.karen, at=later) is None
        row = Decision.objects.get(pk=decision_id)
    assert (row.letter, row.received_on) == ("received", date(2026, 11, 25))


def test_a_receipt_told_twice_moves_nothing(scene: Scene) -> None:
    decision_id = scene.issued(Outcome.REFUSED)
    scene.received(decision_id, scene.at)
    scene.received(decision_id, scene.at + timedelta(days=9))
    fail(scene, decision_id, scene.at + timedelta(days=10))
    with scene.as_(scene.karen):
        row = Decision.objects.get(pk=decision_id)
        assert (row.letter, row.received_on) == ("received", date(2026, 11, 23))
        assert Event.objects.filter(case_id=scene.case_id, kind="letter.received").count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"appeal_until": date(2026, 12, 28)},
        {"received_on": date(2026, 11, 30)},
        {"letter": "received"},
        {"letter": "none"},
    ],
)
def test_the_database_refuses_a_clock_without_a_receipt(scene: Scene, wrong: dict[str, object]) -> None:
    decision_id = scene.issued(Outcome.REFUSED)
    with scene.as_(scene.karen), pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=decision_id).update(**wrong)
