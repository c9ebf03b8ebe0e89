"""A school or a doctor is asked without an order: it sees the question and nothing else, and answers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.factories.world import World
from tests.web.partner.conftest import LogIn

from borgerfokus.apps.casework import jobs
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Consultation, Task
from borgerfokus.core.access import Role
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup

SYSTEM = system("test")
HERE = "/partner/"


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


@pytest.fixture
def teacher(world: World) -> Actor:
    return world.employee("Lis", unit="nabosund-hjaelpemidler", role=Role.EMPLOYEE)


@pytest.fixture
def case(world: World, karen: Actor) -> Case:
    return world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen)


@pytest.fixture
def asked(world: World, case: Case, karen: Actor, teacher: Actor) -> int:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=world.at):
        due = day_of(world.at) + timedelta(days=5)
        question = casework.Question(teacher.unit_id or 0, "Hvordan går det i skolen?", due)
        assert casework.consult(case_id=case.pk, question=question, by=karen, at=world.at) is None
        return Consultation.objects.get().pk


def test_the_question_is_seen_and_answered_and_nothing_else_is(  # noqa: PLR0917 (fixtures)
    world: World, case: Case, asked: int, teacher: Actor, karen: Actor, as_: LogIn
) -> None:
    client = as_(teacher)
    assert client.get("/sag/").headers["Location"] == HERE
    shown = client.get(HERE).content.decode()
    assert "Spørgsmål om Lene Overgaard" in shown
    assert "Hvordan går det i skolen?" in shown
    assert case.number not in shown
    for name in ("staff:case", "staff:journal", "staff:documents"):
        assert client.get(reverse(name, args=[case.number])).status_code == 404
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert Lookup.objects.filter(subject=teacher.subject, person_id=case.citizen_id).exists()
    empty = client.post(HERE, {"question": asked, "answer": ""})
    assert empty.status_code == 422
    assert "Jeres svar" in empty.content.decode()
    assert client.post(HERE, {"question": asked, "answer": "Det går bedre."}).status_code == 302
    assert "Lene" not in client.get(HERE).content.decode()
    assert client.post(HERE, {"question": asked, "answer": "Og mere."}).status_code == 404
    assert "Det går bedre." in as_(karen).get(reverse("staff:case", args=[case.number])).content.decode()


def test_a_question_to_others_is_not_there(world: World, asked: int, as_: LogIn) -> None:
    stranger = as_(world.employee("Ole", unit="ydelsesteamet", role=Role.EMPLOYEE))
    assert "Lene" not in stranger.get(HERE).content.decode()
    assert stranger.post(HERE, {"question": asked, "answer": "Nej"}).status_code == 404


def test_what_is_not_answered_in_time_is_on_the_caseworkers_list_once_and_goes_with_the_answer(
    world: World, asked: int, teacher: Actor, karen: Actor
) -> None:
    late = world.at + timedelta(days=6)
    for at, number in ((world.at, 0), (late, 1), (late, 1)):
        jobs.remind_of_questions(at=at)
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
            assert Task.objects.filter(kind="consultation_late", employee_id=karen.id).count() == number
    with acting_as(teacher, purpose=Purpose.ORDER, at=late):
        assert casework.answer_consultation(consultation_id=asked, text="Godt.", by=teacher, at=late) is None
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=late):
        assert Task.objects.get(kind="consultation_late").done_at is not None
