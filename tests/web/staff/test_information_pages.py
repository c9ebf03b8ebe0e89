"""Facts: recorded from an entry or a source in words, ruled out, taken back, asked for, reminded of."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.assessment.models import Evidence, FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.journal import service as journal
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


def test_a_fact_rests_on_an_entry_of_the_journal(case: Case, client_of: Client, karen: Actor, now: datetime) -> None:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        note = journal.NewEntry(title="Samtale hjemme", body="Lene bor alene.", channel="home_visit")
        entry = journal.write_note(case_id=case.pk, note=note, by=karen, at=now)
    page = f"/sag/{case.number}/oplysninger/O3/"
    known = {"fact": "O3", "value": "Egen lejlighed", "entry": str(entry), "as_of": "2026-11-20", "against_party": "on"}
    assert act(client_of, page, "record", **known).status_code == 302
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        row = Evidence.objects.get(case=case, fact="O3")
    assert (row.entry_id, row.source, row.against_party, row.party_knows) == (
        entry,
        "Samtale hjemme",
        True,
        True,
    )
    assert "1 af 12 på plads" in text(client_of.get(f"/sag/{case.number}/oplysninger/"))


def test_a_fact_without_a_source_comes_back(case: Case, client_of: Client) -> None:
    known = {"fact": "O3", "value": "Egen lejlighed", "as_of": "2026-11-20"}
    answer = act(client_of, f"/sag/{case.number}/oplysninger/O3/", "record", **known)
    assert answer.status_code == 422
    assert "Vælg, hvor det står i journalen, eller skriv kilden." in text(answer)
    assert "Egen lejlighed" in answer.content.decode()


def test_a_fact_is_ruled_out_with_a_reason_and_missing_again(case: Case, client_of: Client) -> None:
    page = f"/sag/{case.number}/oplysninger/O10/"
    assert act(client_of, page, "rule-out", fact="O10", reason="  ").status_code == 422
    assert act(client_of, page, "rule-out", fact="O10", reason="Har ikke været indlagt").status_code == 302
    assert "Ikke nødvendig: Har ikke været indlagt" in text(client_of.get(page))
    assert act(client_of, page, "reopen", fact="O10").status_code == 302
    assert "Findes ikke på sagen" in text(client_of.get(page))


def test_all_missing_facts_that_others_can_supply_are_asked_for_at_once(case: Case, client_of: Client) -> None:
    shown = client_of.get(f"/sag/{case.number}/oplysninger/?vis=ask").content.decode()
    ticked = [line for line in shown.split("<input") if 'name="facts"' in line and " checked" in line]
    assert len(ticked) == 10
    assert "O8" not in "".join(ticked)


def test_the_citizen_is_asked_the_case_waits_and_a_reminder_is_sent(
    case: Case, client_of: Client, karen: Actor, now: datetime
) -> None:
    page = f"/sag/{case.number}/oplysninger/"
    due = (now + timedelta(days=10)).date().isoformat()
    form = {"facts": ["O10", "O1"], "source": "citizen", "due": due, "pause": "on"}
    assert act(client_of, page, "ask", **form).status_code == 302
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        requests = list(FactRequest.objects.filter(case=case))
        assert {one.whom for one in requests} == {"Lene Overgaard"}
        assert Case.objects.get(pk=case.pk).waiting_for == "you"
    assert "2 hos borgeren" in text(client_of.get(page))
    assert act(client_of, page, "remind", request=requests[0].pk).status_code == 302
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert FactRequest.objects.get(pk=requests[0].pk).reminded_at == now


def test_somebody_else_is_asked_by_name(case: Case, client_of: Client, now: datetime) -> None:
    due = (now + timedelta(days=10)).date().isoformat()
    form = {"facts": ["O11"], "source": "doctor", "due": due}
    page = f"/sag/{case.number}/oplysninger/"
    nameless = act(client_of, page, "ask", **form)
    assert (nameless.status_code, "Skriv, hvem du spørger." in text(nameless)) == (422, True)
    assert act(client_of, page, "ask", **form, whom="Lægerne Havnegade").status_code == 302
    assert "Kilde: Lægerne Havnegade" in text(client_of.get(page))


def test_an_unknown_fact_is_not_there(case: Case, client_of: Client) -> None:
    assert client_of.get(f"/sag/{case.number}/oplysninger/O99/").status_code == 404
    assert act(client_of, f"/sag/{case.number}/oplysninger/O1/", "reopen", fact="O2").status_code == 404
