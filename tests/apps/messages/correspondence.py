"""What the tests of messages are about: a case, who has it, and short ways to write in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.factories.world import World

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.messages.models import Thread
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people import queries as people


@dataclass
class Correspondence:
    """The citizen, the caseworker, a colleague of the same team, their leader, somebody elsewhere, and the case."""

    world: World
    citizen: Actor
    karen: Actor
    sara: Actor
    leader: Actor
    stranger: Actor
    case: Case

    @property
    def at(self) -> datetime:
        """The clock of the test."""
        return self.world.at

    @contextmanager
    def as_(self, who: Actor, *, days: int = 0) -> Iterator[datetime]:
        """Act as somebody, so many days from now."""
        at = self.at + timedelta(days=days)
        purpose = Purpose.OWN_CASE if who.is_citizen else Purpose.CASEWORK
        with acting_as(who, purpose=purpose, at=at):
            yield at

    @contextmanager
    def as_system(self) -> Iterator[None]:
        """Look at everything."""
        with acting_as(system("test"), purpose=Purpose.OPERATION, at=self.at):
            yield

    def ask(self, text: str = "Hvornår får jeg svar?", *, by: Actor | None = None, days: int = 0) -> int:
        """Start a thread; the citizen does unless somebody else is named."""
        who = by or self.citizen
        with self.as_(who, days=days) as at:
            new = messages.NewThread(subject="Min ansøgning", message=messages.NewMessage(text))
            found = messages.start(case_id=self.case.pk, new=new, by=who, at=at)
        assert not isinstance(found, Refusal), found
        return found

    def write(self, thread: int, text: str, *, by: Actor, days: int = 0) -> Refusal | None:
        """Write in a thread."""
        with self.as_(by, days=days) as at:
            return messages.write(thread_id=thread, message=messages.NewMessage(text), by=by, at=at)

    def thread(self, thread_id: int) -> Thread:
        """The row of a thread."""
        with self.as_system():
            return Thread.objects.get(pk=thread_id)

    def thread_due(self, thread_id: int) -> date | None:
        """The promise that runs in a thread. Inside a scope."""
        return Thread.objects.get(pk=thread_id).due


def correspondence(world: World) -> Correspondence:
    """A citizen with a case that Karen has."""
    karen = world.employee("Karen")
    citizen_id = world.person("Mads", "Ellekjær")
    case = world.case(citizen_id=citizen_id, caseworker=karen)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        case.refresh_from_db()
    return Correspondence(
        world=world,
        citizen=people.actor_for(person_id=citizen_id, name="Mads Ellekjær", at=world.at),
        karen=karen,
        sara=world.employee("Sara"),
        leader=world.employee("Lone", role=Role.TEAM_LEADER, leads=True),
        stranger=world.employee("Vibeke", unit="visitation"),
        case=case,
    )
