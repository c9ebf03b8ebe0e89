"""What is in a case, as programs read it: the fields that they were given, no drafts and nothing withheld."""

import json
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.messages import service as messages
from borgerfokus.core.booking.words import Place
from borgerfokus.core.exchange.fields import RESOURCES, FieldGroup
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.login import clients
from borgerfokus.foundation.login.models import Client as Program
from tests.apps.exchange.setting import carry, integrate
from tests.apps.interventions.helped import Helped, make_helped
from tests.factories.booking import fill_reasons
from tests.factories.world import World
from tests.foundation.files.builders import PDF

SYSTEM = system("test")
ADDRESSES = {
    "party": "parties",
    "document": "documents",
    "decision": "decisions",
    "plan": "plans",
    "intervention": "interventions",
    "thread": "messages",
    "appointment": "appointments",
}
FIELDS = [
    (resource, name, group) for resource, fields in RESOURCES.items() for name, group in fields.items() if group
]


@pytest.fixture
def helped(world: World, settings: LazySettings, tmp_path: Path) -> Helped:
    """A case with a decision, a plan, help, two documents of which one is withheld, a thread and an appointment."""
    settings.FILES_ROOT, settings.EXCHANGE_ROOT = tmp_path / "files", tmp_path / "ud"
    scene = make_helped(world)
    scene.agreed_plan()
    scene.started()
    scene.followed()
    for title in ("Udtalelse", "Fortrolig udtalelse"):
        with scene.as_(scene.karen):
            stored = files.store(content=BytesIO(PDF), name=f"{title}.pdf", by=scene.karen, at=scene.at)
            assert isinstance(stored, files.Stored)
            document = journal.NewDocument(file_id=stored.id, title=title, direction="in", with_whom="", body="")
            entry = journal.add_document(case_id=scene.case_id, document=document, by=scene.karen, at=scene.at)
            if title.startswith("Fortrolig"):
                why = journal.Withholding(ground="x", article="y", review_on=date(2027, 1, 4))
                assert journal.withhold(entry_id=entry, why=why, by=scene.karen, at=scene.at) is None
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        StoredFile.objects.filter(name="Udtalelse.pdf").update(state="clean", checked_at=scene.at)
    _agree(scene)
    return scene


def _agree(scene: Helped) -> None:
    """Karen writes to the citizen, and books a time."""
    fill_reasons(at=scene.at)
    with scene.as_(scene.karen):
        first = messages.NewMessage("Vi ses på tirsdag.")
        new = messages.NewThread("Vores samtale", first)
        assert isinstance(messages.start(case_id=scene.case_id, new=new, by=scene.karen, at=scene.at), int)
        wanted = booking.NewAppointment(
            reason="opfoelgning",
            starts=scene.at + timedelta(days=3),
            place=Place.PHONE,
            employees=frozenset({scene.karen.id}),
        )
        assert isinstance(booking.book(case_id=scene.case_id, new=wanted, by=scene.karen, at=scene.at), int)


@pytest.fixture
def bearer(world: World) -> dict[str, str]:
    """A program that carries every verb; which fields it gets is changed by the tests."""
    units = frozenset({world.units["voksenteamet"].pk})
    new = clients.NewClient(name="Systemet", verbs=clients.API_VERBS, units=units, groups=frozenset(FieldGroup))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        made = clients.make(new=new, by=SYSTEM, at=world.at)
        token = clients.issue_token(credentials=made, at=timezone.now())
    assert token is not None
    return {"Authorization": f"Bearer {token.value}"}


def _number(helped: Helped) -> str:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        return Case.objects.get(pk=helped.case_id).number


def _everything(client: Client, bearer: dict[str, str], number: str) -> dict[str, list[dict[str, Any]]]:
    found = {"case": [client.get(f"/api/v1/cases/{number}", headers=bearer).json()]}
    for resource, address in ADDRESSES.items():
        answer = client.get(f"/api/v1/cases/{number}/{address}", headers=bearer)
        assert answer.status_code == 200, answer.content
        found[resource] = answer.json()["items"]
    return found


def test_each_field_is_there_with_its_group_and_absent_without(
    helped: Helped, client: Client, bearer: dict[str, str]
) -> None:
    number = _number(helped)
    for group in FieldGroup:
        Program.objects.update(groups=[group])
        found = _everything(client, bearer, number)
        for resource, name, own in FIELDS:
            assert found[resource], resource
            there = {name in row for row in found[resource]}
            assert there == {own is group}, f"{resource}.{name} with {group}"


def test_with_everything_the_case_is_told_as_it_is(helped: Helped, client: Client, bearer: dict[str, str]) -> None:
    found = _everything(client, bearer, _number(helped))
    assert [one["name"] for one in found["party"]] == ["Mads Ellekjær"]
    assert [one["outcome"] for one in found["decision"]]
    assert found["plan"][0]["goals"][0]["title"] == "Jeg åbner selv min post hver uge"
    assert found["intervention"][0]["hours_per_week"] == 4
    withheld = [one for one in found["document"] if one["withheld"]]
    assert [(one["title"], one["file_name"]) for one in withheld] == [(None, None)]
    assert [(one["subject"], one["messages"][0]["text"]) for one in found["thread"]] == [
        ("Vores samtale", "Vi ses på tirsdag.")
    ]
    assert [(one["place"], one["state"]) for one in found["appointment"]] == [("phone", "booked")]


def test_a_file_is_fetched_when_it_is_checked_open_and_given(
    helped: Helped, client: Client, bearer: dict[str, str]
) -> None:
    number = _number(helped)
    listed = client.get(f"/api/v1/cases/{number}/documents", headers=bearer).json()["items"]
    address = {bool(one["withheld"]): f"/api/v1/cases/{number}/documents/{one['id']}/file" for one in listed}
    checked = next(one for one in listed if one["title"] == "Udtalelse")
    good = f"/api/v1/cases/{number}/documents/{checked['id']}/file"
    assert client.get(good, headers=bearer).content == PDF
    assert client.get(address[True], headers=bearer).status_code == 404
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=helped.at):
        StoredFile.objects.filter(name="Udtalelse.pdf").update(state="quarantined")
    refused = client.get(good, headers=bearer)
    assert (refused.status_code, refused.json()["code"]) == (409, "file_being_checked")
    Program.objects.update(groups=[FieldGroup.DOCUMENT_TITLE])
    assert client.get(good, headers=bearer).status_code == 404


def test_drafts_are_nobody_elses(helped: Helped, client: Client, bearer: dict[str, str]) -> None:
    helped.draft_plan()
    plans = client.get(f"/api/v1/cases/{_number(helped)}/plans", headers=bearer).json()["items"]
    assert {one["state"] for one in plans} == {"agreed"}


def test_the_bundle_of_a_plan_holds_what_the_program_may_have(
    helped: Helped, world: World, client: Client, bearer: dict[str, str], settings: LazySettings
) -> None:
    program = Program.objects.get()
    told = integrate(world, client=program.client_id, way="care_plan", counterpart="files", from_start=True)
    carry(told, at=helped.at)
    last = max((Path(settings.EXCHANGE_ROOT) / told.key).iterdir())
    kinds = [one["resource"]["resourceType"] for one in json.loads(last.read_bytes())["entry"]]
    assert sorted(kinds) == ["CarePlan", "Encounter", "Goal", "Observation", "ServiceRequest"]
    assert "Jeg åbner selv min post" in last.read_text("utf-8")


@pytest.mark.parametrize("address", ADDRESSES.values())
def test_the_number_of_queries_is_bounded(
    helped: Helped, client: Client, bearer: dict[str, str], address: str
) -> None:
    number = _number(helped)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(f"/api/v1/cases/{number}/{address}", headers=bearer).status_code == 200
    assert len([one for one in caught if "SAVEPOINT" not in one["sql"]]) <= 9


def test_another_units_program_is_told_of_nothing(
    helped: Helped, client: Client, bearer: dict[str, str], now: datetime
) -> None:
    number = _number(helped)
    Program.objects.update(units=[])
    for address in ADDRESSES.values():
        assert client.get(f"/api/v1/cases/{number}/{address}", headers=bearer).status_code == 404
