"""Fifty cases over eight days with a head for each day, in a database of the module's own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pytest_django.plugin import DjangoDbBlocker

from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from tests import database
from tests.access.keeping import connected_to, copy_of
from tests.audit.log import Log, read
from tests.conftest import NOON

CASES = 50
DAYS = 8


@dataclass(frozen=True)
class Book:
    """A log, and the folder of its heads."""

    log: Log
    heads: Path


@pytest.fixture(scope="module")
def book(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    worker_id: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Book]:
    """The log as it should be."""
    folder = tmp_path_factory.mktemp("heads")
    with (
        django_db_blocker.unblock(),
        copy_of(database.template(), f"bf_log_{worker_id}_{id(folder)}") as name,
        connected_to(name, files=folder / "files"),
    ):
        yield Book(_written(folder), folder)


def _written(folder: Path) -> Log:
    from borgerfokus.apps.casework import service as casework
    from borgerfokus.apps.casework.actions.heads import write_missing
    from tests.factories.world import World

    world = World(at=NOON).setup()
    karen = world.employee("Karen")
    citizens = [world.person() for _ in range(5)]
    for number in range(CASES):
        opened = NOON - timedelta(days=DAYS - number % 3, minutes=number)
        case = world.case(citizen_id=citizens[number % 5], days_ago=DAYS - number % 3)
        for step in range(3 + number % 4):
            at = min(opened + timedelta(days=1 + step, hours=1), NOON)
            task = casework.NewTask(kind="call", title="Ring", unit=karen.unit_id)
            with acting_as(karen, purpose=Purpose.CASEWORK, at=at):
                casework.give(case_id=case.pk, task=task, by=karen, at=at)
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=NOON):
        write_missing(today=NOON.date(), folder=folder)
        return read(heads=folder, head_day=NOON.date() - timedelta(days=1))


@pytest.fixture
def as_owner(book: Book) -> Callable[..., None]:
    """Runs statements as the owner of the database, all in one transaction."""
    from django.db import connection

    address = database.address(connection.settings_dict["NAME"], owner=True)

    def run(*statements: tuple[str, tuple[Any, ...]]) -> None:
        with psycopg.connect(address) as owner:
            owner.execute("set constraints all immediate")
            for statement, values in statements:
                owner.execute(statement, values or None)

    return run
