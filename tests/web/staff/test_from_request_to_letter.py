"""The main job through the pages: take, inform, ask with a pause, hear, write, have approved, send."""

import re
from datetime import datetime, timedelta
from html import unescape

from django.test import Client
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.outbox.models import Message


def test_a_case_goes_from_request_to_letter(world: World, as_: LogIn, now: datetime) -> None:
    Unit.objects.update(phone="09 99 00 40", hours="mandag til torsdag kl. 9-11")
    karen, bente = world.employee("Karen"), world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    citizen = world.citizen()
    case = world.case(citizen_id=citizen.id)
    page, client = f"/sag/{case.number}/", as_(karen)

    assert "Tag sagen, eller giv den til en kollega" in text(client.get(page))
    assert act(client, page, "take").status_code == 302
    assert act(client, page, "step", step="accept").status_code == 302
    assert "Bed om:" in text(client.get(page))

    ask(client, page, now)
    assert "Sæt sagen på pause" in text(client.get(page))
    assert row(case, karen, now).ball == "you"
    citizen_answers(case, citizen, now)
    assert row(case, karen, now).ball == "us"

    inform(client, page, case, now)
    assert "12/12" in text(client.get(page))
    assert act(client, page, "step", step="begin_assessment").status_code == 302
    assess(client, page)
    assert act(client, page, "step", step="begin_decision").status_code == 302

    exempted = act(client, f"{page}afgoerelser/", "exempt", ground="harmless", why="Borgeren har selv sagt det.")
    assert exempted.status_code == 302
    begun = act(client, f"{page}afgoerelser/", "begin", outcome="partly", applied_for="6 timer om ugen", language="da")
    assert begun.status_code == 302
    workshop = begun.headers["Location"]
    decision = int(workshop.rstrip("/").rsplit("/", 1)[1])
    assert "Skriv sætningen færdig" in text(client.get(workshop))

    unfinished = act(client, workshop, "draft", then="approval", **draft(case, decision, karen, now))
    assert unfinished.status_code == 422
    assert "Brevet kan ikke sendes endnu" in text(unfinished)
    written = draft(case, decision, karen, now, why="andre tilbud om aftenen er åbne for dig og dækker behovet.")
    readability_follows_the_typing(client, workshop, written)
    assert act(client, workshop, "draft", then="approval", **written).status_code == 302

    client = as_(bente)
    assert "Læs og godkend: Mads Ellekjær" in text(client.get("/sag/indbakke/"))
    approved = act(client, workshop, "approve", decision=decision, version=stored(decision, karen, now).version)
    assert approved.status_code == 302
    client = as_(karen)
    version = stored(decision, karen, now).version
    assert act(client, workshop, "issue", decision=decision, version=version).status_code == 302
    assert stored(decision, karen, now).state == "issued"
    twice = act(client, workshop, "issue", decision=decision, version=version)
    assert "allerede sendt" in text(twice)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert Message.objects.filter(reference=f"decision:{decision}").count() == 1
    assert "Vent på, at brevet er kommet frem" in text(client.get(page))


def readability_follows_the_typing(client: Client, workshop: str, written: dict[str, object]) -> None:
    """The part that is swapped in is the part of the page, of the text as typed; and nothing is saved."""
    shown = client.get(workshop).content.decode()
    address = f"{workshop}laesbarhed/"
    assert f'hx-post="{address}"' in shown
    same = client.post(address, {name: written_in(shown, name) for name in ("rules", "considerations", "facts")})
    assert " ".join(same.content.decode().split()) in " ".join(shown.split())
    hard = client.post(address, {**written, "facts": "Myndighedsudøvelsesforpligtelserne iværksættes. " * 40})
    assert "»Myndighedsudøvelsesforpligtelserne«" in hard.content.decode()
    assert "Myndighedsudøvelsesforpligtelserne" not in client.get(workshop).content.decode()


def written_in(page: str, name: str) -> str:
    """What stands in a field of the workshop."""
    found = re.search(rf'<textarea[^>]*name="{name}"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found is not None, name
    return unescape(found.group(1))


def ask(client: Client, page: str, now: datetime) -> None:
    due = (now + timedelta(days=10)).date().isoformat()
    form = {"facts": ["O10"], "source": "citizen", "due": due, "pause": "on"}
    assert act(client, f"{page}oplysninger/", "ask", **form).status_code == 302


def citizen_answers(case: Case, citizen: Actor, now: datetime) -> None:
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=now):
        request = assessment.open_requests(case_id=case.pk)[0]
        answer = journal.NewEntry(title="Svar", body="Jeg blev udskrevet i juni.", channel="self_service")
        assert assessment.answer(request_id=request.pk, answer=answer, by=citizen, at=now) is None


def inform(client: Client, page: str, case: Case, now: datetime) -> None:
    for spec in case.type_version.spec.information:
        known = {
            "fact": spec.key,
            "value": f"Det, vi ved om {spec.key}",
            "source": "Samtale",
            "as_of": now.date().isoformat(),
        }
        told = act(client, f"{page}oplysninger/{spec.key}/", "record", **known)
        assert told.status_code == 302, text(told)


def assess(client: Client, page: str) -> None:
    words = {
        "own_words": "Jeg vil klare det selv",
        "observed": "Post ligger uåbnet",
        "conclusion": "Støtte 4 timer",
        "level": "2",
    }
    assert act(client, f"{page}udredning/", "assess", **words).status_code == 302
    assert "2 · Moderate vanskeligheder" in text(client.get(f"{page}udredning/"))


def draft(case: Case, decision: int, karen: Actor, now: datetime, why: str = "") -> dict[str, object]:
    one = stored(decision, karen, now)
    lines = one.considerations.splitlines()
    finished = "\n".join(f"{line} {why}" if why and line.endswith("fordi") else line for line in lines)
    return {
        "decision": decision,
        "version": one.version,
        "outcome": "partly",
        "applied_for": "støtte 6 timer om ugen",
        "granted": "støtte 4 timer om ugen",
        "refused": "støtte 2 timer om aftenen",
        "starts": "2026-12-01",
        "ends": "2027-11-30",
        "provider": "Bostøtten Fjordby",
        "language": "da",
        "rules": one.rules,
        "considerations": finished,
        "facts": one.facts,
        "approver": "",
    }


def stored(decision: int, karen: Actor, now: datetime) -> Decision:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        return Decision.objects.get(pk=decision)


def row(case: Case, karen: Actor, now: datetime) -> Case:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        return Case.objects.get(pk=case.pk)
