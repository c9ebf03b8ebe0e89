"""What is expected of a citizen is in one list, and is answered through one door."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.dialogue.conftest import SYSTEM, Desk

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox.models import Message


class Scene:
    """Two facts asked of a citizen."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.at = desk, desk.at
        self.karen, self.citizen = desk.world.employee("Karen"), desk.world.citizen()
        self.case: Case = desk.world.case(citizen_id=self.citizen.id, caseworker=self.karen)
        self.ask("O3", days=14)
        self.ask("O10", days=7)

    def ask(self, fact: str, *, days: int) -> None:
        due = self.at.date() + timedelta(days=days)
        ask = assessment.Ask(facts=(fact,), source=Source.CITIZEN, whom="Mads", due=due, pause=True)
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            assert assessment.ask(case_id=self.case.pk, ask=ask, by=self.karen, at=self.at) is None

    def expected(self, by: Actor | None = None, *, at: datetime | None = None) -> tuple[dialogue.Expected, ...]:
        who = by or self.citizen
        with acting_as(who, purpose=Purpose.OWN_CASE, at=at or self.at):
            return dialogue.tasks_of(by=who, at=at or self.at)

    def tasks(self) -> list[dialogue.Expected]:
        return [one for one in self.expected() if one.kind is dialogue.ExpectedKind.FACT]

    def answer(self, task_id: str, by: Actor | None = None, **answer: object) -> Refusal | None:
        who, given = by or self.citizen, dialogue.TaskAnswer(**answer)  # type: ignore[arg-type]
        with acting_as(who, purpose=Purpose.OWN_CASE, at=self.at):
            return dialogue.answer_task(task_id=int(task_id), answer=given, by=who, at=self.at)

    def journal(self) -> list[journal.Line]:
        with acting_as(self.citizen, purpose=Purpose.OWN_CASE, at=self.at):
            return list(journal.lines(case_id=self.case.pk, by=self.citizen, at=self.at))


@pytest.fixture
def scene(desk: Desk) -> Scene:
    return Scene(desk)


def test_the_nearest_day_is_first(scene: Scene) -> None:
    first, second = scene.tasks()
    assert (first.title, second.title) == ("Udskrivningsbrev eller anden beskrivelse af behandling", "Bolig")
    assert (first.case_number, first.person_id) == (scene.case.number, scene.citizen.id)
    assert first.due == scene.at.date() + timedelta(days=7)


def test_a_letter_that_has_arrived_is_to_be_read_and_then_not(scene: Scene) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        Message.objects.update(state="received", sent_at=scene.at, received_at=scene.at)
    letters = [one for one in scene.expected() if one.kind is dialogue.ExpectedKind.LETTER]
    assert {one.title for one in letters} == {"Vi mangler noget fra dig"}
    assert all(one.file_id and one.case_number == scene.case.number for one in letters)
    assert scene.expected()[-1].kind is dialogue.ExpectedKind.LETTER
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        Message.objects.update(state="read")
    assert len(scene.expected()) == 2


def test_an_answer_in_words_is_in_the_journal_and_the_task_is_gone(scene: Scene) -> None:
    task = scene.tasks()[1]
    assert scene.answer(task.id, text="Jeg bor til leje.") is None
    assert [one.title for one in scene.tasks()] == ["Udskrivningsbrev eller anden beskrivelse af behandling"]
    said = next(line for line in scene.journal() if line.kind == "statement")
    assert (said.title, said.body, said.author) == ("Bolig", "Jeg bor til leje.", scene.citizen.subject)


def test_the_last_answer_lets_the_case_go_on_and_says_so(scene: Scene) -> None:
    for task in scene.tasks():
        assert scene.answer(task.id, text="Se her.") is None
    with acting_as(scene.citizen, purpose=Purpose.OWN_CASE, at=scene.at):
        assert Case.objects.get(pk=scene.case.pk).waiting_for == ""
    assert scene.desk.notices(scene.case.pk)[-1] == ("resumed", scene.citizen.id)


def test_an_answer_with_documents_keeps_them_all(scene: Scene) -> None:
    first, second = scene.desk.upload(scene.citizen), scene.desk.upload(scene.citizen)
    assert scene.answer(scene.tasks()[0].id, text="Her er brevet.", file_ids=(first, second)) is None
    documents = [line for line in scene.journal() if line.kind == "document"]
    assert {line.document.file_id for line in documents if line.document} == {first, second}
    assert sorted(line.body for line in documents) == ["", "Her er brevet."]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        request = FactRequest.objects.get(case=scene.case, fact="O10")
        assert request.answer_entry_id in {line.id for line in documents}


def test_an_empty_answer_and_a_file_that_is_gone_are_refused(scene: Scene) -> None:
    stranger = scene.desk.world.citizen("Lene")
    anothers = scene.desk.upload(stranger)
    task = scene.tasks()[0]
    for answer, code in (({"text": "  "}, "empty"), ({"file_ids": (anothers,)}, "no_file")):
        refused = scene.answer(task.id, **answer)
        assert isinstance(refused, Refusal)
        assert refused.code == code
    assert len(scene.tasks()) == 2


def test_a_task_is_answered_once_and_by_nobody_else(scene: Scene) -> None:
    stranger, task = scene.desk.world.citizen("Lene"), scene.tasks()[0]
    assert scene.expected(stranger) == ()
    with pytest.raises(Hidden):
        scene.answer(task.id, by=stranger, text="Mit svar")
    assert scene.answer(task.id, text="Her.") is None
    with pytest.raises(Hidden):
        scene.answer(task.id, text="Igen.")


def test_another_task_is_answered_with_a_comment(scene: Scene) -> None:
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        new = casework.NewTask(kind="call", title="Skriv, hvornår vi må ringe")
        number = casework.give(case_id=scene.case.pk, task=new, by=scene.karen, at=scene.at)
    assert scene.answer(str(number), text="Efter kl. 10.") is None
    assert "Efter kl. 10." in {line.body for line in scene.journal() if line.kind == "comment"}
    assert str(number) not in {one.id for one in scene.expected()}


def test_a_hearing_is_answered_through_the_same_door(scene: Scene) -> None:
    from borgerfokus.apps.decisions import service as decisions

    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        from borgerfokus.core.casework.steps import Step

        assert casework.resume(case_id=scene.case.pk, because="test", by=scene.karen, at=scene.at) is None
        step = casework.take_step(case_id=scene.case.pk, step=Step.ACCEPT, by=scene.karen, at=scene.at)
        assert step is None
        new = decisions.NewHearing(facts=(), text="Vi regner med at sige nej til støtte om aftenen.")
        sent = decisions.send_hearing(case_id=scene.case.pk, new=new, by=scene.karen, at=scene.at)
        assert isinstance(sent, int), sent
    task = next(one for one in scene.expected() if one.kind is dialogue.ExpectedKind.HEARING)
    assert scene.answer(task.id, text="Jeg sover dårligt om aftenen.") is None
    assert task.id not in {one.id for one in scene.expected()}
    assert "Jeg sover dårligt om aftenen." in {line.body for line in scene.journal()}


def test_the_list_takes_two_queries_however_long(scene: Scene) -> None:
    with (
        acting_as(scene.citizen, purpose=Purpose.OWN_CASE, at=scene.at),
        CaptureQueriesContext(
            connection,
        ) as few,
    ):
        dialogue.tasks_of(by=scene.citizen, at=scene.at)
    scene.ask("O4", days=9)
    with acting_as(scene.citizen, purpose=Purpose.OWN_CASE, at=scene.at), CaptureQueriesContext(connection) as more:
        assert len(dialogue.tasks_of(by=scene.citizen, at=scene.at)) == 3
    assert len(few) == len(more) == 2
