"""An appeal through the pages: registered on paper, reassessed, forwarded or upheld; a hearing sent and answered."""

import pytest
from django.test import Client
from tests.apps.decisions.scene import AGAINST, Scene, make
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text


@pytest.fixture
def scene(world: World) -> Scene:
    return make(world)


@pytest.fixture
def page(scene: Scene) -> str:
    with scene.as_(scene.karen):
        return f"/sag/{scene.case.number}/afgoerelser/"


@pytest.fixture
def client_of(as_: LogIn, scene: Scene) -> Client:
    return as_(scene.karen)


def test_a_hearing_is_sent_with_the_facts_that_are_owed_and_answered(
    scene: Scene, page: str, client_of: Client
) -> None:
    shown = client_of.get(page).content.decode()
    ticked = [part for part in shown.split("<input") if 'name="facts"' in part and " checked" in part]
    assert [f'value="{AGAINST}"' in part for part in ticked] == [True]
    empty = act(client_of, page, "hearing", facts=[AGAINST], text=" ", language="da")
    assert empty.status_code == 422
    sent = {"facts": [AGAINST], "text": "Vi regner med at sige nej til aftenerne.", "language": "da"}
    assert act(client_of, page, "hearing", **sent).status_code == 302
    shown = client_of.get(page).content.decode()
    assert "Venter på svar" in shown
    hearing = shown.split('name="hearing" value="')[1].split('"')[0]
    assert act(client_of, page, "answer", hearing=hearing, text="Jeg er uenig.", channel="phone").status_code == 302
    assert "H1 Jeg er uenig." in text(client_of.get(page))


def appealed(scene: Scene, page: str, client: Client) -> str:
    decision = scene.issued()
    scene.received(decision, scene.at)
    form = {"decision": decision, "text": "Jeg er uenig i afslaget.", "received_on": "2026-11-23", "channel": "letter"}
    assert act(client, page, "appeal", **form).status_code == 302
    shown = client.get(page).content.decode()
    assert "Jeg er uenig i afslaget." in shown
    assert "Skal genvurderes senest 21. december 2026" in shown
    return shown.split('name="appeal" value="')[1].split('"')[0]


def test_an_appeal_that_is_upheld_goes_on_with_the_file(scene: Scene, page: str, client_of: Client) -> None:
    appeal = appealed(scene, page, client_of)
    wordless = act(client_of, page, "reassess", appeal=appeal, outcome="upheld", reasons="")
    assert wordless.status_code == 422
    told = act(client_of, page, "reassess", appeal=appeal, outcome="upheld", reasons="Der er ikke kommet nyt frem.")
    assert told.status_code == 302
    shown = text(client_of.get(page))
    assert "Sendt til" in shown
    assert "Sagens akter" in shown


def test_an_appeal_that_is_right_leads_to_a_new_decision(scene: Scene, page: str, client_of: Client) -> None:
    appeal = appealed(scene, page, client_of)
    told = act(client_of, page, "reassess", appeal=appeal, outcome="reversed", reasons="Du har ret.")
    assert "/afgoerelse/" in told.headers["Location"]
    assert client_of.get(told.headers["Location"]).status_code == 200


def test_an_appeal_is_withdrawn(scene: Scene, page: str, client_of: Client) -> None:
    appeal = appealed(scene, page, client_of)
    assert act(client_of, page, "appeal-withdraw", appeal=appeal).status_code == 302
    assert "Trukket tilbage" in text(client_of.get(page))
