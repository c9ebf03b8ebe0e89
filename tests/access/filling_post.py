"""Filling the scene with what belongs to the post: a way that waits for its code, and a letter to many."""

from typing import TYPE_CHECKING

from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.outbox import batches, ways
from borgerfokus.foundation.outbox.models import LetterBatch, NoticeWay, WayKind

if TYPE_CHECKING:
    from tests.access.filling import Filling


def fill_post(filling: "Filling") -> None:
    """A way of the citizen's, and a draft of a letter to it and to one whose address is protected."""
    scene, citizen, reception = filling.scene, filling.citizen, filling.scene.actors["reception"]
    with filling.as_(citizen):
        address = f"{scene.canaries.mint('person:citizen', 'notice_way.address', 'sealed')}@example.dk"
        way = ways.choose(channel=WayKind.EMAIL, address=address, by=citizen, at=filling.at)
        assert isinstance(way, NoticeWay), way
        scene.ids["way"] = way.pk
    with acting_as(reception, purpose=Purpose.CASEWORK, at=filling.at):
        written = batches.Written("Nye åbningstider", "Kære {navn}\n\nVi har nye åbningstider fra 1. januar.")
        batch = batches.begin(written=written, sender="Borgerservice", by=reception, at=filling.at)
        assert isinstance(batch, LetterBatch), batch
        unused = scene.canaries.mint("batch:draft", "batch.values", "nobody")
        about = scene.canaries.mint("case:plain", "batch.values of a case", "nobody")
        receivers = [
            batches.Receiver(scene.persons["citizen"], case_id=filling.case_id, values=(about,)),
            batches.Receiver(scene.persons["protected_citizen"], values=(unused,)),
        ]
        refused = batches.give(
            batch_id=batch.pk, receivers=receivers, columns=("note",), source="liste.csv", by=reception, at=filling.at
        )
        assert refused is None, refused
        scene.ids["batch"] = batch.pk
