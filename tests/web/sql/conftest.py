"""A small municipality with something on each list: three cases of three citizens, letters, offers and an appeal."""

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from tests.factories.offers import fill_catalogue
from tests.factories.world import World
from tests.web.citizen.scene import Scene, make


@pytest.fixture(autouse=True)
def _clock(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def scene(world: World) -> Scene:
    """Mads' case with notes, tasks and letters, and two more cases beside it, so that a query for each row is seen."""
    scene = make(world)
    fill_catalogue(at=world.at)
    scene.note("Samtale hjemme", "Vi talte om morgenerne.")
    scene.note("Telefon", "Du ringede om aftalen.")
    scene.ask("O10", pause=False)
    for given, type_key in (("Lene", "sel-107"), ("Niels", "sel-85")):
        person = world.person(given, "Overgaard")
        world.case(citizen_id=person, type_key=type_key, caseworker=scene.karen, days_ago=70)
    return scene
