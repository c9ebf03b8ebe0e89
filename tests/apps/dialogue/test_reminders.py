"""A citizen who has not answered is reminded once, others are chased, and what is withheld is looked at again."""

from datetime import datetime, timedelta

import pytest
from tests.apps.dialogue.conftest import SYSTEM, Desk

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.apps.dialogue.actions import reminding
from borgerfokus.apps.dialogue.jobs import remind
from borgerfokus.apps.dialogue.models import Seen
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.casework.casetype import Source
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as


class Scene:
    """A case with its caseworker."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.at = desk, desk.at
        self.karen, self.citizen = desk.world.employee("Karen"), desk.world.citizen()
        self.case: Case = desk.world.case(citizen_id=self.citizen.id, caseworker=self.karen)

    def ask(self, *facts: str, source: Source = Source.CITIZEN, whom: str = "Mads") -> None:
        ask = assessment.Ask(facts, source, whom, self.at.date() + timedelta(days=14), pause=False)
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            assert assessment.ask(case_id=self.case.pk, ask=ask, by=self.karen, at=self.at) is None

    def consent(self, source: Source) -> None:
        given = assessment.ConsentAnswer(given=True, how="På telefon")
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            told = assessment.record_consent(
                case_id=self.case.pk, source=source, answer=given, by=self.karen, at=self.at
            )
            assert told is None, told

    def withhold(self) -> int:
        note = journal.NewEntry(title="Samtale", body="Med en søster", channel="phone")
        why = journal.Withholding("hensyn til andre", "forvaltningsloven § 15 b", self.at.date() + timedelta(days=10))
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            entry = journal.write_note(case_id=self.case.pk, note=note, by=self.karen, at=self.at)
            assert isinstance(entry, int)
            assert journal.withhold(entry_id=entry, why=why, by=self.karen, at=self.at) is None
        return entry

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.desk.notices(self.case.pk)]

    def tasks(self, kind: str) -> list[Task]:
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            return list(Task.objects.filter(case=self.case, kind=kind))

    def morning(self, days: int) -> datetime:
        return self.at.replace(hour=6) + timedelta(days=days)


@pytest.fixture
def scene(desk: Desk) -> Scene:
    return Scene(desk)


def test_the_day_itself_is_in_time(scene: Scene) -> None:
    scene.ask("O3")
    assert reminding.run(at=scene.morning(14)) == 0


def test_all_that_is_overdue_is_in_one_letter_sent_once(scene: Scene) -> None:
    scene.ask("O3", "O10")
    assert reminding.run(at=scene.morning(15)) == 1
    assert reminding.run(at=scene.morning(15)) == reminding.run(at=scene.morning(30)) == 0
    assert scene.kinds() == ["information_asked", "reminder"]
    with acting_as(scene.citizen, purpose=Purpose.OWN_CASE, at=scene.at):
        lines = journal.lines(case_id=scene.case.pk, by=scene.citizen, at=scene.at)
    letter = next(line for line in lines if line.title == "Vi venter stadig på dig")
    assert "Du skulle svare senest den 7. december 2026." in letter.body
    assert "- Bolig" in letter.body
    assert "- Udskrivningsbrev" in letter.body


def test_a_doctor_who_has_not_answered_is_the_caseworkers_task(scene: Scene) -> None:
    scene.consent(Source.DOCTOR)
    scene.ask("O11", source=Source.DOCTOR, whom="Lægerne på Havnen")
    assert reminding.run(at=scene.morning(15)) == 1
    assert reminding.run(at=scene.morning(16)) == 0
    (task,) = scene.tasks(reminding.CHASE)
    assert (task.title, task.employee_id) == ("Ryk for svar: Lægerne på Havnen", scene.karen.id)
    assert scene.kinds() == []


def test_what_is_withheld_is_on_the_list_on_its_day_once(scene: Scene) -> None:
    scene.withhold()
    assert reminding.run(at=scene.morning(9)) == 0
    assert reminding.run(at=scene.morning(10)) == 1
    assert reminding.run(at=scene.morning(11)) == 0
    assert len(scene.tasks(reminding.REVIEW)) == 1


def test_a_new_day_of_review_is_a_new_task(scene: Scene) -> None:
    entry = scene.withhold()
    reminding.run(at=scene.morning(10))
    at = scene.morning(11)
    why = journal.Withholding("hensyn til andre", "forvaltningsloven § 15 b", at.date() + timedelta(days=10))
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=at):
        assert journal.withhold(entry_id=entry, why=why, by=scene.karen, at=at) is None
    assert reminding.run(at=scene.morning(21)) == 1
    assert len(scene.tasks(reminding.REVIEW)) == 2


def test_a_fault_in_one_case_holds_back_no_other(scene: Scene, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Scene(desk)
    scene.ask("O3")
    other.ask("O3")
    real = reminding.remind_in_case

    def broken(*, case_id: int, by: Actor, at: datetime) -> bool:
        done = real(case_id=case_id, by=by, at=at)
        if case_id == scene.case.pk:
            raise RuntimeError("a fault")
        return done

    monkeypatch.setattr(reminding, "remind_in_case", broken)
    with pytest.raises(reminding.SomeFailed):
        remind(at=scene.morning(15))
    assert (scene.kinds()[1:], other.kinds()[1:]) == ([], ["reminder"])
    monkeypatch.setattr(reminding, "remind_in_case", real)
    remind(at=scene.morning(15))
    assert scene.kinds()[1:] == ["reminder"]


def test_what_was_looked_at_is_forgotten_after_a_month(scene: Scene) -> None:
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        Seen.objects.create(subject=scene.karen.subject, item="comment:1", at=scene.at)
    reminding.run(at=scene.morning(31))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        assert Seen.objects.count() == 1
    reminding.run(at=scene.morning(33))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        assert Seen.objects.count() == 0
