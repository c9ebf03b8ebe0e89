"""Notifying of concern on the public page: anybody can, nothing is lost, and nobody is known who does not say so."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.apps.dialogue.concerns.scene import SYSTEM, Duty, duty_of
from tests.factories.login import log_in
from tests.factories.world import World
from tests.foundation.files.builders import PDF

from borgerfokus.apps.dialogue.models import Concern, Notifier
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry, Lookup

PAGE = "/underret/"
SEEN = "Hun går alene ude om aftenen."


@pytest.fixture
def duty(world: World, now: datetime, monkeypatch: pytest.MonkeyPatch, settings: LazySettings, tmp_path: Path) -> Duty:
    settings.FILES_ROOT = tmp_path / "files"
    monkeypatch.setattr(timezone, "now", lambda: now)
    return duty_of(world)


def kept(duty: Duty) -> list[Concern]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        return list(Concern.objects.select_related("notifier").order_by("registered_at", "reference"))


def test_the_form_says_first_what_to_do_in_danger(duty: Duty, client: Client) -> None:
    words = client.get(PAGE).content.decode()
    assert words.index("Ring 112") < words.index("Hvad bekymrer dig?")
    assert 'href="/underret/"' in client.get("/").content.decode()


def test_it_is_kept_and_the_answer_is_the_receipt(duty: Duty, client: Client) -> None:
    key = "3f0c4a52-8d2f-4a9e-9a11-0d6f3c9b7e21"
    said = {"seen": SEEN, "function": "private", "anonymous": "on", "key": key}
    first, again = (client.post(PAGE, said) for _ in range(2))
    (row,) = kept(duty)
    assert row.assess_by == duty.at + timedelta(hours=24)
    for answer in (first, again):
        assert answer.status_code == 200
        assert row.reference in answer.content.decode()
        assert answer.headers["Cache-Control"] == "no-store, private"


def test_what_is_missing_is_said_and_what_was_typed_stays(duty: Duty, client: Client) -> None:
    answer = client.post(PAGE, {"seen": SEEN, "function": "school", "child_name": "Lærke"})
    words = answer.content.decode()
    assert answer.status_code == 422
    assert SEEN in words
    assert "Lærke" in words
    assert "Du kan ikke være anonym" in words
    assert kept(duty) == []


def test_without_cookies_it_is_taken_too(duty: Duty) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(PAGE, {"seen": SEEN, "function": "private"}).status_code == 200
    assert len(kept(duty)) == 1


def test_whoever_is_logged_in_is_nobody_here(duty: Duty, client: Client) -> None:
    citizen = duty.world.citizen("Solvej", "Navnkundig")
    log_in(client, citizen, at=duty.at)
    assert "Navnkundig" not in client.get(PAGE).content.decode()
    upload = SimpleUploadedFile("billede.pdf", PDF, content_type="application/pdf")
    said = {"seen": SEEN, "function": "private", "anonymous": "on", "files": upload}
    assert client.post(PAGE, said).status_code == 200
    assert "Navnkundig" in client.get("/min/").content.decode()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=duty.at):
        acts = Entry.objects.filter(subject=citizen.subject)
        assert not acts.exists()
        assert not Lookup.objects.exclude(person_id=citizen.id).exists()
        assert Notifier.objects.get().name == ""
        assert len(Concern.objects.get().file_ids) == 1


def test_a_file_that_is_refused_keeps_what_was_typed(duty: Duty, client: Client) -> None:
    upload = SimpleUploadedFile("farlig.exe", b"MZ\x00\x00", content_type="application/octet-stream")
    answer = client.post(PAGE, {"seen": SEEN, "function": "private", "files": upload})
    assert answer.status_code == 422
    assert SEEN in answer.content.decode()


def test_too_long_a_text_is_refused_with_the_text(duty: Duty, client: Client) -> None:
    answer = client.post(PAGE, {"seen": "a" * 20_001, "function": "private"})
    assert answer.status_code == 422
    assert kept(duty) == []
