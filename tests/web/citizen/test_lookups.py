"""Who has seen my case: every look-up, by unit and purpose, in pages; a name only where the municipality shows it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.core.access import Role
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import queries as audit
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people import queries as people
from borgerfokus.web.citizen.views.lookups import PER_PAGE

ADDRESS = "/min/opslag/"


def look(scene: Scene, times: int = 1, purpose: Purpose = Purpose.CASEWORK) -> None:
    for number in range(times):
        with acting_as(scene.karen, purpose=purpose, at=scene.at - timedelta(minutes=number)):
            people.card(scene.mads.id, case_id=scene.case.pk)


def test_each_look_up_is_there_without_the_name(scene: Scene, mads: Client):
    look(scene)
    look(scene, purpose=Purpose.BREAK_GLASS)
    body = mads.get(ADDRESS).content.decode()
    assert "Voksenteamet" in body
    assert "For at arbejde med din sag" in body
    assert "Nødstilfælde." in body
    assert "Karen Lindvad" not in body
    assert "Dig selv" not in body


def test_my_own_are_shown_when_i_ask(scene: Scene, mads: Client):
    mads.get(f"/min/sag/{scene.case.number}/")
    mads.get("/min/oplysninger/")
    assert "Dig selv" in mads.get(f"{ADDRESS}?mine=1").content.decode()


def test_the_log_of_one_case_alone(scene: Scene, mads: Client):
    look(scene)
    other = scene.world.case(citizen_id=scene.mads.id, caseworker=scene.karen)
    assert "Voksenteamet" in mads.get(f"{ADDRESS}?sag={scene.case.number}").content.decode()
    assert "Der er ingen opslag at vise." in mads.get(f"{ADDRESS}?sag={other.number}").content.decode()


def test_every_look_up_is_on_exactly_one_page(scene: Scene, mads: Client):
    look(scene, times=PER_PAGE + 3)
    address, seen = ADDRESS, 0
    for _ in range(3):
        body = mads.get(address).content.decode()
        seen += len(re.findall("For at arbejde med din sag", body))
        older = re.search(r'href="([^"]+efter=[^"]+)" rel="next"', body)
        if not older:
            break
        address = older[1].replace("&amp;", "&")
    with scene.as_(scene.mads):
        logged = audit.of_persons(person_ids=[scene.mads.id], newest=1000, leaving_out=scene.mads.subject)
    assert seen == sum(row.purpose == "casework" for row in logged)
    assert seen > PER_PAGE


@pytest.mark.parametrize("place", ["x", "2026-11-23_1", "2026-11-23T12:00:00+01:00_x"])
def test_a_place_that_is_none_begins_at_the_newest(scene: Scene, mads: Client, place: str):
    look(scene)
    answer = mads.get(ADDRESS, {"efter": place})
    assert answer.status_code == 200
    assert "Voksenteamet" in answer.content.decode()


def test_the_municipality_may_show_names(scene: Scene, mads: Client):
    look(scene)
    admin = scene.world.employee("Admin", role=Role.ADMINISTRATOR)
    with acting_as(admin, purpose=Purpose.ADMINISTRATION, at=scene.at):
        new = parameters.NewValue(
            key="gdpr.log_columns",
            from_day=scene.at.date(),
            value=["day", "unit", "purpose", "employee"],
            reason="Byrådet har besluttet det",
        )
        saved = parameters.set_value(new=new, by=admin, at=scene.at)
        assert hasattr(saved, "pk"), saved
    assert "Karen Lindvad, Voksenteamet" in mads.get(ADDRESS).content.decode()


def test_others_see_nothing_of_mine(scene: Scene):
    look(scene)
    stranger = scene.client(scene.person("Fremmed", "Person"))
    assert "Voksenteamet" not in stranger.get(f"{ADDRESS}?sag={scene.case.number}").content.decode()
