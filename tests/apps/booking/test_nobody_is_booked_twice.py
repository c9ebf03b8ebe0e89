"""Bar B6: bookings that race for the same caseworker and room. PostgreSQL itself lets one of them through."""

from collections.abc import Iterator

import pytest
from django.db import connection, connections
from pytest_django.plugin import DjangoDbBlocker
from tests import database
from tests.apps.booking.racing import race

pytestmark = pytest.mark.slow
ATTEMPTS = 160
"""`python -m tests.apps.booking.racing 10000` runs the whole bar; see `benchmarks/README.md`."""


@pytest.fixture
def house(django_db_setup: None, django_db_blocker: DjangoDbBlocker, worker_id: str) -> Iterator[str]:
    """A database of its own, where everything is committed."""
    with database.clone(f"booking_{worker_id}") as name, django_db_blocker.unblock():
        shared = connection.settings_dict["NAME"]
        connections.close_all()
        connection.settings_dict["NAME"] = name
        try:
            yield name
        finally:
            connections.close_all()
            connection.settings_dict["NAME"] = shared


def test_of_all_who_want_a_time_one_gets_it(house: str) -> None:
    outcome = race(house, attempts=ATTEMPTS)
    assert (outcome.double, outcome.failed) == (0, 0)
    assert outcome.booked == outcome.expected
    assert outcome.booked + outcome.refused == outcome.attempts


def test_without_the_constraint_somebody_is_booked_twice(house: str) -> None:
    """Sabotage: the check beforehand is not enough, and the race is one."""
    outcome = race(house, attempts=ATTEMPTS, without_constraint=True)
    assert outcome.double > 0
