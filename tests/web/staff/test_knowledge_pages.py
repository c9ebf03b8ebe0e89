"""Pages are written, previewed and published on the web; what colleagues know stands on the case that it bears on."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.guidance.models import Page
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

NOTE = {
    "kind": "practice",
    "title": "Tolk til møder",
    "short": "Bestil tolken først.",
    "text": "# Sådan\n- Ring\n- <script>alert(1)</script>\nSe https://tolk.example",
    "case_types": ["sel-85"],
    "sections": "serviceloven § 85",
    "act": "save",
}


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


@pytest.fixture
def browser(karen: Actor, client: Client, now: datetime) -> Client:
    log_in(client, karen, at=now)
    return client


def write(browser: Client, karen: Actor, now: datetime, **more: object) -> str:
    """Write and publish a note; returns its address."""
    form = {**NOTE, "owner": karen.id, "review_on": (now + timedelta(days=90)).date().isoformat(), **more}
    answer = browser.post("/sag/viden/ny/", form)
    assert answer.status_code == 302, answer.content.decode()
    browser.post(answer["Location"], {"act": "publish", "seen": "1"})
    return str(answer["Location"]).removesuffix("ret/")


def test_a_note_is_published_read_without_markup_and_found(browser: Client, karen: Actor, now: datetime) -> None:
    address = write(browser, karen, now)
    page = browser.get(address).content.decode()
    assert "<h2>Sådan</h2>" in page
    assert '<a href="https://tolk.example">' in page
    assert "&lt;script&gt;" in page
    assert address in browser.get("/sag/viden/", {"q": "tolken"}).content.decode()


def test_a_preview_saves_nothing(browser: Client, karen: Actor, now: datetime) -> None:
    form = {**NOTE, "owner": karen.id, "review_on": "2027-03-01", "act": "preview"}
    page = browser.post("/sag/viden/ny/", form).content.decode()
    assert "Sådan bliver den læst" in page
    assert "Tolk til møder" not in browser.get("/sag/viden/alle/").content.decode()


def test_what_is_known_stands_on_the_case_that_it_bears_on(
    world: World, browser: Client, karen: Actor, now: datetime
) -> None:
    write(browser, karen, now)
    one = world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen)
    other = world.case(citizen_id=world.person("Niels", "Overgaard"), type_key="sel-107", caseworker=karen)
    assert "Tolk til møder" in browser.get(f"/sag/{one.number}/").content.decode()
    assert "Tolk til møder" not in browser.get(f"/sag/{other.number}/").content.decode()


def test_a_change_of_a_published_page_is_said_to_wait(browser: Client, karen: Actor, now: datetime) -> None:
    address = write(browser, karen, now)
    form = {**NOTE, "short": "Ring først.", "owner": karen.id, "review_on": "2027-03-01", "seen": "1"}
    saved = browser.post(f"{address}ret/", form, follow=True).content.decode()
    assert "Ændringen er gemt som udkast." in saved
    assert "Bestil tolken først." in browser.get(address).content.decode()


def test_a_page_past_its_day_stands_in_its_owners_inbox(browser: Client, karen: Actor, now: datetime) -> None:
    address = write(browser, karen, now, review_on=(now + timedelta(days=1)).date().isoformat())
    assert address not in browser.get("/sag/indbakke/").content.decode()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        Page.objects.update(review_on=now.date())
    assert f"{address}ret/" in browser.get("/sag/indbakke/").content.decode()
    browser.post(f"{address}ret/", {"act": "confirm"})
    assert address not in browser.get("/sag/indbakke/").content.decode()


def test_a_question_stands_in_the_inbox_of_a_colleague_until_it_is_answered(
    world: World, browser: Client, now: datetime
) -> None:
    asking = Client()
    log_in(asking, world.employee("Yusuf"), at=now)
    asked = asking.post("/sag/viden/", {"title": "Hvem betaler for tolken?", "text": "", "case_type": ""})["Location"]
    assert asked in browser.get("/sag/indbakke/").content.decode()
    browser.post(asked, {"text": "Kommunen.", "seen": "1"})
    assert asked not in browser.get("/sag/indbakke/").content.decode()
    told = asking.get("/sag/indbakke/").content.decode()
    assert asked in told
    assert "Besvaret" in told


def test_a_page_for_everybody_says_where_there_is_no_english(world: World, client: Client, now: datetime) -> None:
    henny = world.employee("Henny", unit="handicap-psykiatri", role=Role.DEPARTMENT_HEAD, leads=True)
    log_in(client, henny, at=now)
    form = {
        **NOTE,
        "kind": "contact",
        "situation": "getting-older",
        "owner": henny.id,
        "review_on": "2027-03-01",
    }
    address = client.post("/styring/sider/ny/", form)["Location"]
    key = str(address).rstrip("/").rpartition("/")[2]
    assert Client().get(f"/side/{key}/").status_code == 404
    client.post(address, {"act": "publish", "seen": "1"})
    visitor = Client()
    visitor.cookies["sprog"] = "en"
    page = visitor.get(f"/side/{key}/").content.decode()
    assert "The page is written in Danish only." in page
    assert '<h1 lang="da">' in page
    assert "Tolk til møder" in visitor.get("/liv/getting-older/").content.decode()
    assert "Tolk til møder" in visitor.get("/hjaelp/sel-85/").content.decode()
