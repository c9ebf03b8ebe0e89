"""Each thing that happens is told to the citizen in one letter, with its date and its reason, once."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.apps.dialogue.conftest import SYSTEM, Desk

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.events import PhaseChanged
from borgerfokus.apps.casework.models import Case, Handover
from borgerfokus.apps.decisions.events import AppealFiled
from borgerfokus.apps.dialogue.actions import notices
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Verb
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox.models import Message


class Scene:
    """A case with its caseworker, and the letters that it has led to."""

    def __init__(self, desk: Desk, **person: object) -> None:
        self.desk, self.at = desk, desk.at
        self.karen = desk.world.employee("Karen")
        self.citizen = desk.world.citizen(**person)  # type: ignore[arg-type]
        self.case: Case = desk.world.case(citizen_id=self.citizen.id, caseworker=self.karen)

    def letters(self) -> list[journal.Line]:
        """The letters in the journal as the citizen reads them, oldest first."""
        with acting_as(self.citizen, purpose=Purpose.OWN_CASE, at=self.at):
            lines = journal.lines(case_id=self.case.pk, by=self.citizen, at=self.at)
        return [line for line in sorted(lines, key=lambda one: one.id) if line.kind == "letter"]

    def letter(self) -> journal.Line:
        """The only letter."""
        (line,) = self.letters()
        return line

    def kinds(self) -> list[str]:
        """The kinds of notice sent, oldest first."""
        return [kind for kind, _ in self.desk.notices(self.case.pk)]

    def pause(self, at: datetime, *, whom: Ball = Ball.OTHER, until: date | None = None) -> None:
        """Wait for somebody."""
        pause = casework.Pause(whom=whom, name="din læge", reason="En attest om din søvn", answer_by=until)
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=at):
            assert casework.suspend(case_id=self.case.pk, pause=pause, by=self.karen, at=at) is None

    def announce(self, event: object) -> None:
        """Let something happen in the case."""
        with (
            acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at),
            casework.changing(case_id=self.case.pk, verb=Verb.CASE_EDIT, by=SYSTEM, at=self.at) as opened,
        ):
            opened.append(event)  # type: ignore[arg-type]

    def consent(self, source: Source) -> None:
        given = assessment.ConsentAnswer(given=True, how="På telefon")
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            told = assessment.record_consent(
                case_id=self.case.pk, source=source, answer=given, by=self.karen, at=self.at
            )
            assert told is None, told

    def ask(self, *facts: str, source: Source = Source.CITIZEN, pause: bool = True, by: Actor | None = None) -> None:
        """Ask for facts."""
        due = self.at.date() + timedelta(days=14)
        ask = assessment.Ask(facts=facts, source=source, whom="Mads", due=due, pause=pause)
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            assert assessment.ask(case_id=self.case.pk, ask=ask, by=self.karen, at=self.at) is None


@pytest.fixture
def scene(desk: Desk) -> Scene:
    return Scene(desk)


def test_several_facts_and_the_pause_are_one_letter(scene: Scene) -> None:
    scene.ask("O3", "O10")
    assert scene.kinds() == ["information_asked"]
    body = scene.letter().body
    assert "- Bolig: Fortæl os, hvordan du bor" in body
    assert "- Udskrivningsbrev" in body
    assert "- Bolig: Hvor støtten skal gives" in body
    assert "Vi har sat sagen på pause" in body
    assert "§§ 11 b og 12" in body


def test_a_letter_without_a_pause_says_nothing_of_one(scene: Scene) -> None:
    scene.ask("O3", pause=False)
    assert "pause" not in scene.letter().body


def test_what_a_doctor_is_asked_for_is_told_as_a_pause_only(scene: Scene) -> None:
    """The citizen has given leave; the doctor's own letter lies in the case."""
    scene.consent(Source.DOCTOR)
    scene.ask("O11", source=Source.DOCTOR)
    assert scene.kinds() == ["suspended"]
    scene.ask("O11", source=Source.DOCTOR, pause=False)
    assert scene.kinds() == ["suspended"]


def test_a_doctor_is_asked_only_when_the_citizen_has_given_leave(scene: Scene) -> None:
    scene.ask("O11", source=Source.DOCTOR, pause=False)
    assert scene.kinds() == ["consent_asked"]
    assert "Må vi spørge din læge?" in scene.letter().title


def test_a_pause_tells_whom_why_and_until_when(scene: Scene) -> None:
    scene.pause(scene.at, until=date(2026, 12, 7))
    body = scene.letter().body
    assert "Vi venter på din læge." in body
    assert "En attest om din søvn" in body
    assert "den 7. december 2026" in body


def test_a_pause_for_the_citizen_says_you_and_needs_no_date(scene: Scene) -> None:
    scene.pause(scene.at, whom=Ball.YOU)
    body = scene.letter().body
    assert "Vi venter på dig." in body
    assert "Så længe varer den" not in body


def test_a_case_that_goes_on_has_a_new_date(scene: Scene) -> None:
    scene.pause(scene.at)
    later = scene.at + timedelta(days=7)
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=later):
        assert casework.resume(case_id=scene.case.pk, because="answered", by=scene.karen, at=later) is None
    assert scene.kinds() == ["suspended", "resumed"]
    body = scene.letters()[-1].body
    assert "Du får svar senest den 25. januar 2027." in body
    assert "Før pausen var datoen den 18. januar 2027." in body


def test_a_new_date_in_time_is_told_with_its_reason(scene: Scene) -> None:
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        done = casework.extend(
            case_id=scene.case.pk,
            deadline_key="decision",
            new_due=date(2027, 2, 1),
            reason="Vi venter på et møde med dit bosted.",
            by=scene.karen,
            at=scene.at,
        )
    assert done is None
    body = scene.letter().body
    assert "Den gamle dato var den 18. januar 2027. Den nye dato er den 1. februar 2027." in body
    assert "Vi venter på et møde med dit bosted." in body
    assert "Svar på din ansøgning" in body


def test_a_new_unit_is_told_when_it_has_accepted(scene: Scene) -> None:
    ida = scene.desk.world.employee("Ida Holm", unit="visitation")
    offer = casework.Offer(to_unit=scene.desk.world.units["visitation"].pk, must_know="Ringer helst")
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        assert casework.offer_handover(case_id=scene.case.pk, offer=offer, by=scene.karen, at=scene.at) is None
    assert scene.kinds() == []
    with acting_as(ida, purpose=Purpose.CASEWORK, at=scene.at):
        handover = Handover.objects.get(case=scene.case)
        told = casework.accept_handover(handover_id=handover.pk, by=ida, at=scene.at, no_talk_why="Det haster.")
        assert told is None
    assert "Visitation har nu din sag: Støtte i hverdagen. Din nye kontakt er Ida Holm." in scene.letter().body


def test_a_handover_that_is_refused_is_not_told(scene: Scene) -> None:
    ida = scene.desk.world.employee("Ida Holm", unit="visitation")
    offer = casework.Offer(to_unit=scene.desk.world.units["visitation"].pk, must_know="Ringer helst")
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        casework.offer_handover(case_id=scene.case.pk, offer=offer, by=scene.karen, at=scene.at)
    with acting_as(ida, purpose=Purpose.CASEWORK, at=scene.at):
        handover = Handover.objects.get(case=scene.case)
        casework.refuse_handover(handover_id=handover.pk, reason="Ikke os", by=ida, at=scene.at)
    assert scene.kinds() == []


def test_a_case_passed_on_tells_to_whom_and_why(scene: Scene) -> None:
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        done = casework.take_step(
            case_id=scene.case.pk,
            step=Step.FORWARD,
            by=scene.karen,
            at=scene.at,
            reason="Du bor i Nabosund.",
            receiver="Nabosund Kommune",
        )
    assert done is None
    body = scene.letter().body
    assert "Nabosund Kommune" in body
    assert "Du bor i Nabosund." in body


def test_a_request_taken_back_is_told(scene: Scene) -> None:
    with acting_as(scene.citizen, purpose=Purpose.OWN_CASE, at=scene.at):
        done = casework.take_step(case_id=scene.case.pk, step=Step.WITHDRAW, by=scene.citizen, at=scene.at)
    assert done is None
    assert scene.letter().title == "Din ansøgning er trukket tilbage"


def test_other_steps_send_no_letter(scene: Scene) -> None:
    with acting_as(scene.karen, purpose=Purpose.CASEWORK, at=scene.at):
        assert casework.take_step(case_id=scene.case.pk, step=Step.ACCEPT, by=scene.karen, at=scene.at) is None
    assert scene.kinds() == []


def test_a_closed_case_is_told(scene: Scene) -> None:
    scene.announce(PhaseChanged(step="close", before="follow_up", after="closed", reason="Målene er nået."))
    assert "Målene er nået." in scene.letter().body


@pytest.mark.parametrize("in_time", [True, False])
def test_an_appeal_is_told_with_the_date_of_the_answer(scene: Scene, in_time: bool) -> None:
    scene.announce(AppealFiled(appeal=1, decision=1, relation="party", in_time=in_time, reassess_by="2026-12-21"))
    body = scene.letter().body
    assert "den 21. december 2026" in body
    assert "Ankestyrelsen" in body
    assert ("Klagen kom efter fristen" in body) is not in_time


def test_an_event_is_told_once_whatever_happens_again(scene: Scene) -> None:
    event = PhaseChanged(step="close", before="follow_up", after="closed", reason="Målene er nået.")
    scene.announce(event)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        again = casework.OpenCase(case=Case.objects.get(pk=scene.case.pk), by=SYSTEM, at=scene.at)
        notices.tell(again, event)
        assert Notice.objects.count() == Message.objects.count() == 1
        row = Notice.objects.get()
        row.pk = None
        row.message_id = "00000000-0000-0000-0000-000000000001"
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_nothing_is_sent_when_the_act_fails(scene: Scene) -> None:
    class Fault(Exception):
        """The act is given up."""

    def act() -> None:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
            with casework.changing(case_id=scene.case.pk, verb=Verb.CASE_EDIT, by=SYSTEM, at=scene.at) as opened:
                opened.append(PhaseChanged(step="close", before="follow_up", after="closed", reason="Slut."))
            assert Message.objects.count() == 1
            raise Fault

    with pytest.raises(Fault):
        act()
    assert scene.kinds() == []
    assert scene.letters() == []


def test_whoever_is_exempt_gets_paper(desk: Desk) -> None:
    scene = Scene(desk, digital_post_exempt=True)
    scene.pause(scene.at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        assert Message.objects.get().channel == "paper"


def test_the_dead_are_not_written_to(scene: Scene) -> None:
    from borgerfokus.foundation.people.models import Person

    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at) as scope:
        scope.include_persons([scene.citizen.id])
        Person.objects.filter(pk=scene.citizen.id).update(died_on=scene.at.date())
    scene.pause(scene.at)
    assert scene.kinds() == []
    assert scene.letters() == []


def test_a_request_in_english_is_answered_in_english(desk: Desk) -> None:
    citizen = desk.world.citizen()
    done = desk.hand_in(desk.request(citizen, language="en"), by=citizen)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        lines = journal.lines(case_id=done.case_id, by=citizen, at=desk.at)
    letter = next(line for line in lines if line.kind == "letter")
    assert letter.title == "We have received your application"
    assert "You get an answer by 18 January 2027." in letter.body


@pytest.mark.parametrize(("language", "said"), [("somalisk", "turjubaan"), ("", "")])
def test_who_needs_an_interpreter_reads_so_in_the_own_language(desk: Desk, language: str, said: str) -> None:
    scene = Scene(desk, interpreter=language)
    scene.ask("O3")
    body = scene.letter().body
    assert said in body
    assert ("Tolk · Interpreter" in body) is bool(language)
