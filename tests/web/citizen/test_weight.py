"""The first view of each of the citizen's pages is light: under 100 kB as it travels, compressed, fonts apart."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from tests.web.citizen.pages import html, rich
from tests.web.citizen.scene import Scene

MOST = 100_000
_LINKED = re.compile(r'(?:src|href)="' + re.escape(settings.STATIC_URL) + r'([^"#?]+\.(?:css|js|svg))')


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def weight(page: str) -> int:
    """The page itself and every style, script and drawing that it links to, each once."""
    total = packed(page.encode())
    for name in set(_LINKED.findall(page)):
        path = finders.find(name)
        assert isinstance(path, str), name
        total += packed(Path(path).read_bytes())
    return total


def test_every_first_view_is_light(scene: Scene):
    heavy = {
        path: size
        for path, page in html(scene.client(scene.mads), rich(scene), language="da").items()
        if (size := weight(page)) > MOST
    }
    assert heavy == {}


def test_a_heavy_page_would_be_found(scene: Scene, monkeypatch: pytest.MonkeyPatch):
    """The sabotage: with every style and script twice as heavy the check goes red."""
    page = next(iter(html(scene.client(scene.mads), {"overview": "/min/"}, language="da").values()))
    monkeypatch.setattr(f"{__name__}.packed", lambda content: 2 * len(gzip.compress(content, 6)))
    assert weight(page) > MOST
