"""Trying one number after another is stopped, for the one who tries: never a whole municipality behind one address."""

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.http import HttpRequest
from django.test import Client
from tests.factories.login import log_in
from tests.foundation.login.conftest import Folk

from borgerfokus.foundation.login import jobs, limits
from borgerfokus.foundation.login.models import RateCount

pytestmark = pytest.mark.urls("tests.foundation.login.pages")


@pytest.fixture(autouse=True)
def _few(settings: Any) -> None:
    settings.RATE_LIMITS = "login=3/6/600 search=4/0/600 missing=5/8/600 api=6/0/600"


def ask(browser: Client, address: str, times: int) -> list[int]:
    return [browser.get(address).status_code for _time in range(times)]


def test_too_many_searches_are_answered_with_429_and_when_to_come_back(
    browser: Client, folk: Folk, now: datetime, clock: time_machine.Traveller
) -> None:
    log_in(browser, folk.caseworker, at=now)
    assert ask(browser, "/limited", 5) == [200, 200, 200, 200, 429]
    answer = browser.get("/limited")
    assert 0 < int(answer["Retry-After"]) <= 600
    assert "Det gik for hurtigt" in answer.content.decode()
    browser.cookies["sprog"] = "en"
    assert "That went too fast" in browser.get("/limited").content.decode()
    clock.move_to(now + timedelta(seconds=int(answer["Retry-After"])))
    assert browser.get("/limited").status_code == 200


def test_a_colleague_behind_the_same_address_goes_on(browser: Client, folk: Folk, now: datetime) -> None:
    log_in(browser, folk.caseworker, at=now)
    ask(browser, "/limited", 9)
    other = Client()
    log_in(other, folk.administrator, at=now)
    assert ask(other, "/limited", 4) == [200] * 4
    assert browser.get("/desk").status_code == 200, "and the rest of the work is not stopped"


def test_guessing_addresses_is_stopped_for_the_one_who_guesses(browser: Client, folk: Folk, now: datetime) -> None:
    log_in(browser, folk.caseworker, at=now)
    assert ask(browser, "/fail/missing", 7) == [404] * 5 + [429] * 2
    stranger = Client(raise_request_exception=False)
    assert ask(stranger, "/guess/9", 10) == [404] * 8 + [429] * 2
    assert stranger.get("/guess/1").status_code == 429, "not even what is there, once too much was guessed"


def test_names_tried_at_the_emergency_login_are_counted_by_name_before_address(browser: Client, folk: Folk) -> None:
    del folk
    typed = {"username": "karen", "password": "forkert", "code": "000000"}
    found = [browser.post("/log-ind/nød", typed).status_code for _time in range(4)]
    assert found == [422, 422, 422, 429]
    assert browser.post("/log-ind/nød", {**typed, "username": "bo"}).status_code == 422


def test_a_program_is_counted_as_itself(browser: Client, folk: Folk) -> None:
    del folk
    found = [browser.get("/api/thing", headers={"Authorization": "Bearer x"}).status_code for _time in range(3)]
    assert 429 not in found, "a stranger has no limit of calls, but of refusals"


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (0, "9.9.9.9", "203.0.113.7"),
        (1, "9.9.9.9, 198.51.100.4", "198.51.100.4"),
        (2, "198.51.100.4, 10.0.0.1", "198.51.100.4"),
        (1, "", ""),
        (1, "nonsense", ""),
        (1, "192.0.2.5", ""),
    ],
)
def test_the_address_is_that_of_the_visitor_and_never_of_the_proxy(
    settings: Any, proxies: int, told: str, address: str
) -> None:
    settings.TRUSTED_PROXIES, settings.OWN_NETWORKS = proxies, ["192.0.2.0/24"]
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": "203.0.113.7", "HTTP_X_FORWARDED_FOR": told}
    assert limits.address_of(request) == address


def test_neither_name_nor_address_is_kept_and_old_counts_go(
    browser: Client, folk: Folk, now: datetime, clock: time_machine.Traveller
) -> None:
    log_in(browser, folk.caseworker, at=now)
    ask(browser, "/limited", 3)
    (row,) = RateCount.objects.all()
    assert (row.hits, len(bytes(row.key))) == (3, 32)
    assert str(folk.caseworker.id).encode() not in bytes(row.key)
    later = now + timedelta(hours=1)
    clock.move_to(later)
    jobs.clear(at=later)
    assert not RateCount.objects.exists()


def test_without_a_limit_nothing_is_stopped(browser: Client, folk: Folk, now: datetime, settings: Any) -> None:
    """Sabotage: with the setting off, the tests above would go red."""
    settings.RATE_LIMITS = "off"
    log_in(browser, folk.caseworker, at=now)
    assert ask(browser, "/limited", 12) == [200] * 12


@pytest.mark.parametrize("text", ["unknown=1/1/1", "search=1/1", "search=a/b/c"])
def test_a_setting_that_says_nothing_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"limit|literal|unpack"):
        limits.read(text)
