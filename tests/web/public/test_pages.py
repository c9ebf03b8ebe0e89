"""The public pages answer everybody, in both languages, without a look-up of anyone."""

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup

PAGES = ("front", "search", "promises", "who", "values", "accessibility", "privacy")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_everybody_may_read(world: World, client: Client, name: str, language: str) -> None:
    client.cookies["sprog"] = language
    answer = client.get(reverse(f"public:{name}"))
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        assert not Lookup.objects.exists()


@pytest.mark.parametrize("key", ["sel-85", "sel-112", "sul-140", "aeldre-helhedspleje"])
def test_a_kind_of_help_says_how_long_it_takes_and_where_to_begin(world: World, client: Client, key: str) -> None:
    answer = client.get(reverse("public:help", args=[key])).content.decode()
    assert reverse("citizen:request", args=[key]) in answer


def test_an_unknown_kind_of_help_is_not_found(world: World, client: Client) -> None:
    assert client.get(reverse("public:help", args=["nothing"])).status_code == 404
    assert client.get(reverse("public:life", args=["nothing"])).status_code == 404


def test_a_life_situation_leads_to_help(world: World, client: Client) -> None:
    answer = client.get(reverse("public:life", args=["disability"])).content.decode()
    assert reverse("public:help", args=["sel-112"]) in answer


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("kørestol", "sel-112"),
        ("hjælpemiddelbevillingen", "sel-112"),
        ("genoptræning efter operation", "sul-140"),
        ("rengøring", "aeldre-helhedspleje"),
        ("§ 85", "sel-85"),
    ],
)
def test_people_find_help_by_their_own_words(world: World, client: Client, words: str, key: str) -> None:
    world.index()
    answer = client.get(reverse("public:search"), {"q": words}).content.decode()
    assert reverse("public:help", args=[key]) in answer


def test_a_search_that_finds_nothing_shows_a_way_on(world: World, client: Client) -> None:
    answer = client.get(reverse("public:search"), {"q": "rumraket"}).content.decode()
    assert "Vi fandt ikke noget" in answer
    assert reverse("public:life", args=["disability"]) in answer


def test_what_is_hard_to_use_can_be_told_from_the_statement(world: World, client: Client) -> None:
    page = client.get("/tilgaengelighed/").content.decode()
    assert 'href="/min/rettigheder/klage/?om=accessibility"' in page
    assert "tel:" in page.split("<main")[1].split("</main>")[0]
    with time_machine.travel(world.at, tick=False):
        log_in(client, world.employee("Karen"), at=world.at)
        assert "om=accessibility" not in client.get("/tilgaengelighed/").content.decode()


def test_a_word_that_fits_everything_asks_for_one_more(world: World, client: Client) -> None:
    wide = client.get("/soeg/", {"q": "hjælp"}).content.decode()
    assert "Skriv lidt mere" in wide
    assert "Vi fandt ikke noget" not in wide
    assert "Skriv lidt mere" not in client.get("/soeg/", {"q": "rumraket"}).content.decode()
    assert "Skriv lidt mere" not in client.get("/soeg/", {"q": "%%"}).content.decode()


def test_a_life_situation_with_much_help_is_grouped_and_advice_is_short(world: World, client: Client) -> None:
    answer = client.get(reverse("public:life", args=["disability"])).content.decode()
    assert "<h3>Hjælpemidler, bil og bolig</h3>" in answer
    advice = answer.split('id="self-h"')[1].split("</ul>")[0]
    assert 0 < advice.count("<li>") <= 8


def test_the_front_page_shows_few_dates_and_the_way_to_all_help(world: World, client: Client) -> None:
    answer = client.get(reverse("public:front")).content.decode()
    assert answer.split("<tbody")[1].count("<tr") <= 6
    assert reverse("public:help", args=["sel-119"]) in answer


def test_the_promises_stand_under_their_themes(world: World, client: Client) -> None:
    answer = client.get(reverse("public:promises")).content.decode()
    assert answer.count("<table") == answer.count("<h3 id=") > 8
    assert "14 dage" in answer


def test_the_page_of_a_kind_of_help_shows_the_acts_numbers(world: World, client: Client) -> None:
    answer = client.get(reverse("public:help", args=["sel-97"])).content.decode()
    assert "Tal fra loven" in answer
    assert "15 timer" in answer
    money = client.get(reverse("public:help", args=["sel-113"])).content.decode()
    assert "500,00 kr." in money
    assert "Tal fra loven" not in client.get(reverse("public:help", args=["sel-85"])).content.decode()
