"""A request handed in is a case with its journal, its documents, its first facts and its receipt."""

from datetime import date, datetime

import pytest
from tests.apps.dialogue.conftest import ANSWERS, SYSTEM, Desk

from borgerfokus.apps.assessment.models import Evidence
from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.apps.dialogue.models import Request
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.drafts.models import Draft
from borgerfokus.foundation.outbox.models import Message


def test_a_request_opens_a_case_and_promises_a_date(desk: Desk) -> None:
    citizen = desk.world.citizen()
    done = desk.hand_in(desk.request(citizen), by=citizen)
    assert (done.promised_on, done.again) == (date(2027, 1, 18), False)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        case = Case.objects.get(pk=done.case_id)
        assert (case.number, case.phase, case.need) == (done.case_number, "intake", ANSWERS["what_is_hard"])
        row = Request.objects.get(case=case)
        assert (row.promised_on, row.relation, row.submitted_by) == (done.promised_on, "self", citizen.subject)
        assert row.answers["areas"] == ["post", "money"]
        kinds = list(Event.objects.filter(case=case).order_by("seq").values_list("kind", flat=True))
    assert kinds[:2] == ["case.opened", "statement.given"]
    assert kinds[-3:] == ["request.received", "document.added", "notice.sent"]


def test_the_citizen_reads_the_request_and_the_receipt_in_the_journal(desk: Desk) -> None:
    citizen = desk.world.citizen()
    done = desk.hand_in(desk.request(citizen), by=citizen)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        lines = journal.lines(case_id=done.case_id, by=citizen, at=desk.at)
    receipt, request = sorted(lines, key=lambda line: line.kind)
    assert (request.kind, request.title) == ("statement", "Ansøgning: Støtte i hverdagen")
    assert "Hvad er svært for dig?\nJeg kan ikke overskue min post." in request.body
    assert (receipt.kind, receipt.title) == ("letter", "Vi har fået din ansøgning")
    assert "Du får svar senest den 18. januar 2027." in receipt.body
    assert receipt.document is not None
    assert (receipt.document.direction, receipt.document.state) == ("out", "clean")


def test_the_receipt_is_in_the_outbox_and_on_the_request(desk: Desk) -> None:
    citizen = desk.world.citizen()
    done = desk.hand_in(desk.request(citizen), by=citizen)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.at):
        message = Message.objects.get(case_id=done.case_id)
        assert (message.kind, message.person_id, message.channel) == ("notice.receipt", citizen.id, "digital_post")
        assert Request.objects.get(case_id=done.case_id).receipt_id == message.message_id


def test_the_answers_are_the_first_facts_of_the_case(desk: Desk) -> None:
    citizen = desk.world.citizen()
    file_id = desk.upload(citizen)
    answers = {**ANSWERS, "admitted": "yes", "discharge_letter": [file_id]}
    done = desk.hand_in(desk.request(citizen, answers=answers), by=citizen)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        found = {row.fact: row for row in Evidence.objects.filter(case_id=done.case_id)}
        document = next(
            line for line in journal.lines(case_id=done.case_id, by=citizen, at=desk.at) if line.kind == "document"
        )
    assert {"O1", "O2", "O3", "O6", "O9", "O10"} == set(found)
    assert (found["O3"].value, found["O3"].kind, found["O3"].source) == ("I egen bolig", "statement", "borgeren")
    assert (found["O10"].kind, found["O10"].entry_id) == ("document", document.id)
    assert document.document is not None
    assert document.document.file_id == file_id
    assert all(row.party_knows and not row.against_party for row in found.values())


def test_errors_are_all_told_and_nothing_is_kept(desk: Desk) -> None:
    citizen, other = desk.world.citizen(), desk.world.citizen("Lene")
    anothers = desk.upload(other)
    answers = {**ANSWERS, "housing": "castle", "admitted": "yes", "discharge_letter": [anothers], "x": "y"}
    told = desk.try_to_hand_in(desk.request(citizen, answers=answers), by=citizen)
    assert isinstance(told, tuple)
    assert {(one.field, one.code) for one in told} == {
        ("housing", "not_a_choice"),
        ("discharge_letter", "unknown_file"),
        ("x", "unknown_field"),
    }
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.at):
        assert Case.objects.count() == Request.objects.count() == 0


def test_a_type_that_is_not_in_use_is_refused(desk: Desk) -> None:
    citizen = desk.world.citizen()
    request = desk.request(citizen)
    refused = desk.try_to_hand_in(type(request)(**{**vars(request), "type_key": "sel-999"}), by=citizen)
    assert getattr(refused, "code", "") == "no_case_type"


def test_a_stranger_cannot_ask_for_a_citizen(desk: Desk) -> None:
    citizen, stranger = desk.world.citizen(), desk.world.citizen("Lene")
    with pytest.raises(Hidden):
        desk.try_to_hand_in(desk.request(citizen), by=stranger)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.RECEPTION])
def test_staff_write_a_request_down_for_a_citizen_on_the_phone(desk: Desk, role: Role, now: datetime) -> None:
    citizen = desk.world.citizen()
    staff = desk.world.employee("Rikke", unit="visitation", role=role)
    file_id = desk.upload(staff)
    answers = {**ANSWERS, "admitted": "yes", "discharge_letter": [file_id]}
    request = desk.request(citizen, channel="phone", answers=answers)
    done = desk.hand_in(request, by=staff)
    assert desk.hand_in(request, by=staff).case_number == done.case_number
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=now):
        row = Request.objects.get(case_id=done.case_id)
        assert (row.relation, row.submitted_by, row.channel) == ("staff", staff.subject, "phone")
        lines = {line.kind: line for line in journal.lines(case_id=done.case_id, by=citizen, at=now)}
        assert Evidence.objects.get(case_id=done.case_id, fact="O1").source == "borgeren"
    assert lines["statement"].author == staff.subject
    assert "En af os skrev ansøgningen ned" in lines["letter"].body
    with acting_as(staff, purpose=Purpose.CASEWORK, at=now):
        assert Case.objects.filter(pk=done.case_id).count() == 0


def test_the_draft_is_gone_when_the_request_is_sent(desk: Desk) -> None:
    from borgerfokus.apps.dialogue import service as dialogue

    citizen = desk.world.citizen()
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        started = dialogue.start_or_resume(type_key="sel-85", citizen_id=citizen.id, by=citizen, at=desk.at)
        assert isinstance(started, dialogue.Started)
        dialogue.save_draft(started=started, answers={"wishes": "Sove"}, by=citizen, at=desk.at)
    desk.hand_in(desk.request(citizen, key=started.idempotency_key), by=citizen)
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        assert Draft.objects.count() == 0
