"""A children's unit on duty, and notifications handed in as anybody would."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from tests.factories.world import World

from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Concern, ConcernAlarm, Notifier
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.concerns import Channel, Danger, Function
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

SYSTEM = system("test")
UNIT = "boern-forebyggelse"
NEIGHBOUR = dialogue.Who(Function.PRIVATE, name="Nabo Holm", phone="09990041", email="holm@example.dk")


@dataclass
class Duty:
    """The unit on duty: two advisers and their leader, and an adult caseworker who has nothing to do with it."""

    world: World
    adviser: Actor
    colleague: Actor
    leader: Actor
    outsider: Actor

    @property
    def at(self) -> datetime:
        return self.world.at

    @contextmanager
    def as_(self, actor: Actor, *, at: datetime | None = None) -> Iterator[None]:
        with acting_as(actor, purpose=Purpose.CASEWORK, at=at or self.at):
            yield

    def new(self, **more: object) -> dialogue.NewConcern:
        """A notification by a neighbour."""
        given = {
            "child": dialogue.Child(name="Lærke Winther", age="7 år", school="Fjordby Skole"),
            "who": NEIGHBOUR,
            "seen": "Hun går alene ude om aftenen og virker bange for at gå hjem.",
            "sent_key": uuid4(),
            "received_at": self.at,
            **more,
        }
        return dialogue.NewConcern(**given)  # type: ignore[arg-type]

    def receive(self, *, at: datetime | None = None, **more: object) -> str:
        """Hand one in on the website. Returns its reference."""
        moment = at or self.at
        with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=moment):
            told = dialogue.receive_concern(new=self.new(**more), at=moment)
        assert isinstance(told, dialogue.Received), told
        return told.reference

    def record(self, *, at: datetime | None = None, **more: object) -> str:
        """Write down one that came by telephone."""
        moment = at or self.at
        with self.as_(self.adviser, at=moment):
            new = self.new(channel=Channel.PHONE, **more)
            told = dialogue.record_concern(new=new, by=self.adviser, at=moment)
        assert isinstance(told, dialogue.Received), told
        return told.reference

    def assess(self, reference: str, *, by: Actor | None = None, **more: object) -> Refusal | None:
        """Assess the danger: none, unless more is said."""
        actor = by or self.adviser
        given = {"danger": Danger.NOT_ACUTE, "violence": False, "ground": "Talt med skolen.", **more}
        new = dialogue.NewConcernAssessment(**given)  # type: ignore[arg-type]
        with self.as_(actor):
            return dialogue.assess_concern(reference=reference, new=new, by=actor, at=self.at)

    def row(self, reference: str) -> Concern:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return Concern.objects.get(reference=reference)

    def notifier(self, reference: str) -> Notifier:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return Notifier.objects.get(concern__reference=reference)

    def alarms(self) -> list[tuple[UUID, str, str]]:
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            return sorted(ConcernAlarm.objects.values_list("concern_id", "kind", "subject"))

    def match(self, reference: str, person_id: int) -> None:
        with self.as_(self.adviser):
            told = dialogue.match_concern(reference=reference, person_id=person_id, by=self.adviser, at=self.at)
        assert told is None, told


def duty_of(world: World) -> Duty:
    """Engage the people."""
    return Duty(
        world,
        adviser=world.employee("Sanne Lind", unit=UNIT),
        colleague=world.employee("Jeppe Krog", unit=UNIT),
        leader=world.employee("Birthe Vang", unit=UNIT, role=Role.TEAM_LEADER, leads=True),
        outsider=world.employee("Karen Toft"),
    )
