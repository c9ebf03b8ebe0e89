"""Every page of the citizen's place opens for the citizen, and is not there for others."""

import pytest
from django.test import Client
from tests.web.citizen.scene import Scene

PAGES = [
    "",
    "breve/",
    "ansoeg/",
    "ansoeg/sel-85/",
    "ansoeg/sel-85/?trin=2",
    "ansoeg/sel-85/?trin=3",
    "oplysninger/",
    "opslag/",
    "fuldmagt/",
    "rettigheder/",
]
CASE_PAGES = ["", "journal/", "kommentar/", "dokument/", "hoering/", "klage/", "traek/"]


@pytest.mark.parametrize("path", PAGES)
def test_own_pages_open(mads: Client, path: str):
    assert mads.get(f"/min/{path}").status_code == 200


@pytest.mark.parametrize("path", CASE_PAGES)
def test_case_pages_open_for_the_party_alone(scene: Scene, mads: Client, path: str):
    address = f"/min/sag/{scene.case.number}/{path}"
    assert mads.get(address).status_code == 200
    other = scene.client(scene.person("Ida", "Ellekjær"))
    assert other.get(address).status_code == 404
    assert scene.client(scene.karen).get(address).status_code == 404
    away = Client().get(address)
    assert away.status_code == 302
    assert "/log-ind/" in away["Location"]
