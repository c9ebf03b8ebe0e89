"""A handover is a talk, is accepted by a person, and never leaves a case without an owner."""

from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.db import DatabaseError, transaction
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Event, Handover
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = pytest.mark.django_db
SYSTEM = system("test")


class Desk:
    """Karen has the case; Vibeke and Bo work in the unit that is offered it."""

    def __init__(self, world: World) -> None:
        self.world, self.at = world, world.at
        self.karen = world.employee("Karen")
        self.vibeke = world.employee("Vibeke", unit="visitation")
        self.case = world.case(citizen_id=world.citizen().id, caseworker=self.karen, days_ago=9)
        with self.as_(self.karen):
            casework.take_step(case_id=self.case.pk, step=Step.ACCEPT, by=self.karen, at=self.at)

    def as_(self, actor: Actor) -> AbstractContextManager[object]:
        return acting_as(actor, purpose=Purpose.CASEWORK, at=self.at)

    def offer(self, to_employee: int | None = None) -> Refusal | None:
        unit = self.world.units["visitation"].pk
        offer = casework.Offer(unit, "Ringer helst", "Et opkald inden fredag", to_employee)
        with self.as_(self.karen):
            return casework.offer_handover(case_id=self.case.pk, offer=offer, by=self.karen, at=self.at)

    @property
    def row(self) -> Handover:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return Handover.objects.get(case=self.case)

    def owner(self) -> tuple[int | None, int]:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return Case.objects.values_list("caseworker_id", "unit_id").get(pk=self.case.pk)

    def talk(self, by: Actor, **more: object) -> Refusal | None:
        given = {"on": self.at.date(), "with_whom": "Karen og Vibeke", "summary": "Alt", "citizen_invited": True}
        talk = casework.Talk(**{**given, **more})  # type: ignore[arg-type]
        number = self.row.pk
        with self.as_(by):
            return casework.talk_about_handover(handover_id=number, talk=talk, by=by, at=self.at)

    def accept(self, by: Actor, **more: str) -> Refusal | None:
        number = self.row.pk
        with self.as_(by):
            return casework.accept_handover(handover_id=number, by=by, at=self.at, **more)


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


def test_the_giver_owns_the_case_until_a_person_has_accepted(desk: Desk) -> None:
    before = desk.owner()
    assert desk.offer() is None
    assert desk.owner() == before
    assert desk.talk(desk.vibeke) is None
    assert desk.owner() == before
    assert desk.accept(desk.vibeke) is None
    assert desk.owner() == (desk.vibeke.id, desk.world.units["visitation"].pk)


def test_without_a_talk_or_a_reason_nobody_takes_the_case(desk: Desk) -> None:
    assert desk.offer() is None
    refusal = desk.accept(desk.vibeke)
    assert refusal is not None
    assert refusal.code == "no_talk"
    assert desk.accept(desk.vibeke, no_talk_why="Borgeren flytter i dag.") is None
    assert desk.row.no_talk_why == "Borgeren flytter i dag."


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"with_whom": " "}, "talk_incomplete"),
        ({"summary": ""}, "talk_incomplete"),
        ({"on": date(2030, 1, 1)}, "talk_incomplete"),
        ({"citizen_invited": False}, "citizen_not_invited"),
    ],
)
def test_a_talk_is_told_whole(desk: Desk, said: dict[str, object], code: str) -> None:
    assert desk.offer() is None
    refusal = desk.talk(desk.karen, **said)
    assert refusal is not None
    assert refusal.code == code


def test_both_sides_may_tell_of_the_talk_and_others_not(desk: Desk) -> None:
    assert desk.offer() is None
    assert desk.talk(desk.karen, citizen_invited=False, why_not="Er indlagt.") is None
    assert desk.talk(desk.vibeke) is None
    other = desk.world.employee("Sara", unit="ydelsesteamet")
    with pytest.raises(Hidden):
        desk.talk(other)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.at):
        assert Event.objects.filter(case=desk.case, kind="handover.talked").count() == 2


def test_who_is_named_must_work_in_the_unit(desk: Desk) -> None:
    refusal = desk.offer(desk.karen.id)
    assert refusal is not None
    assert refusal.code == "not_in_that_unit"
    assert desk.offer(desk.vibeke.id) is None
    assert desk.row.to_employee_id == desk.vibeke.id


def test_the_database_keeps_an_open_case_from_losing_its_caseworker(desk: Desk) -> None:
    with (
        acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.at),
        pytest.raises(DatabaseError, match="keeps its caseworker"),
        transaction.atomic(),
    ):
        Case.objects.filter(pk=desk.case.pk).update(caseworker=None)
    assert desk.owner()[0] == desk.karen.id
