"""People in front of a browser: logging in, pressing buttons by their words, and taking pictures."""

import io
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Response, expect
from pypdf import PdfReader

from tests.journeys.server import House

WIDE, NARROW = 1280, 375
_HEIGHT = {WIDE: 900, NARROW: 812}
PATIENCE = 30_000
"""Milliseconds that a page may take on a busy machine."""
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
_HEAVIEST = 150_000
_AT_REST = """() => { document.activeElement.blur(); window.scrollTo(0, 0);
  document.querySelectorAll('textarea').forEach(one => one.scrollTop = 0); }"""
TAKES_PICTURES = os.environ.get("BORGERFOKUS_PICTURES") == "1"


@dataclass
class Seat:
    """Somebody with a browser of their own. `complaints` are errors of the console and answers of 500."""

    house: House
    page: Page
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def take(cls, browser: Browser, house: House, *, width: int = WIDE, scripts: bool = True) -> "Seat":
        """Sit down, not logged in."""
        context = browser.new_context(
            java_script_enabled=scripts,
            viewport={"width": width, "height": _HEIGHT[width]},
            base_url=house.address,
        )
        context.set_default_timeout(PATIENCE)
        seat = cls(house, context.new_page())
        seat.listen(seat.page)
        return seat

    @property
    def context(self) -> BrowserContext:
        """The browser's cookies and pages."""
        return self.page.context

    def listen(self, page: Page) -> None:
        """Keep what the browser complains of."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", self._answered)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status} {response.url}")

    def go(self, path: str) -> Page:
        """Open an address of the house."""
        self.page.goto(path)
        return self.page

    def log_in(self, who: str, name: str, *, level: str = "Betydelig") -> Page:
        """Log in through the demo provider: `who` is "borger" or "medarbejder"."""
        self.go(f"/log-ind/{who}/")
        self.page.get_by_label(level, exact=True).check(force=True)
        self.press(name)
        return self.page

    def log_off(self) -> None:
        """Log off."""
        self.context.clear_cookies(name="borgerfokus")

    def press(self, words: str, *, inside: Locator | None = None) -> Page:
        """Press the button that says so."""
        (inside or self.page).get_by_role("button", name=words, exact=True).first.click()
        return self.page

    def follow(self, words: str, *, inside: Locator | None = None) -> Page:
        """Follow the link that says so, whatever it adds for screen readers."""
        says = re.compile(rf"^{re.escape(words)}(\W|$)")
        (inside or self.page).get_by_role("link", name=says).first.click()
        return self.page

    def fill(self, form: str = "", **fields: str) -> None:
        """Write in fields by their names; those of one of several forms on the page have its name before theirs."""
        for name, value in fields.items():
            self.page.locator(f"#{form}-{name}" if form else f"#{name}").fill(value)

    def choose(self, field: str, words: str) -> None:
        """Choose a radio button or tick a box of a group by its words."""
        group = self.page.get_by_role("group", name=field)
        group.get_by_text(words, exact=True).first.click()

    def download(self, words: str) -> str:
        """Fetch the PDF behind the link that says so, and return its text on one line."""
        address = self.page.get_by_role("link", name=words).first.get_attribute("href")
        answer = self.context.request.get(f"{self.house.address}{address}")
        assert answer.headers["content-type"] == "application/pdf"
        pages = PdfReader(io.BytesIO(answer.body())).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    def reads(self, *texts: str) -> None:
        """The page shows these texts."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def reads_not(self, *texts: str) -> None:
        """The page shows none of these texts."""
        for text in texts:
            expect(self.page.locator("main")).not_to_contain_text(text)

    def picture(self, name: str, *widths: int) -> None:
        """Keep the page as a picture at the widths, or at both, when pictures are asked for."""
        if not TAKES_PICTURES:
            return
        before = self.page.viewport_size
        for width in widths or (WIDE, NARROW):
            self.page.set_viewport_size({"width": width, "height": _HEIGHT[width]})
            self.page.evaluate(_AT_REST)
            keep(self.page.screenshot(full_page=True), PICTURES / f"{name}-{width}.png", width=width)
        if before:
            self.page.set_viewport_size(before)


def keep(shot: bytes, path: Path, *, width: int) -> None:
    """Write a picture with few colours, cut where a page becomes too long to be looked at, below 150 kB."""
    tallest = 1500 if width == WIDE else 1400
    with Image.open(io.BytesIO(shot)) as taken:
        image = taken.convert("RGB").crop((0, 0, taken.width, min(taken.height, tallest)))
    counted = sorted(image.getcolors(1 << 24) or (), reverse=True)
    for colours in (256, 128, 64, 32):
        few = Image.new("P", (1, 1))
        few.putpalette([part for _count, colour in counted[:colours] for part in colour])  # type: ignore[attr-defined]
        image.quantize(palette=few, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size < _HEAVIEST:
            return
    raise AssertionError(f"{path.name} is {path.stat().st_size} bytes")
