"""The process map on a sheet of paper: whole, with text that can be read, and the same as a table below it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.template import engines
from django.utils import translation
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from tests.web.design.browser import Site, chromium, serving

from borgerfokus.apps.insight.service import Flow
from borgerfokus.core.flow.chart import Step, Way
from borgerfokus.core.flow.milestones import MILESTONES
from borgerfokus.web.design.samples import sample_page
from borgerfokus.web.present import flow as words

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SHEET = {"width": 672, "height": 986}
"""What the margins leave of an A4 sheet, in pixels of the stylesheet."""
SMALLEST = 9.3
"""Seven points."""
_DAY = 86_400_000_000
MANY = 14
PAGE = """{% extends "design/staff.html" %}
{% from "design/flow.html" import flow %}{% from "design/panel.html" import panel %}
{% block content %}<h1>Sagernes vej</h1>{% call panel("Proceskort", "map") %}{{ flow(m) }}{% endcall %}{% endblock %}"""
MEASURE = """() => [...document.querySelectorAll('svg.bf-flow')].filter(s => s.getClientRects().length).map(svg => {
  const of = svg.getBoundingClientRect(), scale = of.width / svg.viewBox.baseVal.width
  return {
    left: of.left, right: of.right, height: of.height,
    nodes: svg.querySelectorAll('rect').length,
    texts: [...svg.querySelectorAll('text')].map(one => {
      const box = one.getBoundingClientRect()
      return {
        text: one.textContent, size: parseFloat(getComputedStyle(one).fontSize) * scale, height: box.height,
        inside: box.left >= of.left && box.right <= of.right && box.top >= of.top && box.bottom <= of.bottom,
      }
    }),
    wide: [...svg.querySelectorAll('rect')].map(r => r.getBoundingClientRect().width),
    labels: [...svg.querySelectorAll('text.b')].map(t => t.getBoundingClientRect().width),
  }
})"""


def busy() -> Flow:
    """A flow of as many steps as a usual map has, with loops."""
    names = list(MILESTONES)[:MANY]
    on = [Way(one, one + 1, 200 - one, 3 * _DAY, p90_us=9 * _DAY) for one in range(MANY - 1)]
    back = [Way(one + 2, one, 20 + one, 5 * _DAY, p90_us=12 * _DAY) for one in range(0, MANY - 2, 3)]
    return flow_of(names, [*on, *back])


def flow_of(names: list[str], ways: list[Way]) -> Flow:
    return Flow(
        cases=200, median_days=40.0, p90_days=80.0, handovers=1.0, hands=1.2, words=dict(enumerate(names)),
        steps=tuple(Step(place, float(place), 200 - place, 200) for place in range(len(names))),
        ways=tuple(ways), facts=(), loops=(), moved=(), losses=(), orders=(), order_count=1,
    )  # fmt: skip


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with translation.override("da"):
        told = words.picture(busy())
        text = engines["jinja2"].from_string(PAGE).render({"page": sample_page(language="da", staff=True), "m": told})
    with serving(Site({"/kort": text})) as site, chromium() as running:
        if running is None:
            pytest.skip("no Chromium on this machine")
        opened = paper(running)
        opened.goto(f"{site.address}/kort")
        yield opened


def paper(running: Browser) -> Page:
    opened = running.new_page(viewport=SHEET)
    opened.emulate_media(media="print")
    return opened


def maps(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(MEASURE)
    return found


def test_one_map_lies_whole_on_the_sheet(page: Page) -> None:
    (one,) = maps(page)
    assert one["left"] >= 0
    assert one["right"] <= SHEET["width"]
    assert one["height"] <= SHEET["height"]
    assert one["nodes"] == MANY
    assert [text["text"] for text in one["texts"] if not text["inside"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]


def test_its_text_can_be_read_and_stays_in_its_box(page: Page) -> None:
    (one,) = maps(page)
    assert min(text["size"] for text in one["texts"]) >= SMALLEST
    assert all(label < box for label, box in zip(one["labels"], one["wide"], strict=True))


def test_the_printed_sheets_hold_the_map_and_the_same_as_a_table(page: Page) -> None:
    """The table stands open on paper, row for row; nothing is on paper that only a screen can use."""
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    text = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())
    with translation.override("da"):
        rows = words.plain(words.table(busy()))
    assert [row for row in rows if " ".join(row) not in text] == []
    assert "Se det samme som tabel" not in text


def test_without_the_rules_for_paper_a_sheet_would_get_the_map_of_a_phone(page: Page) -> None:
    """The sabotage: a sheet is as narrow as a tablet, and that map leaves out how often."""
    page.emulate_media(media="screen")
    (one,) = maps(page)
    page.emulate_media(media="print")
    assert not any("gange" in text["text"] for text in one["texts"])
    assert any("gange" in text["text"] for text in maps(page)[0]["texts"])
