"""The test database: migrated once as the owner into a template, cloned for each run and for tests that commit.

Tests connect as the role of the web. A superuser passes every policy, so a test as one proves nothing.
"""

import fcntl
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parent.parent
_SHAPE = (
    "**/migrations/*.py",
    "**/models.py",
    "**/models/*.py",
    "foundation/access/*.py",
    "project/settings.py",
)


def ensure_addresses() -> None:
    """Start the test cluster and take its addresses into the environment, unless they are there already."""
    if "BORGERFOKUS_OWNER_DATABASE_URL" in os.environ:
        return
    told = subprocess.run(
        [sys.executable, "-m", "borgerfokus.cli.database_tool", "start", "--test", "--name", "pytest"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    for line in told.stdout.splitlines():
        name, _, value = line.removeprefix("export ").partition("=")
        os.environ[name] = value.strip("'")


def address(database: str, *, owner: bool) -> str:
    """The address of a database on the test cluster, for the owner or for the role of the web."""
    url = os.environ["BORGERFOKUS_OWNER_DATABASE_URL" if owner else "BORGERFOKUS_DATABASE_URL"]
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{database}"))


def template() -> str:
    """The name of the migrated template for the code as it stands; made when it is missing."""
    name = f"bf_template_{_shape()}"
    lock = Path(tempfile.gettempdir()) / f"{name}.lock"
    with lock.open("w", encoding="ascii") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with psycopg.connect(_owner(), autocommit=True) as connection:
            if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone() is None:
                _drop_old(connection)
                _migrate(connection, name)
    return name


@contextmanager
def clone(purpose: str) -> Iterator[str]:
    """A database of its own, copied from the template; dropped afterwards."""
    source = template()
    name = f"bf_test_{purpose}_{os.getpid()}"
    with psycopg.connect(_owner(), autocommit=True) as connection:
        connection.execute(f'drop database if exists "{name}" with (force)')
        connection.execute(f'create database "{name}" template "{source}"')
        try:
            yield name
        finally:
            connection.execute(f'drop database if exists "{name}"')


def _migrate(connection: "psycopg.Connection[tuple[object, ...]]", name: str) -> None:
    connection.execute(f'drop database if exists "{name}_new" with (force)')
    connection.execute(f'create database "{name}_new"')
    done = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0", "--skip-checks"],
        check=False,
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "borgerfokus.project.settings",
            "BORGERFOKUS_AS_OWNER": "1",
            "BORGERFOKUS_OWNER_DATABASE_URL": address(f"{name}_new", owner=True),
        },
    )
    if done.returncode:
        raise RuntimeError(f"migrate failed:\n{done.stdout}\n{done.stderr}")
    connection.execute(f'alter database "{name}_new" rename to "{name}"')


def _drop_old(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Templates of earlier code are removed once more than a dozen have gathered, the oldest first."""
    found = "select datname from pg_database where datname like 'bf_template_%' order by oid"
    rows = connection.execute(found)
    old = [str(row[0]) for row in rows.fetchall()]
    for name in old[:-12]:
        connection.execute(f'drop database if exists "{name}"')


def _owner() -> str:
    return address("postgres", owner=True)


def _shape() -> str:
    source = ROOT / "src" / "borgerfokus"
    paths = sorted({path for pattern in _SHAPE for path in source.glob(pattern)})
    digest = sha256()
    for path in paths:
        digest.update(str(path.relative_to(source)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]
