"""My data: the number in full only on request, and contact details that nobody overwrites unseen."""

import re

from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.foundation.audit.models import Entry
from borgerfokus.foundation.people import queries as people

ADDRESS = "/min/oplysninger/"


def version(body: str) -> str:
    found = re.search(r'name="version" value="(\d+)"', body)
    assert found
    return found[1]


def test_the_number_is_shown_on_request_and_that_is_recorded(scene: Scene, mads: Client):
    with scene.as_(scene.mads):
        number = people.cpr_of(person_id=scene.mads.id).with_hyphen
    assert number not in mads.get(ADDRESS).content.decode()
    assert mads.get(f"{ADDRESS}nummer/").status_code == 405
    answer = mads.post(f"{ADDRESS}nummer/")
    assert number in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    with scene.as_(scene.mads):
        assert Entry.objects.filter(action="person.own_number").count() == 1


def test_contact_details_are_changed(mads: Client):
    post = {"version": version(mads.get(ADDRESS).content.decode()), "phone": "09 99 01 23", "email": "mads@example.dk"}
    body = mads.post(ADDRESS, post, follow=True).content.decode()
    assert "Dine oplysninger er gemt." in body
    assert 'value="09 99 01 23"' in body


def test_the_loser_of_two_windows_keeps_what_was_typed(mads: Client):
    old = version(mads.get(ADDRESS).content.decode())
    mads.post(ADDRESS, {"version": old, "phone": "09 99 01 23", "email": ""})
    answer = mads.post(ADDRESS, {"version": old, "phone": "09 99 04 56", "email": ""})
    body = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="09 99 04 56"' in body
    assert "09 99 01 23" in body
    assert mads.post(ADDRESS, {"version": version(body), "phone": "09 99 04 56", "email": ""}).status_code == 302


def test_mistakes_are_named(mads: Client):
    answer = mads.post(ADDRESS, {"version": "1", "phone": "ring", "email": "mads"})
    assert answer.status_code == 422
    assert 'href="#phone"' in answer.content.decode()
    assert 'href="#email"' in answer.content.decode()
