"""Notes: written once, kept as drafts, corrected with the old text kept, withheld with a ground."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.journal.models import Entry, EntryText
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as

NOTE = {
    "title": "Samtale hjemme",
    "channel": "home_visit",
    "happened_on": "2026-11-20",
    "clock": "10:30",
    "body": "Lene vil selv.",
}


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


@pytest.fixture
def case(world: World, karen: Actor) -> Case:
    return world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=karen)


@pytest.fixture
def client_of(as_: LogIn, karen: Actor) -> Client:
    return as_(karen)


def bodies(case: Case, karen: Actor, now: datetime) -> list[str]:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        return list(EntryText.objects.filter(case=case).order_by("id").values_list("body", flat=True))


def test_a_note_is_saved_and_shown(case: Case, client_of: Client) -> None:
    page = f"/sag/{case.number}/journal/"
    answer = act(client_of, page, "note", **NOTE)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{page}#journal")
    shown = text(client_of.get(page))
    assert "Notatet er gemt." in shown
    assert "20. november 2026, kl. 10.30 Notat, hjemmebesøg Karen Samtale hjemme Lene vil selv." in shown


def test_the_same_form_sent_twice_writes_one_note(case: Case, client_of: Client, karen: Actor, now: datetime) -> None:
    page, form = f"/sag/{case.number}/journal/", {"act": "note", "once": "fast", **NOTE}
    client_of.post(page, form)
    assert "Det er allerede gjort." in text(client_of.post(page, form, follow=True))
    assert bodies(case, karen, now) == ["Lene vil selv."]


def test_a_note_without_a_heading_comes_back_with_its_text(case: Case, client_of: Client) -> None:
    answer = act(client_of, f"/sag/{case.number}/journal/", "note", **{**NOTE, "title": ""})
    assert answer.status_code == 422
    assert "Udfyld »Overskrift«." in text(answer)
    assert "Lene vil selv." in answer.content.decode()


def test_a_draft_is_kept_shown_again_and_gone_when_the_note_is_saved(case: Case, client_of: Client) -> None:
    page = f"/sag/{case.number}/journal/"
    kept = client_of.post(f"/sag/{case.number}/kladde/note/", {**NOTE, "title": "Halv"}, headers={"X-Autosave": "1"})
    assert kept.content.decode() == "Kladden er gemt kl. 12.00"
    assert 'value="Halv"' in client_of.get(page).content.decode()
    act(client_of, page, "note", **NOTE)
    assert 'value="Halv"' not in client_of.get(page).content.decode()


def test_a_correction_keeps_the_old_text(case: Case, client_of: Client, karen: Actor, now: datetime) -> None:
    entry = written(case, karen, now)
    page = f"/sag/{case.number}/journal/{entry}/"
    changed = {"entry": entry, "version": 1, "title": "Samtale", "body": "Lene vil gerne selv.", "reason": "Upræcist"}
    assert act(client_of, page, "correct", **changed).status_code == 302
    shown = text(client_of.get(page))
    assert "Udgave 2" in shown
    assert "Grund: Upræcist" in shown
    assert bodies(case, karen, now) == ["Lene vil selv.", "Lene vil gerne selv."]


def test_the_second_to_correct_keeps_the_text_and_sees_the_others(
    case: Case, client_of: Client, karen: Actor, now: datetime
) -> None:
    entry = written(case, karen, now)
    page = f"/sag/{case.number}/journal/{entry}/"
    first = {"entry": entry, "version": 1, "title": "A", "body": "Den førstes tekst", "reason": "x"}
    act(client_of, page, "correct", **first)
    answer = act(client_of, page, "correct", **{**first, "body": "Min egen tekst"})
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Min egen tekst" in shown
    assert "Den førstes tekst" in shown
    assert 'name="version" value="2"' in shown
    again = act(client_of, page, "correct", **{**first, "version": 2, "body": "Min egen tekst"})
    assert again.status_code == 302
    assert bodies(case, karen, now)[-1] == "Min egen tekst"


def test_a_note_is_withheld_with_a_ground_and_opened_again(
    case: Case, client_of: Client, karen: Actor, now: datetime
) -> None:
    entry = written(case, karen, now)
    page = f"/sag/{case.number}/journal/{entry}/"
    why = {"entry": entry, "ground": "Hensyn til en anden", "article": "Forvaltningsloven § 15 b"}
    late = act(client_of, page, "withhold", **why, review_on=now.date().isoformat())
    assert late.status_code == 422
    assert "forvaltningsloven § 15 b" in text(late)
    later = (now + timedelta(days=30)).date().isoformat()
    assert act(client_of, page, "withhold", **why, review_on=later).status_code == 302
    assert withheld(entry, karen, now)
    assert "Holdt tilbage for borgeren" in text(client_of.get(page))
    assert act(client_of, page, "release", entry=entry).status_code == 302
    assert not withheld(entry, karen, now)


def test_an_entry_of_another_case_is_not_there(
    world: World, case: Case, client_of: Client, karen: Actor, now: datetime
) -> None:
    other = written(world.case(citizen_id=world.person(), caseworker=karen), karen, now)
    assert client_of.get(f"/sag/{case.number}/journal/{other}/").status_code == 404
    assert act(client_of, f"/sag/{case.number}/journal/{other}/", "release", entry=other).status_code == 404


def written(case: Case, karen: Actor, now: datetime) -> int:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        note = journal.NewEntry(title="Samtale hjemme", body="Lene vil selv.", channel="home_visit")
        told = journal.write_note(case_id=case.pk, note=note, by=karen, at=now)
    assert isinstance(told, int), told
    return told


def withheld(entry: int, karen: Actor, now: datetime) -> bool:
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        return Entry.objects.get(pk=entry).withheld
