"""Every view runs in the scope of who asks; failures undo everything, and what is shown is logged or not shown."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.conftest import NOON
from tests.factories.login import log_in
from tests.foundation.login.conftest import Folk

from borgerfokus.foundation.access import scope
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry, Lookup
from borgerfokus.foundation.login import actors
from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.login.sessions import LoggedIn

pytestmark = pytest.mark.urls("tests.foundation.login.pages")


def acts(now: datetime) -> int:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        return Entry.objects.filter(action="test.act").count()


def lookups(now: datetime, person_id: int) -> list[str]:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        return list(Lookup.objects.filter(person_id=person_id, look=scope.Look.VIEW).values_list("subject", flat=True))


def test_nobody_logged_in_is_anonymous_with_the_purpose_of_the_view(browser: Client, folk: Folk, now: datetime):
    assert browser.get("/open").content.decode().startswith("anonymous:0 public 2026-11-23T11:00")


@pytest.mark.parametrize("address", ["/desk", "/settings", "/look/1", "/own"])
def test_not_logged_in_is_sent_to_log_in_and_back(browser: Client, folk: Folk, address: str):
    answer = browser.get(f"{address}?side=2")
    assert answer.status_code == 302
    assert answer["Location"] == f"/log-ind/?next={address.replace('/', '%2F')}%3Fside%3D2"


@pytest.mark.parametrize(
    ("who", "address", "status"),
    [
        ("caseworker", "/desk", 200),
        ("caseworker", "/settings", 404),
        ("caseworker", "/own", 404),
        ("administrator", "/settings", 200),
        ("citizen", "/own", 200),
        ("citizen", "/desk", 404),
        ("citizen", "/open", 200),
        ("caseworker", "/unmarked", 404),
        ("caseworker", "/nothing-here", 404),
    ],
)
def test_who_may_reach_what(browser: Client, folk: Folk, who: str, address: str, status: int):
    log_in(browser, getattr(folk, who), at=NOON)
    assert browser.get(address).status_code == status


def test_forbidden_and_unknown_look_the_same(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.caseworker, at=now)
    one, other = (browser.get(address).content.decode() for address in ("/settings", "/nothing-here"))
    assert len(one) == len(other)


@pytest.mark.parametrize("view", ["look", "lazy"])
def test_a_person_shown_is_logged_for_who_looked(browser: Client, folk: Folk, now: datetime, view: str):
    log_in(browser, folk.caseworker, at=now)
    browser.get(f"/{view}/{folk.citizen.id}")
    assert lookups(now, folk.citizen.id) == [folk.caseworker.subject]


@pytest.mark.parametrize(("how", "status"), [("missing", 404), ("broken", 500), ("error", 500)])
def test_a_failure_undoes_what_the_view_had_done(browser: Client, folk: Folk, now: datetime, how: str, status: int):
    log_in(browser, folk.caseworker, at=now)
    assert browser.post(f"/fail/{how}").status_code == status
    assert acts(now) == 0


def test_a_form_with_errors_keeps_what_the_view_had_done(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.caseworker, at=now)
    assert browser.post("/fail/form").status_code == 422
    assert acts(now) == 1


def test_nothing_is_shown_when_the_look_up_cannot_be_logged(
    browser: Client, folk: Folk, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    def full_disk(_scope: scope.Scope) -> None:
        raise OSError("no room for the log")

    log_in(browser, folk.caseworker, at=now)
    monkeypatch.setattr(scope, "_writer", [full_disk])
    answer = browser.get(f"/look/{folk.citizen.id}")
    assert answer.status_code == 500
    assert "Mads" not in answer.content.decode()


def test_pages_behind_login_are_not_kept_by_the_browser(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.citizen, at=now)
    assert "no-store" in browser.get("/own")["Cache-Control"]


def test_an_engagement_that_ends_is_refused_at_the_next_request(browser: Client, folk: Folk, now: datetime):
    from borgerfokus.foundation.organisation.models import Engagement

    log_in(browser, folk.caseworker, at=now)
    assert browser.get("/desk").status_code == 200
    Engagement.objects.filter(employee_id=folk.caseworker.id).update(ends=now.date())
    assert browser.get("/desk")["Location"].startswith("/log-ind/")
    Engagement.objects.filter(employee_id=folk.caseworker.id).update(ends=None)
    assert browser.get("/desk")["Location"].startswith("/log-ind/"), "an ended session does not come back to life"


def test_a_citizen_who_died_is_refused_at_the_next_request(browser: Client, folk: Folk, now: datetime):
    from borgerfokus.foundation.people.models import Person

    log_in(browser, folk.citizen, at=now)
    assert browser.get("/own").status_code == 200
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        Person.objects.filter(id=folk.citizen.id).update(died_on=now.date() - timedelta(days=1))
    assert browser.get("/own")["Location"].startswith("/log-ind/")


@pytest.mark.parametrize(("who", "most"), [("citizen", 2), ("caseworker", 2)])
def test_reading_the_actor_costs_two_queries(
    folk: Folk, now: datetime, who: str, most: int, django_assert_max_num_queries: DjangoAssertNumQueries
):
    actor = getattr(folk, who)
    identity = LoggedIn(kind=actor.kind, id=actor.id, level=Level.HIGH, since=now)
    with django_assert_max_num_queries(most):
        assert actors.actor_of(identity, at=now) == actor


def test_the_api_knows_no_session(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.administrator, at=now)
    assert browser.get("/api/thing").json()["actor"] == "anonymous:0"


@pytest.mark.parametrize(("status", "kept"), [(200, 1), (404, 0), (422, 0), (500, 0)])
def test_an_error_of_the_api_undoes_what_the_call_had_done(
    browser: Client, folk: Folk, now: datetime, status: int, kept: int
):
    assert browser.get(f"/api/thing?status={status}").status_code == status
    assert acts(now) == kept
