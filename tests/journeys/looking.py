"""Looking at pages with axe-core and a few questions of our own, at two widths, in one language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser

from tests.journeys.browsing import NARROW, WIDE, Seat
from tests.journeys.server import House
from tests.journeys.small_demo import Sample
from tests.web.design.browser import AXE, chromium

_FINDS = """async () => {
  const found = await axe.run(document, {resultTypes: ['violations']});
  const shown = rule => rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ');
  const rules = found.violations.map(rule => `${rule.id}: ${shown(rule)}`);
  if (document.documentElement.scrollWidth > window.innerWidth)
    rules.push(`scrolls sideways to ${document.documentElement.scrollWidth}`);
  return rules;
}"""
_ASKS = """() => ({language: document.documentElement.lang, title: document.title,
  headings: document.querySelectorAll('h1').length})"""
_STATUS = {"not found": 404}


@dataclass(frozen=True)
class Finding:
    """What is wrong with a page."""

    name: str
    where: str
    what: str


def look_at(
    house: House, samples: Sequence[Sample], *, sessions: Mapping[str, str], language: str
) -> list[Finding]:
    """Open each page once in a browser of its own, and look at it at both widths."""
    found: list[Finding] = []
    with chromium() as browser:
        assert browser is not None
        seats = {who: _seat(browser, house, cookie, language) for who, cookie in ({"": ""} | dict(sessions)).items()}
        for sample in samples:
            seat = seats[sample.by.subject if sample.by else ""]
            for where, what in _problems(seat, sample, language):
                found.append(Finding(sample.name, f"{sample.path} {where}", what))
    return found


def _seat(browser: Browser, house: House, cookie: str, language: str) -> Seat:
    seat = Seat.take(browser, house)
    kept = [{"name": "sprog", "value": language, "url": house.address}]
    if cookie:
        kept.append({"name": "borgerfokus", "value": cookie, "url": house.address})
    seat.context.add_cookies(kept)  # type: ignore[arg-type]
    return seat


def _problems(seat: Seat, sample: Sample, language: str) -> Iterable[tuple[str, str]]:
    page = seat.page
    page.set_viewport_size({"width": WIDE, "height": 900})
    seat.complaints.clear()
    answer = page.goto(sample.path)
    status = answer.status if answer else 0
    if status != _STATUS.get(sample.name, 200):
        yield language, f"status {status}"
        return
    said = page.evaluate(_ASKS)
    if said["language"] != language:
        yield language, f"lang is {said['language']}"
    if said["headings"] != 1 or not said["title"]:
        yield language, f"{said['headings']} h1, title »{said['title']}«"
    page.evaluate(AXE.read_text())
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 812})
        for what in page.evaluate(_FINDS):
            yield f"{language} {width}", what
    for text in seat.complaints:
        yield language, text
