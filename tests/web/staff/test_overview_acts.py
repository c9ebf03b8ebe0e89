"""The overview: pause, new dates, tasks, checklist, ways out; what is not lawful is refused, and told why."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Role
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


@pytest.fixture
def case(world: World, karen: Actor, now: datetime) -> Case:
    found = world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert casework.take_step(case_id=found.pk, step=Step.ACCEPT, by=karen, at=now) is None
    return found


@pytest.fixture
def client_of(as_: LogIn, karen: Actor) -> Client:
    return as_(karen)


@pytest.fixture
def page(case: Case) -> str:
    return f"/sag/{case.number}/"


def test_a_pause_moves_the_date_and_the_case_runs_again(page: str, client_of: Client, now: datetime) -> None:
    later = (now + timedelta(days=9)).date().isoformat()
    pause = {"whom": "other", "name": "Lægerne Havnegade", "reason": "Attest om søvn", "answer_by": later}
    assert act(client_of, page, "pause", **pause).status_code == 302
    shown = text(client_of.get(page))
    assert "Hviler, mens der ventes" in shown
    assert "Vent på svar: attest om søvn" in shown
    assert "Lægerne Havnegade, der har tid til 2. december 2026" in shown
    assert act(client_of, page, "resume", because="Attesten er kommet").status_code == 302
    assert "Hviler, mens der ventes" not in text(client_of.get(page))


def test_a_deadline_gets_a_later_date_only(page: str, client_of: Client, now: datetime) -> None:
    soon = {"deadline": "decision", "new_due": now.date().isoformat(), "reason": "Sygdom i teamet"}
    refused = act(client_of, page, "extend", **soon)
    assert refused.status_code == 422
    assert "(retssikkerhedsloven § 3, stk. 2)" in text(refused)
    assert "Sygdom i teamet" in refused.content.decode()
    later = {**soon, "new_due": (now + timedelta(days=91)).date().isoformat()}
    assert act(client_of, page, "extend", **later).status_code == 302
    assert "22-02-2027" in text(client_of.get(page))


def test_a_task_is_given_ticked_and_taken_back(page: str, client_of: Client, karen: Actor, now: datetime) -> None:
    assert act(client_of, page, "task", title="Ring til søsteren", whom="self").status_code == 302
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        task = Task.objects.get(title="Ring til søsteren").pk
    assert "Ring til søsteren" in text(client_of.get("/sag/"))
    assert client_of.post("/sag/opgave/", {"task": task}).status_code == 302
    assert "1 af 1 løst i dag" in text(client_of.get("/sag/"))
    assert client_of.post("/sag/opgave/", {"task": task, "undo": "1"}).status_code == 302
    assert "0 af 1 løst i dag" in text(client_of.get("/sag/"))


def test_a_point_of_the_checklist_is_ticked(page: str, client_of: Client) -> None:
    point = {"phase": "information", "item": "involve"}
    assert act(client_of, page, "tick", **point, done="on").status_code == 302
    assert text(client_of.get(page)).count("Fjern flueben") == 1
    assert act(client_of, page, "tick", **point).status_code == 302
    assert "Fjern flueben" not in text(client_of.get(page))


def test_a_case_is_passed_on_with_a_reason_and_can_be_reopened(page: str, client_of: Client) -> None:
    assert act(client_of, page, "forward", receiver="Region Hovedstaden", reason="").status_code == 422
    passed = act(client_of, page, "forward", receiver="Region Hovedstaden", reason="Behandlingspsykiatri")
    assert passed.status_code == 302
    closed = text(client_of.get(page))
    assert "Sendt videre til rette sted" in closed
    assert "Næste skridt ·" not in closed
    assert act(client_of, page, "reopen", reason="Borgeren er flyttet").status_code == 302
    assert "Næste skridt ·" in text(client_of.get(page))


def test_a_step_that_is_not_lawful_is_refused_with_the_way_on(page: str, client_of: Client) -> None:
    told = client_of.post(page, {"act": "step", "step": "start_intervention"}, follow=True)
    assert "kan ikke ske, mens sagen er i fasen" in text(told)
    assert client_of.post(page, {"act": "step", "step": "decide"}).status_code == 404
    assert client_of.post(page, {"act": "vælt"}).status_code == 404


def test_only_a_leader_gives_the_case_to_somebody(world: World, page: str, karen: Actor, as_: LogIn) -> None:
    oskar = world.employee("Oskar")
    assert act(as_(karen), page, "assign", to=str(oskar.id)).status_code == 404
    bente = as_(world.employee("Bente", role=Role.TEAM_LEADER, leads=True))
    assert act(bente, page, "assign", to=str(oskar.id)).status_code == 302
    assert "Voksenteamet, Oskar" in text(bente.get(page))


def test_the_overview_asks_the_database_twelve_times_at_most(
    client_of: Client, case: Case, karen: Actor, page: str, now: datetime
) -> None:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        casework.take(case_id=case.pk, by=karen, at=now)
        note = journal.NewEntry(title="Notat", body="Vi talte.", channel="phone")
        assert isinstance(journal.write_note(case_id=case.pk, note=note, by=karen, at=now), int)
    own_queries(client_of, page)
    assert len(own_queries(client_of, page)) <= 12


def own_queries(client: Client, address: str) -> list[str]:
    """What a page asks beside the session, who asks, the scope, the look-up log and the transaction."""
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    said = [query["sql"] for query in found]
    entered = next(place for place, one in enumerate(said) if "bf.subject" in one)
    turns = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
    after = said[entered + 1 :]
    left = next((place for place, one in enumerate(after) if "bf_" not in one and "set_config('bf.' ||" in one), None)
    return [one for one in after[:left] if not one.startswith(turns) and "audit_lookup" not in one]


def test_every_page_of_the_case_has_as_many_queries_however_much_is_in_it(
    client_of: Client, case: Case, karen: Actor, now: datetime
) -> None:
    page = f"/sag/{case.number}/"

    def queries(address: str) -> int:
        with CaptureQueriesContext(connection) as found:
            assert client_of.get(address).status_code == 200
        return len(found)

    tabs = ("", "journal/", "oplysninger/", "dokumenter/", "historik/")
    few = [queries(page + tab) for tab in tabs]
    few = [queries(page + tab) for tab in tabs]
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        for number in range(8):
            note = journal.NewEntry(title=f"Notat {number}", body="Vi talte.", channel="phone")
            assert isinstance(journal.write_note(case_id=case.pk, note=note, by=karen, at=now), int)
            casework.give(
                case_id=case.pk,
                task=casework.NewTask(kind="manual", title=f"{number}", employee=karen.id),
                by=karen,
                at=now,
            )
    assert [queries(page + tab) for tab in tabs] == few
