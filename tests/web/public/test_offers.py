"""The catalogue for everybody: found in one's own words, filtered by the address, compared, begun without a case."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories.offers import SMALL, fill_catalogue
from tests.factories.world import World

from borgerfokus.apps.offers import service as offers
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup

PAGES = ("/tilbud/", "/tilbud/torsdagscafeen/", "/tilbud/sammenlign/?valg=torsdagscafeen&valg=mestring")


@pytest.fixture
def filled(world: World, now: datetime) -> World:
    fill_catalogue(at=now)
    return world


def shown(client: Client, query: str = "") -> set[str]:
    """The offers that the list shows."""
    answer = client.get(f"/tilbud/{query}").content.decode()
    return {key for key in SMALL if f'href="/tilbud/{key}/"' in answer}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_everybody_may_read_and_nobody_is_looked_up(filled: World, client: Client, page: str, language: str) -> None:
    client.cookies["sprog"] = language
    answer = client.get(page)
    assert answer.status_code == 200
    assert ("Coffee and company" in answer.content.decode()) is (language == "en")
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=filled.at):
        assert not Lookup.objects.exists()


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", {"torsdagscafeen", "mestring", "hjemmevejledning", "tangen"}),
        ("?aaben=on", {"torsdagscafeen"}),
        ("?trin=group", {"mestring"}),
        ("?sted=Nabosund", {"mestring"}),
        ("?giver=volunteers", {"torsdagscafeen"}),
        ("?slags=company", {"torsdagscafeen"}),
        ("?tema=getting-older", set()),
        ("?sprog=en&trin=temporary_housing", {"tangen"}),
        ("?trin=no-such-step", {"torsdagscafeen", "mestring", "hjemmevejledning", "tangen"}),
        ("?q=mestringsgrupper", {"mestring"}),
        ("?q=rumraket", set()),
    ],
)
def test_the_filters_stand_in_the_address(filled: World, client: Client, query: str, keys: set[str]) -> None:
    assert shown(client, query) == keys


def test_the_search_of_the_front_page_finds_offers_too(filled: World, client: Client) -> None:
    assert "/tilbud/torsdagscafeen/" in client.get("/soeg/", {"q": "café"}).content.decode()


def test_an_open_offer_says_how_to_begin_and_the_others_which_help_to_apply_for(filled: World, client: Client) -> None:
    cafe = client.get("/tilbud/torsdagscafeen/").content.decode()
    assert "Du kan bare komme." in cafe
    assert "du skal ikke have en sag" in cafe
    assert "/hjaelp/sel-85/" in client.get("/tilbud/hjemmevejledning/").content.decode()


def test_up_to_four_stand_side_by_side_and_one_alone_is_told_why_not(filled: World, client: Client) -> None:
    query = "&".join(f"valg={key}" for key in ("mestring", "tangen", "hjemmevejledning", "nothing", "krisebolig"))
    answer = client.get(f"/tilbud/sammenlign/?{query}").content.decode()
    assert answer.count('data-title="Gruppe for mestring"') > 5
    assert "Krisebolig" not in answer
    assert "Vælg mindst to tilbud" in client.get("/tilbud/sammenlign/?valg=tangen").content.decode()


@pytest.mark.parametrize("key", ["krisebolig", "nothing"])
def test_what_is_not_public_and_what_is_not_there_are_both_not_found(filled: World, client: Client, key: str) -> None:
    assert client.get(f"/tilbud/{key}/").status_code == 404


def test_the_list_takes_as_many_queries_for_many_offers_as_for_few(filled: World, client: Client) -> None:
    client.get("/tilbud/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/tilbud/")
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=filled.at):
        for number in range(20):
            offers.add(key=f"more-{number}", content=SMALL["mestring"], by=by, at=filled.at)
    with CaptureQueriesContext(connection) as many:
        assert client.get("/tilbud/").content.decode().count("Gruppe for mestring") >= 20
    assert len(many) == len(few)
