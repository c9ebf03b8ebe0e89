"""The test environment is hostile: warnings are errors, templates are strict, the network is off, rows unordered."""

import socket
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker

from tests import database

if TYPE_CHECKING:
    from tests.factories.world import World

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))

hypothesis_settings.register_profile("no clock", deadline=None)
hypothesis_settings.load_profile("no clock")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Who uses PostgreSQL is seen from the fixtures, so that `test.py --fast` can leave them out."""
    for item in items:
        if "django_db_setup" in getattr(item, "fixturenames", ()):
            item.add_marker("database")


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker, worker_id: str) -> Iterator[None]:
    """One clone of the migrated template for each test process, seen as the role of the web."""
    from django.db import connections

    with database.clone(worker_id) as name, django_db_blocker.unblock():
        connection = connections["default"]
        connection.close()
        connection.settings_dict["NAME"] = name
        yield
        connections.close_all()


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """The name of the test process, also without xdist."""
    return str(getattr(request.config, "workerinput", {}).get("workerid", "main"))


@pytest.fixture
def owner(db: None) -> Iterator["psycopg.Connection[tuple[Any, ...]]"]:
    """The owner's own connection to the test database. It sees only what is committed."""
    from django.db import connection

    with psycopg.connect(database.address(connection.settings_dict["NAME"], owner=True), autocommit=True) as owned:
        yield owned


@pytest.fixture
def now() -> datetime:
    """A Monday at noon, so that no test depends on the day it runs."""
    return NOON


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine may be reached."""
    connect: Callable[[socket.socket, Any], None] = socket.socket.connect

    def guarded(self: socket.socket, target: Any) -> None:
        if self.family != socket.AF_UNIX and target[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"a test reached for the network: {target[0]}")
        connect(self, target)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def world(db: None, now: datetime) -> "World":
    """A small municipality to act in."""
    from tests.factories.world import World

    return World(at=now).setup()


@pytest.fixture
def everybody_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures as they are without the secret weights, which differ with the numbers that persons happen to have."""
    from borgerfokus.apps.casework.actions import figures
    from borgerfokus.apps.insight.actions import exchanging, freezing, projecting, releasing
    from borgerfokus.apps.messages.actions import publishing

    for module in (exchanging, figures, freezing, projecting, releasing, publishing):
        monkeypatch.setattr(module, "weight_of", lambda person: 1)
