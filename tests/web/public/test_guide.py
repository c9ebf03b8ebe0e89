"""The guide on the web: answers stand in the address alone, can be changed, and go along into the request."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote, urlencode

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client
from tests.factories.login import log_in
from tests.factories.world import World

ANSWERS = {"who": "other", "area": "home", "age": "pension", "lasting": "stays", "tried": "some"}


def read(client: Client, **answers: str) -> str:
    return client.get("/guide/", answers).content.decode()


def test_a_question_at_a_time_with_a_way_back_and_a_way_to_change(world: World, client: Client) -> None:
    assert "Hvem gælder det?" in read(client)
    second = read(client, who="me")
    assert "Hvad er det sværeste lige nu?" in second
    assert 'href="/guide/?who=me&amp;ret=who"' in second
    again = read(client, **{**ANSWERS, "ret": "area"})
    assert 'value="home" checked' in again
    assert '<input type="hidden" name="who" value="other">' in again


def test_the_end_says_that_it_decides_nothing_and_shows_where_to_begin(world: World, client: Client) -> None:
    found = read(client, **ANSWERS)
    assert "Den afgør ikke, om du får hjælp" in found
    assert f"/min/ansoeg/aeldre-helhedspleje/?guide={quote(urlencode(ANSWERS))}" in found
    assert not Session.objects.exists()


def test_danger_comes_first_and_numbers_to_call_stand_on_every_public_page(world: World, client: Client) -> None:
    assert "Er du i fare nu?" in read(client, who="me", area="violence")
    for address in ("/", "/guide/", "/soeg/?q=rumraket", "/sider/", "/pris-og-tid/", "/frister/", "/log-ind/"):
        answer = client.get(address)
        assert "tel:112" in answer.content.decode(), address


def test_what_the_address_says_beside_the_questions_is_ignored(world: World, client: Client) -> None:
    found = read(client, who="me", area="<script>", cpr="010203-1234")
    assert "Hvad er det sværeste lige nu?" in found
    assert "010203" not in found.split("<main")[1].split("</main>")[0]


@pytest.fixture
def _clock(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


@pytest.mark.usefixtures("_clock")
def test_the_answers_fill_in_the_request_and_are_kept_with_its_first_page(world: World, client: Client) -> None:
    mads = world.citizen()
    log_in(client, mads, at=world.at)
    address = f"/min/ansoeg/aeldre-helhedspleje/?{urlencode({'guide': urlencode(ANSWERS)})}"
    answer = client.get(address)
    assert answer.status_code == 200, answer.headers
    page = answer.content.decode()
    assert "Vi har taget dine svar fra guiden med" in page
    assert "Bad, mad eller rengøring derhjemme er svært." in page
    assert 'value="relative" checked' in page
    typed = {"version": "0", "asked": ["what_is_hard"], "what_is_hard": "Mor kan ikke selv komme i bad.", "do": "later"}
    client.post(address, typed)
    kept = client.get("/min/ansoeg/aeldre-helhedspleje/").content.decode()
    assert "Mor kan ikke selv komme i bad." in kept
    assert 'value="relative" checked' in kept
    assert "Vi har taget dine svar" not in kept
