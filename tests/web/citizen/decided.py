"""Mads' case decided: partly granted, the letter received, so that it can be read and appealed."""

from datetime import datetime

from tests.apps.decisions import scene as deciding
from tests.factories.world import World
from tests.web.citizen.scene import Scene

from borgerfokus.apps.decisions.models import Decision
from borgerfokus.foundation.outbox.models import Message, MessageState


def make(world: World, *, received: datetime | None = None) -> tuple[Scene, int]:
    """The scene, and the decision's id. `received`: when the letter reached Mads; None while it is on its way."""
    made = deciding.make(world)
    decision_id = made.issued()
    if received is not None:
        made.received(decision_id, received)
    with made.as_(made.karen):
        message_id = Decision.objects.get(pk=decision_id).message_id
        state = MessageState.RECEIVED if received else MessageState.SENT
        Message.objects.filter(pk=message_id).update(state=state, sent_at=world.at, received_at=received)
        case = made.case
    return Scene(world, made.citizen, made.karen, case), decision_id


def message_of(scene: Scene, decision_id: int) -> str:
    """The message id of the decision's letter."""
    with scene.as_(scene.karen):
        return str(Decision.objects.get(pk=decision_id).message_id)
