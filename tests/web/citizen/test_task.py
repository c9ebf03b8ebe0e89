"""A task is answered with a file, in words, or with a no; once, and by those who may."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.factories.login import log_in
from tests.web.citizen.scene import PDF, Scene

from borgerfokus.apps.journal.models import Entry, EntryText
from borgerfokus.core.access import Scope


def upload(name: str = "brev.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def key(body: str) -> str:
    found = re.search(r'name="once" value="([0-9a-f]{32})"', body)
    assert found
    return found[1]


def test_what_is_taken_is_said_before(scene: Scene, mads: Client):
    body = mads.get(f"/min/opgave/{scene.ask('O10')}/").content.decode()
    assert "Højst 20 MB" in body
    assert 'accept="image/*' in body


def test_a_file_answers_the_task_and_the_case_goes_on(scene: Scene, mads: Client):
    task = scene.ask("O10")
    answer = mads.post(f"/min/opgave/{task}/", {"way": "file", "files": [upload(), upload("side 2.pdf")]}, follow=True)
    assert "Vi har fået det" in answer.content.decode()
    assert scene.reread().waiting_for == ""
    with scene.as_(scene.karen):
        assert Entry.objects.filter(case=scene.case, kind="document").count() == 2
    assert "Opgaven er løst." in mads.get(f"/min/opgave/{task}/", follow=True).content.decode()


def test_the_same_form_sent_twice_is_one_answer(scene: Scene, mads: Client):
    task = scene.ask("O10", "O1")
    once = key(mads.get(f"/min/opgave/{task}/").content.decode())
    post = {"way": "words", "text": "Jeg har kun min egen besked.", "once": once}
    for _ in range(2):
        assert mads.post(f"/min/opgave/{task}/", post)["Location"] == f"/min/sag/{scene.case.number}/"
    with scene.as_(scene.karen):
        assert EntryText.objects.filter(case=scene.case, body=post["text"]).count() == 1


def test_a_bad_file_says_what_is_wrong_and_keeps_nothing(scene: Scene, mads: Client):
    task = scene.ask("O10")
    answer = mads.post(f"/min/opgave/{task}/", {"way": "file", "files": [upload(), upload("virus.exe", b"MZ..")]})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "virus.exe: Vi kan ikke tage imod denne slags fil." in body
    with scene.as_(scene.karen):
        assert not Entry.objects.filter(case=scene.case, kind="document").exists()
    again = {"way": "file", "files": [upload()], "once": key(body)}
    assert mads.post(f"/min/opgave/{task}/", again).status_code == 302


@pytest.mark.parametrize("way", ["file", "words"])
def test_an_empty_answer_is_refused_with_a_word(scene: Scene, mads: Client, way: str):
    answer = mads.post(f"/min/opgave/{scene.ask('O10')}/", {"way": way})
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()


@pytest.mark.parametrize(("way", "said"), [("none", "Jeg har det ikke."), ("no", "Jeg vil ikke dele det.")])
def test_one_may_say_no(scene: Scene, mads: Client, way: str, said: str):
    assert mads.post(f"/min/opgave/{scene.ask('O10')}/", {"way": way}).status_code == 302
    with scene.as_(scene.karen):
        assert EntryText.objects.filter(case=scene.case, body=said).exists()


def test_what_is_typed_is_kept_and_back_next_time(scene: Scene, mads: Client):
    task = scene.ask("O10")
    saved = mads.post(f"/min/kladde/answer-{task}/", {"text": "Jeg er ved at finde"}, HTTP_X_AUTOSAVE="1")
    assert saved.content.decode() == "Kladden er gemt kl. 12.00"
    assert "Jeg er ved at finde" in mads.get(f"/min/opgave/{task}/").content.decode()
    mads.post(f"/min/opgave/{task}/", {"way": "words", "text": "Her er det"})
    other = scene.client(scene.person("Ida", "Lund"))
    assert "Jeg er ved at finde" not in other.get("/min/").content.decode()


def test_others_find_no_task(scene: Scene):
    task = scene.ask("O10")
    stranger = scene.client(scene.person("Fremmed", "Person"))
    assert stranger.get(f"/min/opgave/{task}/").status_code == 404
    assert stranger.post(f"/min/opgave/{task}/", {"way": "none"}).status_code == 404
    reader = scene.person("Ida", "Lund")
    scene.power(reader, Scope.READ)
    assert scene.client(reader).get(f"/min/opgave/{task}/").status_code == 404
    helper = scene.person("Ole", "Lund")
    scene.power(helper, Scope.ACT)
    assert scene.client(helper).post(f"/min/opgave/{task}/", {"way": "none"}).status_code == 302


def test_a_document_nobody_asked_for_can_be_sent(scene: Scene, mads: Client):
    address = f"/min/sag/{scene.case.number}/dokument/"
    post = {"title": "Brev fra lægen", "files": [upload("læge.pdf")]}
    assert mads.post(address, post).status_code == 302
    journal = mads.get(f"/min/sag/{scene.case.number}/journal/").content.decode()
    assert "Brev fra lægen" in journal
    assert mads.post(address, {}).status_code == 422


def test_session_that_ran_out_keeps_the_text(scene: Scene, mads: Client):


    task = scene.ask("O10")
    later = scene.at + timedelta(hours=3)
    with time_machine.travel(later, tick=False):
        answer = mads.post(f"/min/opgave/{task}/", {"way": "words", "text": "Det står i brevet fra juni"})
        assert "/log-ind/afsluttet" in answer["Location"]
        log_in(mads, scene.mads, at=later)
        kept = mads.get("/log-ind/fortsaet").content.decode()
    assert "Det står i brevet fra juni" in kept
