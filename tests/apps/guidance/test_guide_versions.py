"""The municipality's own guide: saved from its document, refused with a reason, and asked once it is taken into use."""

import pytest
from tests.factories.world import World

from borgerfokus.apps.guidance import service as guidance
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.guidance import guide as guides
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = pytest.mark.django_db
OWN = """
version = 7
carried = []

[[questions]]
key = "who"
text = { da = "Hvem er det til?", en = "For whom is it?" }
help = { da = "Vælg en.", en = "Choose one." }

[[questions.options]]
key = "me"
text = { da = "Mig", en = "Me" }

[[questions.options]]
key = "other"
text = { da = "En anden", en = "Somebody else" }

[[rules]]
when = { who = ["me"] }
ask = ["sel-85"]
"""


@pytest.fixture
def editor(world: World) -> Actor:
    return world.employee("Allan", unit="fjordby", role=Role.ADMINISTRATOR)


def test_a_version_is_saved_taken_into_use_and_asked_of_everybody(world: World, editor: Actor) -> None:
    with acting_as(editor, purpose=Purpose.ADMINISTRATION, at=world.at):
        saved = guidance.save_guide(document=OWN, by=editor, at=world.at)
        assert isinstance(saved, guidance.GuideVersion)
        assert guidance.guide_in_use() is guides.shipped()
        assert guidance.publish_guide(number=saved.number, by=editor, at=world.at) is None
        assert isinstance(guidance.publish_guide(number=saved.number, by=editor, at=world.at), Refusal)
        again = guidance.save_guide(document=OWN.replace("version = 7", "version = 8"), by=editor, at=world.at)
        assert isinstance(again, guidance.GuideVersion)
        assert guidance.publish_guide(number=again.number, by=editor, at=world.at) is None
        assert [one.state for one in guidance.guide_versions(by=editor)] == ["published", "retired"]
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=world.at):
        assert guidance.guide_in_use().version == 8
        assert guidance.GuideVersion.objects.count() == 1, "what is not asked is nobody's"


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ("", "læses"),
        ("version = [", "læses"),
        (OWN.replace('who = ["me"]', 'who = ["nobody"]'), "læses"),
        (OWN.replace("sel-85", "findes-ikke"), "findes-ikke"),
        (OWN.replace("carried = []", "carried = 3"), "læses"),
    ],
)
def test_a_document_that_is_no_guide_says_why(world: World, editor: Actor, document: str, says: str) -> None:
    with acting_as(editor, purpose=Purpose.ADMINISTRATION, at=world.at):
        refused = guidance.save_guide(document=document, by=editor, at=world.at)
    assert isinstance(refused, Refusal)
    assert says in refused.text.da


def test_whoever_keeps_no_pages_has_no_guide(world: World) -> None:
    karen = world.employee("Karen")
    with acting_as(karen, purpose=Purpose.CASEWORK, at=world.at):
        with pytest.raises(Hidden):
            guidance.save_guide(document=OWN, by=karen, at=world.at)
        with pytest.raises(Hidden):
            guidance.guide_versions(by=karen)
