"""Every page of the caseworker's place opens for who may see it, and is not there for others."""

import pytest
from django.test import Client
from tests.factories.world import World
from tests.web.staff.conftest import LogIn

from borgerfokus.core.access import Role

LISTS = ("", "liste/", "liste/sager.csv", "indbakke/", "soeg/", "ny/", "organisation/", "print/", "noedadgang/")
TABS = (
    "",
    "journal/",
    "oplysninger/",
    "oplysninger/O1/",
    "udredning/",
    "indsats/",
    "afgoerelser/",
    "dokumenter/",
    "parter/",
    "historik/",
)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("page", LISTS)
def test_a_page_of_the_place_opens(world: World, as_: LogIn, page: str, language: str) -> None:
    karen = world.employee("Karen")
    world.case(citizen_id=world.person(), caseworker=karen)
    client = as_(karen)
    client.cookies["sprog"] = language
    assert client.get(f"/sag/{page}").status_code == 200


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_opens_for_the_unit_and_for_nobody_else(world: World, as_: LogIn, tab: str) -> None:
    karen, other = world.employee("Karen"), world.employee("Ida", unit="visitation")
    case = world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen)
    answer = as_(karen).get(f"/sag/{case.number}/{tab}")
    assert answer.status_code == 200
    assert "Lene Overgaard" in answer.content.decode()
    assert as_(other).get(f"/sag/{case.number}/{tab}").status_code == 404
    assert as_(world.citizen()).get(f"/sag/{case.number}/{tab}").status_code == 404


def test_a_role_without_cases_sees_the_organisation_and_nothing_else(world: World, as_: LogIn) -> None:
    client = as_(world.employee("Bo", role=Role.HR))
    found = {page: client.get(f"/sag/{page}").status_code for page in LISTS}
    assert found.pop("organisation/") == 200
    assert found.pop("") == 302
    assert set(found.values()) == {404}


def test_nobody_is_shown_a_page_without_logging_in(db: None, client: Client) -> None:
    assert client.get("/sag/").status_code == 302
