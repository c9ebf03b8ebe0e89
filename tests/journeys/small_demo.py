"""The small demo in a house, sessions for its people, and one address for every page."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.test import Client

from borgerfokus.apps.casework import service as casework
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation import queries as organisation
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Person
from tests import database
from tests.factories.login import log_in
from tests.journeys.server import House

KAREN, BIRGITTE, MALENE = "Karen Lindvad", "Birgitte Solgaard", "Malene Hvidbjerg"
ALLAN, SANNE = "Allan Friborg", "Sanne Toftegård"
HENNY = "Henny Refsgård"
_LOAD = """
import sys
from datetime import datetime
import django
django.setup()
from borgerfokus.cli.demo import loading
at = datetime.fromisoformat(sys.argv[1])
loading.load(citizens=int(sys.argv[2]), cases=int(sys.argv[3]), seed=1, now=at)
"""


@dataclass(frozen=True)
class Sample:
    """A page to look at: the name of its address, the address, and the actor who looks (None: nobody)."""

    name: str
    path: str
    by: Actor | None


def load(house: House, *, citizens: int = 800, cases: int = 150) -> None:
    """Fill the house with the small demo as of the house's morning, in a process that owns the database."""
    environment = {
        **os.environ,
        "BORGERFOKUS_AS_OWNER": "1",
        "BORGERFOKUS_OWNER_DATABASE_URL": database.address(house.database, owner=True),
        "DJANGO_SETTINGS_MODULE": "borgerfokus.project.settings",
        "PYTHONPATH": str(database.ROOT / "src"),
    }
    command = [sys.executable, "-c", _LOAD, house.clock.now().isoformat(), str(citizens), str(cases)]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def session_of(actor: Actor, house: House) -> str:
    """The cookie of a session of the actor."""
    client = Client()
    log_in(client, actor, at=house.clock.now())
    return client.cookies["borgerfokus"].value


class People:
    """The people of the demo as actors of the house's day."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._at = house.clock.now()

    @contextmanager
    def looking(self) -> Iterator[None]:
        """A scope that sees everything, to choose what to show."""
        with acting_as(system("pages"), purpose=Purpose.OPERATION, at=self._at):
            yield

    def employee(self, name: str) -> Actor:
        """An employee by name."""
        row = Employee.objects.get(name=name)
        return organisation.actor_for(employee_id=row.pk, on=self._at.date())

    def citizen(self, person_id: int) -> Actor:
        """A citizen by id."""
        person = Person.objects.get(pk=person_id)
        return people.actor_for(person_id=person_id, name=f"{person.given_name} {person.family_name}", at=self._at)

    def cases_of(self, actor: Actor) -> list[int]:
        """The ids of the cases that the actor sees. Not inside `looking`."""
        with acting_as(actor, purpose=Purpose.CASEWORK, at=self._at):
            return list(casework.visible_to(actor, at=self._at).values_list("pk", flat=True))
