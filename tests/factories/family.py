"""Children of a given birthday, and their parents, with custody or without."""

from datetime import date, datetime

from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people import service as registering
from borgerfokus.foundation.people.models import Kinship
from tests.factories.world import World

SYSTEM = system("test")


def child(world: World, born: date, given: str = "Lærke") -> int:
    """A child born on a day, under a replacement number."""
    serial = 4000 + born.toordinal() % 900
    cpr = Cpr(f"{born.day + 60:02d}{born:%m%y}{serial:04d}")
    new = registering.NewPerson(cpr=cpr, given_name=given, family_name="Winther")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        return registering.register(person=new, by=SYSTEM, at=world.at)


def parent(world: World, of: int, *, custody: bool = True, given: str = "Mette") -> Actor:
    """A parent, with custody or without."""
    person_id = world.person(given, "Winther")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        Kinship.objects.create(
            person_id=of, other_id=person_id, kind="parent", custody=custody, starts=date(2016, 1, 1)
        )
    return again(world, person_id)


def again(world: World, person_id: int, *, at: datetime | None = None) -> Actor:
    """The citizen as the next request knows it."""
    return people.actor_for(person_id=person_id, name="Winther", at=at or world.at)
