"""Who notified is the gravest secret of the house: told to nobody but the duty, and nowhere, until it is released.

One case that came of a notification, read by everybody who may read it, on every page, file, list, sheet and call.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import EventPayload
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.actions import receipts
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.concerns import Function, Identity, Way
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry as Act
from borgerfokus.foundation.drafts.models import Draft
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.login import clients
from borgerfokus.foundation.outbox.models import Message
from tests.access.harness import _read
from tests.apps.dialogue.concerns.scene import SYSTEM, Duty, duty_of
from tests.factories.family import child, parent
from tests.factories.login import log_in
from tests.factories.world import World

WORDS = ("Hemmelighed", "Solgården", "09997777", "qnavn@example.dk", "Skjulvej")
WHO = dialogue.Who(
    Function.SCHOOL,
    name="Lærer Hemmelighed",
    organisation="Skolen Solgården",
    phone="09997777",
    email="qnavn@example.dk",
    address="Skjulvej 4",
)
TABS = "", "journal/", "oplysninger/", "udredning/", "indsats/", "afgoerelser/", "dokumenter/", "parter/", "historik/"


class Family:
    """A child, its mother with custody, and the case that the duty opened; read by a caseworker who is not on duty."""

    def __init__(self, world: World) -> None:
        self.duty: Duty = duty_of(world)
        self.world, self.at = world, world.at
        self.child = child(world, date(2019, 5, 4))
        self.mother = parent(world, self.child)
        self.reference = self.duty.receive(who=WHO, seen="Jeg er hendes lærer. Hun er bange for at gå hjem.")
        receipts.send_owed(at=self.at)
        self.duty.assess(self.reference)
        self.duty.match(self.reference, self.child)
        self.decide(Way.OPENED)
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            self.case = casework.Case.objects.get(citizen_id=self.child)
        with self.duty.as_(self.duty.adviser):
            casework.take(case_id=self.case.pk, by=self.duty.adviser, at=self.at)

    def decide(self, way: Way) -> None:
        new = dialogue.NewWay(way=way, summary="En voksen er bekymret for, at barnet er alene.")
        with self.duty.as_(self.duty.adviser):
            assert dialogue.decide_concern(reference=self.reference, new=new, by=self.duty.adviser, at=self.at) is None

    def release(self, identity: Identity) -> None:
        with self.duty.as_(self.duty.adviser):
            said = {"identity": identity, "ground": "Læreren har sagt ja."}
            told = dialogue.decide_notifier_identity(
                reference=self.reference, by=self.duty.adviser, at=self.at, **said  # type: ignore[arg-type]
            )
        assert told is None


@pytest.fixture
def family(world: World, monkeypatch: pytest.MonkeyPatch, now: datetime) -> Family:
    monkeypatch.setattr(timezone, "now", lambda: now)
    return Family(world)


def found(text: str) -> set[str]:
    return {word for word in WORDS if word in text}


def pages_of_staff(family: Family) -> Iterator[str]:
    yield from (f"/sag/{family.case.number}/{tab}" for tab in TABS)
    yield from ("/sag/", "/sag/liste/", "/sag/liste/sager.csv", "/sag/indbakke/", "/sag/soeg/?q=Winther")
    yield from ("/sag/vagt/", "/sag/vagt/underretninger.csv")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=family.at):
        entries = list(Entry.objects.filter(case=family.case).values_list("pk", flat=True))
    yield from (f"/sag/{family.case.number}/journal/{entry}/" for entry in entries)


def pages_of_the_mother(family: Family) -> Iterator[str]:
    number = family.case.number
    yield from ("/min/", f"/min/sag/{number}/", f"/min/sag/{number}/journal/", "/min/breve/")


def read(client: Client, actor: Actor, address: str, at: datetime) -> str:
    log_in(client, actor, at=at)
    answer = _read(client.get(address))
    assert answer.status in {200, 302, 404}, (address, answer.status)
    return answer.text


def test_no_page_list_or_sheet_tells_who_notified(family: Family, client: Client) -> None:
    for actor in (family.duty.adviser, family.duty.leader):
        for address in pages_of_staff(family):
            assert found(read(client, actor, address, family.at)) == set(), address
    for address in pages_of_the_mother(family):
        text = read(client, family.mother, address, family.at)
        assert found(text) == set(), address
        assert "Lærke" in text or address == "/min/breve/", address


def test_the_duty_reads_it_on_the_one_page_that_is_for_it(family: Family, client: Client) -> None:
    assert found(read(client, family.duty.adviser, f"/sag/vagt/{family.reference}/", family.at)) == set(WORDS)


def test_no_program_is_told(family: Family, client: Client) -> None:
    unit = family.world.units["boern-forebyggelse"].pk
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=family.at):
        made = clients.make(
            new=clients.NewClient(name="p", verbs=clients.API_VERBS, units=frozenset({unit})), by=SYSTEM, at=family.at
        )
        token = clients.issue_token(credentials=made, at=family.at)
    assert token is not None
    one = f"/api/v1/cases/{family.case.number}"
    for address in ("/api/v1/cases", one, f"{one}/events"):
        answer = client.get(address, headers={"Authorization": f"Bearer {token.value}"})
        assert answer.status_code == 200, address
        assert found(answer.content.decode()) == set()


def test_nothing_that_is_kept_of_the_case_holds_it(family: Family) -> None:
    """Journal, events, letters, files, drafts and the log of acts: the tables themselves."""
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=family.at):
        texts = [text.body + text.title for one in Entry.objects.filter(case=family.case) for text in one.texts.all()]
        kept = [
            *texts,
            *(str(one.payload) for one in EventPayload.objects.filter(case_id=family.case.pk)),
            *(one.title for one in Message.objects.all()),
            *(one.name for one in StoredFile.objects.all()),
            *(str(one.content) for one in Draft.objects.all()),
            *(f"{one.object} {one.detail}" for one in Act.objects.all()),
        ]
    assert found("\n".join(kept)) == set()


def test_the_own_words_are_held_from_the_family(family: Family, client: Client) -> None:
    text = read(client, family.mother, f"/min/sag/{family.case.number}/journal/", family.at)
    assert "barnet er alene" in text
    assert "hendes lærer" not in text


def test_withheld_stays_withheld_and_released_is_told(family: Family, client: Client) -> None:
    journal = f"/min/sag/{family.case.number}/journal/"
    family.release(Identity.WITHHELD)
    assert found(read(client, family.mother, journal, family.at)) == set()
    family.release(Identity.RELEASED)
    told = found(read(client, family.mother, journal, family.at))
    assert told == {"Hemmelighed", "Solgården"}


def test_a_summary_that_named_the_notifier_would_be_found(family: Family, client: Client) -> None:
    """The sabotage: a note with the name in it, and the reading above goes red."""
    from borgerfokus.apps.journal import service as journal

    note = journal.NewEntry(title="Notat", body="Lærer Hemmelighed ringede.", channel="phone")
    with family.duty.as_(family.duty.adviser, at=family.at + timedelta(minutes=1)):
        journal.write_note(
            case_id=family.case.pk, note=note, by=family.duty.adviser, at=family.at + timedelta(minutes=1)
        )
    assert found(read(client, family.mother, f"/min/sag/{family.case.number}/journal/", family.at))
