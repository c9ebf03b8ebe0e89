"""A unit with a caseworker and an administrator, one citizen, and a clock that stands still."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest
import time_machine
from django.test import Client
from tests.factories.world import World

from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor


@dataclass(frozen=True)
class Folk:
    """Who is there."""

    caseworker: Actor
    administrator: Actor
    citizen: Actor


@pytest.fixture
def clock(now: datetime) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(now, tick=False) as traveller:
        yield traveller


@pytest.fixture
def folk(db: None, now: datetime, clock: time_machine.Traveller) -> Folk:
    world = World(at=now)
    world.unit("voksenteamet")
    return Folk(
        caseworker=world.employee("Signe"),
        administrator=world.employee("Adam", role=Role.ADMINISTRATOR),
        citizen=world.citizen("Mads"),
    )


@pytest.fixture
def browser() -> Client:
    """A browser that sees the error pages instead of the errors."""
    return Client(raise_request_exception=False)
