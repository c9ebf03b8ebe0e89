"""Sessions end when unused, at the latest after a working day, and get a new id at every login."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from tests.conftest import NOON
from tests.factories.login import log_in
from tests.foundation.login.conftest import Folk

from borgerfokus.foundation.login.kept import COOKIE

pytestmark = pytest.mark.urls("tests.foundation.login.pages")


def is_in(browser: Client, address: str = "/own") -> bool:
    return browser.get(address).status_code == 200


@pytest.mark.parametrize(("minutes", "still_in"), [(29, True), (30, False), (500, False)])
def test_an_unused_session_of_a_citizen_ends(
    browser: Client, folk: Folk, clock: time_machine.Traveller, minutes: int, still_in: bool
):
    log_in(browser, folk.citizen, at=NOON)
    clock.move_to(NOON + timedelta(minutes=minutes))
    assert is_in(browser) == still_in


def test_a_used_session_lives_on_but_not_for_ever(
    browser: Client, folk: Folk, now: datetime, clock: time_machine.Traveller
):
    log_in(browser, folk.citizen, at=now)
    for minutes in range(20, 600, 20):
        clock.move_to(now + timedelta(minutes=minutes))
        assert is_in(browser), minutes
    clock.move_to(now + timedelta(minutes=600))
    assert not is_in(browser)


def test_logging_in_changes_the_session_id(browser: Client, folk: Folk, now: datetime):
    before = browser.session.session_key
    log_in(browser, folk.citizen, at=now)
    assert browser.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_the_session_holds_no_name_and_no_number(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.citizen, at=now)
    browser.get("/own")
    assert "Mads" not in str(dict(browser.session.items()))
    assert set(browser.session["who"]) == {"kind", "id", "level", "since", "idle", "until", "used"}


def test_logging_off_needs_a_post_and_ends_the_session(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.citizen, at=now)
    assert browser.get("/log-af").status_code == 405
    stolen = browser.cookies[settings.SESSION_COOKIE_NAME].value
    browser.post("/log-af")
    assert not is_in(browser)
    browser.cookies[settings.SESSION_COOKIE_NAME] = stolen
    assert not is_in(browser), "the old id is worth nothing"


def test_text_posted_after_the_end_comes_back_to_the_same_person(
    browser: Client, folk: Folk, now: datetime, clock: time_machine.Traveller
):
    log_in(browser, folk.citizen, at=now)
    assert is_in(browser)
    later = now + timedelta(hours=3)
    clock.move_to(later)
    typed = {"text": 'Jeg har brug for hjælp\ntil at handle <ind> & "vaske"', "choice": ["a", "b"]}
    refused = browser.post("/send?trin=2", typed)
    assert refused["Location"] == "/log-ind/afsluttet"
    assert "Din tekst er gemt" in browser.get(refused["Location"]).content.decode()
    assert "handle" not in browser.cookies[COOKIE].value
    log_in(browser, folk.citizen, at=later)
    page = browser.get("/log-ind/fortsaet").content.decode()
    assert 'action="/send?trin=2"' in page
    assert "til at handle &lt;ind&gt; &amp; &#34;vaske&#34;" in page
    assert page.count('name="choice"') == 2
    assert browser.post("/send?trin=2", typed).content.decode().startswith("sent: Jeg har brug")
    assert browser.get("/log-ind/fortsaet")["Location"] == "/min/", "it was sent, so it is forgotten"


def test_text_posted_after_the_end_is_not_shown_to_another(
    browser: Client, folk: Folk, now: datetime, clock: time_machine.Traveller
):
    log_in(browser, folk.citizen, at=now)
    clock.move_to(now + timedelta(hours=3))
    browser.post("/send", {"text": "en hemmelighed om mig"})
    log_in(browser, folk.caseworker, at=now + timedelta(hours=3))
    answer = browser.get("/log-ind/fortsaet")
    assert answer["Location"] == "/sag/"


def test_text_posted_after_logging_off_in_another_window_is_kept_too(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.citizen, at=now)
    browser.post("/log-af")
    assert browser.post("/send", {"text": "min tekst er her"})["Location"] == "/log-ind/afsluttet"
    log_in(browser, folk.citizen, at=now)
    assert "min tekst er her" in browser.get("/log-ind/fortsaet").content.decode()
    assert browser.post("/log-ind/fortsaet").status_code == 303
    assert browser.get("/log-ind/fortsaet").status_code == 302, "given up"


def test_the_kept_key_cannot_be_forged(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.citizen, at=now)
    browser.cookies[COOKIE] = "forged:1abc:signature"
    assert browser.get("/log-ind/fortsaet").status_code == 302


def test_a_script_that_saves_is_told_with_401(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.citizen, at=now)
    browser.post("/log-af")
    assert browser.post("/send", {"text": "x"}, headers={"X-Autosave": "1"}).status_code == 401
    answer = browser.get("/own", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer["HX-Redirect"].startswith("/log-ind/")
