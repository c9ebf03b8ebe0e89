"""Guardians, and those whose power covers the post, get a copy; nobody else does."""

from datetime import datetime, timedelta

import pytest
from tests.apps.dialogue.conftest import SYSTEM, Desk
from tests.foundation.text.reading import text_of

from borgerfokus.core.access import Scope
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox.models import Message
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Representation


def empower(
    person_id: int,
    to: int,
    at: datetime,
    *,
    kind: str = "attorney",
    scopes: tuple[Scope, ...] = (),
    case: int | None = None,
) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        Representation.objects.create(
            person_id=person_id,
            representative_id=to,
            kind=kind,
            scopes=sorted(scopes),
            case_id=case,
            starts=at - timedelta(days=1),
            ends=at + timedelta(days=300),
            given_how="papir",
            given_by="test",
        )


@pytest.mark.parametrize(
    ("kind", "scopes", "copies"),
    [
        ("attorney", (Scope.RECEIVE_POST,), 1),
        ("attorney", (Scope.READ, Scope.ACT), 0),
        ("guardian", (), 1),
        ("representative", (), 0),
        ("representative", (Scope.RECEIVE_POST,), 1),
    ],
)
def test_who_gets_a_copy(desk: Desk, kind: str, scopes: tuple[Scope, ...], copies: int) -> None:
    citizen, other = desk.world.citizen(), desk.world.person("Lene", "Overgaard")
    empower(citizen.id, other, desk.at, kind=kind, scopes=scopes)
    done = desk.hand_in(desk.request(citizen), by=citizen)
    expected = [("receipt", citizen.id), ("receipt", other)][: 1 + copies]
    assert desk.notices(done.case_id) == expected


def test_a_power_for_another_case_gives_no_copy(desk: Desk) -> None:
    citizen, other = desk.world.citizen(), desk.world.person("Lene", "Overgaard")
    elsewhere = desk.world.case(citizen_id=citizen.id)
    empower(citizen.id, other, desk.at, kind="representative", scopes=(Scope.RECEIVE_POST,), case=elsewhere.pk)
    done = desk.hand_in(desk.request(citizen), by=citizen)
    assert desk.notices(done.case_id) == [("receipt", citizen.id)]


def test_the_copy_is_addressed_to_its_reader_and_says_why(desk: Desk) -> None:
    citizen, other = desk.world.citizen(), desk.world.person("Lene", "Overgaard")
    empower(citizen.id, other, desk.at, scopes=(Scope.RECEIVE_POST,))
    done = desk.hand_in(desk.request(citizen), by=citizen)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.at):
        letters = {row.person_id: row.file_id for row in Message.objects.filter(case_id=done.case_id)}
        own, copy = (text_of(files.read_bytes(file_id=letters[number])) for number in (citizen.id, other))
        seen = Lookup.objects.filter(person_id=other, case_id=done.case_id)
        assert seen.exists()
    assert "Kære Mads" in own
    assert "Kære Lene" in copy
    assert "fordi du er værge" in copy
    assert "fordi du er værge" not in own


def test_a_guardian_asks_for_the_citizen_and_the_receipt_says_so(desk: Desk, now: datetime) -> None:
    citizen, guardian = desk.world.citizen(), desk.world.citizen("Lene", "Overgaard")
    empower(citizen.id, guardian.id, desk.at, kind="guardian")
    guardian = people.actor_for(person_id=guardian.id, name="Lene Overgaard", at=now)
    done = desk.hand_in(desk.request(citizen), by=guardian)
    assert desk.notices(done.case_id) == [("receipt", citizen.id), ("receipt", guardian.id)]


def test_a_power_that_only_reads_asks_for_nothing(desk: Desk, now: datetime) -> None:
    citizen, reader = desk.world.citizen(), desk.world.citizen("Lene", "Overgaard")
    empower(citizen.id, reader.id, desk.at, scopes=(Scope.READ, Scope.RECEIVE_POST))
    reader = people.actor_for(person_id=reader.id, name="Lene Overgaard", at=now)
    with pytest.raises(Hidden):
        desk.hand_in(desk.request(citizen), by=reader)
