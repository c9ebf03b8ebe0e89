"""Pages are asked for at the moment of the test world, whatever the day is outside."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.login import log_in

from borgerfokus.foundation.access.actor import Actor

LogIn = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """The middleware reads the clock once for each request; here it always says the same."""
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def as_(client: Client, now: datetime) -> LogIn:
    """A client logged in as somebody."""

    def logged_in(actor: Actor) -> Client:
        log_in(client, actor, at=now)
        return client

    return logged_in
