"""What has come in for a caseworker: from own cases and those nobody has, with a fixed number of queries."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.dialogue.conftest import SYSTEM, Desk

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import delivery
from borgerfokus.foundation.outbox.channels import Trouble
from borgerfokus.foundation.outbox.models import Message

Kind = dialogue.InboxKind


class Scene:
    """A caseworker with a case, and a colleague of another unit."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.at = desk, desk.at
        self.karen = desk.world.employee("Karen")
        self.ida = desk.world.employee("Ida", unit="visitation")
        self.citizen = desk.world.citizen()
        self.case: Case = desk.world.case(citizen_id=self.citizen.id, caseworker=self.karen)

    def inbox(self, who: Actor | None = None, *, at: datetime | None = None) -> list[dialogue.Incoming]:
        by = who or self.karen
        with acting_as(by, purpose=Purpose.CASEWORK, at=at or self.at):
            return list(dialogue.inbox_of(by=by, at=at or self.at))

    def kinds(self, who: Actor | None = None, *, at: datetime | None = None) -> list[str]:
        return [one.kind for one in self.inbox(who, at=at)]

    def as_citizen(self, act: Callable[[Actor], object]) -> None:
        with acting_as(self.citizen, purpose=Purpose.OWN_CASE, at=self.at):
            act(self.citizen)

    def ask(self, fact: str = "O3") -> int:
        ask = assessment.Ask((fact,), Source.CITIZEN, "Mads", self.at.date() + timedelta(days=7), pause=False)
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            assert assessment.ask(case_id=self.case.pk, ask=ask, by=self.karen, at=self.at) is None
            return FactRequest.objects.get(case=self.case, fact=fact).task_id or 0

    def answer(self, fact: str = "O3") -> None:
        given = dialogue.TaskAnswer(text="Jeg bor til leje.")
        task = self.ask(fact)
        self.as_citizen(lambda me: dialogue.answer_task(task_id=task, answer=given, by=me, at=self.at))

    def comment(self) -> None:
        self.as_citizen(
            lambda me: journal.comment(case_id=self.case.pk, about=None, text="Det passer ikke.", by=me, at=self.at)
        )

    def fail_a_letter(self) -> Message:
        self.ask("O4")
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            message = Message.objects.order_by("-queued_at").first()
            assert message is not None
            delivery.fail(message, trouble=Trouble.GIVEN_UP, at=self.at)
            return message


@pytest.fixture
def scene(desk: Desk) -> Scene:
    return Scene(desk)


def test_a_new_request_is_in_the_units_inbox_until_somebody_takes_it(scene: Scene) -> None:
    lene = scene.desk.world.citizen("Lene")
    done = scene.desk.hand_in(scene.desk.request(lene), by=lene)
    (one,) = scene.inbox()
    assert (one.kind, one.case_number, one.person_id, one.title) == (
        Kind.REQUEST,
        done.case_number,
        lene.id,
        "Støtte i hverdagen",
    )
    assert one.due == done.promised_on
    assert scene.inbox(scene.ida) == []
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        casework.take(case_id=done.case_id, by=scene.karen, at=scene.at)
    assert scene.inbox() == []


def test_an_answer_is_listed_until_it_is_recorded(scene: Scene) -> None:
    scene.answer()
    (one,) = scene.inbox()
    assert (one.kind, one.title) == (Kind.ANSWER, "Bolig")
    later = scene.at + timedelta(minutes=5)
    known = assessment.Known(kind="statement", value="Til leje", source="borgeren", as_of=scene.at.date())
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=later):
        assert assessment.record(case_id=scene.case.pk, fact="O3", known=known, by=scene.karen, at=later) is None
    assert scene.inbox(at=later) == []


def test_a_comment_is_listed_until_one_has_looked_at_it(scene: Scene) -> None:
    scene.comment()
    (one,) = scene.inbox()
    assert one.kind == Kind.COMMENT
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        dialogue.mark_seen(items=[one.item, one.item], by=scene.karen, at=scene.at)
        dialogue.mark_seen(items=[one.item], by=scene.karen, at=scene.at)
    assert scene.inbox() == []


def test_what_is_not_dealt_with_cannot_be_ticked_off(scene: Scene) -> None:
    scene.fail_a_letter()
    (one,) = scene.inbox()
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        dialogue.mark_seen(items=[one.item], by=scene.karen, at=scene.at)
    assert scene.kinds() == [Kind.FAILED_LETTER]


def test_a_letter_that_failed_is_a_task_and_goes_on_paper(scene: Scene) -> None:
    message = scene.fail_a_letter()
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        task = Task.objects.get(case=scene.case, kind="letter_failed")
        assert (task.employee_id, task.done_at) == (scene.karen.id, None)
        dialogue.send_on_paper(message_id=message.message_id, by=scene.karen, at=scene.at)
        assert Task.objects.get(pk=task.pk).result == "paper"
        assert Message.objects.get(message_id=message.message_id).channel == "paper"
    assert scene.inbox() == []


def test_a_letter_that_failed_is_handed_over(scene: Scene) -> None:
    message = scene.fail_a_letter()
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        dialogue.hand_over(message_id=message.message_id, by=scene.karen, at=scene.at)
    assert scene.inbox() == []


def test_nobody_else_sends_the_letters_of_a_case(scene: Scene) -> None:
    message = scene.fail_a_letter()
    for who, number in ((scene.ida, message.message_id), (scene.citizen, message.message_id), (scene.karen, uuid4())):
        with acting_as(who, purpose=Purpose.CASEWORK, at=scene.at), pytest.raises(Hidden):
            dialogue.send_on_paper(message_id=number, by=who, at=scene.at)


def test_a_handover_and_a_question_are_in_the_other_units_inbox(scene: Scene) -> None:
    unit = scene.desk.world.units["visitation"].pk
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        offer = casework.Offer(to_unit=unit, must_know="Ringer helst")
        assert casework.offer_handover(case_id=scene.case.pk, offer=offer, by=scene.karen, at=scene.at) is None
        question = casework.Question(unit=unit, text="Kan I hjælpe?", due=scene.at.date() + timedelta(days=3))
        assert not isinstance(
            casework.consult(case_id=scene.case.pk, question=question, by=scene.karen, at=scene.at), Refusal
        )
    assert sorted(scene.kinds(scene.ida)) == [Kind.CONSULTATION, Kind.HANDOVER]
    assert scene.kinds() == []


def test_a_colleague_does_not_get_what_belongs_to_a_caseworker(scene: Scene) -> None:
    anna = scene.desk.world.employee("Anna")
    scene.comment()
    assert scene.kinds() == [Kind.COMMENT]
    assert scene.inbox(anna) == []


def test_an_old_comment_is_no_longer_listed(scene: Scene) -> None:
    scene.comment()
    assert scene.inbox(at=scene.at + timedelta(days=31)) == []


def test_the_newest_is_first_and_the_queries_do_not_grow(scene: Scene) -> None:
    def queries() -> int:
        with (
            acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at),
            CaptureQueriesContext(connection) as asked,
        ):
            dialogue.inbox_of(by=scene.karen, at=scene.at)
        return len(asked)

    def fill(number: int) -> None:
        lene = scene.desk.world.citizen("Lene")
        later = scene.at + timedelta(seconds=number)
        scene.desk.hand_in(scene.desk.request(lene, key=str(number)), by=lene, at=later)
        scene.comment()

    scene.answer()
    scene.fail_a_letter()
    fill(1)
    few = queries()
    for number in (2, 3, 4):
        fill(number)
    assert queries() == few <= 9
    moments = [one.at for one in scene.inbox()]
    assert moments == sorted(moments, reverse=True)
    assert len(moments) == 10
