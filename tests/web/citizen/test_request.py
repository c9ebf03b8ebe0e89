"""Asking for help: page by page, kept on the way, asked again only when needed, read through, sent once."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.citizen.scene import PDF, Scene

from borgerfokus.apps.casework.models import Case
from borgerfokus.core.access import Scope

FORM = "/min/ansoeg/sel-85/"
FIRST = {"what_is_hard": "Post og aftaler", "support_with": ["post"], "wishes": "At handle selv"}
SECOND = {"housing": "own", "work": "sick_leave"}
THIRD = {"admitted": "no", "ask_doctor": "yes"}


def fields(body: str) -> list[str]:
    return re.findall(r'name="asked" value="([a-z_]+)"', body)


def hidden(body: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', body)
    assert found, name
    return found[1]


def send_page(client: Client, step: int, answers: dict[str, Any], **more: Any) -> Any:
    address = f"{FORM}?trin={step}" + (f"&for={more.pop('whom')}" if "whom" in more else "")
    body = client.get(address).content.decode()
    post = {
        "version": hidden(body, "version"),
        "window": hidden(body, "window"),
        "asked": fields(body),
        "do": "next",
        **answers,
        **more,
    }
    return client.post(address, post)


def filled(client: Client, **more: Any) -> str:
    """All pages filled in; the page to read through."""
    whom = {"whom": more["whom"]} if "whom" in more else {}
    support = fields(client.get(FORM).content.decode())[1]
    send_page(client, 1, {**FIRST, support: ["post"]}, **whom)
    send_page(client, 2, SECOND, **whom)
    send_page(client, 3, THIRD, **whom)
    suffix = f"&for={whom['whom']}" if whom else ""
    return client.get(f"{FORM}?trin=4{suffix}").content.decode()


def test_a_request_becomes_a_case_with_a_receipt(scene: Scene, mads: Client):
    body = filled(mads)
    assert "Post og aftaler" in body
    assert "Du får svar inden for 8 uger." in body
    answer = mads.post(f"{FORM}?trin=4", {"do": "send", "key": hidden(body, "key")}, follow=True)
    receipt = answer.content.decode()
    assert "Tak, vi har fået din ansøgning" in receipt
    assert "Du får svar senest den" in receipt
    assert "Det sker der nu" in receipt
    assert mads.get("/min/").content.decode().count("Støtte i hverdagen, sag") == 2


def test_sent_twice_is_one_case(scene: Scene, mads: Client):
    key = hidden(filled(mads), "key")
    first = mads.post(f"{FORM}?trin=4", {"do": "send", "key": key})
    second = mads.post(f"{FORM}?trin=4", {"do": "send", "key": key})
    assert first["Location"] == second["Location"]
    with scene.as_(scene.karen):
        assert Case.objects.filter(citizen_id=scene.mads.id).count() == 2


def test_errors_are_listed_and_the_text_is_kept(mads: Client):
    answer = send_page(mads, 1, {"what_is_hard": "Post", "wishes": ""})
    body = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#wishes"' in body
    assert ">\nPost</textarea>" in body


def test_an_answer_brings_its_question_without_scripts(mads: Client):
    page = mads.get(f"{FORM}?trin=3").content.decode()
    assert "discharge_letter" not in fields(page)
    answer = send_page(mads, 3, {**THIRD, "admitted": "yes"})
    assert answer.status_code == 302
    assert "nyt=1" in answer["Location"]
    again = mads.get(answer["Location"]).content.decode()
    assert "discharge_letter" in fields(again)
    assert "Dit svar giver et spørgsmål mere." in again
    onward = send_page(mads, 3, {**THIRD, "admitted": "yes"})
    assert "trin=4" in onward["Location"]


def test_a_file_follows_the_request(scene: Scene, mads: Client):
    filled(mads)
    send_page(mads, 3, {**THIRD, "admitted": "yes"})
    letter = SimpleUploadedFile("udskrivning.pdf", PDF)
    send_page(mads, 3, {**THIRD, "admitted": "yes", "discharge_letter": letter})
    body = mads.get(f"{FORM}?trin=4").content.decode()
    assert "udskrivning.pdf" in body
    done = mads.post(f"{FORM}?trin=4", {"do": "send", "key": hidden(body, "key")})
    number = done["Location"].rstrip("/").rpartition("/")[2]
    assert "udskrivning.pdf" in mads.get(f"/min/sag/{number}/journal/").content.decode()


def test_a_file_can_be_removed_again(mads: Client):
    send_page(mads, 3, {**THIRD, "admitted": "yes"})
    send_page(mads, 3, {**THIRD, "admitted": "yes", "discharge_letter": SimpleUploadedFile("forkert.pdf", PDF)})
    page = mads.get(f"{FORM}?trin=3").content.decode()
    remove = re.search(r'name="remove" value="([^"]+)"', page)
    assert remove
    body = send_page(mads, 3, {**THIRD, "admitted": "yes", "remove": remove[1]}).content.decode()
    assert "forkert.pdf" not in body


def test_save_and_resume(mads: Client):
    answer = send_page(mads, 1, {"what_is_hard": "Kun halvt"}, do="later")
    assert answer["Location"] == "/min/"
    assert "Det er du begyndt på" in mads.get("/min/").content.decode()
    assert "Kun halvt" in mads.get(FORM).content.decode()
    mads.post(f"{FORM}slet/", {"for": ""})
    assert "Kun halvt" not in mads.get(FORM).content.decode()


def test_a_page_saves_itself(mads: Client):
    body = mads.get(FORM).content.decode()
    post = {"version": hidden(body, "version"), "window": hidden(body, "window"), "asked": fields(body)}
    for text in ("Po", "Post"):
        saved = mads.post(f"{FORM}gem/?trin=1", {**post, "what_is_hard": text}, HTTP_X_AUTOSAVE="1")
        assert saved.status_code == 200
    answer = mads.post(FORM, {**post, "what_is_hard": "Post og mere", "do": "later"})
    assert answer.status_code == 302
    assert "Post og mere" in mads.get(FORM).content.decode()


def test_the_loser_of_two_windows_keeps_the_text_and_sees_the_others(mads: Client):
    first = mads.get(FORM).content.decode()
    send_page(mads, 1, {"what_is_hard": "Fra det andet vindue"}, do="later")
    post = {
        "version": hidden(first, "version"),
        "window": hidden(first, "window"),
        "asked": fields(first),
        "what_is_hard": "Fra mit vindue",
        "do": "next",
    }
    answer = mads.post(FORM, post)
    body = answer.content.decode()
    assert answer.status_code == 409
    assert ">\nFra mit vindue</textarea>" in body
    assert "Fra det andet vindue" in body
    assert mads.post(f"{FORM}gem/?trin=1", post, HTTP_X_AUTOSAVE="1").status_code == 409
    again = mads.post(FORM, {**post, "version": hidden(body, "version"), "do": "later"})
    assert again.status_code == 302
    assert "Fra mit vindue" in mads.get(FORM).content.decode()


def test_one_may_ask_for_whom_one_acts_for_and_for_nobody_else(scene: Scene):
    ida, ole = scene.person("Ida", "Lund"), scene.person("Ole", "Lund")
    scene.power(ida, Scope.ACT)
    scene.power(ole, Scope.READ)
    client = scene.client(ida)
    assert "Hvem søger du for?" in client.get(FORM).content.decode()
    body = filled(client, whom=scene.mads.id)
    assert "Du søger for Mads" in body
    done = client.post(f"{FORM}?trin=4&for={scene.mads.id}", {"do": "send", "key": hidden(body, "key")})
    number = done["Location"].rstrip("/").rpartition("/")[2]
    assert "Du har søgt for Mads" in client.get(done["Location"]).content.decode()
    assert scene.client(scene.mads).get(f"/min/sag/{number}/").status_code == 200
    assert scene.client(ole).get(f"{FORM}?for={scene.mads.id}").status_code == 404


@pytest.mark.parametrize("key", ["findes-ikke", "sel-999"])
def test_an_unknown_kind_of_help_leads_back_to_the_choice(mads: Client, key: str):
    assert mads.get(f"/min/ansoeg/{key}/")["Location"] == "/min/ansoeg/"


def test_nothing_is_sent_while_something_is_missing(scene: Scene, mads: Client):
    answer = mads.post(f"{FORM}?trin=4", {"do": "send", "key": "a" * 32})
    assert answer.status_code == 422
    assert "Der mangler noget, før du kan sende" in answer.content.decode()


@pytest.mark.parametrize("key", ["sel-100", "sel-107", "sel-112", "sul-140", "aeldre-helhedspleje"])
def test_every_kind_of_help_opens_on_every_page(mads: Client, key: str):
    for step in range(1, 8):
        answer = mads.get(f"/min/ansoeg/{key}/?trin={step}", follow=True)
        assert answer.status_code == 200


def test_going_back_after_sending_finds_nothing_to_send_again(mads: Client):
    key = hidden(filled(mads), "key")
    mads.post(f"{FORM}?trin=4", {"do": "send", "key": key})
    assert mads.get(f"{FORM}?trin=4")["Location"] == f"{FORM}?trin=1"
