"""From the duty screen to the way on: nobody closes one without an assessment, and the name stays where it is."""

from datetime import date

import pytest
from tests.apps.dialogue.concerns.scene import SYSTEM, Duty

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Concern
from borgerfokus.apps.journal.models import Entry, EntryText
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Danger, Identity, ReceiptWay, Way
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup

SUMMARY = "En voksen uden for familien er bekymret for, at barnet er meget alene."


def decide(duty: Duty, reference: str, way: Way, **more: str) -> Refusal | None:
    with duty.as_(duty.adviser):
        new = dialogue.NewWay(way=way, **more)
        return dialogue.decide_concern(reference=reference, new=new, by=duty.adviser, at=duty.at)


def code(refusal: object) -> str:
    assert isinstance(refusal, Refusal), refusal
    return refusal.code


def test_nobody_closes_one_without_an_assessment(duty: Duty):
    reference = duty.receive()
    assert code(decide(duty, reference, Way.NO_FURTHER, reason="Kendt")) == "not_assessed"
    duty.assess(reference)
    assert code(decide(duty, reference, Way.NO_FURTHER)) == "no_ground"
    assert decide(duty, reference, Way.NO_FURTHER, reason="Skolen følger det.") is None
    assert duty.row(reference).way == Way.NO_FURTHER


def test_acute_danger_asks_for_what_is_done_now(duty: Duty):
    reference = duty.receive()
    assert code(duty.assess(reference, danger=Danger.ACUTE)) == "no_act"
    assert duty.assess(reference, danger=Danger.ACUTE, done_now="Kører derud sammen med politiet.") is None


def test_suspected_violence_asks_for_a_second_pair_of_eyes(duty: Duty):
    reference = duty.receive()
    duty.assess(reference, violence=True)
    assert code(duty.assess(reference)) == "assessed_by_you"
    assert code(decide(duty, reference, Way.NO_FURTHER, reason="Nej")) == "needs_second"
    assert duty.assess(reference, by=duty.colleague, violence=False) is None
    assert code(decide(duty, reference, Way.NO_FURTHER, reason="Nej")) == "violence_goes_on"


def test_the_first_assessment_stops_the_clock_and_takes_it(duty: Duty):
    reference = duty.receive()
    duty.assess(reference)
    row = duty.row(reference)
    assert (row.assessed_at, row.taken_by_id) == (duty.at, duty.adviser.id)
    with duty.as_(duty.adviser):
        board = dialogue.duty_board(by=duty.adviser, at=duty.at)
    assert [one.reference for one in board.to_decide] == [reference]
    assert board.to_assess == ()


def test_a_case_is_opened_and_the_name_is_nowhere_in_it(duty: Duty):
    child = duty.world.person("Lærke", "Winther")
    reference = duty.receive(seen="Jeg hedder Nabo Holm og bor ved siden af.")
    duty.assess(reference)
    assert code(decide(duty, reference, Way.OPENED, summary=SUMMARY)) == "who_is_it"
    duty.match(reference, child)
    assert code(decide(duty, reference, Way.OPENED)) == "no_summary"
    assert decide(duty, reference, Way.OPENED, summary=SUMMARY) is None
    row = duty.row(reference)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        case = casework.Case.objects.get(pk=row.case_id)
        assert (case.type_key, case.citizen_id, case.received_at) == ("bl-18", child, row.received_at)
        entries = list(Entry.objects.filter(case=case).order_by("id"))
        assert [(one.withheld, one.texts.get().body.count("Nabo Holm")) for one in entries] == [(False, 0), (True, 1)]
    citizen = duty.world.citizen()
    with acting_as(citizen, purpose=Purpose.PUBLIC, at=duty.at):
        assert not EntryText.objects.filter(case_id=row.case_id).exists()


def test_it_is_joined_to_a_running_case_of_the_child_only(duty: Duty):
    child, other = duty.world.person("Lærke", "Winther"), duty.world.person("Bo", "Winther")
    mine = duty.world.case(citizen_id=child, type_key="bl-32", caseworker=duty.adviser)
    theirs = duty.world.case(citizen_id=other, type_key="bl-32", caseworker=duty.adviser)
    reference = duty.receive()
    duty.assess(reference)
    duty.match(reference, child)
    joined = {"summary": SUMMARY}
    assert code(decide(duty, reference, Way.JOINED, case_number=theirs.number, **joined)) == "no_such_case"
    assert decide(duty, reference, Way.JOINED, case_number=mine.number, **joined) is None
    assert duty.row(reference).case_id == mine.pk


def test_the_family_may_know_only_when_somebody_says_so(duty: Duty):
    child = duty.world.person("Lærke", "Winther")
    reference = duty.receive()
    duty.assess(reference)
    duty.match(reference, child)
    decide(duty, reference, Way.OPENED, summary=SUMMARY)
    case_id = duty.row(reference).case_id

    def told() -> bool:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
            return EntryText.objects.filter(case_id=case_id, body__contains="Nabo Holm").exists()

    def say(identity: Identity, ground: str) -> Refusal | None:
        with duty.as_(duty.adviser):
            return dialogue.decide_notifier_identity(
                reference=reference, identity=identity, ground=ground, by=duty.adviser, at=duty.at
            )

    assert code(say(Identity.WITHHELD, " ")) == "no_identity_ground"
    assert say(Identity.WITHHELD, "Naboen er bange for familien.") is None
    assert not told()
    assert say(Identity.RELEASED, "Naboen har sagt ja.") is None
    assert told()


def test_a_child_without_a_number_is_registered_under_a_replacement_number(duty: Duty):
    references = [duty.receive(), duty.receive()]
    new = dialogue.NewChild(given_name="Ukendt", family_name="Dreng", born=date(2019, 2, 3))
    for reference in references:
        with duty.as_(duty.adviser):
            assert (
                dialogue.register_child_of_concern(reference=reference, child=new, by=duty.adviser, at=duty.at) is None
            )
    first, second = (duty.row(one).citizen_id for one in references)
    assert first != second


def test_the_look_up_of_the_child_is_logged(duty: Duty):
    child = duty.world.person("Lærke", "Winther")
    duty.match(duty.receive(), child)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        assert Lookup.objects.filter(person_id=child, subject=duty.adviser.subject).exists()


def test_earlier_ones_about_the_same_child_and_its_siblings_are_found(duty: Duty):
    child = duty.world.person("Lærke", "Winther")
    first, second = duty.receive(), duty.receive()
    duty.match(first, child)
    duty.match(second, child)
    with duty.as_(duty.adviser):
        row = dialogue.find_concern(reference=second, by=duty.adviser, at=duty.at).row
        assert [one.reference for one in dialogue.earlier_concerns(concern=row, by=duty.adviser, at=duty.at)] == [first]


def test_the_receipt_is_owed_until_somebody_has_sent_it(duty: Duty):
    reference = duty.receive()
    with duty.as_(duty.adviser):
        assert len(dialogue.duty_board(by=duty.adviser, at=duty.at).receipts) == 1
        sent = dialogue.concern_receipt_sent(reference=reference, how=ReceiptWay.EMAIL, by=duty.adviser, at=duty.at)
        assert sent is None
    with duty.as_(duty.adviser):
        assert dialogue.duty_board(by=duty.adviser, at=duty.at).receipts == ()


def test_one_that_went_no_further_is_opened_again(duty: Duty):
    reference = duty.receive()
    duty.assess(reference)
    decide(duty, reference, Way.NO_FURTHER, reason="Skolen følger det.")
    with duty.as_(duty.adviser):
        assert dialogue.reopen_concern(reference=reference, reason="Ny besked", by=duty.adviser, at=duty.at) is None
    assert duty.row(reference).way == ""
    with duty.as_(duty.adviser):
        told = dialogue.reopen_concern(reference=reference, reason="Ny besked", by=duty.adviser, at=duty.at)
    assert code(told) == "nothing_to_reopen"


def test_an_outsider_can_do_nothing(duty: Duty):
    reference = duty.receive()
    with duty.as_(duty.outsider), pytest.raises(Hidden):
        dialogue.take_concern(reference=reference, by=duty.outsider, at=duty.at)
    with duty.as_(duty.outsider), pytest.raises(Hidden):
        dialogue.find_concern(reference=reference, by=duty.outsider, at=duty.at)


def test_one_that_belongs_to_a_sealed_case_is_on_no_other_screen(duty: Duty):
    child = duty.world.person("Lærke", "Winther")
    reference = duty.receive()
    duty.assess(reference)
    duty.match(reference, child)
    decide(duty, reference, Way.OPENED, summary=SUMMARY)
    case_id = duty.row(reference).case_id
    assert case_id is not None
    with duty.as_(duty.leader):
        why = "Forælderen arbejder her."
        assert casework.seal(case_id=case_id, reason=why, named=[duty.adviser.id], by=duty.leader, at=duty.at) is None

    def shown(by: Actor) -> list[str]:
        with duty.as_(by):
            assert Concern.objects.exists() is bool(dialogue.duty_board(by=by, at=duty.at).decided)
            return [one.reference for one in dialogue.duty_board(by=by, at=duty.at).decided]

    assert shown(duty.leader) == shown(duty.adviser) == [reference]
    assert shown(duty.colleague) == []
    with duty.as_(duty.colleague), pytest.raises(Hidden):
        dialogue.find_concern(reference=reference, by=duty.colleague, at=duty.at)
