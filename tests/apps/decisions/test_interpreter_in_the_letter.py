"""Who needs an interpreter reads in the own language, in the decision, that there is one (forvaltningsloven § 7)."""

import pytest
from tests.apps.decisions.scene import Scene
from tests.foundation.text.reading import text_of

from borgerfokus.apps.decisions.models import Decision
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.files import service as files
from borgerfokus.foundation.outbox.models import Message
from borgerfokus.foundation.people.models import Person

SYSTEM = system("test")


def letter(scene: Scene) -> str:
    """What the letter that was sent says."""
    decision_id = scene.issued()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        message = Message.objects.get(message_id=Decision.objects.get(pk=decision_id).message_id)
        return " ".join(text_of(files.read_bytes(file_id=message.file_id)).split())


@pytest.mark.parametrize(("language", "said"), [("polsk", "Możemy wyjaśnić ten list"), ("", "")])
def test_the_decision_says_so_in_the_language_of_the_reader(scene: Scene, language: str, said: str) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        Person.objects.filter(pk=scene.citizen.id).update(interpreter=language)
    sent = letter(scene)
    assert said in sent
    assert ("Tolk · Interpreter" in sent) is bool(language)
