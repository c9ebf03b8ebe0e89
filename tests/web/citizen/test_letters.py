"""Letters: listed, read on the page with the outcome first, marked as read by the receiver alone, and as a PDF."""

from datetime import datetime

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.world import World
from tests.web.citizen import decided
from tests.web.citizen.scene import Scene

from borgerfokus.core.access import Scope
from borgerfokus.foundation.outbox.models import Message, Receipt


@pytest.fixture
def decision(world: World, now: datetime) -> tuple[Scene, int]:
    return decided.make(world, received=now)


def test_the_letter_says_the_outcome_first_then_why_facts_and_rules(decision: tuple[Scene, int]):
    scene, decision_id = decision
    address = f"/min/breve/{decided.message_of(scene, decision_id)}/"
    body = scene.client(scene.mads).get(address).content.decode()
    order = [
        "Du får støtte 4 timer om ugen",
        "Vi har sagt nej til støtte 2 timer om aftenen.",
        "Hvorfor vi har valgt sådan",
        "Det bygger vi på",
        "Reglerne",
        "Er du uenig?",
    ]
    places = [body.index(text, body.index("<main")) for text in order]
    assert places == sorted(places)
    assert "Du kan klage til og med den 21. december 2026." in body


def test_reading_marks_it_once(decision: tuple[Scene, int]):
    scene, decision_id = decision
    message = decided.message_of(scene, decision_id)
    mads = scene.client(scene.mads)
    assert "Ikke læst" in mads.get("/min/breve/").content.decode()
    for _ in range(2):
        assert mads.get(f"/min/breve/{message}/").status_code == 200
    with scene.as_(scene.karen):
        assert Message.objects.get(pk=message).state == "read"
        assert Receipt.objects.filter(message_id=message, kind="read").count() == 1


def test_the_letter_opens_as_it_was_sent(decision: tuple[Scene, int]):
    scene, decision_id = decision
    message = decided.message_of(scene, decision_id)
    answer = scene.client(scene.mads).get(f"/min/breve/{message}/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert "no-store" in answer["Cache-Control"]


def test_a_stranger_finds_no_letter(decision: tuple[Scene, int]):
    scene, decision_id = decision
    stranger = scene.client(scene.person("Fremmed", "Person"))
    message = decided.message_of(scene, decision_id)
    for address in (
        f"/min/breve/{message}/",
        f"/min/breve/{message}/pdf/",
        f"/min/sag/{scene.case.number}/afgoerelse/{decision_id}/",
    ):
        assert stranger.get(address).status_code == 404


def test_who_may_only_read_does_not_mark_it(decision: tuple[Scene, int]):
    scene, decision_id = decision
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.READ)
    message = decided.message_of(scene, decision_id)
    assert scene.client(ida).get(f"/min/breve/{message}/").status_code == 200
    assert "Du får støtte 4 timer" not in scene.client(ida).get("/min/breve/").content.decode()
    with scene.as_(scene.karen):
        assert Message.objects.get(pk=message).state == "received"


def test_who_receives_the_post_sees_it_in_the_list(decision: tuple[Scene, int]):
    scene, _ = decision
    ida = scene.person("Ida", "Lund")
    scene.power(ida, Scope.RECEIVE_POST)
    assert "til Mads Ellekjær" in scene.client(ida).get("/min/breve/").content.decode()


def test_a_letter_that_no_receipt_has_come_for_is_told_of_by_the_worker(world: World):
    scene, decision_id = decided.make(world)
    message = decided.message_of(scene, decision_id)
    assert scene.client(scene.mads).get(f"/min/breve/{message}/").status_code == 200
    assert ProcrastinateJob.objects.filter(task_name="outbox.note_read", args={"message_id": message}).count() == 1


def test_the_case_lists_its_decision(decision: tuple[Scene, int]):
    scene, decision_id = decision
    body = scene.client(scene.mads).get(f"/min/sag/{scene.case.number}/").content.decode()
    assert f"/afgoerelse/{decision_id}/" in body
    assert "Delvist bevilget" in body
