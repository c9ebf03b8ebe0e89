"""Appeal: by a party or who validly acts for one, read through, sent once, taken also when it is late."""

import re
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from tests.factories.login import log_in
from tests.factories.world import World
from tests.web.citizen import decided
from tests.web.citizen.scene import Scene

from borgerfokus.apps.decisions.models import Appeal
from borgerfokus.core.access import Scope

TEXT = "Jeg kan ikke klare aftenerne alene."


@pytest.fixture
def appealable(world: World, now: datetime) -> Scene:
    return decided.make(world, received=now)[0]


def address(scene: Scene) -> str:
    return f"/min/sag/{scene.case.number}/klage/"


def once(body: str) -> str:
    found = re.search(r'name="once" value="([0-9a-f]{32})"', body)
    assert found
    return found[1]


def send(client: Client, scene: Scene, text: str = TEXT) -> str:
    confirm = client.post(address(scene), {"text": text, "do": "check"}).content.decode()
    post = {"text": text, "do": "send", "once": once(confirm)}
    client.post(address(scene), post)
    return client.post(address(scene), post, follow=True).content.decode()


def test_the_deadline_and_the_way_are_said_first(appealable: Scene):
    body = appealable.client(appealable.mads).get(address(appealable)).content.decode()
    assert "Du kan klage til og med den 21. december 2026." in body
    assert "Ankestyrelsen" in body


def test_it_is_read_through_then_sent_once_with_a_date(appealable: Scene):
    mads = appealable.client(appealable.mads)
    confirm = mads.post(address(appealable), {"text": TEXT, "do": "check"}).content.decode()
    assert "Læs din klage igennem" in confirm
    assert "svarer dig senest den 21. december 2026" in confirm
    body = send(mads, appealable)
    assert "Vi er ved at se på din klage" in body
    assert "svarer dig senest den 21. december 2026" in body
    with appealable.as_(appealable.karen):
        assert Appeal.objects.filter(case=appealable.case).count() == 1


def test_the_text_can_be_changed_before_it_is_sent(appealable: Scene):
    mads = appealable.client(appealable.mads)
    body = mads.post(address(appealable), {"text": TEXT, "do": "edit"}).content.decode()
    assert f">\n{TEXT}</textarea>" in body


def test_nothing_written_is_nothing_sent(appealable: Scene):
    answer = appealable.client(appealable.mads).post(address(appealable), {"text": "  ", "do": "check"})
    assert answer.status_code == 422


def test_a_late_appeal_is_taken_and_says_what_happens(appealable: Scene, now: datetime):
    late = now + timedelta(weeks=6)
    with time_machine.travel(late, tick=False):
        mads = Client()
        log_in(mads, appealable.mads, at=late)
        body = mads.get(address(appealable)).content.decode()
        assert "Fristen var den 21. december 2026. Du kan stadig klage." in body
        assert "Klagen kom efter fristen." in send(mads, appealable)


def test_anyone_else_finds_nothing_here(appealable: Scene):
    stranger = appealable.client(appealable.person("Fremmed", "Person"))
    assert stranger.get(address(appealable)).status_code == 404
    assert stranger.post(address(appealable), {"text": TEXT, "do": "send"}).status_code == 404
    reader = appealable.person("Ida", "Lund")
    appealable.power(reader, Scope.READ, Scope.RECEIVE_POST)
    assert appealable.client(reader).post(address(appealable), {"text": TEXT, "do": "send"}).status_code == 404
    with appealable.as_(appealable.karen):
        assert not Appeal.objects.filter(case=appealable.case).exists()


def test_who_may_act_appeals_for_the_party(appealable: Scene):
    ida = appealable.person("Ida", "Lund")
    appealable.power(ida, Scope.ACT)
    send(appealable.client(ida), appealable)
    with appealable.as_(appealable.karen):
        assert Appeal.objects.get(case=appealable.case).relation == "power_of_attorney"


def test_it_can_be_taken_back_while_it_waits(appealable: Scene):
    mads = appealable.client(appealable.mads)
    body = send(mads, appealable)
    back = re.search(r'action="(/min/sag/[^"]+/klage/\d+/traek/)"', body)
    assert back
    stranger = appealable.client(appealable.person("Fremmed", "Person"))
    assert stranger.post(back[1]).status_code == 404
    mads.post(back[1])
    with appealable.as_(appealable.karen):
        assert Appeal.objects.get(case=appealable.case).state == "withdrawn"


def test_without_a_decision_it_says_so(scene: Scene, mads: Client):
    body = mads.get(f"/min/sag/{scene.case.number}/klage/").content.decode()
    assert "Der er ingen afgørelse at klage over endnu." in body


def test_the_case_leads_to_the_appeal_and_then_to_its_status(appealable: Scene):
    mads = appealable.client(appealable.mads)
    case = f"/min/sag/{appealable.case.number}/"
    assert "Du kan klage til og med den 21. december 2026." in mads.get(case).content.decode()
    send(mads, appealable)
    assert "Se din klage" in mads.get(case).content.decode()


def test_the_overview_says_that_the_time_to_appeal_runs(appealable: Scene):
    mads = appealable.client(appealable.mads)
    assert "Er du uenig i en afgørelse?" in mads.get("/min/").content.decode()
    send(mads, appealable)
    assert "Er du uenig i en afgørelse?" not in mads.get("/min/").content.decode()
