"""What was found by using the pages as a citizen does: in a browser, with what is asked for missing, or for another."""

import re
from urllib.parse import urlencode

from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.core.access import Scope
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people.models import Person

GUIDE = urlencode({"guide": urlencode({"who": "other", "area": "home", "age": "pension", "lasting": "stays"})})


def buttons(body: str) -> dict[str, bool]:
    """The buttons that say what to do, and whether each may be pressed with answers missing."""
    found = re.findall(r'<button[^>]*name="do" value="(\w+)"[^>]*>', body)
    free = re.findall(r'<button[^>]*name="do" value="(\w+)"[^>]* formnovalidate>', body)
    return {name: name in free for name in found}


def test_a_form_is_put_aside_and_gone_back_in_with_required_answers_missing(mads: Client):
    mads.post("/min/ansoeg/sel-100/?trin=1", {"version": "0", "asked": ["kinds"], "kinds": "medicine", "do": "later"})
    body = mads.get("/min/ansoeg/sel-100/?trin=2").content.decode()
    assert buttons(body) == {"next": False, "back": True, "later": True}


def test_whom_one_asks_for_is_chosen_without_losing_the_answers_to_the_guide(scene: Scene):
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ, Scope.ACT)
    client = scene.client(ida)
    body = client.get(f"/min/ansoeg/aeldre-helhedspleje/?{GUIDE}").content.decode()
    assert "Vælg også, hvem du søger for." in body
    address = next(one for one in re.findall(r'href="([^"]+)"', body) if f"for={scene.mads.id}" in one)
    there = client.get(address.replace("&amp;", "&")).content.decode()
    assert "Bad, mad eller rengøring derhjemme er svært." in there
    assert 'value="relative" checked' in there


def test_what_is_hard_to_use_can_be_sent_without_choosing_a_case(mads: Client):
    body = mads.get("/min/rettigheder/klage/?om=accessibility").content.decode()
    cases = re.findall(r'<input type="radio"[^>]*name="case"[^>]*>', body)
    assert cases
    assert not any("required" in one for one in cases)


def test_who_helps_reads_whose_cases_it_may_see(scene: Scene):
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ, Scope.RECEIVE_POST)
    for address in ("/min/hjaelper/", "/min/fuldmagt/"):
        body = scene.client(ida).get(address).content.decode()
        assert "se personens sager, få personens breve" in body
        assert "dine breve, til" not in body


def test_whoever_is_exempt_is_not_offered_the_paper_it_already_gets(scene: Scene, mads: Client):
    assert "Få brevene på papir" in mads.get("/min/beskedvalg/").content.decode()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        Person.objects.filter(pk=scene.mads.id).update(digital_post_exempt=True)
    body = mads.get("/min/beskedvalg/").content.decode()
    assert "Få brevene på papir" not in body
    assert "Alle breve kommer på papir." in body


def test_a_look_up_is_asked_about_where_the_rights_say_so(mads: Client):
    body = mads.get("/min/rettigheder/").content.decode()
    assert "Databeskyttelsesrådgiveren svarer dig her." in body
