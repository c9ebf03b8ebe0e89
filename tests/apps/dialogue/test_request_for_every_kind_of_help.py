"""Every shipped kind of help can be asked for, and is answered with a receipt that names a date."""

from datetime import date, timedelta

import pytest
from tests.apps.dialogue.conftest import SYSTEM, Desk
from tests.foundation.text.reading import text_of

from borgerfokus.apps.casework.models import Deadline
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.casework.casetype import CaseType, FieldKind, FormField, load_shipped
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox.models import Message
from borgerfokus.foundation.people.models import Address


def filled(field: FormField, file_id: int) -> object:
    """An answer of the right kind."""
    answers = {
        FieldKind.TEXT: "Kort svar",
        FieldKind.LONG_TEXT: "Et længere svar {med} tegn & <tags>.",
        FieldKind.CHOICE: field.choices[0].key if field.choices else "",
        FieldKind.CHOICES: [choice.key for choice in field.choices],
        FieldKind.YES_NO: "yes",
        FieldKind.DATE: "2026-11-22",
        FieldKind.NUMBER: "1.250,50",
        FieldKind.FILE: [file_id],
        FieldKind.GROUP: [{one.key: filled(one, file_id) for one in field.fields}],
    }
    return answers[field.kind]


@pytest.mark.parametrize("spec", load_shipped(), ids=lambda spec: spec.key)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_form_filled_in_to_the_last_field_is_taken(desk: Desk, spec: CaseType, language: str) -> None:
    citizen = desk.world.citizen()
    answers = {field.key: filled(field, desk.upload(citizen)) for field in spec.fields}
    request = dialogue.NewRequest(
        type_key=spec.key,
        citizen_id=citizen.id,
        answers=answers,
        idempotency_key="k",
        received_at=desk.at,
        language=language,
    )
    done = desk.hand_in(request, by=citizen)
    assert done.promised_on is not None
    assert done.promised_on > desk.at.date()
    with acting_as(citizen, purpose=Purpose.OWN_CASE, at=desk.at):
        lines = journal.lines(case_id=done.case_id, by=citizen, at=desk.at)
    (letter,) = [line for line in lines if line.kind == "letter"]
    assert str(done.promised_on.year) in letter.body
    assert spec.title_citizen.in_(language) in letter.body


def test_rehabilitation_is_counted_from_the_day_of_coming_home(desk: Desk) -> None:
    (spec,) = [one for one in load_shipped() if one.key == "sul-140"]
    citizen = desk.world.citizen()
    answers = {field.key: filled(field, desk.upload(citizen)) for field in spec.fields}
    request = dialogue.NewRequest(
        type_key="sul-140", citizen_id=citizen.id, answers=answers, idempotency_key="k", received_at=desk.at
    )
    done = desk.hand_in(request, by=citizen)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.at):
        due = dict(Deadline.objects.filter(case_id=done.case_id).values_list("key", "due"))
    assert due["offer"] == date(2026, 11, 30)


def test_a_letter_on_paper_counts_from_the_day_it_came(desk: Desk) -> None:
    citizen, staff = desk.world.citizen(), desk.world.employee("Rikke")
    request = desk.request(citizen, channel="letter", received_at=desk.at - timedelta(days=7))
    assert desk.hand_in(request, by=staff).promised_on == date(2027, 1, 11)


def test_a_citizen_cannot_choose_the_day_of_the_request(desk: Desk) -> None:
    citizen = desk.world.citizen()
    request = desk.request(citizen, received_at=desk.at - timedelta(days=700))
    assert desk.hand_in(request, by=citizen).promised_on == date(2027, 1, 18)


@pytest.mark.parametrize("protected", [True, False])
def test_the_address_stands_in_the_letter_unless_it_is_protected(desk: Desk, protected: bool) -> None:
    citizen = desk.world.citizen(protected=protected)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.at):
        Address.objects.create(
            person_id=citizen.id,
            street="Strandvej 12",
            postcode="9990",
            city="Fjordby",
            municipality="0999",
            starts=date(2020, 1, 1),
        )
    desk.hand_in(desk.request(citizen), by=citizen)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=desk.at):
        letter = text_of(files.read_bytes(file_id=Message.objects.get().file_id))
    assert ("Strandvej 12" in letter) is not protected
