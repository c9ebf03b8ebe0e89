"""A notification of concern with a canary in each of its fields, and one that is decided."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.actions import receipts
from borgerfokus.apps.dialogue.models import ConcernAlarm, ConcernHappening
from borgerfokus.core.concerns import Channel, Danger, Function, HappeningKind, Identity, Way
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.files.models import StoredFile
from tests.access.scene import SYSTEM, Scene, Subject
from tests.foundation.files.builders import PDF


def fill_concerns(scene: Scene, subject: Subject) -> None:
    """One that waits on the duty screen; its ids stand with the case that its rows are asked about."""
    adviser, at = scene.actors["handed_to"], scene.at - timedelta(hours=3)
    with acting_as(adviser, purpose=Purpose.CASEWORK, at=at):
        name = f"{scene.canaries.mint('concern:1', 'file.name')}.pdf"
        stored = files.store(content=BytesIO(PDF), name=name, by=adviser, at=at)
        assert isinstance(stored, files.Stored), stored
        waiting = dialogue.record_concern(new=_new(scene, stored.id), by=adviser, at=at)
        decided = dialogue.record_concern(new=_new(scene), by=adviser, at=at)
    assert isinstance(waiting, dialogue.Received), waiting
    assert isinstance(decided, dialogue.Received), decided
    _decide(scene, decided.reference, adviser)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        StoredFile.objects.filter(pk=stored.id).update(state="clean", checked_at=at)
        row = dialogue.Concern.objects.get(reference=waiting.reference)
        ConcernAlarm.objects.create(concern=row, kind="soon", subject=f"unit:{row.unit_id}", at=at)
        note = scene.canaries.mint("concern:1", "happening.note")
        ConcernHappening.objects.create(concern=row, kind=HappeningKind.REOPENED, note=note, at=at, by=adviser.subject)
    receipts.send_owed(at=at)
    subject.ids["concern"], subject.ids["concern_file"] = waiting.reference, stored.id


def _new(scene: Scene, *file_ids: int) -> dialogue.NewConcern:
    def told(what: str) -> str:
        return scene.canaries.mint("concern:1", what)

    def secret(what: str) -> str:
        return scene.canaries.mint("notifier:1", what)

    return dialogue.NewConcern(
        child=dialogue.Child(told("child_name"), told("child_age"), told("child_address"), told("child_school")),
        who=dialogue.Who(
            Function.SCHOOL,
            name=secret("name"),
            organisation=secret("organisation"),
            phone=secret("phone"),
            email=f"{secret('email')}@example.dk",
            address=secret("address"),
        ),
        seen=told("seen"),
        sent_key=uuid4(),
        received_at=scene.at - timedelta(hours=4),
        siblings=told("siblings"),
        channel=Channel.PHONE,
        file_ids=file_ids,
    )


def _decide(scene: Scene, reference: str, adviser: Actor) -> None:
    def told(what: str) -> str:
        return scene.canaries.mint("concern:1", what)

    at = scene.at - timedelta(hours=2)
    new = dialogue.NewConcernAssessment(Danger.NOT_ACUTE, False, told("assessment.ground"), told("assessment.done_now"))
    way = dialogue.NewWay(Way.NO_FURTHER, reason=told("way_reason"))
    with acting_as(adviser, purpose=Purpose.CASEWORK, at=at):
        assert dialogue.assess_concern(reference=reference, new=new, by=adviser, at=at) is None
        ground = scene.canaries.mint("notifier:1", "identity_ground")
        said = dialogue.decide_notifier_identity(
            reference=reference, identity=Identity.WITHHELD, ground=ground, by=adviser, at=at
        )
        assert said is None
        assert dialogue.decide_concern(reference=reference, new=way, by=adviser, at=at) is None
