"""Letters and powers ask for a login of lately: one comes back to where one was, and nothing typed is lost."""

from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver
from tests.conftest import NOON
from tests.factories.login import log_in
from tests.foundation.login.conftest import Folk

from borgerfokus.foundation.login import sessions
from borgerfokus.foundation.login.guards import Guard, guard_of

own_urls = pytest.mark.urls("tests.foundation.login.pages")
FRESH = {"citizen:letter": {"GET"}, "citizen:letter_pdf": {"GET"}, "citizen:powers": {"POST"}}


def guards_by_name() -> dict[str, Guard]:
    found: dict[str, Guard] = {}

    def walk(patterns: list[URLPattern | URLResolver], space: str) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
            elif guard := guard_of(pattern.callback):
                found[f"{space}{pattern.name}"] = guard

    walk(get_resolver("borgerfokus.project.urls").url_patterns, "")
    return found


def test_letters_and_powers_ask_for_it() -> None:
    found = {name: set(guard.fresh) for name, guard in guards_by_name().items()}
    assert FRESH.items() <= found.items()


@own_urls
@pytest.mark.parametrize(("minutes", "enough"), [(0, True), (29, True), (30, False)])
def test_a_login_is_fresh_for_half_an_hour(
    browser: Client, folk: Folk, clock: time_machine.Traveller, minutes: int, enough: bool
) -> None:
    now = NOON
    log_in(browser, folk.citizen, at=now)
    for passed in range(0, minutes, 20):
        clock.move_to(now + timedelta(minutes=passed))
        browser.get("/own")
    clock.move_to(now + timedelta(minutes=minutes))
    answer = browser.get("/fresh?side=2")
    assert answer.status_code == (200 if enough else 302)
    if not enough:
        assert answer["Location"].startswith("/log-ind/igen?next=")
        page = browser.get(answer["Location"])
        assert page.status_code == 200
        assert "%2Ffresh%3Fside%3D2" in page.content.decode()


@own_urls
def test_what_was_typed_comes_back_after_the_new_login(
    browser: Client, folk: Folk, now: datetime, clock: time_machine.Traveller
) -> None:
    log_in(browser, folk.citizen, at=now)
    clock.move_to(now + timedelta(minutes=20))
    browser.get("/own")
    later = now + timedelta(minutes=40)
    clock.move_to(later)
    typed = {"text": "min bror må handle for mig", "number": "610150-0001"}
    answer = browser.post("/fresh", typed)
    assert answer["Location"] == "/log-ind/igen"
    assert "er gemt" in browser.get("/log-ind/igen").content.decode()
    log_in(browser, folk.citizen, at=later)
    page = browser.get("/log-ind/fortsaet").content.decode()
    assert "min bror må handle for mig" in page
    assert "610150" not in page, "a personal number is typed anew"
    assert browser.post("/fresh", {"text": "min bror må handle for mig"}).content.decode().startswith("sent")


@own_urls
def test_the_provider_is_asked_not_to_let_in_on_an_earlier_login(browser: Client, folk: Folk, now: datetime) -> None:
    log_in(browser, folk.citizen, at=now)
    query = parse_qs(urlsplit(browser.get("/log-ind/borger/?igen=1")["Location"]).query)
    assert (query["prompt"], query["max_age"]) == (["login"], ["0"])
    assert "prompt" not in parse_qs(urlsplit(browser.get("/log-ind/borger/")["Location"]).query)


STAFF_ACTS = {
    "staff:decision": {"issue", "approve"},
    "staff:decisions": {"hearing"},
    "staff:parties": {"party"},
    "staff:mailing": {"approve"},
    "partner:users": {"invite"},
}


def test_what_staff_send_and_whom_they_let_in_asks_for_it() -> None:
    found: dict[str, set[str]] = {}
    for name, guard in guards_by_name().items():
        if guard.fresh_acts:
            found[name] = set(guard.fresh_acts)
    assert found == STAFF_ACTS


@own_urls
@pytest.mark.parametrize("asked", [("send", 239, True), ("send", 240, False), ("save", 240, True)])
def test_staff_are_asked_for_the_acts_alone_and_after_some_hours(
    browser: Client, folk: Folk, clock: time_machine.Traveller, asked: tuple[str, int, bool]
) -> None:
    act, minutes, enough = asked
    log_in(browser, folk.caseworker, at=NOON)
    for passed in range(0, minutes, 20):
        clock.move_to(NOON + timedelta(minutes=passed))
        browser.get("/fresh-staff")
    clock.move_to(NOON + timedelta(minutes=minutes))
    assert browser.get("/fresh-staff").status_code == 200
    answer = browser.post("/fresh-staff", {"act": act, "text": "afgørelsen"})
    assert answer.status_code == (200 if enough else 303)
    if not enough:
        assert answer["Location"] == "/log-ind/igen"
        assert "240 minutter" in browser.get("/log-ind/igen").content.decode()


@own_urls
def test_without_the_check_an_old_login_would_do(
    browser: Client,
    folk: Folk,
    now: datetime,
    clock: time_machine.Traveller,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Sabotage: with every login taken for fresh, the tests above would go red."""
    always: Callable[..., bool] = lambda *_a, **_k: True  # noqa: E731
    monkeypatch.setattr(sessions, "is_fresh", always)
    log_in(browser, folk.citizen, at=now)
    clock.move_to(now + timedelta(minutes=29))
    browser.get("/own")
    clock.move_to(now + timedelta(minutes=45))
    assert browser.get("/fresh").status_code == 200
