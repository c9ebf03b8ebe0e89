"""Mads's help is ordered from Bo's unit; Bo gives help and sees nothing else."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.interventions.helped import Helped, make_helped
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.foundation.access.actor import Actor

LogIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """The middleware reads the clock once for each request; here it always says the same."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def helped(world: World) -> Helped:
    made = make_helped(world)
    made.agreed_plan()
    return made


@pytest.fixture
def as_(client: Client, now: datetime) -> LogIn:
    """A client logged in as somebody."""

    def start(actor: Actor) -> Client:
        log_in(client, actor, at=now)
        return client

    return start
