"""Break-glass: reason in the body, an hour, to read only, never a sealed case, and on everybody's record."""

from datetime import datetime

import pytest
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.casework.models import Case
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

REASON = "Borgeren ringer fra skadestuen og kan ikke selv fortælle."


@pytest.fixture
def ida(world: World) -> Actor:
    return world.employee("Ida", unit="visitation")


@pytest.fixture
def case(world: World) -> Case:
    return world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=world.employee("Karen"))


def test_a_case_is_opened_to_read_and_the_unit_sees_it(case: Case, ida: Actor, as_: LogIn, world: World) -> None:
    client, page = as_(ida), f"/sag/{case.number}/"
    assert client.get(page).status_code == 404
    opened = client.post("/sag/noedadgang/", {"number": case.number, "reason": REASON})
    assert opened.headers["Location"] == page
    assert "Lene Overgaard" in text(client.get(page))
    assert act(client, page, "take").status_code == 404
    seen = text(as_(world.employee("Oskar")).get(f"{page}parter/"))
    assert "Adgang i nødstilfælde" in seen
    assert "Ingen har åbnet sagen i et nødstilfælde." not in seen


def test_a_short_reason_is_not_enough_and_stays_in_the_form(case: Case, ida: Actor, as_: LogIn) -> None:
    answer = as_(ida).post("/sag/noedadgang/", {"number": case.number, "reason": "Haster"})
    assert answer.status_code == 422
    assert "Haster" in answer.content.decode()


def test_sealed_and_unknown_cases_answer_alike(case: Case, ida: Actor, as_: LogIn, now: datetime) -> None:
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=now):
        Case.objects.filter(pk=case.pk).update(sealed=True)
    client = as_(ida)
    answers = [
        text(client.post("/sag/noedadgang/", {"number": number, "reason": REASON})).replace(number, "")
        for number in (case.number, "2026-999999")
    ]
    assert answers[0] == answers[1]
    assert "Der er ingen sag med det nummer" in answers[0]
