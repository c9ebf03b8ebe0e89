"""The overview says first what is expected, and shows the cases of those one acts for under their names."""

import pytest
from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.core.access import Scope
from borgerfokus.web.citizen.views import overview


def test_a_task_is_first_with_its_date(scene: Scene, mads: Client):
    scene.ask("O10")
    body = mads.get("/min/").content.decode()
    assert "Du har én opgave." in body
    assert "Svar senest mandag den 30. november 2026." in body
    assert body.index("Udskrivningsbrev") < body.index("Mine sager")


def test_nothing_to_do_is_said(mads: Client):
    assert "Du skal ikke gøre noget lige nu." in mads.get("/min/").content.decode()


def test_without_cases_there_is_a_way_to_ask_for_help(scene: Scene):
    body = scene.client(scene.person("Ny", "Borger")).get("/min/").content.decode()
    assert "Du har ingen sager" in body
    assert "/min/ansoeg/" in body


def test_whom_i_act_for_is_shown_by_name_and_can_be_chosen(scene: Scene):
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ, Scope.ACT)
    scene.ask("O10")
    client = scene.client(ida)
    body = client.get("/min/").content.decode()
    assert "Sager for Mads Ellekjær" in body
    assert "Støtte i hverdagen, for Mads Ellekjær" in body
    chosen = client.get(f"/min/?for={scene.mads.id}").content.decode()
    assert "for Mads Ellekjær" in chosen
    assert client.get("/min/?for=999999").status_code == 200


def test_who_may_only_read_is_asked_for_nothing(scene: Scene):
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ)
    scene.ask("O10")
    body = scene.client(ida).get("/min/").content.decode()
    assert "Sager for Mads Ellekjær" in body
    assert "Gå til opgaven" not in body


def test_a_closed_case_is_folded_away(scene: Scene, mads: Client):
    mads.post(f"/min/sag/{scene.case.number}/traek/", {})
    body = mads.get("/min/").content.decode()
    assert "Vis 1 afsluttet sag" in body
    assert "Der er ingen åbne sager lige nu." in body


def test_the_answers_are_not_pushed_down_by_unread_letters(scene: Scene, mads: Client, monkeypatch: pytest.MonkeyPatch):
    scene.ask("O10")
    scene.hear()
    monkeypatch.setattr(overview, "_NEWEST_LETTERS", 1)
    body = mads.get("/min/").content.decode()
    assert body.count("/min/breve/") == body.count('href="/min/breve/"') + 1
    assert "Se alle breve" in body
