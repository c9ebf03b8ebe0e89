"""The decision goes to guardians and to whoever gets the post; the time to appeal counts from those who can appeal."""

from datetime import date, datetime, timedelta

import pytest
from tests.apps.decisions.scene import Scene
from tests.foundation.text.reading import text_of

from borgerfokus.apps.decisions.models import Decision, DecisionCopy
from borgerfokus.core.decisions.appeal import counts_from
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.wording import Draft
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import results
from borgerfokus.foundation.outbox.models import Message
from borgerfokus.foundation.people.models import Representation
from borgerfokus.foundation.wording import service as wording

SYSTEM = system("test")


def empower(scene: Scene, kind: str, *scopes: str) -> int:
    other = scene.world.person("Lene", "Overgaard")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        Representation.objects.create(
            person_id=scene.citizen.id,
            representative_id=other,
            kind=kind,
            scopes=list(scopes),
            starts=scene.at - timedelta(days=1),
            ends=scene.at + timedelta(days=300),
            given_how="papir",
            given_by="test",
        )
    return other


def read(scene: Scene, decision_id: int) -> tuple[Decision, list[DecisionCopy]]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        row = Decision.objects.get(pk=decision_id)
        return row, list(row.copies.all())


@pytest.mark.parametrize(
    ("party", "guardians", "day"),
    [
        (date(2026, 12, 1), [], date(2026, 12, 1)),
        (date(2026, 12, 1), [date(2026, 12, 4)], date(2026, 12, 4)),
        (date(2026, 12, 4), [date(2026, 12, 1)], date(2026, 12, 4)),
        (date(2026, 12, 1), [None], None),
        (None, [date(2026, 12, 1)], None),
    ],
)
def test_from_which_day_it_counts(party: date | None, guardians: list[date | None], day: date | None) -> None:
    assert counts_from(party=party, guardians=guardians) == day


def test_an_attorney_gets_the_letter_and_moves_no_clock(scene: Scene) -> None:
    other = empower(scene, "attorney", "receive_post")
    decision_id = scene.issued(Outcome.REFUSED)
    scene.received(decision_id, scene.at)
    row, (copy,) = read(scene, decision_id)
    assert (copy.person_id, copy.relation) == (other, "post")
    assert row.appeal_until == date(2026, 12, 21)
    scene.told(copy.message_id, results.Outcome.RECEIVED, scene.at + timedelta(days=3))
    row, (copy,) = read(scene, decision_id)
    assert (row.appeal_until, copy.received_on) == (date(2026, 12, 21), date(2026, 11, 26))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        message = Message.objects.get(message_id=copy.message_id)
        content = files.read_bytes(file_id=message.file_id)
    shown = text_of(content)
    assert "Kære Lene" in shown
    assert "fuldmagt til at få post" in shown


def test_a_guardian_who_gets_it_later_has_the_whole_time(scene: Scene) -> None:
    empower(scene, "guardian")
    decision_id = scene.issued(Outcome.REFUSED)
    scene.received(decision_id, scene.at)
    row, (copy,) = read(scene, decision_id)
    assert row.appeal_until is None
    scene.told(copy.message_id, results.Outcome.RECEIVED, scene.at + timedelta(days=3))
    row, _ = read(scene, decision_id)
    assert row.appeal_until == date(2026, 12, 28)


def test_nobody_else_gets_it(scene: Scene) -> None:
    empower(scene, "attorney", "read", "act")
    assert read(scene, scene.issued(Outcome.REFUSED))[1] == []


def test_the_decision_keeps_what_it_rested_on_and_the_letter_its_text(scene: Scene, now: datetime) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        new = wording.NewWording(
            key="decision.refused",
            case_type="sel-85",
            parts={"heading": Draft(da="Du får ikke hjælp til {requested}", en="No help with {requested}")},
            note="",
            edits=0,
        )
        version = wording.save_concept(new=new, by=SYSTEM, at=scene.at)
        assert isinstance(version, int), version
        assert wording.publish(version_id=version, from_day=now.date(), by=SYSTEM, at=scene.at) is None
    row, _ = read(scene, scene.issued(Outcome.REFUSED))
    assert {one["key"] for one in row.rests_on} == set(row.fact_keys)
    assert all(one["evidence"] for one in row.rests_on)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        message = Message.objects.get(message_id=row.message_id)
        assert message.title.startswith("Du får ikke hjælp til støtte")
        used = wording.version_of_file(file_id=message.file_id)
        assert used is not None
        assert used.pk == version
        assert wording.retire(version_id=version, by=SYSTEM, at=scene.at) is None
        assert Message.objects.get(message_id=row.message_id).title == message.title
