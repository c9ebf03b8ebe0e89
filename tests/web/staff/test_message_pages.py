"""The staff's pages of messages: inbox, answer from a template, delegation, templates in versions."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.apps.messages.correspondence import Correspondence, correspondence
from tests.factories.world import World

from borgerfokus.foundation.access.actor import Actor

pytestmark = pytest.mark.django_db
LogIn = Callable[[Actor], Client]
ONCE = "6f1c1c8e-0000-4000-8000-000000000001"


@pytest.fixture
def there(world: World) -> Correspondence:
    """A citizen with a case that Karen has."""
    return correspondence(world)


def text(browser: Client, address: str, status: int = 200) -> str:
    answer = browser.get(address)
    assert answer.status_code == status, answer.status_code
    return str(answer.content.decode())


def thread_address(there: Correspondence, number: int) -> str:
    return f"/sag/{there.case.number}/beskeder/{number}/"


def test_the_inbox_shows_what_lies_with_me_and_the_promise(there: Correspondence, as_: LogIn) -> None:
    there.ask("Hvornår kommer hjælpen?")
    karen = text(as_(there.karen), "/sag/beskeder/")
    assert "Mads Ellekjær" in karen
    assert "Borgeren venter på svar" in karen
    assert "Ikke læst af dig" in karen
    assert "Ingen beskeder her" in text(as_(there.sara), "/sag/beskeder/")
    assert "Mads Ellekjær" in text(as_(there.sara), "/sag/beskeder/?hvem=unit")
    assert "Mads Ellekjær" not in text(as_(there.stranger), "/sag/beskeder/?hvem=unit&status=all")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=hjælpen", True),
        ("q=ansøgning", True),
        ("q=bil", False),
        ("status=late", False),
        ("status=closed", False),
        ("status=open&orden=oldest", True),
        ("status=%00&hvem=x&orden=y&side=-1&q=%27%22%3C", False),
        ("side=99", True),
    ],
)
def test_filters_search_and_order(there: Correspondence, as_: LogIn, query: str, found: bool) -> None:
    there.ask("Hvornår kommer hjælpen?")
    body = text(as_(there.karen), f"/sag/beskeder/?{query}")
    assert ("1 samtale" in body) is found


def test_the_inbox_asks_as_often_whatever_its_length(there: Correspondence, as_: LogIn) -> None:
    browser = as_(there.karen)

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            text(browser, "/sag/beskeder/")
        return len(seen)

    there.ask()
    one = asked()
    for _time in range(4):
        there.ask()
    assert asked() == one


def test_an_answer_is_sent_once_and_the_draft_is_put_back(there: Correspondence, as_: LogIn) -> None:
    number = there.ask()
    browser, here = as_(there.karen), thread_address(there, number)
    draft = f"/sag/{there.case.number}/kladde/reply/"
    assert browser.post(draft, {"thread": number, "body": "Halvfærdigt svar"}).status_code == 200
    assert "Halvfærdigt svar" in text(browser, here)
    for _time in range(2):
        sent = {"act": "reply", "thread": number, "body": "Kun ét svar.", "once": ONCE}
        assert browser.post(here, sent).status_code == 302
    body = text(browser, here)
    assert body.count("Kun ét svar.") == 1
    assert "Halvfærdigt svar" not in body
    assert "Besvaret" in body
    assert browser.post(here, {"act": "close-thread", "thread": number}).status_code == 302
    assert "Åbn samtalen igen" in text(browser, here)


def test_an_unanswered_thread_cannot_be_closed_and_another_cases_thread_is_not_found(
    there: Correspondence, as_: LogIn
) -> None:
    number = there.ask()
    browser, here = as_(there.karen), thread_address(there, number)
    browser.post(here, {"act": "close-thread", "thread": number})
    assert there.thread(number).closed_at is None
    assert browser.post(here, {"act": "reply", "thread": number + 1, "body": "x"}).status_code == 404
    other = there.world.case(citizen_id=there.citizen.id, caseworker=there.karen)
    assert browser.get(f"/sag/{other.number}/beskeder/{number}/").status_code == 404
    assert as_(there.stranger).get(here).status_code == 404


def test_a_template_is_made_previewed_put_in_and_edited(there: Correspondence, as_: LogIn) -> None:
    number = there.ask()
    leader = as_(there.leader)
    new = {"act": "template", "number": 0, "unit": there.case.unit_id, "title": "Kvittering", "body": "Hej {navn}."}
    assert leader.post("/sag/beskeder/skabeloner/ny/", {**new, "body": "Hej {nvan}."}).status_code == 422
    answer = leader.post("/sag/beskeder/skabeloner/ny/", new)
    assert answer.status_code == 302
    assert "Hej Anna." in text(leader, answer["Location"])
    changed = {**new, "number": 1, "body": "Kære {navn}."}
    assert leader.post(answer["Location"], changed).status_code == 302
    assert leader.post(answer["Location"], changed).status_code == 409
    key = answer["Location"].rstrip("/").rpartition("/")[2]
    browser = as_(there.karen)
    assert "Kære Mads." in text(browser, f"{thread_address(there, number)}?skabelon={key}")
    assert browser.get("/sag/beskeder/skabeloner/ny/").status_code == 404
    assert browser.post(answer["Location"], changed).status_code == 404
    assert "Udgave 2" in text(browser, answer["Location"])


def test_a_colleague_answers_while_one_is_away(there: Correspondence, as_: LogIn) -> None:
    there.ask()
    browser = as_(there.karen)
    form = text(browser, "/sag/beskeder/vaek/")
    assert re.search(r"<option[^>]*>Karen", form)
    today = there.at.date().isoformat()
    given = {"act": "away", "employee": there.karen.id, "to": there.sara.id, "starts": today, "ends": today}
    assert browser.post("/sag/beskeder/vaek/", {**given, "to": there.stranger.id}).status_code == 422
    assert browser.post("/sag/beskeder/vaek/", given).status_code == 302
    assert "Sara svarer for Karen" in text(browser, "/sag/beskeder/vaek/")
    sara = as_(there.sara)
    assert "mens Karen er væk" in text(sara, "/sag/beskeder/")
    assert "Karen er væk. Sara svarer dig i den tid." in text(
        as_(there.citizen), f"/min/sag/{there.case.number}/beskeder/ny/"
    )


def test_the_sheet_holds_no_word_of_the_messages(there: Correspondence, as_: LogIn) -> None:
    there.ask("Noget meget privat.")
    body = as_(there.karen).get("/sag/beskeder/beskeder.csv").content.decode()
    assert "Min ansøgning" in body
    assert "Noget meget privat" not in body
