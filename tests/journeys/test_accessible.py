"""Every page of the platform, in both languages and at both widths: accessible, and nothing scrolls sideways."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from pytest_django.plugin import DjangoDbBlocker

from borgerfokus.cli import browser as programs
from borgerfokus.cli import translations
from tests.journeys import small_demo
from tests.journeys.looking import Finding, look_at
from tests.journeys.pages import NOT_PAGES, addresses, samples
from tests.journeys.server import House
from tests.journeys.small_demo import Sample

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LANGUAGES = ("da", "en")


@pytest.fixture(scope="module")
def demo(house: House, django_db_blocker: DjangoDbBlocker) -> House:
    if programs.find() is None:
        pytest.skip("no Chromium on this machine")
    small_demo.load(house)
    return house


@pytest.fixture(scope="module")
def shown(demo: House) -> list[Sample]:
    return demo.behind(samples, demo)


@pytest.fixture(scope="module")
def findings(demo: House, shown: list[Sample]) -> list[Finding]:
    """What is wrong, found by a browser for each language at the same time."""
    people = {sample.by.subject: sample.by for sample in shown if sample.by}
    sessions = {who: demo.behind(small_demo.session_of, actor, demo) for who, actor in people.items()}
    with ThreadPoolExecutor(len(LANGUAGES)) as pool:
        looking = [pool.submit(look_at, demo, shown, sessions=sessions, language=one) for one in LANGUAGES]
        return [finding for one in looking for finding in one.result()]


def test_every_address_is_a_page_to_look_at_or_says_why_not(shown: list[Sample]):
    assert addresses() == {sample.name for sample in shown} - {"not found"} | set(NOT_PAGES)


@pytest.mark.parametrize("name", sorted(addresses() - set(NOT_PAGES) | {"not found"}))
def test_nothing_is_wrong_with(findings: list[Finding], name: str):
    assert [(one.where, one.what) for one in findings if one.name == name] == []


def test_a_page_that_is_not_there_would_be_found(demo: House):
    found = look_at(demo, [Sample("wrong", "/findes-ikke/", None)], sessions={}, language="da")
    assert [one.what for one in found] == ["status 404"]


def test_nothing_is_untranslated():
    assert [(text.where, text.msgid) for text in translations.missing()] == []
