"""A citizen with cases in two units, each with a caseworker who sees the own case alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from tests.factories.booking import fill_reasons, open_hours
from tests.factories.offers import fill_catalogue
from tests.factories.world import World

from borgerfokus.apps.casework.models import Case
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Person

SYSTEM = system("test")


@dataclass
class Household:
    """Karen has the support case in one team, Sara the extra expenses in another. `at` is the moment of the test."""

    world: World
    at: datetime
    karen: Actor
    sara: Actor
    leader: Actor
    citizen: Actor
    support: Case
    expenses: Case

    @contextmanager
    def as_(self, actor: Actor, *, at: datetime | None = None) -> Iterator[None]:
        """One transaction of one actor, with the citizen opened as its pages do."""
        purpose = Purpose.OWN_CASE if actor.is_citizen else Purpose.CASEWORK
        with acting_as(actor, purpose=purpose, at=at or self.at):
            people.cards([self.citizen.id])
            yield

    @contextmanager
    def as_system(self) -> Iterator[None]:
        """One transaction of the platform."""
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            yield


def household(world: World, *, born: date = date(1990, 5, 17)) -> Household:
    """Make one."""
    fill_catalogue(at=world.at)
    karen = world.employee("Karen", unit="voksenteamet")
    sara = world.employee("Sara", unit="ydelsesteamet")
    world_leader = _leader(world)
    citizen = world.citizen("Alba", "Skovsgaard")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        Person.objects.filter(pk=citizen.id).update(birth_date=born)
    return Household(
        world=world,
        at=world.at,
        karen=karen,
        sara=sara,
        leader=world_leader,
        citizen=citizen,
        support=world.case(citizen_id=citizen.id, caseworker=karen, days_ago=40),
        expenses=world.case(citizen_id=citizen.id, type_key="sel-100", caseworker=sara, days_ago=20),
    )


def _leader(world: World) -> Actor:
    from borgerfokus.core.access import Role

    return world.employee("Bente", unit="voksenteamet", role=Role.TEAM_LEADER, leads=True)


def household_with_hours(world: World) -> Household:
    """The household, with reasons to meet and hours in which Karen and Sara can be met."""
    made = household(world)
    fill_reasons(at=world.at)
    open_hours(made.karen, made.sara, at=world.at)
    return made
