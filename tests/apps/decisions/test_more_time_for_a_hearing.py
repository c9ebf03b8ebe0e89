"""The party asks for more time to answer a hearing: it is given, or refused with a reason, and told in a letter."""

from datetime import date, timedelta

import pytest
from tests.apps.decisions.scene import AGAINST, Scene

from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Hearing
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden


@pytest.fixture
def hearing_id(scene: Scene) -> int:
    with scene.as_(scene.karen):
        new = decisions.NewHearing(facts=[AGAINST], text="Vi regner med at sige nej.")
        sent = decisions.send_hearing(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at)
    assert isinstance(sent, int), sent
    return sent


def due(scene: Scene) -> date:
    with scene.as_(scene.karen):
        found = Hearing.objects.get(case_id=scene.case_id).due
    assert found is not None
    return found


def wish(scene: Scene, hearing_id: int, until: date) -> Refusal | None:
    with scene.as_(scene.citizen):
        return decisions.ask_more_time(
            hearing_id=hearing_id, until=until, why="Jeg er indlagt.", by=scene.citizen, at=scene.at
        )


def test_more_time_is_given_and_the_day_moves(scene: Scene, hearing_id: int) -> None:
    first = due(scene)
    later = first + timedelta(days=7)
    assert isinstance(wish(scene, hearing_id, first), Refusal)
    assert wish(scene, hearing_id, later) is None
    assert due(scene) == first
    assert isinstance(wish(scene, hearing_id, later), Refusal)
    with scene.as_(scene.karen):
        task = Task.objects.get(case_id=scene.case_id, kind="more_time")
        assert task.employee_id == scene.karen.id
        given = decisions.answer_more_time(hearing_id=hearing_id, until=later, why="", by=scene.karen, at=scene.at)
        assert given is None
        assert Task.objects.get(pk=task.pk).done_at is not None
        assert Task.objects.get(case_id=scene.case_id, kind="hearing").due == later
        assert Entry.objects.filter(case_id=scene.case_id, texts__title="Mere tid til at svare").exists()
    assert due(scene) == later


def test_a_no_needs_a_reason_and_moves_nothing(scene: Scene, hearing_id: int) -> None:
    first = due(scene)
    wish(scene, hearing_id, first + timedelta(days=7))
    with scene.as_(scene.karen):
        answer = {"hearing_id": hearing_id, "until": None, "by": scene.karen, "at": scene.at}
        assert isinstance(decisions.answer_more_time(why=" ", **answer), Refusal)
        assert decisions.answer_more_time(why="Fristen i loven er nær.", **answer) is None
    assert due(scene) == first


def test_nobody_else_asks_or_answers(scene: Scene, hearing_id: int) -> None:
    stranger = scene.world.citizen("Lene", "Overgaard")
    with scene.as_(stranger), pytest.raises(Hidden):
        decisions.ask_more_time(
            hearing_id=hearing_id, until=due_after(scene), why="", by=stranger, at=scene.at
        )


def due_after(scene: Scene) -> date:
    return scene.at.date() + timedelta(days=60)
