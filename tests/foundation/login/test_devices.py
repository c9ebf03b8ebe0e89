"""People see where they are logged in, and end it: at once, everywhere, and their text is not lost."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.http import HttpRequest
from django.test import Client
from tests.foundation.login.conftest import Folk

from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import devices, jobs, sessions
from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.login.models import Device
from borgerfokus.foundation.login.sessions import LoggedIn

pytestmark = pytest.mark.urls("tests.foundation.login.pages")

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0"


def logged_in(actor: Actor, agent: str, *, at: datetime) -> Client:
    """A browser in which the actor has logged in."""
    client, request = Client(), HttpRequest()
    request.META["HTTP_USER_AGENT"] = agent
    request.session = client.session
    who = LoggedIn(kind=actor.kind, id=actor.id, level=Level.SUBSTANTIAL, since=at)
    sessions.begin(request, who=who)
    devices.remember(request, who=who)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(request.session.session_key)
    return client


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (PHONE, ("Safari", "iPhone")),
        (DESK, ("Edge", "Windows")),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", ("Firefox", "Linux")),
        ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537 Chrome/130.0 Mobile Safari/537", ("Chrome", "Android")),
        ("curl/8", ("", "")),
        ("", ("", "")),
    ],
)
def test_only_the_kind_of_browser_and_system_is_kept(agent: str, said: tuple[str, str]) -> None:
    assert (devices.browser_of(agent), devices.system_of(agent)) == said


def test_the_own_sessions_are_listed_and_nobody_elses(folk: Folk, now: datetime) -> None:
    phone = logged_in(folk.citizen, PHONE, at=now)
    logged_in(folk.citizen, DESK, at=now)
    logged_in(folk.caseworker, DESK, at=now)
    with acting_as(folk.citizen, purpose=Purpose.OPERATION, at=now):
        found = devices.open_of(by=folk.citizen, session=phone.session, at=now)
        assert [(one.system, one.here) for one in found] == [("iPhone", True), ("Windows", False)]
        assert Device.objects.count() == 2, "the database shows no other's"


def test_an_ended_session_is_over_at_the_next_request(folk: Folk, now: datetime) -> None:
    phone, desk = (logged_in(folk.citizen, agent, at=now) for agent in (PHONE, DESK))
    assert desk.get("/own").status_code == 200
    with acting_as(folk.citizen, purpose=Purpose.OPERATION, at=now):
        other = devices.open_of(by=folk.citizen, session=phone.session, at=now)[1]
        devices.end(device_id=other.id, by=folk.citizen, at=now)
    assert desk.get("/own").status_code == 302
    assert phone.get("/own").status_code == 200
    with acting_as(folk.caseworker, purpose=Purpose.OPERATION, at=now), pytest.raises(Hidden):
        devices.end(device_id=other.id, by=folk.caseworker, at=now)


def test_ending_all_spares_only_the_one_that_asks(folk: Folk, now: datetime) -> None:
    browsers = [logged_in(folk.citizen, DESK, at=now) for _place in range(4)]
    with acting_as(folk.citizen, purpose=Purpose.OPERATION, at=now):
        ended = devices.end_all(by=folk.citizen, session=browsers[0].session, but_this=True, at=now)
    assert ended == 3
    assert [one.get("/own").status_code for one in browsers] == [200, 302, 302, 302]


def test_a_request_that_was_under_way_does_not_bring_the_session_back(folk: Folk, now: datetime) -> None:
    desk = logged_in(folk.citizen, DESK, at=now)
    under_way = desk.session
    under_way["used"] = "later"
    with acting_as(folk.citizen, purpose=Purpose.OPERATION, at=now):
        devices.end_all(by=folk.citizen, session=under_way, but_this=False, at=now)
    with pytest.raises(UpdateError):
        under_way.save()
    assert desk.get("/own").status_code == 302


def test_text_posted_from_a_session_ended_elsewhere_is_kept(folk: Folk, now: datetime) -> None:
    desk = logged_in(folk.citizen, DESK, at=now)
    with acting_as(folk.citizen, purpose=Purpose.OPERATION, at=now):
        devices.end_all(by=folk.citizen, session=Client().session, but_this=False, at=now)
    assert desk.post("/send", {"text": "det jeg skrev"})["Location"] == "/log-ind/afsluttet"


def test_sessions_that_are_long_over_are_forgotten(folk: Folk, now: datetime, clock: time_machine.Traveller) -> None:
    logged_in(folk.citizen, DESK, at=now)
    later = now + timedelta(days=40)
    clock.move_to(later)
    jobs.clear(at=later)
    with acting_as(folk.citizen, purpose=Purpose.OPERATION, at=later):
        assert not Device.objects.exists()
