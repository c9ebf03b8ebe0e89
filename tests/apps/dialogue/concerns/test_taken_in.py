"""Anybody hands one in: it is there with its clock at once, and nobody but the unit on duty sees it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from tests.apps.dialogue.concerns.scene import SYSTEM, Duty
from tests.foundation.files.builders import PDF

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Concern, Notifier
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Channel, Function
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.inserting import insert
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.files.models import StoredFile
from borgerfokus.foundation.organisation.models import Responsibility


def references(duty: Duty, by: Actor) -> list[str]:
    with duty.as_(by):
        return [one.reference for one in dialogue.duty_board(by=by, at=duty.at).to_assess]


def test_it_stands_on_the_duty_screen_with_its_clock(duty: Duty):
    reference = duty.receive()
    with duty.as_(duty.adviser):
        (line,) = dialogue.duty_board(by=duty.adviser, at=duty.at + timedelta(hours=1)).to_assess
    assert line.reference == reference
    assert line.hours_left == 23.0
    assert line.receipt_due == date(2026, 12, 1)


def test_the_clock_runs_through_the_night_on_which_it_is_set_back(duty: Duty):
    evening = datetime(2026, 10, 24, 22, 0, tzinfo=COPENHAGEN)
    row = duty.row(duty.receive(at=evening))
    assert row.assess_by == datetime(2026, 10, 25, 21, 0, tzinfo=COPENHAGEN)


def test_nobody_else_sees_it(duty: Duty):
    duty.receive()
    assert len(references(duty, duty.leader)) == 1
    with duty.as_(duty.outsider), pytest.raises(Hidden):
        dialogue.duty_board(by=duty.outsider, at=duty.at)
    citizen = duty.world.citizen()
    for actor in (duty.outsider, citizen, ANONYMOUS):
        with acting_as(actor, purpose=Purpose.PUBLIC, at=duty.at):
            assert not Concern.objects.exists()
            assert not Notifier.objects.exists()


def test_the_same_form_sent_twice_is_one(duty: Duty):
    new = duty.new()
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=duty.at):
        first, second = (dialogue.receive_concern(new=new, at=duty.at) for _ in range(2))
    assert isinstance(first, dialogue.Received)
    assert isinstance(second, dialogue.Received)
    assert (first.reference, second.again) == (second.reference, True)
    assert references(duty, duty.adviser) == [first.reference]


def test_an_anonymous_one_keeps_nothing_of_who_it_was(duty: Duty):
    who = dialogue.Who(Function.PRIVATE, anonymous=True, name="Nabo Holm", phone="09990041", email="a@example.dk")
    told = duty.notifier(duty.receive(who=who))
    assert (told.name, told.phone, told.email, told.address, told.receipt_due) == ("", "", "", "", None)


def test_somebody_who_is_logged_in_is_not_written_down(duty: Duty):
    citizen = duty.world.citizen()
    with acting_as(citizen, purpose=Purpose.PUBLIC, at=duty.at):
        assert isinstance(dialogue.receive_concern(new=duty.new(), at=duty.at), dialogue.Received)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        assert not Entry.objects.filter(subject=citizen.subject).exists()
        assert set(Entry.objects.filter(action="concern.receive").values_list("subject", flat=True)) == {"anonymous:0"}


@pytest.mark.parametrize("function", [one for one in Function if one.is_professional])
def test_a_professional_cannot_be_anonymous(duty: Duty, function: Function):
    for who in (dialogue.Who(function, anonymous=True), dialogue.Who(function, phone="09990041")):
        with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=duty.at):
            told = dialogue.receive_concern(new=duty.new(who=who), at=duty.at)
        assert isinstance(told, Refusal)
        assert told.code == "professional_is_named"
    assert references(duty, duty.adviser) == []


def test_a_personal_number_in_the_text_is_cut_off(duty: Duty):
    row = duty.row(duty.receive(seen="Barnet har nummer 720119-4123 og går i 1. klasse."))
    assert row.seen == "Barnet har nummer 720119-•••• og går i 1. klasse."


def test_the_clock_of_a_telephone_call_begins_with_the_call(duty: Duty):
    heard = duty.at - timedelta(hours=3)
    row = duty.row(duty.record(received_at=heard))
    assert row.assess_by == heard + timedelta(hours=24)
    assert duty.row(duty.record(received_at=duty.at + timedelta(hours=5))).received_at == duty.at


def test_many_at_once_are_kept_with_their_clock_in_a_list_of_their_own(duty: Duty):
    sent = [duty.receive() for _ in range(25)]
    with duty.as_(duty.adviser):
        board = dialogue.duty_board(by=duty.adviser, at=duty.at)
    assert {one.reference for one in board.open} == set(sent)
    assert len(board.held_back) == 5
    later = duty.receive(at=duty.at + timedelta(minutes=11))
    assert not duty.row(later).held_back


def test_one_that_is_told_to_staff_is_never_held_back(duty: Duty):
    for _ in range(22):
        duty.receive()
    assert not duty.row(duty.record()).held_back


def test_files_belong_to_the_notification_and_to_no_other_visitor(duty: Duty):
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=duty.at):
        stored = files.store(content=BytesIO(PDF), name="billede.pdf", by=ANONYMOUS, at=duty.at)
        assert isinstance(stored, files.Stored)
        told = dialogue.receive_concern(new=duty.new(file_ids=[stored.id]), at=duty.at)
        assert isinstance(told, dialogue.Received)
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=duty.at):
        assert not StoredFile.objects.exists()
    with duty.as_(duty.outsider):
        assert not StoredFile.objects.exists()
    with duty.as_(duty.adviser):
        found = dialogue.find_concern(reference=told.reference, by=duty.adviser, at=duty.at)
        assert [one.name for one in found.files] == ["billede.pdf"]


def test_the_database_refuses_one_without_a_clock(duty: Duty):
    row = duty.row(duty.receive())
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at), pytest.raises(DatabaseError), transaction.atomic():
        Concern.objects.filter(pk=row.pk).update(assess_by=row.received_at)


def test_a_visitor_cannot_add_one_that_is_dealt_with(duty: Duty):
    """What anybody may add is a new one, and nothing else: the database holds that too."""
    row = duty.row(duty.receive())
    forged = replace_row(row)
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=duty.at), pytest.raises(DatabaseError), transaction.atomic():
        insert([forged])


def replace_row(row: Concern) -> Concern:
    row.pk, row.sent_key, row.reference = uuid4(), uuid4(), "UN-AAAA-AAAA"
    row.version = 7
    return row


def test_without_a_responsible_unit_everybody_on_duty_sees_it(duty: Duty):
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        Responsibility.objects.filter(case_type_key=dialogue.SCREENING).delete()
    reference = duty.receive()
    assert references(duty, duty.outsider) == [reference]


def test_only_staff_who_may_open_a_case_write_one_down(duty: Duty):
    citizen = duty.world.citizen()
    new = replace(duty.new(), channel=Channel.PHONE)
    with acting_as(citizen, purpose=Purpose.PUBLIC, at=duty.at), pytest.raises(Hidden):
        dialogue.record_concern(new=new, by=citizen, at=duty.at)
