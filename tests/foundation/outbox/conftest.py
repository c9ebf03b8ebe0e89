"""A case with a letter to send, and a Digital Post that behaves as the test wants."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import LazySettings
from tests.factories.world import World
from tests.foundation.files.builders import PDF

from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox import delivery, results, service
from borgerfokus.foundation.outbox.channels import Channel
from borgerfokus.foundation.outbox.models import ChannelName, Message, Receipt, SimulatedPost
from borgerfokus.foundation.outbox.queries import Sending
from borgerfokus.foundation.outbox.results import Result

SYSTEM = system("test")


class Post:
    """One case; `queue` puts a letter to its citizen in the outbox, `told` is what the listener has heard."""

    def __init__(self, world: World) -> None:
        self.at = world.at
        self.caseworker = world.employee("Anna")
        self.printer = world.employee("Per", unit="ydelsesteamet", role=Role.RECEPTION)
        self.citizen = world.citizen()
        self.case = world.case(citizen_id=self.citizen.id, caseworker=self.caseworker).pk
        self.told: list[Result] = []
        with acting_as(self.caseworker, purpose=Purpose.CASEWORK, at=self.at):
            made = files.store_made(content=PDF, name="a.pdf", by=self.caseworker, at=self.at, case_id=self.case)
        self.file = made.id

    def queue(self, *, to: int | None = None, kind: str = "decision_letter", number: int = 1) -> Sending:
        letter = service.Letter(
            case_id=self.case,
            person_id=to or self.citizen.id,
            kind=kind,
            title="Afgørelse om støtte",
            file_id=self.file,
            reference=f"decision:{number}",
        )
        with acting_as(self.caseworker, purpose=Purpose.CASEWORK, at=self.at):
            return service.queue(letter=letter, by=self.caseworker, at=self.at)

    def message(self, message_id: UUID) -> Message:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return Message.objects.get(message_id=message_id)

    def accepted(self) -> list[SimulatedPost]:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return list(SimulatedPost.objects.all())

    def receipts(self, message_id: UUID) -> list[Receipt]:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return list(Receipt.objects.filter(message_id=message_id).order_by("id"))


@pytest.fixture
def post(world: World, settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: datetime) -> Post:
    settings.FILES_ROOT = tmp_path / "files"
    monkeypatch.setattr(results, "_listeners", [])
    scene = Post(world)
    results.on_result(kind_prefix="decision", listener=scene.told.append)
    return scene


@pytest.fixture
def through(monkeypatch: pytest.MonkeyPatch) -> Callable[[Channel], None]:
    """Send Digital Post through another channel for the rest of the test."""
    return lambda channel: monkeypatch.setitem(delivery.DIGITAL, ChannelName.DIGITAL_POST, channel)
