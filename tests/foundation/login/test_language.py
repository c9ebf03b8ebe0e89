"""Danish, whatever the browser asks for, until somebody chooses English."""

import pytest
from django.test import Client
from tests.foundation.login.conftest import Folk

pytestmark = pytest.mark.urls("tests.foundation.login.pages")


def language_of(browser: Client) -> str:
    answer = browser.get("/log-ind/", headers={"Accept-Language": "en-GB,en;q=0.9"})
    page = answer.content.decode()
    language = str(answer["Content-Language"])
    assert f'<html lang="{language}">' in page
    return language


def test_danish_is_the_default(browser: Client, folk: Folk):
    assert language_of(browser) == "da"


def test_english_is_chosen_and_remembered(browser: Client, folk: Folk):
    answer = browser.post("/sprog", {"language": "en", "next": "/log-ind/?a=1"})
    assert (answer.status_code, answer["Location"]) == (303, "/log-ind/?a=1")
    assert language_of(browser) == "en"
    browser.post("/sprog", {"language": "da"})
    assert language_of(browser) == "da"


@pytest.mark.parametrize("language", ["de", "", "../en", "en\r\nX: 1"])
def test_an_unknown_language_changes_nothing(browser: Client, folk: Folk, language: str):
    assert browser.post("/sprog", {"language": language}).status_code == 303
    assert language_of(browser) == "da"


@pytest.mark.parametrize("wanted", ["https://evil.example", "//evil.example/", "/\\evil.example", "sprog", ""])
def test_the_way_back_stays_on_the_site(browser: Client, folk: Folk, wanted: str):
    assert browser.post("/sprog", {"language": "en", "next": wanted})["Location"] == "/"


def test_a_link_cannot_change_the_language(browser: Client, folk: Folk):
    assert browser.get("/sprog?language=en").status_code == 405
