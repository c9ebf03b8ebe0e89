"""A citizen with a request to hand in, and a file store of the test's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.factories.world import World
from tests.foundation.files.builders import PDF

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.core.casework.intake import FieldError
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files

ANSWERS: Mapping[str, object] = {
    "what_is_hard": "Jeg kan ikke overskue min post.",
    "areas": ["post", "money"],
    "wishes": "Jeg vil gerne åbne brevene selv.",
    "housing": "own",
    "work": "sick_leave",
    "admitted": "no",
    "ask_doctor": "yes",
}
SYSTEM = system("test")


@dataclass
class Desk:
    """Hands requests in and reads what came of it."""

    world: World
    at: datetime

    def request(self, citizen: Actor | int, *, key: str = "k1", **more: object) -> dialogue.NewRequest:
        """A request for support in everyday life."""
        citizen_id = citizen if isinstance(citizen, int) else citizen.id
        values: dict[str, object] = {"answers": ANSWERS, "received_at": self.at, **more}
        return dialogue.NewRequest(type_key="sel-85", citizen_id=citizen_id, idempotency_key=key, **values)  # type: ignore[arg-type]

    def hand_in(self, request: dialogue.NewRequest, *, by: Actor, at: datetime | None = None) -> dialogue.Submitted:
        """Hand a request in that must be accepted."""
        done = self.try_to_hand_in(request, by=by, at=at)
        assert isinstance(done, dialogue.Submitted), done
        return done

    def try_to_hand_in(
        self, request: dialogue.NewRequest, *, by: Actor, at: datetime | None = None
    ) -> dialogue.Submitted | tuple[FieldError, ...] | Refusal:
        """Hand a request in."""
        purpose = Purpose.OWN_CASE if by.is_citizen else Purpose.CASEWORK
        with acting_as(by, purpose=purpose, at=at or self.at):
            return dialogue.submit(request=request, by=by, at=at or self.at)

    def upload(self, by: Actor) -> int:
        """A file that belongs to no case yet."""
        with acting_as(by, purpose=Purpose.OWN_CASE, at=self.at):
            stored = files.store(content=BytesIO(PDF), name="udskrivning.pdf", by=by, at=self.at)
        assert isinstance(stored, files.Stored)
        return stored.id

    def notices(self, case_id: int) -> list[tuple[str, int]]:
        """The kinds and receivers of the letters of a case, in order."""
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return list(Notice.objects.filter(case_id=case_id).order_by("id").values_list("kind", "person_id"))


@pytest.fixture(autouse=True)
def _own_file_store(settings: LazySettings, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture
def desk(world: World, now: datetime) -> Desk:
    return Desk(world=world, at=now)
