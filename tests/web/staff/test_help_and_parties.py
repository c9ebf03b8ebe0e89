"""The help that was granted: started, followed up, continued with a new date. And who takes part in the case."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.apps.decisions.scene import Scene, make
from tests.factories.world import World, next_cpr
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people import service as registering

SAID = {
    "latest": "0",
    "on": "2026-11-23",
    "reason": "Mads når to ud af tre mål.",
    "provider_why_not": "Vi ringer til dem i morgen.",
}


@pytest.fixture
def scene(world: World) -> Scene:
    return make(world)


@pytest.fixture
def page(scene: Scene) -> str:
    with scene.as_(scene.karen):
        return f"/sag/{scene.case.number}/"


@pytest.fixture
def client_of(as_: LogIn, scene: Scene) -> Client:
    return as_(scene.karen)


def test_help_is_started_followed_up_and_goes_on_with_a_new_date(
    scene: Scene, page: str, client_of: Client, now: datetime
) -> None:
    early = client_of.post(f"{page}indsats/", {"act": "step", "step": "start_intervention"}, follow=True)
    assert "Hjælpen er i gang" not in text(early)
    scene.received(scene.issued(), now)
    shown = text(client_of.get(f"{page}indsats/"))
    assert "støtte 4 timer om ugen Brevet er kommet frem" in shown
    assert "fra 1. december 2026 til 30. november 2027" in shown
    assert act(client_of, f"{page}indsats/", "step", step="start_intervention").status_code == 302
    undated = act(client_of, f"{page}indsats/", "follow-up", **SAID, outcome="continue")
    assert undated.status_code == 422
    assert "Mads når to ud af tre mål." in undated.content.decode()
    next_on = (now + timedelta(days=90)).date().isoformat()
    done = act(client_of, f"{page}indsats/", "follow-up", **SAID, outcome="continue", next_on=next_on)
    assert done.status_code == 302
    assert "Tilbyd borgeren en plan" in text(client_of.get(page))
    assert act(client_of, f"{page}indsats/", "plan-offer", wanted="no", words="Nej tak.").status_code == 302
    assert "Følg op den 21. februar 2027" in text(client_of.get(page))
    assert "Mads når to ud af tre mål." in text(client_of.get(f"{page}journal/"))


def test_a_refused_way_on_writes_nothing(scene: Scene, page: str, client_of: Client) -> None:
    refused = act(client_of, f"{page}indsats/", "follow-up", **SAID, outcome="end")
    assert refused.status_code == 422
    assert "Mads når to ud af tre mål." not in text(client_of.get(f"{page}journal/"))


def test_a_party_is_added_by_number_and_ends(world: World, page: str, client_of: Client) -> None:
    cpr = sister(world)
    unknown = act(client_of, f"{page}parter/", "party", cpr=next_cpr().digits, role="relative")
    assert unknown.status_code == 422
    assert "Vi kender ingen med det nummer." in text(unknown)
    added = act(client_of, f"{page}parter/", "party", cpr=cpr.digits, role="representative")
    assert added.status_code == 302
    shown = client_of.get(f"{page}parter/").content.decode()
    assert "Ida Ellekjær" in shown
    assert "Partsrepræsentant" in shown
    assert cpr.digits[6:] not in shown
    party = shown.split('name="party" value="')[1].split('"')[0]
    assert act(client_of, f"{page}parter/", "party-end", party=party).status_code == 302
    assert 'name="party"' not in client_of.get(f"{page}parter/").content.decode()


def test_the_page_says_who_can_see_the_case_and_why(page: str, client_of: Client) -> None:
    shown = text(client_of.get(f"{page}parter/"))
    for line in ("Voksenteamet Sagens enhed", "Karen Sagsbehandler på sagen", "Mads Ellekjær Part i sagen"):
        assert line in shown


def test_flags_stand_in_the_head(world: World, as_: LogIn, scene: Scene) -> None:
    person = world.person("Aida", "Mustafić", interpreter="arabisk", digital_post_exempt=True, protected=True)
    case = world.case(citizen_id=person, caseworker=scene.karen)
    shown = text(as_(scene.karen).get(f"/sag/{case.number}/"))
    for flag in ("Tolk: arabisk", "Fritaget fra Digital Post", "Navne- og adressebeskyttet", "Adresse vises ikke"):
        assert flag in shown


def sister(world: World) -> Cpr:
    cpr = next_cpr()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        new = registering.NewPerson(cpr=cpr, given_name="Ida", family_name="Ellekjær")
        registering.register(person=new, by=system("test"), at=world.at)
    return cpr
