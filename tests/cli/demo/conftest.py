"""One small demo municipality, loaded by the real command into a database of its own; each test is rolled back."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import connections, transaction
from pytest_django.plugin import DjangoDbBlocker
from tests import database

CITIZENS = 260


def run(*arguments: str, name: str, told: str = "") -> "subprocess.CompletedProcess[str]":
    """The command `borgerfokus demo` on a database, as start.py runs it; `told` is what it reads."""
    environment = os.environ | {
        "PYTHONPATH": str(database.ROOT / "src"),
        "BORGERFOKUS_OWNER_DATABASE_URL": database.address(name, owner=True),
        "BORGERFOKUS_DATABASE_URL": database.address(name, owner=False),
    }
    command = [sys.executable, "-m", "borgerfokus.cli", "demo", *arguments]
    return subprocess.run(command, env=environment, input=told, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker, worker_id: str) -> Iterator[str]:
    """The name of a database with the demo in it."""
    with django_db_blocker.unblock(), database.clone(f"demo_{worker_id}") as name:
        done = run("--size", str(CITIZENS), "--seed", "3", "--await-tables", name=name, told="\n")
        assert done.returncode == 0, done.stderr
        yield name


@pytest.fixture
def demo(loaded: str, django_db_blocker: DjangoDbBlocker) -> Iterator[datetime]:
    """The connection looks at the demo; nothing that the test does stays. Gives the moment of load."""
    connection = connections["default"]
    with django_db_blocker.unblock():
        before = connection.settings_dict["NAME"]
        connection.close()
        connection.settings_dict["NAME"] = loaded
        try:
            with transaction.atomic():
                from borgerfokus.apps.casework.models import CaseTypeVersion

                yield CaseTypeVersion.objects.values_list("saved_at", flat=True)[0]
                transaction.set_rollback(True)
        finally:
            connection.close()
            connection.settings_dict["NAME"] = before
