"""Hearing of the party: the facts are listed, and the citizen answers or has nothing to add."""

from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.apps.decisions.models import Hearing
from borgerfokus.core.access import Scope


def address(scene: Scene) -> str:
    return f"/min/sag/{scene.case.number}/hoering/"


def test_what_speaks_against_is_listed_with_its_source(scene: Scene, mads: Client):
    scene.hear()
    body = mads.get(address(scene)).content.decode()
    assert "Vi regner med at sige nej til støtte om aftenen." in body
    assert "Andre tilbud om aftenen er åbne" in body
    assert "Kilde: Værestedet, 23. november 2026" in body
    assert "Svar senest den" in body


def test_each_line_becomes_a_point(scene: Scene, mads: Client):
    scene.hear()
    text = "Der er lukket om lørdagen.\nJeg kan ikke gå ud efter kl. 20."
    assert mads.post(address(scene), {"text": text, "do": "answer"}).status_code == 302
    with scene.as_(scene.karen):
        row = Hearing.objects.get(case=scene.case)
        assert [point["text"] for point in row.points] == text.splitlines()
    again = mads.post(address(scene), {"text": "Mere", "do": "answer"}).content.decode()
    assert "Du svarede den 23. november 2026." in again
    assert "Der er lukket om lørdagen." in again


def test_nothing_to_add_is_an_answer(scene: Scene, mads: Client):
    scene.hear()
    assert mads.post(address(scene), {"do": "agree"}).status_code == 302
    with scene.as_(scene.karen):
        assert Hearing.objects.get(case=scene.case).stage == "answered"


def test_an_empty_answer_is_refused_and_stays_open(scene: Scene, mads: Client):
    scene.hear()
    assert mads.post(address(scene), {"text": " ", "do": "answer"}).status_code == 422
    with scene.as_(scene.karen):
        assert Hearing.objects.get(case=scene.case).stage == "sent"


def test_who_may_not_act_cannot_answer(scene: Scene):
    scene.hear()
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ, Scope.RECEIVE_POST)
    assert scene.client(ida).get(address(scene)).status_code == 404
    assert scene.client(ida).post(address(scene), {"do": "agree"}).status_code == 404


def test_the_task_leads_to_the_hearing(scene: Scene, mads: Client):
    scene.hear()
    body = mads.get("/min/").content.decode()
    assert address(scene) in body
