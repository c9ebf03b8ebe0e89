"""The duty screen and the page of a notification: from the first look to the way on, by forms alone."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.apps.dialogue.concerns.scene import Duty, duty_of
from tests.factories.family import child, parent
from tests.factories.world import World
from tests.web.staff.conftest import LogIn

from borgerfokus.apps.dialogue.actions import concern_watch
from borgerfokus.core.concerns import Way

DUTY = "/sag/vagt/"


@pytest.fixture
def duty(world: World, settings: LazySettings, tmp_path: Path) -> Duty:
    settings.FILES_ROOT = tmp_path / "files"
    return duty_of(world)


def text_of(client: Client, address: str = DUTY) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_it_shows_how_long_is_left_in_words_and_colour(duty: Duty, as_: LogIn, now: datetime) -> None:
    told = ((1, "23 timer tilbage"), (20, "4 timer tilbage"), (22, "2 timer tilbage"), (26, "2 timer over"))
    for hours, words in told:
        duty.receive(at=now - timedelta(hours=hours))
        assert words in text_of(as_(duty.adviser))
    page = text_of(as_(duty.adviser))
    assert page.index("2 timer over") < page.index("2 timer tilbage") < page.index("23 timer tilbage")


def test_who_is_not_on_duty_sees_neither_page_nor_menu(duty: Duty, as_: LogIn) -> None:
    reference = duty.receive()
    assert f'href="{DUTY}"' in text_of(as_(duty.adviser), "/sag/")
    outsider = as_(duty.outsider)
    assert f'href="{DUTY}"' not in text_of(outsider, "/sag/")
    for address in (DUTY, f"{DUTY}{reference}/", f"{DUTY}underretninger.csv"):
        assert outsider.get(address).status_code == 404, address


def test_my_day_says_that_somebody_waits(duty: Duty, as_: LogIn, now: datetime) -> None:
    assert "skal vurderes" not in text_of(as_(duty.adviser), "/sag/")
    duty.receive(at=now - timedelta(hours=23))
    page = text_of(as_(duty.adviser), "/sag/")
    assert "1 underretning skal vurderes" in page
    assert "Fristen er meget tæt på." in page


def test_the_whole_way_through_the_forms(duty: Duty, as_: LogIn) -> None:


    small = child(duty.world, date(2019, 5, 4))
    parent(duty.world, small)
    reference = duty.receive()
    client, address = as_(duty.adviser), f"{DUTY}{reference}/"
    assert client.post(address, {"act": "take"}).status_code == 302
    found = client.post(address, {"act": "find", "name": "Winther"}).content.decode()
    tokens = re.findall(r'name="citizen" value="([^"]+)"', found)
    assert len(tokens) == 2
    lines = found.split('name="act" value="match"')
    mine = next(token for token, part in zip(tokens, lines, strict=False) if "Lærke" in part)
    assert client.post(address, {"act": "match", "citizen": mine}).status_code == 302
    assert client.post(address, {"act": "way", "way": "no_further", "reason": "x"}).status_code == 422
    assess = {"act": "assess", "danger": "not_acute", "ground": "Talt med skolen."}
    assert client.post(address, assess).status_code == 302
    way = {"act": "way", "way": "opened", "summary": "En voksen er bekymret."}
    assert client.post(address, way).status_code == 302
    row = duty.row(reference)
    assert (row.way, row.citizen_id) == (Way.OPENED, small)
    page = text_of(client, address)
    assert "Gå til sagen" in page


def test_a_forged_citizen_is_not_matched(duty: Duty, as_: LogIn) -> None:
    reference = duty.receive()
    answer = as_(duty.adviser).post(f"{DUTY}{reference}/", {"act": "match", "citizen": "7"})
    assert answer.status_code == 404


def test_what_was_typed_comes_back_when_it_is_refused(duty: Duty, as_: LogIn) -> None:
    address = f"{DUTY}{duty.receive()}/"
    sent = {"act": "assess", "danger": "acute", "ground": "Barnet er alene ved havnen."}
    answer = as_(duty.adviser).post(address, sent)
    assert answer.status_code == 422
    assert "Barnet er alene ved havnen." in answer.content.decode()
    assert "hvad I gør nu" in answer.content.decode()


def test_the_leader_has_the_alarm_on_the_screen(duty: Duty, as_: LogIn, now: datetime) -> None:
    duty.receive(at=now - timedelta(hours=22))
    concern_watch.run(at=now)
    assert "Til dig som leder" in text_of(as_(duty.leader))
    assert "Til dig som leder" not in text_of(as_(duty.adviser))


def test_one_is_written_down_from_a_call(duty: Duty, as_: LogIn, now: datetime) -> None:
    said = {
        "channel": "phone",
        "heard_on": now.date().isoformat(),
        "heard_at": "09:15",
        "seen": "Barnet græder hver nat.",
        "function": "health",
        "name": "Læge Bo Dal",
        "organisation": "Lægehuset",
        "phone": "09990044",
    }
    answer = as_(duty.adviser).post(f"{DUTY}ny/", said)
    assert answer.status_code == 302
    row = duty.row(answer.headers["Location"].rstrip("/").rpartition("/")[2])
    assert row.assess_by - now == timedelta(hours=21, minutes=15)


def test_the_number_of_queries_does_not_depend_on_how_many_there_are(duty: Duty, as_: LogIn) -> None:
    client = as_(duty.adviser)
    counted = []
    for number in (1, 15):
        for _ in range(number):
            duty.receive()
        with CaptureQueriesContext(connection) as queries:
            text_of(client)
        counted.append(len(queries))
    assert counted[0] == counted[1]
    assert counted[0] <= 18


def test_the_sheet_has_no_name_of_anybody(duty: Duty, as_: LogIn) -> None:
    duty.receive()
    sheet = as_(duty.adviser).get(f"{DUTY}underretninger.csv").content.decode()
    assert "UN-" in sheet
    assert "Lærke" not in sheet
    assert "Holm" not in sheet


def test_a_closed_one_is_found_by_its_reference(duty: Duty, as_: LogIn) -> None:
    first, second = duty.receive(), duty.receive()
    for one in (first, second):
        duty.assess(one)
        as_(duty.adviser).post(f"{DUTY}{one}/", {"act": "way", "way": "no_further", "reason": "Kendt af skolen."})
    closed = text_of(as_(duty.adviser), f"{DUTY}?nr={first}").partition('id="closed"')[2]
    assert first in closed
    assert second not in closed
