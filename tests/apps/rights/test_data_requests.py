"""Correction and erasure on request: asked by the citizen, answered within a month, both versions kept."""

from datetime import date

import pytest
from tests.apps.rights.scene import OPEN, Rights

from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.journal.models import EntryText
from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.models import DataRequest
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.outbox.models import Message

CORRECTION, ERASURE = rights.DataRequestKind.CORRECTION, rights.DataRequestKind.ERASURE


def ask(scene: Rights, kind: rights.DataRequestKind = CORRECTION, by: Actor | None = None) -> int | Refusal:
    actor = by or scene.citizen
    with scene.as_(actor):
        entry = kind == CORRECTION
        new = rights.NewDataRequest(
            kind=kind,
            should="Naboen hedder Grete.",
            says="Naboen Gerda hjælper.",
            target_kind=rights.TargetKind.ENTRY if entry else rights.TargetKind.OTHER,
            target=str(scene.entries["open"]) if entry else "",
        )
        return rights.ask_data(case_id=scene.scene.case_id, new=new, by=actor, at=scene.at)


def answer(scene: Rights, request_id: int | Refusal, outcome: str, **more: str) -> Refusal | None:
    assert isinstance(request_id, int), request_id
    with scene.as_(scene.karen):
        new = rights.DataAnswer(rights.DataOutcome(outcome), "Det har vi set på.", version=1, **more)
        return rights.answer_data(request_id=request_id, new=new, by=scene.karen, at=scene.at)


def test_it_is_a_task_of_the_caseworker_with_the_month_of_the_regulation(scene: Rights) -> None:
    request_id = ask(scene)
    with scene.as_(scene.karen):
        row = DataRequest.objects.get(pk=request_id)
        task = Task.objects.get(reference=f"data:{row.pk}")
    assert row.due == date(2026, 12, 23)
    assert task.employee_id == scene.karen.id


def test_a_correction_keeps_both_versions_and_writes_to_the_citizen(scene: Rights) -> None:
    request_id = ask(scene)
    done = answer(scene, request_id, "corrected", title="Samtale", body=OPEN.replace("Gerda", "Grete"))
    assert done is None
    with scene.as_(scene.karen):
        texts = EntryText.objects.filter(entry_id=scene.entries["open"]).order_by("number")
        bodies = [row.body for row in texts]
        assert Task.objects.get(reference=f"data:{request_id}").done_at is not None
    assert "Gerda" in bodies[0]
    assert "Grete" in bodies[1]
    with scene.as_(scene.citizen):
        assert Message.objects.filter(kind="rights.data", reference=f"data:{request_id}").count() == 1


def test_a_disagreement_stands_in_the_journal_and_the_text_stays(scene: Rights) -> None:
    assert answer(scene, ask(scene), "noted") is None
    with scene.as_(scene.karen):
        assert EntryText.objects.filter(entry_id=scene.entries["open"]).count() == 1
        noted = EntryText.objects.get(title="Borgeren er uenig i en oplysning")
    assert "Naboen hedder Grete." in noted.body


@pytest.mark.parametrize(
    ("kind", "outcome"), [(CORRECTION, "proposed"), (ERASURE, "corrected"), (ERASURE, "noted")]
)
def test_an_answer_fits_what_was_asked(scene: Rights, kind: rights.DataRequestKind, outcome: str) -> None:
    refused = answer(scene, ask(scene, kind), outcome)
    assert refused is not None
    assert refused.code == "rights.not_that_outcome"


def test_it_is_answered_once(scene: Rights) -> None:
    request_id = ask(scene)
    assert answer(scene, request_id, "refused") is None
    again = answer(scene, request_id, "refused")
    assert again is not None
    assert again.code == "rights.answered"


def test_nothing_is_asked_without_words(scene: Rights) -> None:
    with scene.as_(scene.citizen):
        new = rights.NewDataRequest(kind=CORRECTION, should="  ")
        refused = rights.ask_data(case_id=scene.scene.case_id, new=new, by=scene.citizen, at=scene.at)
    assert isinstance(refused, Refusal)


def test_a_stranger_and_a_caseworker_do_not_ask_for_the_citizen(scene: Rights) -> None:
    for actor in (scene.scene.world.citizen("Else", "Fremmed"), scene.karen):
        with pytest.raises(Hidden):
            ask(scene, by=actor)
