"""Search: numbers jump, names find, a personal number never stands in an address, every hit is logged."""

from datetime import datetime

import pytest
from tests.factories.world import World, next_cpr
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import text

from borgerfokus.core.access import Role
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup
from borgerfokus.foundation.people import service as registering


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


def citizen(world: World, given: str, *, protected: bool = False) -> tuple[int, Cpr]:
    cpr = next_cpr()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        new = registering.NewPerson(cpr=cpr, given_name=given, family_name="Overgaard", protected=protected)
        return registering.register(person=new, by=system("test"), at=world.at), cpr


def test_a_cases_number_leads_to_the_case(world: World, karen: Actor, as_: LogIn) -> None:
    case = world.case(citizen_id=world.person(), caseworker=karen)
    client, short = as_(karen), str(int(case.number.split("-")[1]))
    for typed in (case.number, short, f"2026-{short}"):
        assert client.get("/sag/soeg/", {"q": typed}).headers.get("Location") == f"/sag/{case.number}/", typed


def test_the_number_of_a_case_one_may_not_see_leads_nowhere(world: World, as_: LogIn) -> None:
    case = world.case(citizen_id=world.person())
    answer = as_(world.employee("Ida", unit="visitation")).get("/sag/soeg/", {"q": case.number})
    assert answer.status_code == 200
    assert "Vi fandt ingen" in text(answer)


def test_a_name_finds_citizens_with_the_cases_one_may_see(
    world: World, karen: Actor, as_: LogIn, now: datetime
) -> None:
    person, _cpr = citizen(world, "Lene")
    mine = world.case(citizen_id=person, caseworker=karen)
    other = world.case(citizen_id=person, type_key="sel-100")
    shown = text(as_(karen).get("/sag/soeg/", {"q": "lene over"}))
    assert "Lene Overgaard" in shown
    assert mine.number in shown
    assert other.number not in shown
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert Lookup.objects.filter(person_id=person, look="search", purpose="search").exists()


@pytest.mark.parametrize("shape", ["{0}{1}", "{0}-{1}", "{0} {1}", "Lene {0}-{1}"])
def test_a_personal_number_in_the_address_is_refused(world: World, karen: Actor, as_: LogIn, shape: str) -> None:
    _person, cpr = citizen(world, "Lene")
    client = as_(karen)
    answer = client.get("/sag/soeg/", {"q": shape.format(cpr.digits[:6], cpr.digits[6:])})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sag/soeg/")
    shown = client.get("/sag/soeg/").content.decode()
    assert "Det ligner et CPR-nummer" in shown
    assert "Overgaard" not in shown
    assert cpr.digits[:6] not in shown


def test_a_personal_number_is_posted_and_finds_a_protected_citizen(world: World, karen: Actor, as_: LogIn) -> None:
    _person, cpr = citizen(world, "Sofie", protected=True)
    client = as_(karen)
    answer = client.post("/sag/soeg/", {"cpr": cpr.digits})
    shown = answer.content.decode()
    assert "Sofie Overgaard" in shown
    assert "Navne- og adressebeskyttet" in shown
    assert cpr.digits[6:] not in shown
    wrong = client.post("/sag/soeg/", {"cpr": "12"})
    assert wrong.status_code == 422


def test_a_role_without_search_finds_no_page(world: World, as_: LogIn) -> None:
    assert as_(world.employee("Bo", role=Role.HR)).get("/sag/soeg/", {"q": "lene"}).status_code == 404
