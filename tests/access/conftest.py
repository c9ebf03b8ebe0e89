"""The scene is made once for the code as it stands, and copied for each module of tests."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
import time_machine
from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.access.keeping import Kept, connected_to, copy_of, kept
from tests.access.scene import Scene, build
from tests.conftest import NOON


@pytest.fixture(scope="session")
def _kept(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Kept:
    from django.conf import settings

    def make(name: str, files: Path) -> tuple[Scene, Any]:
        with connected_to(name, files=files), time_machine.travel(NOON, tick=False):
            return build(at=NOON), settings.KEYS

    with django_db_blocker.unblock():
        return kept(make=make)


@pytest.fixture(scope="module")
def scene(
    _kept: Kept, django_db_blocker: DjangoDbBlocker, worker_id: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    """The scene in a database and a file store of the module's own: what is erased in one is there in the next.

    What a test changes is undone, what an owner changes stays.
    """
    name = f"bf_copy_{worker_id}_{os.getpid()}"
    files = tmp_path_factory.mktemp("scene") / "files"
    shutil.copytree(_kept.files, files)
    with (
        django_db_blocker.unblock(),
        copy_of(_kept.database, name),
        connected_to(name, files=files, keys=_kept.keys),
    ):
        yield _kept.scene


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The clock stands at the moment of the scene."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def now() -> datetime:
    """The moment of the scene."""
    return NOON


@pytest.fixture
def as_owner(scene: Scene) -> Callable[..., list[tuple[Any, ...]]]:
    """Runs statements as the owner of the module's database, each committed at once."""
    from django.db import connection

    address = database.address(connection.settings_dict["NAME"], owner=True)

    def run(statement: str, *values: object) -> list[tuple[Any, ...]]:
        with psycopg.connect(address, autocommit=True) as owner:
            owner.execute("set lock_timeout = '5s'")
            cursor = owner.execute(statement, values or None)
            return cursor.fetchall() if cursor.description else []

    return run
