"""The caseworker's pages in Chromium under the strict policy: accessible, nothing scrolls sideways, keys lead on."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page
from tests.apps.decisions.scene import make
from tests.factories.world import World
from tests.web.design.browser import AXE, Site, chromium, serving
from tests.web.staff.conftest import LogIn

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Role
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PLACE = ("", "liste/", "indbakke/", "soeg/?q=lene", "ny/", "organisation/", "print/", "noedadgang/")
TABS = (
    "?vis=pause",
    "journal/",
    "oplysninger/?vis=ask",
    "oplysninger/O5/",
    "udredning/",
    "indsats/",
    "afgoerelser/?vis=hearing",
    "dokumenter/",
    "parter/",
    "historik/",
)


@contextmanager
def opened(pages: dict[str, str]) -> Iterator[tuple[Browser, str]]:
    """The pages in a browser. They are rendered before it starts: Django does not work inside its event loop."""
    with serving(Site(pages)) as site, chromium() as running:
        if running is None:
            pytest.skip("no Chromium on this machine")
        yield running, site.address


def look(page: Page, address: str, path: str) -> list[str]:
    """What is wrong with a page, by name."""
    page.goto(address + path)
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    wrong = [f"{path} {rule['id']} {rule['nodes'][0]['html'][:120]}" for rule in found]
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    return [*wrong, f"{path} scrolls sideways"] if wide else wrong


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_is_accessible_and_fits(world: World, as_: LogIn, now: datetime, language: str) -> None:
    pages = rendered(world, as_, now, language)
    complaints: list[str] = []
    with opened(pages) as (browser, address):
        for width in (1280, 375):
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.on("pageerror", lambda error: complaints.append(str(error)))
            complaints.extend(wrong for path in pages for wrong in look(page, address, path))
            page.close()
    assert complaints == []


def test_keys_lead_from_tab_to_tab(world: World, as_: LogIn, now: datetime) -> None:
    pages = rendered(world, as_, now, "da")
    case = next(path for path in pages if path.endswith("/journal/")).removesuffix("journal/")
    with opened(pages) as (browser, address):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}{case}historik/")
        for keys, tab in (("gj", "journal/"), ("go", "oplysninger/"), ("ga", "afgoerelser/"), ("gb", "")):
            for key in keys:
                page.keyboard.press(key)
            page.wait_for_url(f"{address}{case}{tab}")
        page.keyboard.press("Shift+?")
        assert page.locator("#shortcuts").is_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("n")
        page.wait_for_url(f"{address}{case}journal/**")
        assert page.locator("#note-title").is_visible()


def rendered(world: World, as_: LogIn, now: datetime, language: str) -> dict[str, str]:
    """Every page with something on it, as the server gives it."""
    scene = make(world)
    scene.exempt()
    decision = scene.draft()
    number = busy_case(world, scene.karen, now)
    with scene.as_(scene.karen):
        decided = scene.case.number
    addresses = [f"/sag/{page}" for page in PLACE]
    addresses += [f"/sag/{number}/{tab}" for tab in TABS] + [f"/sag/{decided}/afgoerelse/{decision}/"]
    client = as_(scene.karen)
    client.cookies["sprog"] = language
    pages = {}
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        pages[address.split("?")[0]] = answer.content.decode()
    client = as_(world.employee("Bente Solgaard", role=Role.TEAM_LEADER, leads=True))
    client.cookies["sprog"] = language
    pages["/leader/"] = client.get("/sag/liste/").content.decode()
    return pages


def busy_case(world: World, karen: Actor, now: datetime) -> str:
    """A case with notes, one of them withheld, facts, a question to another unit, a task and a pause."""
    case = world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen, days_ago=60)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        casework.take_step(case_id=case.pk, step=Step.ACCEPT, by=karen, at=now)
        note = journal.NewEntry(title="Samtale", body="Lene vil selv.", channel="phone")
        entry = journal.write_note(case_id=case.pk, note=note, by=karen, at=now)
        assert isinstance(entry, int)
        why = journal.Withholding("Hensyn til en anden", "Forvaltningsloven § 15 b", (now + timedelta(days=20)).date())
        journal.withhold(entry_id=entry, why=why, by=karen, at=now)
        known = assessment.Known(kind="note", value="Bor alene", source="Samtale", as_of=now.date(), entry_id=entry)
        assessment.record(case_id=case.pk, fact="O3", known=known, by=karen, at=now)
        ask = assessment.Ask(["O10"], Source.CITIZEN, "Lene", (now + timedelta(days=9)).date(), pause=True)
        assessment.ask(case_id=case.pk, ask=ask, by=karen, at=now)
        unit = world.units["visitation"].pk
        question = casework.Question(unit, "Kender I Lene?", (now + timedelta(days=5)).date())
        casework.consult(case_id=case.pk, question=question, by=karen, at=now)
        task = casework.NewTask(kind="manual", title="Ring", employee=karen.id, due=now.date())
        casework.give(case_id=case.pk, task=task, by=karen, at=now)
    return case.number
