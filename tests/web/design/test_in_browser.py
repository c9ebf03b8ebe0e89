"""The components in Chromium under the strict policy: accessible, nothing scrolls sideways, keys, drafts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.design.browser import AXE, Site, chromium, serving
from tests.web.design.conftest import rendered

pytestmark = [pytest.mark.browser, pytest.mark.slow]
VARIANTS = [("da", False), ("da", True), ("en", False), ("en", True)]
FORM = (
    '<form method="post" action="/send" data-autosave="/save"><input name="title" id="title">'
    '<span data-autosave-status role="status"></span><button type="submit">Send</button></form>'
)


def path(language: str, staff: bool) -> str:
    return f"/{language}/{'staff' if staff else 'roomy'}"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    pages = {path(*variant): rendered(*variant) for variant in VARIANTS}
    pages["/form"] = re.sub(r"<div class=\"bf-row bf-between bf-head\">", FORM + r"\g<0>", pages["/da/roomy"], count=1)
    with serving(Site(pages)) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        if running is None:
            pytest.skip("no Chromium on this machine")
        yield running


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    site.posts.clear()
    site.saves_answer = 200
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    opened.close()
    assert [text for text in complaints if "500 (Internal" not in text] == []


@pytest.mark.parametrize(("language", "staff"), VARIANTS)
@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_nothing(page: Page, site: Site, language: str, staff: bool, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.address + path(language, staff))
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found] == []


def test_axe_would_find_a_missing_label(page: Page, site: Site):
    page.goto(site.address + "/da/roomy")
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert "label" in [rule["id"] for rule in found]


@pytest.mark.parametrize("width", [320, 375, 600, 768, 900, 1024, 1280, 1600])
@pytest.mark.parametrize("staff", [False, True])
def test_nothing_scrolls_sideways(page: Page, site: Site, staff: bool, width: int):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.address + path("da", staff))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_long_word_in_a_table_is_broken_on_the_narrowest_phone(page: Page, site: Site):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(site.address + path("da", False))
    cell = page.locator("td[data-title]:not([data-title='']) > span").first
    cell.evaluate("one => { one.textContent = 'Borgmestersekretariatsmedarbejdere' }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_text_of_twice_the_size_still_fits(page: Page, site: Site):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.address + "/da/roomy")
    page.evaluate("document.documentElement.classList.add('twice')")
    page.evaluate(
        "const s = new CSSStyleSheet(); s.replaceSync('html.twice { font-size: 20px }');"
        "document.adoptedStyleSheets = [s]"
    )
    assert page.evaluate("getComputedStyle(document.querySelector('main p')).fontSize") >= "28px"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_the_menu_stands_open_without_scripts(browser: Browser, site: Site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 900})
    page = context.new_page()
    page.goto(site.address + "/da/roomy")
    assert page.locator(".bf-menu a").first.is_visible()
    assert not page.locator(".js-menu-open").is_visible()
    context.close()


def test_the_menu_opens_as_a_drawer_on_a_phone(page: Page, site: Site):
    page.set_viewport_size({"width": 375, "height": 900})
    page.goto(site.address + "/da/staff")
    page.locator(".js-menu-open").click()
    assert page.locator(".mobile-drawer.is-visible").is_visible()
    page.keyboard.press("Escape")
    page.wait_for_selector(".mobile-drawer:not(.is-visible)", state="attached")


def test_the_error_summary_takes_focus_and_leads_to_the_field(page: Page, site: Site):
    page.goto(site.address + "/da/roomy")
    assert page.evaluate("document.activeElement.dataset.module") == "error-summary"
    page.locator("a[href='#phone']").click()
    assert page.evaluate("document.activeElement.id") == "phone"


def test_keys_search_move_and_help_but_not_while_typing(page: Page, site: Site):
    page.goto(site.address + "/da/staff")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "bf-find"
    page.keyboard.type("?jk")
    assert page.locator("#bf-find").input_value() == "?jk"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.closest('[data-row]')?.id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('[data-row]')?.id") != first
    page.keyboard.press("Shift+?")
    assert page.locator("#shortcuts").is_visible()


def test_single_keys_can_be_turned_off(page: Page, site: Site):
    page.goto(site.address + "/da/staff")
    page.keyboard.press("Shift+?")
    page.locator("label[for=keys-on]").click()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "bf-find"


def test_a_dangerous_act_is_asked_about_first(page: Page, site: Site):
    page.goto(site.address + "/da/roomy")
    page.get_by_role("button", name="Slet kladde").click()
    assert page.locator("#confirmation").is_visible()
    page.locator("#confirmation [data-dialog-close]").click()
    assert site.posts == []
    page.get_by_role("button", name="Slet kladde").click()
    page.locator("#confirmation [data-yes]").click()
    page.wait_for_url("**/design/")
    assert [where for where, _body in site.posts] == ["/design/"]


def test_a_form_is_sent_once(page: Page, site: Site):
    page.goto(site.address + "/form")
    page.evaluate("const b = document.querySelector('form[data-autosave] button'); b.click(); b.click(); b.click()")
    page.wait_for_url("**/send")
    assert [where for where, _body in site.posts] == ["/send"]


def test_a_draft_saves_itself_and_says_so(page: Page, site: Site):
    page.goto(site.address + "/form")
    page.fill("#title", "Jeg mangler")
    expect(page.locator("main [data-autosave-status]").first).to_contain_text("10.08")
    assert site.posts[0][0] == "/save"
    assert "Jeg mangler" in site.posts[0][1]
    assert "mangler" not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")


def test_a_draft_that_cannot_be_saved_says_so_and_keeps_the_text(page: Page, site: Site):
    site.saves_answer = 500
    page.goto(site.address + "/form")
    page.fill("#title", "Vigtigt")
    expect(page.locator("main [data-autosave-status]").first).to_contain_text("ikke gemt")
    assert page.locator("#title").input_value() == "Vigtigt"
