"""Bar A2 by walking: from each place's front page along every link, as everybody, with and without htmx.

What the table names is asked there; here everything that the pages themselves lead to is, with its filters and pages.
"""

import re
from collections import deque
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.access import oracle
from tests.access.harness import Visitor
from tests.access.markup import what_could_run, what_the_policy_lets
from tests.access.scene import Scene

pytestmark = pytest.mark.django_db

_LINK = re.compile(r'(?:href|hx-get|data-href|src)="([^"#]+)')
STARTS = ("/", "/min/", "/sag/", "/ledelse/", "/styring/", "/design/")
MOST = 130
_SAME = re.compile(r"\d+")
QUICK = ("leader", "citizen", "reception", "second_party")
OTHERS = ("caseworker", "health_staff", "partner", "attorney_read", "dpo", "administrator", "politician", "stranger")


def name_of(address: str) -> str:
    match = resolve(urlsplit(address).path)
    return match.view_name


def shape(address: str) -> str:
    """Addresses that differ in numbers only are alike; a few of each are walked."""
    return _SAME.sub("0", address)


def walked(scene: Scene, key: str) -> tuple[int, list[str]]:
    """How many pages were read, and everything that was wrong with them."""
    visitor, wrong = Visitor(scene, key), list[str]()
    waiting, seen, alike = deque(STARTS), set[str](), dict[str, int]()
    while waiting and len(seen) < MOST:
        address = waiting.popleft()
        if address in seen or alike.get(shape(address), 0) >= 4:
            continue
        seen.add(address)
        alike[shape(address)] = alike.get(shape(address), 0) + 1
        answer = visitor.ask("GET", address, **({"HX-Request": "true"} if len(seen) % 3 == 0 else {}))
        wrong += _complaints(scene, key, address, answer)
        if answer.status == 200 and answer.kind == "text/html":
            waiting.extend(_links(address, answer.text))
    return len(seen), wrong


def _links(address: str, text: str) -> list[str]:
    found = (urljoin(address, unescape(link)) for link in _LINK.findall(text))
    return [link for link in found if link.startswith("/") and not link.startswith(("/static/", "//", "/log-"))]


def _complaints(scene: Scene, key: str, address: str, answer: oracle.Answer) -> list[str]:
    try:
        name = name_of(address)
    except Resolver404:
        return [f"{key} {address}: leads nowhere"]
    where = f"{key} {address} ({answer.status})"
    led = answer.status == 404 and address not in STARTS
    return [
        *([f"{where}: a link to what is hidden"] if led else []),
        *([f"{where}: {answer.error[:200]}"] if answer.status >= 500 else []),
        *(f"{where}: leaks {one.what} of {one.owner}" for one in oracle.leaks(scene, key, name, answer)),
        *(f"{where}: shows {one} without a look-up" for one in oracle.unlogged(scene, key, answer)),
        *(f"{where}: {one}" for one in what_could_run(answer)),
        *(f"{where}: {one}" for one in what_the_policy_lets(answer)),
    ]


@pytest.mark.parametrize("key", [*QUICK, *(pytest.param(key, marks=pytest.mark.slow) for key in OTHERS)])
def test_walking_along_every_link_shows_nothing_of_others(scene: Scene, key: str) -> None:
    pages, wrong = walked(scene, key)
    assert wrong == [], "\n" + "\n".join(wrong[:40])
    assert pages >= 10


def test_a_leak_on_a_page_that_is_walked_is_found(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: with an oracle that allows the stranger nothing, the own pages are complaints."""
    monkeypatch.setattr(oracle, "allowed", lambda *_: False)
    _, wrong = walked(scene, "stranger")
    assert any("leaks" in one for one in wrong)
