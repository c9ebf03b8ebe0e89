"""Somebody wonders about a look-up: the question goes to the data protection officer, and the answer stands there."""

import re

import pytest
from django.test import Client
from tests.factories.login import log_in
from tests.web.citizen.scene import Scene

from borgerfokus.apps.rights.models import LookupQuestion
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

KEY = "f" * 32


def first_lookup(browser: Client) -> str:
    body = browser.get("/min/opslag/").content.decode()
    found = re.search(r'href="(/min/opslag/\d+/)"', body)
    assert found, body
    return found[1]


@pytest.fixture
def seen(scene: Scene) -> Scene:
    """Karen has looked at the case."""
    scene.note("Samtale", "Ord.")
    scene.client(scene.karen).get(f"/sag/{scene.case.number}/")
    return scene


def officer(scene: Scene) -> Client:
    browser = Client()
    log_in(browser, scene.world.employee("Dorte", unit="fjordby", role=Role.DATA_PROTECTION_OFFICER), at=scene.world.at)
    return browser


def test_a_question_is_answered_by_the_officer_and_read_by_the_citizen(seen: Scene, mads: Client) -> None:
    address = first_lookup(mads)
    for _time in range(2):
        assert mads.post(address, {"text": "Hvorfor så hun min sag?", "once": KEY}).status_code == 302
    assert "Venter på svar" in mads.get(address).content.decode()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=seen.world.at):
        question = LookupQuestion.objects.get()
    browser = officer(seen)
    assert "1 venter på svar" in browser.get("/ledelse/opslag/spoergsmaal/").content.decode()
    here = f"/ledelse/opslag/spoergsmaal/{question.pk}/"
    page = browser.get(here).content.decode()
    assert "Hvorfor så hun min sag?" in page
    assert "Karen" in page
    assert browser.post(here, {"answer": " "}).status_code == 422
    assert browser.post(here, {"answer": "Hun er din sagsbehandler."}).status_code == 302
    assert browser.post(here, {"answer": "En gang til."}).status_code == 422
    answered = mads.get(address).content.decode()
    assert "Hun er din sagsbehandler." in answered
    assert "Dorte" in answered
    assert "Det, du har spurgt om" in mads.get("/min/opslag/").content.decode()


def test_the_unit_that_is_asked_about_sees_nothing_of_it(seen: Scene, mads: Client) -> None:
    mads.post(first_lookup(mads), {"text": "Hvorfor?"})
    karen = seen.client(seen.karen)
    assert karen.get("/ledelse/opslag/spoergsmaal/").status_code == 404
    with acting_as(seen.karen, purpose=Purpose.CASEWORK, at=seen.world.at):
        assert not LookupQuestion.objects.exists()


def test_one_asks_about_ones_own_look_ups_only(seen: Scene, mads: Client) -> None:
    address = first_lookup(mads)
    other = seen.client(seen.world.citizen("Frida", "Holm"))
    assert other.get(address).status_code == 404
    assert other.post(address, {"text": "Hvorfor?"}).status_code == 404
    assert mads.get("/min/opslag/999999999/").status_code == 404


@pytest.mark.parametrize("text", ["", " \n ", "x" * 4_001, "\x00"])
def test_an_empty_or_endless_question_is_told(seen: Scene, mads: Client, text: str) -> None:
    assert mads.post(first_lookup(mads), {"text": text}).status_code == 422
