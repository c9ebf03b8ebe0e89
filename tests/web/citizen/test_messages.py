"""The citizen writes from any line of the journal, sees the promise and who answers, and reads the answer."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.foundation.files.builders import PDF
from tests.web.citizen.scene import Scene

from borgerfokus.core.access import Role

KEY = "d" * 32


def start(scene: Scene, browser: Client, **more: str) -> str:
    address = f"/min/sag/{scene.case.number}/beskeder/ny/"
    answer = browser.post(address, {"subject": "Min hjælp", "text": "Hvornår kommer I?", "once": KEY} | more)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_every_line_of_the_journal_leads_to_a_question_about_it(scene: Scene, mads: Client) -> None:
    scene.note("Samtale om hverdagen", "Vi talte om indkøb.")
    scene.withheld()
    body = mads.get(f"/min/sag/{scene.case.number}/journal/").content.decode()
    links = re.findall(r'href="([^"]+/beskeder/ny/\?[^"]+)"', body)
    assert len(links) == body.count('<li id="entry-') + body.count('<li id="step-')
    for link in links:
        page = mads.get(link)
        assert page.status_code == 200
        assert "Spørgsmål om: " in page.content.decode()


def test_the_promise_stands_where_one_writes_and_where_one_waits(scene: Scene, mads: Client) -> None:
    assert "Du har svar senest " in mads.get(f"/min/sag/{scene.case.number}/beskeder/ny/").content.decode()
    thread = start(scene, mads)
    case = f"/min/sag/{scene.case.number}/"
    for address in (thread, "/min/beskeder/", f"{case}beskeder/", case):
        assert "Du har svar senest " in mads.get(address).content.decode(), address


def test_sent_twice_is_one_thread(scene: Scene, mads: Client) -> None:
    start(scene, mads)
    start(scene, mads)
    body = mads.get(f"/min/sag/{scene.case.number}/beskeder/").content.decode()
    assert body.count("Min hjælp") == 1


def test_what_is_missing_is_told_and_the_same_form_may_be_sent_again(scene: Scene, mads: Client) -> None:
    address = f"/min/sag/{scene.case.number}/beskeder/ny/"
    for subject, text in (("", "Ord"), ("Emne", " "), ("Emne", "x" * 10_001)):
        assert mads.post(address, {"subject": subject, "text": text, "once": KEY}).status_code == 422
    start(scene, mads)


def test_a_file_goes_along_and_is_a_document_of_the_case(scene: Scene, mads: Client) -> None:
    thread = start(scene, mads, files=SimpleUploadedFile("brev.pdf", PDF, "application/pdf"))  # type: ignore[arg-type]
    assert "Filen bliver undersøgt" in mads.get(thread).content.decode()
    assert "Min hjælp: brev.pdf" in mads.get(f"/min/sag/{scene.case.number}/journal/").content.decode()


def test_a_thread_is_closed_opened_and_written_in(scene: Scene, mads: Client) -> None:
    thread = start(scene, mads)
    assert mads.post(thread, {"way": "close"}).status_code == 302
    assert "Lukket" in mads.get(thread).content.decode()
    assert mads.post(thread, {"way": "reopen"}).status_code == 302
    for _time in range(2):
        assert mads.post(thread, {"way": "write", "text": "Kun én gang.", "once": "e" * 32}).status_code == 302
    assert mads.get(thread).content.decode().count("Kun én gang.") == 1
    assert mads.post(thread, {"way": "write", "text": "  "}).status_code == 422
    assert mads.post(thread, {"way": "dance"}).status_code == 404


def test_somebody_elses_thread_is_not_there(scene: Scene, mads: Client) -> None:
    thread = start(scene, mads)
    other = scene.client(scene.world.citizen("Frida", "Holm"))
    assert other.get(thread).status_code == 404
    assert other.post(thread, {"way": "close"}).status_code == 404
    elsewhere = scene.world.case(citizen_id=scene.mads.id, caseworker=scene.karen)
    number = thread.rstrip("/").rpartition("/")[2]
    assert mads.get(f"/min/sag/{elsewhere.number}/beskeder/{number}/").status_code == 404


@pytest.mark.parametrize("query", ["om=x", "om=" + "9" * 40, "skridt=0", "om=1;drop", "skridt=" + "9" * 40])
def test_a_strange_address_is_an_empty_form_or_not_found(scene: Scene, mads: Client, query: str) -> None:
    assert mads.get(f"/min/sag/{scene.case.number}/beskeder/ny/?{query}").status_code in {200, 404}


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{ 7*7 }}", "\ufeff\u202e", "a" * 300, "nul\x00tegn"])
def test_hostile_words_are_words(scene: Scene, mads: Client, text: str) -> None:
    address = f"/min/sag/{scene.case.number}/beskeder/ny/"
    answer = mads.post(address, {"subject": text, "text": text, "once": KEY})
    assert answer.status_code in {302, 400, 422}
    if answer.status_code == 302:
        body = mads.get(answer["Location"]).content.decode()
        assert "<script>alert(1)" not in body


def test_the_list_asks_as_often_whatever_its_length(scene: Scene, mads: Client) -> None:
    start(scene, mads)

    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            assert mads.get("/min/beskeder/").status_code == 200
        return len(found)

    one = asked()
    for number in range(5):
        start(scene, mads, once=str(number) * 32, subject=f"Emne {number}")
    assert asked() == one


def test_who_only_looks_along_does_not_read_in_the_citizens_place(scene: Scene, mads: Client) -> None:
    """Else the citizen would not be told of the next message."""
    thread = start(scene, mads)
    scene.client(scene.world.employee("Nina", role=Role.SECOND_READER)).get(
        thread.replace("/min/sag/", "/sag/")
    )
    assert "Læst af kommunen" not in mads.get(thread).content.decode()
    scene.client(scene.karen).get(thread.replace("/min/sag/", "/sag/"))
    assert "Læst af kommunen" in mads.get(thread).content.decode()
