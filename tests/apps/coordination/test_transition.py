"""The transition at 18: made from the data, owned by two, walls held, and reminded of once."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.coordination.household import Household, household
from tests.factories.world import World

from borgerfokus.apps.casework.models import Event, Task
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import Transition, TransitionEntry
from borgerfokus.core.dates import add_months
from borgerfokus.core.transition.words import Topic, TopicState
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people.models import Person

pytestmark = pytest.mark.django_db


def age(home: Household, *, years: int, days: int = 0) -> None:
    """Let the citizen have turned so many years so many days ago."""
    born = add_months(home.at.date() - timedelta(days=days), -12 * years)
    with home.as_system():
        Person.objects.filter(pk=home.citizen.id).update(birth_date=born)


@pytest.fixture
def young(world: World) -> Household:
    """Somebody of 17 with two open cases, before any morning has come."""
    home = household(world)
    age(home, years=17, days=30)
    return home


def swept(home: Household) -> Transition:
    coordination.sweep_transitions(at=home.at)
    with home.as_system():
        return Transition.objects.get(citizen_id=home.citizen.id)


def test_the_morning_puts_everybody_concerned_on_the_board_once(young: Household) -> None:
    row = swept(young)
    assert row.case_id == young.support.pk
    coordination.sweep_transitions(at=young.at)
    with young.as_system():
        assert Transition.objects.count() == 1
        assert Event.objects.filter(case=young.support, kind="transition.begun").count() == 1


@pytest.mark.parametrize(
    ("years", "days", "on_board"), [(15, 364, False), (16, 0, True), (18, 0, False), (40, 0, False)]
)
def test_who_is_put_on_the_board(world: World, years: int, days: int, on_board: bool) -> None:
    home = household(world)
    age(home, years=years, days=days)
    coordination.sweep_transitions(at=home.at)
    with home.as_system():
        assert Transition.objects.exists() is on_board


def test_a_new_case_of_a_young_person_does_so_at_once(young: Household) -> None:
    young.world.case(citizen_id=young.citizen.id, type_key="sel-112")
    with young.as_system():
        assert Transition.objects.filter(citizen_id=young.citizen.id).exists()


def test_each_slipped_milestone_is_told_of_once(young: Household) -> None:
    swept(young)
    with young.as_system():
        first = Task.objects.filter(kind="transition").count()
    assert first > 0
    coordination.sweep_transitions(at=young.at)
    coordination.sweep_transitions(at=young.at + timedelta(days=1))
    with young.as_system():
        assert Task.objects.filter(kind="transition").count() == first


def test_the_other_department_owns_it_without_seeing_the_case(young: Household) -> None:
    swept(young)
    with young.as_system():
        unit = young.world.units["visitation"]
        Transition.objects.update(adult_unit=unit)
    vibeke = young.world.employee("Vibeke", unit="visitation")
    with young.as_(vibeke):
        now = {"by": vibeke, "at": young.at}
        found = coordination.transition_of(citizen_id=young.citizen.id, **now)
        new = coordination.NewTopic(Topic.HOUSING, TopicState.GOING, "Venteliste.")
        assert coordination.set_topic(citizen_id=young.citizen.id, new=new, **now) is None
        assert coordination.set_owner(citizen_id=young.citizen.id, side="adult", employee=vibeke.id, **now) is None
        assert coordination.known_of(citizen_id=young.citizen.id, **now).cases == ()
        assert found.row.adult_unit_id == unit.pk
    stranger = young.world.employee("Bo", unit="boern-forebyggelse")
    with young.as_(stranger):
        assert Transition.objects.count() == 0
        with pytest.raises(Hidden):
            coordination.transition_of(citizen_id=young.citizen.id, by=stranger, at=young.at)


def test_the_seal_of_the_case_shuts_the_other_department_out(young: Household) -> None:
    from borgerfokus.apps.casework.models import Case

    row = swept(young)
    with young.as_system():
        Transition.objects.update(adult_unit=young.world.units["visitation"])
        Case.objects.filter(pk=row.case_id).update(sealed=True)
    vibeke = young.world.employee("Vibeke", unit="visitation")
    with young.as_(vibeke):
        assert Transition.objects.count() == 0
        assert coordination.board(by=vibeke, at=young.at) == []


def test_what_is_expected_costs_and_can_be_taken_back(young: Household) -> None:
    swept(young)
    with young.as_(young.karen):
        now = {"by": young.karen, "at": young.at}
        person = young.citizen.id
        need = coordination.NewNeed("hjemmevejledning", Decimal(8), Decimal(12), Decimal(16))
        assert coordination.expect(citizen_id=person, new=need, **now) is None
        found = coordination.transition_of(citizen_id=person, **now)
        assert found.cost is not None
        assert found.cost.low < found.cost.likely < found.cost.high
        assert coordination.drop_need(citizen_id=person, need_id=found.needs[0].pk, **now) is None
        assert coordination.transition_of(citizen_id=person, **now).cost is None
        wrong = coordination.NewNeed("hjemmevejledning", Decimal(9), Decimal(8), Decimal(16))
        refusal = coordination.expect(citizen_id=person, new=wrong, **now)
        assert refusal is not None


def test_two_who_save_the_days_at_once(young: Household) -> None:
    swept(young)
    with young.as_(young.karen):
        now = {"by": young.karen, "at": young.at}
        days = coordination.Days(date(2026, 11, 2), None, None, None, "Hjælp om morgenen")
        assert coordination.set_days(citizen_id=young.citizen.id, days=days, version=1, **now) is None
        refusal = coordination.set_days(citizen_id=young.citizen.id, days=days, version=1, **now)
    assert refusal is not None
    assert refusal.code == "edit.conflict"


def test_the_young_person_writes_what_it_wants(young: Household) -> None:
    swept(young)
    with young.as_(young.citizen):
        told = coordination.wish(person_id=young.citizen.id, text="Bo selv.", by=young.citizen, at=young.at)
        assert told is None
    with young.as_(young.karen):
        found = coordination.transition_of(citizen_id=young.citizen.id, by=young.karen, at=young.at)
        assert found.row.wish == "Bo selv."
        assert TransitionEntry.objects.filter(kind="wish").count() == 1


@pytest.mark.parametrize(("after", "allowed"), [(-1, True), (0, False), (200, False)])
def test_a_parent_looks_along_until_the_birthday(young: Household, after: int, allowed: bool) -> None:
    from borgerfokus.foundation.people import queries as people
    from borgerfokus.foundation.people.models import Representation

    mother = young.world.person("Maja", "Skovsgaard")
    with young.as_system():
        Representation.objects.create(
            person_id=young.citizen.id,
            representative_id=mother,
            kind="guardian",
            scopes=[],
            starts=young.at - timedelta(days=900),
            given_how="forældremyndighed",
            given_by="system:0",
        )
    at = young.at + timedelta(days=after)
    actor = people.actor_for(person_id=mother, name="Maja Skovsgaard", at=at)
    with young.as_(actor, at=at):
        asked = {"person_id": young.citizen.id, "turns_adult": young.at, "by": actor, "at": at}
        if allowed:
            coordination.require_young(**asked)
        else:
            with pytest.raises(Hidden):
                coordination.require_young(**asked)


def test_the_board_takes_as_many_queries_for_one_as_for_ten(young: Household) -> None:
    def asked() -> int:
        with young.as_(young.karen), CaptureQueriesContext(connection) as counted:
            coordination.board(by=young.karen, at=young.at)
        return len(counted)

    swept(young)
    one = asked()
    for number in range(9):
        person = young.world.person(f"Ung{number}", "Tofte")
        young.world.case(citizen_id=person, caseworker=young.karen)
        with young.as_system():
            Person.objects.filter(pk=person).update(birth_date=add_months(young.at.date(), -12 * 17))
    coordination.sweep_transitions(at=young.at)
    with young.as_(young.karen):
        assert len(coordination.board(by=young.karen, at=young.at)) == 10
    assert asked() == one == 3
