"""The whole way through OpenID Connect with the demo provider: page, code, token, verification, session."""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from tests.factories.login import log_in
from tests.factories.world import next_cpr
from tests.foundation.login.conftest import Folk

from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry
from borgerfokus.foundation.login import tokens
from borgerfokus.foundation.organisation.models import Employee, Engagement
from borgerfokus.foundation.people import queries as people

pytestmark = pytest.mark.urls("tests.foundation.login.pages")


@pytest.fixture(autouse=True)
def listed(folk: Folk, now: datetime) -> Iterator[None]:
    """The citizen of the test and a stranger are on the demo's list."""
    with acting_as(folk.citizen, purpose=Purpose.OWN_CASE, at=now):
        number = people.cpr_of(person_id=folk.citizen.id).digits
    path = Path(settings.HOME) / "demo_people.json"
    people_listed = [
        {"kind": "citizen", "cpr": number, "name": "Mads Ellekjær", "note": "Søger støtte"},
        {"kind": "citizen", "cpr": next_cpr().digits, "name": "Fremmed Fugl", "note": "Ukendt i kommunen"},
        {"kind": "citizen", "cpr": "0000000000", "name": "Uden Nummer", "note": ""},
    ]
    path.write_text(json.dumps(people_listed), "utf-8")
    yield
    path.unlink()


def begin(browser: Client, who: str, query: str = "") -> str:
    """The address at the provider to which the browser is sent."""
    answer = browser.get(f"/log-ind/{who}/{query}")
    assert answer.status_code == 302, answer.content
    return str(answer["Location"])


def choose(browser: Client, authorize: str, name: str, level: str = "substantial") -> str:
    """Choose somebody on the provider's page. Returns the address to come back to."""
    page = browser.get(authorize).content.decode()
    asked = re.search(r'name="asked" value="([^"]+)"', page)
    person = re.search(rf'value="([0-9a-f]+)">{name}', page)
    assert asked
    assert person, page
    answer = browser.post(authorize, {"asked": asked[1], "person": person[1], "level": level})
    back = urlsplit(answer["Location"])
    return f"{back.path}?{back.query}"


def log_in_as(browser: Client, who: str, name: str, level: str = "substantial", query: str = ""):
    return browser.get(choose(browser, begin(browser, who, query), name, level))


def refusals(now: datetime) -> list[dict[str, str]]:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        return list(Entry.objects.filter(action="login.refused").order_by("id").values_list("detail", flat=True))


def test_a_citizen_logs_in(browser: Client, folk: Folk):
    answer = log_in_as(browser, "borger", "Mads Ellekjær")
    assert (answer.status_code, answer["Location"]) == (303, "/min/")
    assert browser.get("/own").content.decode() == "Mads Ellekjær"


def test_an_employee_logs_in_and_comes_to_where_it_wanted(browser: Client, folk: Folk):
    answer = log_in_as(browser, "medarbejder", "Signe", query="?next=/settings%3Fa%3D1")
    assert answer["Location"] == "/settings?a=1"
    assert browser.get("/desk").content.decode() == "Signe"


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1", ""])
def test_the_way_back_never_leaves_the_site(browser: Client, folk: Folk, wanted: str):
    answer = log_in_as(browser, "medarbejder", "Signe", query=f"?next={wanted}")
    assert answer["Location"] == "/sag/"


def test_the_session_gets_a_new_id(browser: Client, folk: Folk):
    back = choose(browser, begin(browser, "borger"), "Mads Ellekjær")
    before = browser.cookies[settings.SESSION_COOKIE_NAME].value
    browser.get(back)
    assert browser.cookies[settings.SESSION_COOKIE_NAME].value != before


def test_a_level_below_the_required_is_refused(browser: Client, folk: Folk, now: datetime):
    answer = log_in_as(browser, "borger", "Mads Ellekjær", level="low")
    assert answer.status_code == 403
    assert "Dit login er ikke sikkert nok" in answer.content.decode()
    assert refusals(now) == [{"code": "level", "check": "level"}]
    assert browser.get("/own").status_code == 302


def test_an_unknown_citizen_is_told_what_to_do(browser: Client, folk: Folk, now: datetime):
    answer = log_in_as(browser, "borger", "Fremmed Fugl")
    assert answer.status_code == 403
    assert "Vi kender dig ikke endnu" in answer.content.decode()


def test_a_token_without_a_valid_number_is_refused(browser: Client, folk: Folk, now: datetime):
    assert log_in_as(browser, "borger", "Uden Nummer").status_code == 403
    assert refusals(now) == [{"code": "token", "check": "cpr"}]


def test_an_employee_whose_engagement_has_ended_is_not_on_the_list_nor_let_in(
    browser: Client, folk: Folk, now: datetime
):
    back = choose(browser, begin(browser, "medarbejder"), "Signe")
    Employee.objects.filter(id=folk.caseworker.id).update(active=False)
    assert browser.get(back).status_code in (403, 503)
    Employee.objects.filter(id=folk.caseworker.id).update(active=True)
    Engagement.objects.filter(employee_id=folk.caseworker.id).update(ends=now.date())
    assert "Signe" not in browser.get(begin(browser, "medarbejder")).content.decode()


def test_cancelling_lets_nobody_in(browser: Client, folk: Folk):
    back = choose(browser, begin(browser, "borger"), "Mads Ellekjær", level="none")
    answer = browser.get(back)
    assert answer.status_code == 200
    assert "Du afbrød" in answer.content.decode()
    assert browser.get("/own").status_code == 302


@pytest.mark.parametrize("change", ["state", "code", "no state", "another browser", "other provider", "issuer"])
def test_a_changed_answer_lets_nobody_in(browser: Client, folk: Folk, change: str):
    back = urlsplit(choose(browser, begin(browser, "borger"), "Mads Ellekjær"))
    query = {name: values[0] for name, values in parse_qs(back.query).items()}
    path, used = back.path, browser
    match change:
        case "state" | "code":
            query[change] += "x"
        case "no state":
            del query["state"]
        case "another browser":
            used = Client(raise_request_exception=False)
        case "other provider":
            path = path.replace("borger", "medarbejder")
        case "issuer":
            query["iss"] = "https://other.example"
    assert used.get(path, query).status_code in (403, 503)
    assert used.get("/own").status_code == 302


def test_an_answer_works_once(browser: Client, folk: Folk):
    back = choose(browser, begin(browser, "borger"), "Mads Ellekjær")
    assert browser.get(back).status_code == 303
    assert browser.get(back).status_code == 403


def test_a_code_is_worth_nothing_later(browser: Client, folk: Folk, now: datetime, clock: time_machine.Traveller):
    back = choose(browser, begin(browser, "borger"), "Mads Ellekjær")
    clock.move_to(now + timedelta(minutes=3))
    assert browser.get(back).status_code == 503


def test_the_check_of_the_level_is_what_refuses(browser: Client, folk: Folk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(tokens.CHECKS, "level")
    assert log_in_as(browser, "borger", "Mads Ellekjær", level="low").status_code == 303


def test_no_personal_number_in_any_address(browser: Client, folk: Folk, now: datetime):
    with acting_as(folk.citizen, purpose=Purpose.OWN_CASE, at=now):
        number = people.cpr_of(person_id=folk.citizen.id)
    authorize = begin(browser, "borger")
    page = browser.get(authorize).content.decode()
    back = choose(browser, authorize, "Mads Ellekjær")
    for text in (authorize, page, back):
        assert number.digits not in text
        assert number.with_hyphen not in text


def test_the_people_can_be_searched(browser: Client, folk: Folk):
    page = browser.get(begin(browser, "medarbejder") + "&q=admin").content.decode()
    assert "Adam" in page
    assert "Signe" not in page


def test_text_kept_at_the_end_of_a_session_comes_up_after_logging_in(browser: Client, folk: Folk, now: datetime):
    log_in(browser, folk.citizen, at=now)
    browser.post("/log-af")
    browser.post("/send", {"text": "en tekst om mig"})
    answer = log_in_as(browser, "borger", "Mads Ellekjær")
    assert answer["Location"] == "/log-ind/fortsaet"
    assert "en tekst om mig" in browser.get("/log-ind/fortsaet").content.decode()


@pytest.mark.parametrize(("language", "title"), [("da", "Log ind"), ("en", "Log in")])
def test_the_choice_of_login_has_a_heading(browser: Client, folk: Folk, language: str, title: str):
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    assert f"<h1>{title}</h1>" in browser.get("/log-ind/").content.decode()


def test_an_unknown_kind_of_person_is_not_found(browser: Client, folk: Folk):
    assert browser.get("/log-ind/robot/").status_code == 404
