"""A case that was taken over is a case like any other on the pages of caseworker and citizen."""

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.test import Client
from tests.cli.imports import rows
from tests.cli.imports.conftest import Desk
from tests.factories.login import log_in

from borgerfokus.apps.casework.models import Case
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.people import queries as people

BY = system("test")
DECIDED = {"outcome": "granted", "decided": "2026-10-26"}
STANDING = {
    "contact": {"phase": "contact"},
    "intake": {"phase": "intake"},
    "information": {"phase": "information", "note": "Et notat"},
    "late": {"phase": "information", "received": "2026-08-03"},
    "waiting": {"phase": "information", "waiting_for": "you", "waiting_on": "Brev", "waiting_since": "2026-11-02"},
    "waiting for another": {"phase": "information", "waiting_for": "other", "waiting_on": "Lægen"},
    "assessment": {"phase": "assessment"},
    "decision": {"phase": "decision"},
    "granted": {"phase": "decision", **DECIDED},
    "refused": {"phase": "decision", **DECIDED, "outcome": "refused"},
    "intervention": {"phase": "intervention", **DECIDED, "follow_up": "2027-01-25"},
    "follow-up": {"phase": "follow_up", **DECIDED},
}
TABS = ("", "journal/", "oplysninger/", "udredning/", "afgoerelser/", "dokumenter/", "parter/", "historik/")


@pytest.fixture(autouse=True)
def _clock(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def town(town: Desk) -> Desk:
    """With the citizen and the caseworker in it."""
    town.load("citizens", rows.citizen())
    town.load("employees", rows.employee())
    assert town.load("engagements", rows.engagement()).saved
    return town


def _import(town: Desk, given: dict[str, str]) -> tuple[Case, Actor, Actor]:
    assert town.load("cases", rows.case(caseworker="karhol", **given)).saved
    with acting_as(BY, purpose=Purpose.OPERATION, at=town.at):
        case = Case.objects.get()
        citizen = people.actor_for(person_id=case.citizen_id, name="Mads", at=town.at)
    employee = Employee.objects.get(login="karhol")
    return case, organisation.actor_for(employee_id=employee.pk, on=town.at.date()), citizen


@pytest.mark.parametrize("given", STANDING.values(), ids=STANDING.keys())
def test_every_page_of_the_case_opens(town: Desk, client: Client, given: dict[str, str]) -> None:
    case, karen, citizen = _import(town, given)
    log_in(client, karen, at=town.at)
    opened = {tab: client.get(f"/sag/{case.number}/{tab}") for tab in TABS}
    assert {tab: page.status_code for tab, page in opened.items()} == dict.fromkeys(TABS, 200)
    assert "27.36.12-G01-15-26" in opened["historik/"].content.decode()
    assert client.get("/sag/liste/").status_code == 200
    log_in(client, citizen, at=town.at)
    for path in ("/min/", f"/min/sag/{case.number}/", f"/min/sag/{case.number}/journal/"):
        assert client.get(path).status_code == 200, path
