"""Access to the file: asked for, treated, read by another, and answered with one PDF that hides nothing it says."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.apps.rights.scene import BLACK, SECRET, Rights, everything_in
from tests.foundation.files.builders import PDF
from tests.foundation.text.reading import claims_of, text_of

from borgerfokus.apps.decisions.models import Decision
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import EntryText
from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.models import AccessItem, AccessRequest
from borgerfokus.apps.rights.queries import file as made_of
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rights import Ground, Treatment
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.outbox.models import Message


def partly(scene: Rights) -> tuple[int, bytes]:
    """One passage of the open note blacked out, the withheld note excepted, the rest as proposed."""
    request_id = scene.asked()
    scene.prepared(request_id)
    done = scene.treat(
        request_id,
        f"entry:{scene.entries['open']}",
        treatment=Treatment.PARTLY,
        ground=Ground.OTHERS,
        phrases=[BLACK],
    )
    assert done is None, done
    scene.settle_rest(request_id)
    scene.reasoned(request_id)
    return request_id, scene.answered(request_id)


def test_it_is_due_after_the_working_days_of_the_act(scene: Rights) -> None:
    request_id = scene.asked()
    with scene.as_(scene.karen):
        row = AccessRequest.objects.get(pk=request_id)
    assert row.due == date(2026, 12, 2), "seven working days after Monday 23 November"
    assert row.task_id is not None


def test_what_the_journal_withholds_is_proposed_as_excepted_and_internal_papers_too(scene: Rights) -> None:
    request_id = scene.asked()
    scene.prepared(request_id)
    held = scene.item(request_id, f"entry:{scene.entries['held']}")
    assert (held.treatment, held.ground, held.settled) == ("excepted", "others", False)
    open_one = scene.item(request_id, f"entry:{scene.entries['open']}")
    assert (open_one.treatment, open_one.ground) == ("released", "")


def test_the_copy_says_what_is_left_out_and_why_and_how_to_appeal(scene: Rights) -> None:
    _id, pdf = partly(scene)
    text = text_of(pdf)
    for part in (
        "Vi talte om hverdagen",
        "[udeladt, forvaltningsloven § 15 b, nr. 5]",
        "Posten hober sig op",
        "Hensyn til andre personer, forvaltningsloven § 15 b, nr. 5",
        "Der står noget om en anden person",
        "Du kan klage",
        "Ankestyrelsen",
        "Aktliste",
    ):
        assert part in text, part


def test_not_a_byte_of_what_is_left_out_is_in_the_copy(scene: Rights) -> None:
    _id, pdf = partly(scene)
    inside = everything_in(pdf) + text_of(pdf)
    for canary in (SECRET, SECRET[:11], "Gerda"):
        assert canary not in inside, canary
        assert canary.encode("utf-16-be") not in pdf, canary
    assert "Mads" in text_of(pdf), "the reader of the test does find what is there"


def test_the_test_of_the_bytes_can_fail(scene: Rights, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: the black-out is forgotten, and the exception is."""
    forgotten: Callable[..., str] = lambda record, _item, language: record.text  # noqa: E731
    monkeypatch.setattr(made_of, "given_text", forgotten)
    _id, pdf = partly(scene)
    inside = text_of(pdf)
    assert "Gerda" in inside
    assert SECRET in inside


def test_the_stored_text_never_changes(scene: Rights) -> None:
    with scene.as_(scene.karen):
        before = list(EntryText.objects.order_by("pk").values_list("title", "body"))
    partly(scene)
    with scene.as_(scene.karen):
        after = list(EntryText.objects.order_by("pk").values_list("title", "body"))
    assert after[: len(before)] == before


def test_the_copy_is_accessible_and_archival(scene: Rights) -> None:
    _id, pdf = partly(scene)
    claims = claims_of(pdf)
    assert claims == {"pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1"}


def test_it_is_sent_and_stands_in_the_journal_and_the_citizen_reads_it(scene: Rights) -> None:
    request_id, _pdf = partly(scene)
    with scene.as_(scene.citizen):
        row = AccessRequest.objects.get(pk=request_id)
        lines = journal.lines(case_id=scene.scene.case_id, by=scene.citizen, at=scene.at)
        assert row.entry_id in {line.id for line in lines}
        assert Message.objects.filter(reference=f"access:{request_id}", kind="rights.access").exists()
        assert not AccessItem.objects.exists(), "how each record was treated is for the staff"


def test_a_refusal_needs_reasons_a_word_on_more_access_and_a_second_reader(scene: Rights) -> None:
    request_id = scene.asked()
    scene.prepared(request_id)
    with scene.as_(scene.karen):
        row = AccessRequest.objects.get(pk=request_id)
        wrong = rights_faults(scene, row)
    assert {"access.not_settled", "access.no_reasons", "access.more_access", "access.not_read"} <= wrong
    with scene.as_(scene.karen):
        refused = rights_answer(scene, request_id)
    assert isinstance(refused, Refusal)


def rights_faults(scene: Rights, row: AccessRequest) -> set[str]:
    treated = rights.treated_of(request=row, by=scene.karen, at=scene.at)
    return {one.code for one in rights.faults_of(request=row, treated=treated)}


def rights_answer(scene: Rights, request_id: int) -> Refusal | None:
    return rights.answer(request_id=request_id, by=scene.karen, at=scene.at)


def test_whoever_prepared_it_does_not_read_it(scene: Rights) -> None:
    request_id = scene.asked()
    scene.prepared(request_id)
    with scene.as_(scene.karen):
        refused = read(scene, request_id)
    assert refused is not None
    assert refused.code == "rights.own_reader"


def read(scene: Rights, request_id: int) -> Refusal | None:
    return rights.read_through(request_id=request_id, by=scene.karen, at=scene.at)


def test_a_change_after_the_reading_is_read_again(scene: Rights) -> None:
    request_id = scene.asked()
    scene.prepared(request_id)
    scene.settle_rest(request_id)
    scene.reasoned(request_id)
    done = scene.treat(
        request_id, f"entry:{scene.entries['open']}", treatment=Treatment.EXCEPTED, ground=Ground.OTHERS
    )
    assert done is None
    with scene.as_(scene.karen):
        assert AccessRequest.objects.get(pk=request_id).read_at is None


def test_a_phrase_that_does_not_stand_there_is_told(scene: Rights) -> None:
    request_id = scene.asked()
    scene.prepared(request_id)
    done = scene.treat(
        request_id,
        f"entry:{scene.entries['open']}",
        treatment=Treatment.PARTLY,
        ground=Ground.OTHERS,
        phrases=["Det står ikke her"],
    )
    assert done is not None
    assert done.code == "rights.phrase_missing"


def test_a_corrected_text_is_marked_again(scene: Rights) -> None:
    request_id = scene.asked()
    scene.prepared(request_id)
    source = f"entry:{scene.entries['open']}"
    scene.treat(request_id, source, treatment=Treatment.PARTLY, ground=Ground.OTHERS, phrases=[BLACK])
    scene.settle_rest(request_id)
    scene.reasoned(request_id)
    with scene.as_(scene.karen):
        done = journal.correct(
            entry_id=scene.entries["open"],
            version=1,
            title="Samtale",
            body=f"Rettet. {BLACK}",
            reason="fejl",
            by=scene.karen,
            at=scene.at,
        )
        assert done is None
        refused = rights_answer(scene, request_id)
    assert refused is not None
    assert refused.code == "edit.conflict"


def test_a_document_is_enclosed_or_left_out_whole(scene: Rights) -> None:
    from borgerfokus.foundation.files import service as files

    with scene.as_(scene.karen):
        stored = files.store_made(
            content=PDF, name="epikrise.pdf", by=scene.karen, at=scene.at, case_id=scene.scene.case_id
        )
        document = journal.NewDocument(file_id=stored.id, title="Epikrise fra sygehus", direction="in")
        entry = journal.add_document(case_id=scene.scene.case_id, document=document, by=scene.karen, at=scene.at)
    request_id = scene.asked()
    scene.prepared(request_id)
    done = scene.treat(
        request_id,
        f"entry:{entry}",
        treatment=Treatment.EXTRACT,
        ground=Ground.OTHERS,
        extract="Lægen skriver, at du sover dårligt.",
    )
    assert done is None
    scene.settle_rest(request_id)
    scene.reasoned(request_id)
    text = text_of(scene.answered(request_id))
    assert "Epikrise" not in text
    assert "du sover dårligt" in text


def test_the_time_to_appeal_stands_still_and_at_least_the_days_of_the_act_are_left(scene: Rights) -> None:
    decision_id = scene.scene.issued()
    scene.scene.received(decision_id, scene.at)
    with scene.as_(scene.karen):
        until = Decision.objects.get(pk=decision_id).appeal_until
    assert until is not None
    late = scene.at + (until - scene.at.date()) - timedelta(days=3)
    request_id = scene.asked(late)
    with scene.as_(scene.karen):
        assert Decision.objects.get(pk=decision_id).appeal_until is None
    scene.prepared(request_id)
    scene.settle_rest(request_id)
    scene.reasoned(request_id)
    answered = late + timedelta(days=5)
    scene.answered(request_id, answered)
    with scene.as_(scene.karen):
        assert Decision.objects.get(pk=decision_id).appeal_until == answered.date() + timedelta(days=14)


def test_a_letter_gives_a_later_date_with_the_reason_before_the_first_has_passed(scene: Rights) -> None:
    request_id = scene.asked()
    with scene.as_(scene.karen):
        done = delay(scene, request_id, date(2026, 12, 9))
        row = AccessRequest.objects.get(pk=request_id)
    assert done is None
    assert (row.first_due, row.due) == (date(2026, 12, 2), date(2026, 12, 9))
    with scene.as_(scene.citizen):
        assert Message.objects.filter(kind="rights.access_delay").count() == 1
    with scene.as_(scene.karen):
        assert delay(scene, request_id, date(2026, 12, 9)) is not None, "not the same day again"


def delay(scene: Rights, request_id: int, day: date) -> Refusal | None:
    return rights.delay(
        request_id=request_id, reason="Der er mange papirer.", expected_on=day, by=scene.karen, at=scene.at
    )


def test_a_complaint_over_the_delay_is_taken_when_the_days_are_gone_and_passed_on(scene: Rights) -> None:
    request_id = scene.asked()
    with scene.as_(scene.citizen):
        early = complain(scene, request_id, 3)
    assert early is not None
    with scene.as_(scene.citizen, scene.at + timedelta(days=15)):
        assert complain(scene, request_id, 15) is None
        row = AccessRequest.objects.get(pk=request_id)
    assert row.forward_by == date(2026, 12, 17), "seven working days after 8 December"
    with scene.as_(scene.karen, scene.at + timedelta(days=16)):
        done = rights_forward(scene, request_id)
        assert done is None
        assert AccessRequest.objects.get(pk=request_id).forwarded_at is not None


def complain(scene: Rights, request_id: int, days: int) -> Refusal | None:
    return rights.complain(
        request_id=request_id, text="Jeg venter stadig.", by=scene.citizen, at=scene.at + timedelta(days=days)
    )


def rights_forward(scene: Rights, request_id: int) -> Refusal | None:
    return rights.forward_complaint(request_id=request_id, by=scene.karen, at=scene.at + timedelta(days=16))


def test_somebody_who_is_no_party_gets_nothing_personal_and_is_registered_all_the_same(scene: Rights) -> None:
    with scene.as_(scene.karen):
        new = rights_new(name="Journalist Jens Spørger", reach="jens@eksempel.dk", channel="e_mail")
        request_id = record(scene, new)
        assert isinstance(request_id, int)
    scene.prepared(request_id)
    with scene.as_(scene.karen):
        treatments = set(AccessItem.objects.filter(request_id=request_id).values_list("treatment", "ground"))
    assert treatments == {("excepted", "private")}
    scene.settle_rest(request_id)
    scene.reasoned(request_id)
    pdf = scene.answered(request_id)
    inside = everything_in(pdf) + text_of(pdf)
    for canary in ("Mads", "hverdagen", SECRET, "Bostøtte"):
        assert canary not in inside, canary
    assert "offentlighedsloven § 30, nr. 1" in text_of(pdf)
    with scene.as_(scene.citizen):
        assert not AccessRequest.objects.filter(pk=request_id).exists()
        assert "Jens" not in json.dumps([str(row.title) for row in Message.objects.all()])


def rights_new(**how: str) -> rights.NewAccess:
    return rights.NewAccess(wanted="Sagen", **how)  # type: ignore[arg-type]


def record(scene: Rights, new: rights.NewAccess) -> int | Refusal:
    return rights.record(case_id=scene.scene.case_id, new=new, by=scene.karen, at=scene.at)


def test_a_stranger_asks_for_nothing(scene: Rights) -> None:
    stranger = scene.scene.world.citizen("Else", "Fremmed")
    with pytest.raises(Hidden), scene.as_(stranger):
        ask_as(scene, stranger)


def ask_as(scene: Rights, actor: object) -> object:
    return rights.ask(case_ids=[scene.scene.case_id], new=rights.NewAccess(), by=actor, at=scene.at)  # type: ignore[arg-type]


def test_it_is_asked_for_once_at_a_time(scene: Rights) -> None:
    scene.asked()
    with scene.as_(scene.citizen):
        again = ask_as(scene, scene.citizen)
    assert isinstance(again, Refusal)


