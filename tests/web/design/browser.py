"""A small server for rendered pages, and Chromium to look at them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from tests.web.design.conftest import STATIC

from borgerfokus.cli import browser

AXE = Path(__file__).parents[2] / "vendor" / "axe.min.js"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
KINDS = ("style", "script", "img", "font", "connect")
POLICY = "; ".join(["default-src 'none'", *(f"{kind}-src 'self'" for kind in KINDS)])


@dataclass
class Site:
    """Pages by path, and what was posted."""

    pages: dict[str, str]
    posts: list[tuple[str, str]] = field(default_factory=list)
    saves_answer: int = 200
    address: str = ""


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    """Serve the pages and the static files of the design system under the strict policy."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/static/design/"):
                file = STATIC / self.path.removeprefix("/static/design/")
                self._answer(200, file.read_bytes(), TYPES[file.suffix])
            else:
                page = site.pages.get(self.path.split("?")[0], "")
                self._answer(200, page.encode(), "text/html; charset=utf-8")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            site.posts.append((self.path, body))
            status = site.saves_answer if self.path == "/save" else 200
            self._answer(status, b"Kladden er gemt kl. 10.08", "text/plain; charset=utf-8")

        def _answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            with suppress(BrokenPipeError):
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the base class
            """Keep the tests' output quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser | None]:
    """Debian's Chromium, or None where there is none."""
    program = browser.find()
    if program is None:
        yield None
        return
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(program), args=FLAGS)
        try:
            yield running
        finally:
            running.close()
