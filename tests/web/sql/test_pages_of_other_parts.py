"""The list pages that need more than one case to be seen, each with several rows: a query for each is noticed."""

from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.apps.coordination.household import Household, household
from tests.apps.decisions.scene import make as decided
from tests.apps.dialogue.concerns.scene import duty_of
from tests.apps.insight.conftest import Town, Way
from tests.apps.interventions.helped import make_helped
from tests.apps.rights.scene import Rights
from tests.apps.supervision.scene import make as supervised
from tests.factories.login import log_in
from tests.factories.world import World
from tests.web.sql.snapshot import assert_sql

from borgerfokus.apps.coordination import service as coordination
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import batches
from borgerfokus.foundation.people.models import Person

SEVENTEEN = date(2009, 3, 4)


def client_of(actor: Actor, at: datetime) -> Client:
    """A browser in which somebody is logged in."""
    client = Client()
    log_in(client, actor, at=at)
    return client


@pytest.fixture
def young(world: World) -> Household:
    """Three of 17, each with a case of Karen's."""
    home = household(world, born=SEVENTEEN)
    for given in ("Noah", "Ida"):
        citizen = world.citizen(given, "Skovsgaard")
        with home.as_system():
            Person.objects.filter(pk=citizen.id).update(birth_date=SEVENTEEN)
        world.case(citizen_id=citizen.id, caseworker=home.karen, days_ago=30)
    coordination.sweep_transitions(at=home.at)
    return home


@pytest.mark.parametrize(
    ("name", "address"),
    [("staff-board", "/sag/overgange/"), ("staff-board-csv", "/sag/overgange/unge.csv")],
)
def test_the_young(young: Household, name: str, address: str) -> None:
    assert_sql(client_of(young.karen, young.at), address, name=name, most=12)


def test_my_way_to_18(young: Household) -> None:
    assert_sql(client_of(young.citizen, young.at), "/min/voksen/", name="citizen-young", most=14)


def test_what_changes_hands(young: Household) -> None:
    assert_sql(client_of(young.leader, young.at), "/ledelse/overgange/", name="management-changing", most=14)


def test_all_my_cases_together(world: World) -> None:
    home = household(world)
    assert_sql(client_of(home.citizen, home.at), "/min/samlet/", name="citizen-together", most=18)


@pytest.mark.parametrize(
    ("name", "address"),
    [("staff-duty", "/sag/vagt/"), ("staff-duty-csv", "/sag/vagt/underretninger.csv")],
)
def test_the_duty(world: World, settings: LazySettings, tmp_path: Path, name: str, address: str) -> None:
    settings.FILES_ROOT = tmp_path / "files"
    duty = duty_of(world)
    for _ in range(3):
        duty.receive()
    assert_sql(client_of(duty.adviser, duty.at), address, name=name, most=14)


@pytest.mark.parametrize(
    ("who", "name", "address"),
    [
        ("bente", "management-supervision", "/ledelse/tilsyn/"),
        ("bente", "management-campaign-new", "/ledelse/tilsyn/ny/"),
        ("ravn", "staff-supervision", "/sag/tilsyn/"),
    ],
)
def test_supervision(world: World, who: str, name: str, address: str) -> None:
    scene = supervised(world)
    scene.more_cases(4)
    for _ in range(3):
        scene.running()
    assert_sql(client_of(getattr(scene, who), scene.at), address, name=name, most=14)


def test_orders(world: World) -> None:
    helped = make_helped(world)
    helped.agreed_plan()
    for _ in range(3):
        helped.order()
    assert_sql(client_of(helped.bo, helped.at), "/partner/", name="partner-orders", most=12)
    assert_sql(client_of(helped.bo, helped.at), "/partner/aftaler/", name="partner-appointments", most=12)


@pytest.mark.parametrize(
    ("name", "address"),
    [("management-effect", "/ledelse/effekt/"), ("management-experience", "/ledelse/oplevelse/")],
)
def test_effect_and_experience(world: World, name: str, address: str) -> None:
    town = Town(world)
    offers = {key: town.offer(key, title) for key, title in (("gruppe", "Mestring"), ("hjem", "Hjemme"))}
    town.live([Way(key, 3, 1 + place % 2) for key in offers for place in range(20)], offers=offers)
    town.tell(20, type_key="sel-85", unit="voksenteamet", yes=10)
    town.release()
    leader = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    assert_sql(client_of(leader, world.at), address, name=name, most=14)


@pytest.fixture
def rights(world: World) -> Rights:
    """Two requests for access to one case with something withheld."""
    scene = Rights(decided(world)).written()
    scene.asked()
    return scene


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("citizen-access", "/min/rettigheder/aktindsigt/"),
        ("citizen-copy", "/min/rettigheder/kopi/"),
        ("citizen-correct", "/min/rettigheder/ret/"),
        ("citizen-erase", "/min/rettigheder/slet/"),
    ],
)
def test_asking_for_a_right(rights: Rights, name: str, address: str) -> None:
    assert_sql(client_of(rights.citizen, rights.at), address, name=name, most=14)


def test_requests_for_access(rights: Rights) -> None:
    assert_sql(client_of(rights.karen, rights.at), "/sag/aktindsigt/", name="staff-access", most=14)


@pytest.mark.parametrize(
    ("name", "address"),
    [("management-rights", "/ledelse/rettigheder/"), ("management-erasure", "/ledelse/sletning/")],
)
def test_rights_overseen(rights: Rights, world: World, name: str, address: str) -> None:
    officer = world.employee("Ditte", role=Role.DATA_PROTECTION_OFFICER)
    assert_sql(client_of(officer, rights.at), address, name=name, most=14)


@pytest.mark.parametrize(
    ("role", "unit", "name", "address"),
    [
        (Role.RECEPTION, "fjordby", "staff-mailings", "/sag/udsendelser/"),
        (Role.PARTNER_ADMINISTRATOR, "nabosund-hjaelpemidler", "partner-users", "/partner/brugere/"),
    ],
)
def test_the_post_and_the_users_of_a_partner(world: World, role: Role, unit: str, name: str, address: str) -> None:
    actors = [world.employee(f"Navn{number}", unit=unit, role=role) for number in range(3)]
    for actor in actors if role is Role.RECEPTION else ():
        with acting_as(actor, purpose=Purpose.CASEWORK, at=world.at):
            batches.begin(written=batches.Written("Nyt", "Kære {navn}"), sender="Borgerservice", by=actor, at=world.at)
    assert_sql(client_of(actors[0], world.at), address, name=name, most=10)
