"""The citizen's pages in Chromium: accessible at both widths in both languages; nothing scrolls sideways.

Not on the narrowest phone either, and not when a wide window is zoomed to 200 per cent (it is then half as wide).
"""

from datetime import datetime

import pytest
from tests.factories.world import World
from tests.web.citizen import decided
from tests.web.citizen.pages import html, rich
from tests.web.citizen.scene import Scene
from tests.web.design.browser import AXE, Site, chromium, serving

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDTHS = (1280, 375)
NARROWEST, ZOOMED = 320, 640


def look(pages: dict[str, str]) -> list[tuple[object, ...]]:
    """What axe finds on each page at both widths, and pages that are wider than the narrowest window.

    Chromium runs only here, after the pages are rendered: beside its event loop the database may not be asked.
    """
    found: list[tuple[object, ...]] = []
    with serving(Site(pages)) as site, chromium() as browser:
        if browser is None:
            pytest.skip("no Chromium on this machine")
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            for path in pages:
                page.goto(site.address + path)
                page.evaluate(AXE.read_text())
                rules = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
                found += [(path, width, rule["id"], rule["nodes"][0]["html"][:120]) for rule in rules]
            for narrow in (NARROWEST, ZOOMED) if width == WIDTHS[-1] else ():
                page.set_viewport_size({"width": narrow, "height": 900})
                for path in pages:
                    page.goto(site.address + path)
                    if page.evaluate("document.documentElement.scrollWidth") > narrow:
                        found.append((path, narrow, "scrolls sideways"))
            page.close()
    return found


@pytest.mark.parametrize("language", ["da", "en"])
def test_axe_finds_nothing_while_a_case_runs(scene: Scene, language: str):
    addresses = rich(scene)
    assert look(html(scene.client(scene.mads), addresses, language=language)) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_axe_finds_nothing_when_it_is_decided(world: World, now: datetime, language: str):
    scene, decision_id = decided.make(world, received=now)
    case = f"/min/sag/{scene.case.number}/"
    addresses = {
        "case": case,
        "letter": f"/min/breve/{decided.message_of(scene, decision_id)}/",
        "appeal": f"{case}klage/",
        "journal": f"{case}journal/",
    }
    mads = scene.client(scene.mads)
    pages = html(mads, addresses, language=language)
    confirm = mads.post(f"{case}klage/", {"text": "Jeg er uenig.", "do": "check"})
    pages[f"/{language}/confirm"] = confirm.content.decode()
    mads.post(f"{case}klage/", {"text": "Jeg er uenig.", "do": "send"})
    pages |= html(mads, {"status": f"{case}klage/"}, language=language)
    assert look(pages) == []
