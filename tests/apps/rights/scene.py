"""A case that somebody asks to see: what is open in it, what is withheld, and everybody who has a hand in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO

import pikepdf
from tests.apps.decisions.scene import Scene

from borgerfokus.apps.journal import service as journal
from borgerfokus.apps.rights import service as rights
from borgerfokus.apps.rights.models import AccessItem, AccessRequest
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.rights import Ground, Treatment
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.files import service as files

OPEN = "Vi talte om hverdagen. Naboen Gerda hjælper. Posten hober sig op."
SECRET = "HEMMELIGHED-kanarie-17"
BLACK = "Naboen Gerda hjælper."


@dataclass
class Rights:
    """The scene of the decision tests, with a journal."""

    scene: Scene
    entries: dict[str, int] = field(default_factory=dict)

    @property
    def at(self) -> datetime:
        """The moment of the scene."""
        return self.scene.at

    @contextmanager
    def as_(self, actor: Actor, at: datetime | None = None) -> Iterator[None]:
        """A transaction of one actor."""
        with self.scene.as_(actor, at):
            yield

    @property
    def citizen(self) -> Actor:
        """Mads."""
        return self.scene.citizen

    @property
    def karen(self) -> Actor:
        """His caseworker."""
        return self.scene.karen

    @property
    def bente(self) -> Actor:
        """Her leader, who reads along."""
        return self.scene.bente

    def written(self) -> "Rights":
        """Put an open note and a withheld one into the journal."""
        with self.as_(self.karen):
            self.entries["open"] = self._note("Samtale", OPEN)
            self.entries["held"] = self._note(f"Om {SECRET}", f"Teksten er {SECRET}.")
            why = journal.Withholding(
                ground="Hensyn til en anden", article="forvaltningsloven § 15 b", review_on=date(2027, 1, 4)
            )
            done = journal.withhold(entry_id=self.entries["held"], why=why, by=self.karen, at=self.at)
            assert done is None, done
        return self

    def _note(self, title: str, body: str) -> int:
        note = journal.NewEntry(title=title, body=body, channel="phone")
        found = journal.write_note(case_id=self.scene.case_id, note=note, by=self.karen, at=self.at)
        assert isinstance(found, int), found
        return found

    def asked(self, at: datetime | None = None) -> int:
        """Mads asks to see the file."""
        with self.as_(self.citizen, at):
            new = rights.NewAccess(wanted="Alt om min bostøtte")
            found = rights.ask(case_ids=[self.scene.case_id], new=new, by=self.citizen, at=at or self.at)
        assert not isinstance(found, Refusal), found
        return found[0]

    def prepared(self, request_id: int) -> None:
        """Karen lists everything."""
        with self.as_(self.karen):
            rights.prepare(request_id=request_id, by=self.karen, at=self.at)

    def item(self, request_id: int, source: str) -> AccessItem:
        """How one record is treated."""
        with self.as_(self.karen):
            return AccessItem.objects.get(request_id=request_id, source=source)

    def treat(self, request_id: int, source: str, **how: object) -> Refusal | None:
        """Treat one record."""
        item = self.item(request_id, source)
        with self.as_(self.karen):
            new = rights.NewTreatment(version=item.version, **how)  # type: ignore[arg-type]
            return rights.treat(item_id=item.pk, new=new, by=self.karen, at=self.at)

    def settle_rest(self, request_id: int) -> None:
        """Agree to every proposal that is left, as it was proposed."""
        with self.as_(self.karen):
            rights.settle_released(request_id=request_id, by=self.karen, at=self.at)
            left = list(AccessItem.objects.filter(request_id=request_id, settled=False))
        for item in left:
            ground = Ground(item.ground) if item.ground else None
            done = self.treat(
                request_id, item.source, treatment=Treatment(item.treatment), ground=ground, facts_seen=True
            )
            assert done is None, (item.source, done)

    def reasoned(self, request_id: int) -> None:
        """Write the reasons, and let Bente read them."""
        with self.as_(self.karen):
            version = AccessRequest.objects.get(pk=request_id).version
            why = "Der står noget om en anden person."
            new = rights.NewReasons(version, why, more_access=True, more_access_why="Nej.")
            done = rights.write_reasons(request_id=request_id, new=new, by=self.karen, at=self.at)
            assert done is None, done
        with self.as_(self.bente):
            done = rights.read_through(request_id=request_id, by=self.bente, at=self.at)
            assert done is None, done

    def answered(self, request_id: int, at: datetime | None = None) -> bytes:
        """Answer it. Returns the PDF."""
        with self.as_(self.karen, at):
            done = rights.answer(request_id=request_id, by=self.karen, at=at or self.at)
            assert done is None, done
            file_id = AccessRequest.objects.get(pk=request_id).file_id
            assert file_id is not None
            return files.read_bytes(file_id=file_id)


def everything_in(pdf: bytes) -> str:
    """Every stream, string and attachment of a PDF, unpacked: the bytes that somebody could find in it."""
    found = list[bytes]()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for thing in opened.objects:
            found.append(repr(thing).encode("utf-8", "replace"))
            if isinstance(thing, pikepdf.Stream):
                found.append(thing.read_bytes())
    found.append(pdf)
    return b"\n".join(found).decode("latin-1")
