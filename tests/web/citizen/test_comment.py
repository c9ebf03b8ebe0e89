"""The citizen comments on the journal; the comment stands under what it is about."""

import re

from django.test import Client
from tests.web.citizen.scene import Scene


def test_a_comment_stands_under_its_entry(scene: Scene, mads: Client):
    entry = scene.note("Samtale om hverdagen", "Vi talte om indkøb.")
    address = f"/min/sag/{scene.case.number}/kommentar/?om={entry}"
    assert "Samtale om hverdagen" in mads.get(address).content.decode()
    answer = mads.post(address, {"text": "Jeg glemte at sige noget om aftenen."})
    assert answer["Location"].endswith(f"/journal/#entry-{entry}")
    body = mads.get(f"/min/sag/{scene.case.number}/journal/").content.decode()
    assert "Om »Samtale om hverdagen«" in body
    assert "Jeg glemte at sige noget om aftenen." in body


def test_sent_twice_is_one_comment(scene: Scene, mads: Client):
    address = f"/min/sag/{scene.case.number}/kommentar/"
    for _ in range(2):
        assert mads.post(address, {"text": "Kun én gang.", "once": "b" * 32}).status_code == 302
    body = mads.get(f"/min/sag/{scene.case.number}/journal/").content.decode()
    assert body.count("Kun én gang.") == 1


def test_an_empty_comment_may_be_filled_and_sent_with_the_same_key(scene: Scene, mads: Client):
    address = f"/min/sag/{scene.case.number}/kommentar/"
    assert mads.post(address, {"text": " ", "once": "c" * 32}).status_code == 422
    assert mads.post(address, {"text": "Nu med ord.", "once": "c" * 32}).status_code == 302


def test_an_entry_of_another_case_is_not_found(scene: Scene, mads: Client):
    other = scene.world.case(citizen_id=scene.mads.id, caseworker=scene.karen)
    entry = scene.note("Samtale", "Ord.")
    assert mads.get(f"/min/sag/{other.number}/kommentar/?om={entry}").status_code == 404


def test_the_journal_turns_its_pages(scene: Scene, mads: Client):
    for number in range(35):
        scene.note(f"Notat nummer {number:02d}", "Kort.")
    address = f"/min/sag/{scene.case.number}/journal/"
    first = mads.get(address).content.decode()
    assert "1–30 af" in first
    older = re.search(r'href="([^"]+fra=[^"]+)" rel="next"', first)
    assert older
    second = mads.get(older[1]).content.decode()
    titles = re.findall(r"Notat nummer \d\d", first) + re.findall(r"Notat nummer \d\d", second)
    assert len(set(titles)) == 35


def test_a_complaint_of_a_withholding_stands_under_what_it_is_about(scene: Scene, mads: Client):
    entry = scene.withheld()
    journal = f"/min/sag/{scene.case.number}/journal/"
    link = re.search(r'href="([^"]+klage=1)"', mads.get(journal).content.decode())
    assert link
    address = link[1].replace("&amp;", "&")
    assert f"om={entry}" in address
    assert "Klag over noget, der er holdt tilbage" in mads.get(address).content.decode()
    mads.post(address, {"text": "Jeg vil gerne se det."})
    body = mads.get(journal).content.decode()
    assert "Klage over, at notatet er holdt tilbage:" in body
