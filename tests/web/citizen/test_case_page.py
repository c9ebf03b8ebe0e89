"""The case page: the picture, my task, the open journal, and what is withheld shown to exist without its text."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.citizen.scene import SECRET, Scene

from borgerfokus.core.access import Scope
from borgerfokus.foundation.people import queries as people


def page(client: Client, scene: Scene) -> str:
    return client.get(f"/min/sag/{scene.case.number}/").content.decode()


def test_the_picture_answers_who_when_and_what_if(scene: Scene, mads: Client):
    scene.ask("O10")
    body = page(mads, scene)
    assert "Du har bolden" in body
    assert "Hvornår får du svar?" in body
    assert "Kommunens løfte" in body
    assert "Lige nu venter vi på udskrivningsbrev" in body


def test_the_contact_has_ways_in(scene: Scene, mads: Client):
    body = page(mads, scene)
    assert "Karen Lindvad" in body
    assert 'href="tel:+4509990040"' in body


@pytest.mark.parametrize("path", ["", "journal/"])
def test_withheld_text_never_reaches_the_citizen(scene: Scene, mads: Client, path: str):
    scene.withheld()
    body = mads.get(f"/min/sag/{scene.case.number}/{path}").content.decode()
    assert SECRET not in body
    assert "Hensyn til en anden person" in body
    assert "4. januar 2027" in body
    assert "Forvaltningsloven § 15 b" in body
    assert "Klag over, at det er holdt tilbage" in body


def test_a_withheld_entry_cannot_be_read_by_commenting(scene: Scene, mads: Client):
    entry = scene.withheld()
    body = mads.get(f"/min/sag/{scene.case.number}/kommentar/?om={entry}").content.decode()
    assert SECRET not in body


def test_who_has_looked_is_a_unit_and_not_a_name(scene: Scene, mads: Client):
    with scene.as_(scene.karen):
        people.card(scene.mads.id, case_id=scene.case.pk)
    body = page(mads, scene)
    looked = body[body.index('id="lookups"') :]
    assert "Voksenteamet" in looked
    assert "For at arbejde med din sag" in looked
    assert "Karen Lindvad" not in looked


def test_a_representative_sees_whose_case_it_is_and_only_acts_within_the_power(scene: Scene):
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ)
    scene.ask("O10")
    body = page(scene.client(ida), scene)
    assert "Mads Ellekjær søgte den" in body
    assert "Send filen" not in body
    assert "Skriv en kommentar" not in body
    assert "Træk din ansøgning tilbage" not in body


def test_the_queries_do_not_grow_with_the_journal(scene: Scene, mads: Client):
    scene.note("Første", "Kort.")
    page(mads, scene)
    with CaptureQueriesContext(connection) as few:
        page(mads, scene)
    for number in range(8):
        scene.note(f"Notat {number}", "Kort.")
    scene.ask("O10", "O1", "O4")
    with CaptureQueriesContext(connection) as many:
        page(mads, scene)
    assert len(many) <= len(few) + 1


def test_the_overview_asks_as_much_for_four_cases_as_for_one(scene: Scene, mads: Client):
    mads.get("/min/")
    with CaptureQueriesContext(connection) as few:
        mads.get("/min/")
    for _ in range(3):
        scene.world.case(citizen_id=scene.mads.id, caseworker=scene.karen)
    with CaptureQueriesContext(connection) as many:
        mads.get("/min/")
    assert len(many) == len(few)
