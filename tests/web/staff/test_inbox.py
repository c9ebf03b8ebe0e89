"""The inbox: a case offered is accepted or refused with a reason, a question is answered."""

from datetime import datetime, timedelta

import pytest
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import text

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Consultation, Handover
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


@pytest.fixture
def ida(world: World) -> Actor:
    return world.employee("Ida", unit="visitation")


@pytest.fixture
def case(world: World, karen: Actor, now: datetime) -> Case:
    found = world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert casework.take_step(case_id=found.pk, step=Step.ACCEPT, by=karen, at=now) is None
    return found


@pytest.fixture
def offered(world: World, case: Case, karen: Actor, now: datetime) -> int:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        offer = casework.Offer(world.units["visitation"].pk, "Lene bliver 67", "At støtten fortsætter")
        assert casework.offer_handover(case_id=case.pk, offer=offer, by=karen, at=now) is None
        return Handover.objects.get().pk


def test_a_case_is_accepted_and_moves(  # noqa: PLR0917 (fixtures)
    case: Case, offered: int, ida: Actor, karen: Actor, as_: LogIn, now: datetime
) -> None:
    client = as_(ida)
    shown = text(client.get("/sag/indbakke/"))
    assert "Voksenteamet tilbyder Lene Overgaard" in shown
    assert "At støtten fortsætter" in shown
    answer = client.post("/sag/indbakke/", {"act": "accept", "id": offered})
    assert answer.headers["Location"] == f"/sag/{case.number}/overlevering/"
    talk = {"on": now.date().isoformat(), "with_whom": "Karen og Ida", "summary": "Alt", "invited": "yes"}
    assert client.post(f"/sag/{case.number}/overlevering/", {"act": "talk", **talk}).status_code == 302
    answer = client.post("/sag/indbakke/", {"act": "accept", "id": offered})
    assert answer.headers["Location"] == f"/sag/{case.number}/"
    assert client.get(f"/sag/{case.number}/").status_code == 200
    assert as_(karen).get(f"/sag/{case.number}/").status_code == 404


def test_a_case_is_refused_with_a_reason_only(case: Case, offered: int, ida: Actor, as_: LogIn) -> None:
    client = as_(ida)
    assert client.post("/sag/indbakke/", {"act": "refuse", "id": offered, "reason": ""}).status_code == 422
    told = client.post(
        "/sag/indbakke/", {"act": "refuse", "id": offered, "reason": "Hører ikke til hos os"}, follow=True
    )
    assert "I har sagt nej til sagen." in text(told)
    assert client.get(f"/sag/{case.number}/").status_code == 404


def test_an_offer_to_others_cannot_be_answered(world: World, offered: int, as_: LogIn) -> None:
    stranger = as_(world.employee("Oskar", unit="ydelsesteamet"))
    assert stranger.post("/sag/indbakke/", {"act": "accept", "id": offered}).status_code == 404
    assert stranger.post("/sag/indbakke/", {"act": "refuse", "id": offered, "reason": "Nej"}).status_code == 404


def test_a_question_is_answered_and_the_case_is_closed_to_the_unit(
    case: Case, karen: Actor, ida: Actor, as_: LogIn, now: datetime
) -> None:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        due = (now + timedelta(days=5)).date()
        question = casework.Question(ida.unit_id or 0, "Kender I Lene?", due)
        assert casework.consult(case_id=case.pk, question=question, by=karen, at=now) is None
        asked = Consultation.objects.get().pk
    client = as_(ida)
    assert "Kender I Lene?" in text(client.get("/sag/indbakke/"))
    assert client.get(f"/sag/{case.number}/").status_code == 200
    answered = client.post("/sag/indbakke/", {"act": "answer", "id": asked, "answer": "Ja, fra i sommer."}, follow=True)
    assert "Svaret er sendt." in text(answered)
    assert client.get(f"/sag/{case.number}/").status_code == 404
    assert "Ja, fra i sommer." in text(as_(karen).get(f"/sag/{case.number}/"))
    assert "Visitation har svaret" in text(as_(karen).get("/sag/indbakke/"))


def test_what_a_citizen_writes_is_news_and_what_a_colleague_writes_is_not(
    world: World, karen: Actor, as_: LogIn, now: datetime
) -> None:
    from borgerfokus.apps.journal import service as journal

    citizen = world.citizen()
    case = world.case(citizen_id=citizen.id, caseworker=karen)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        note = journal.NewEntry(title="Samtale", body="Vi talte.", channel="phone")
        assert isinstance(journal.write_note(case_id=case.pk, note=note, by=karen, at=now), int)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=now):
        assert isinstance(journal.comment(case_id=case.pk, about=None, text="Hej", by=citizen, at=now), int)
    client = as_(karen)
    shown = client.get("/sag/").content.decode()
    assert "Mads Ellekjær har skrevet en kommentar" in shown
    assert "der er skrevet et notat" not in shown
    item = shown.split('name="item" value="')[1].split('"')[0]
    client.post("/sag/indbakke/", {"act": "seen", "item": item})
    assert "har skrevet en kommentar" not in text(client.get("/sag/"))
    assert "Indbakken er tom" in text(client.get("/sag/indbakke/"))
