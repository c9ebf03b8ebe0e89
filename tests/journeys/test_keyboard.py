"""The work list and a case with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import small_demo
from tests.journeys.browsing import Seat
from tests.journeys.server import House
from tests.journeys.small_demo import KAREN, People

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROW = "document.activeElement.closest('[data-row]')?.innerText"
OUTLINE = """() => { const s = getComputedStyle(document.activeElement);
  return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none'; }"""


@pytest.fixture(scope="module")
def demo(house: House) -> House:
    small_demo.load(house, citizens=100, cases=20)
    return house


@pytest.fixture
def page(demo: House, browser: Browser) -> Page:
    seat = Seat.take(browser, demo)
    karen = People(demo).employee
    cookie = demo.behind(lambda: small_demo.session_of(karen(KAREN), demo))
    seat.context.add_cookies([{"name": "borgerfokus", "value": cookie, "url": demo.address}])
    return seat.page


def test_from_the_list_into_a_case_and_a_note(page: Page):
    page.goto("/sag/liste/")
    page.keyboard.press("j")
    first = page.evaluate(ROW)
    page.keyboard.press("j")
    assert page.evaluate(ROW) not in (first, None)
    page.keyboard.press("k")
    assert page.evaluate(ROW) == first
    assert page.evaluate(OUTLINE), "the focus is not to be seen"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/sag/20\d\d-\d{6}/"))
    page.keyboard.press("n")
    page.wait_for_url("**/journal/**")
    expect(page.locator("#note-title")).to_be_focused()
    page.keyboard.type("njk?")
    expect(page.locator("#note-title")).to_have_value("njk?")


def test_search_and_help(page: Page):
    page.goto("/sag/liste/")
    page.keyboard.press("/")
    expect(page.locator("#bf-find")).to_be_focused()
    assert page.evaluate(OUTLINE), "the focus is not to be seen"
    page.keyboard.type("Mads")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/**")
    expect(page.locator("main")).to_contain_text("Mads Ellekjær")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Shift+?")
    expect(page.locator("#shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#shortcuts")).not_to_be_visible()


def test_the_tabs_of_a_case_have_keys(page: Page):
    page.goto("/sag/liste/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/sag/20\d\d-\d{6}/"))
    for keys, tab in (("go", "oplysninger"), ("gj", "journal"), ("gh", "historik")):
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_url(f"**/{tab}/")


def test_the_first_stop_leads_past_the_menu(page: Page):
    page.goto("/sag/liste/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main-content"
    assert page.evaluate("document.activeElement.getBoundingClientRect().width") > 40
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
