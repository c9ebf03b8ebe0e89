"""The scene is made once for the code as it stands: its database is a template, its rows' keys and files lie beside it.

Test processes that run at the same time share it, so that none of them waits for another's making of the same.
"""

import fcntl
import pickle
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg

from tests import database
from tests.access.scene import Scene

_MADE_BY = (
    "keeping.py",
    "scene.py",
    "filling.py",
    "filling_supervision.py",
    "filling_across.py",
    "filling_booking.py",
    "canaries.py",
    "../factories/world.py",
    "../factories/offers.py",
    "../factories/booking.py",
    "../apps/decisions/scene.py",
)
_PREFIX = "bf_scene_"
_LIFE_SECONDS = 3_600


@dataclass(frozen=True)
class Kept:
    """A scene as it was made: in which database, with which keys, and where its files lie."""

    database: str
    scene: Scene
    keys: Any
    files: Path


def kept(*, make: Callable[[str, Path], tuple[Scene, Any]]) -> Kept:
    """The scene for the code as it stands. `make(database, files)` fills an empty copy of the migrated template."""
    name = f"{_PREFIX}{_digest()}"
    folder = Path(tempfile.gettempdir()) / name
    record = folder / "scene.pickle"
    with (folder.parent / f"{_PREFIX}lock").open("w", encoding="ascii") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        folder.mkdir(mode=0o700, exist_ok=True)
        if not _exists(name) or not record.exists():
            shutil.rmtree(folder / "files", ignore_errors=True)
            made = _make(name, folder / "files", make)
            record.write_bytes(pickle.dumps(made))
            _drop_old()
        scene, keys = pickle.loads(record.read_bytes())  # noqa: S301 (written by a test process of this user)
    return Kept(name, scene, keys, folder / "files")


@contextmanager
def copy_of(source: str, name: str) -> Iterator[str]:
    """A copy of a database that nobody is connected to; dropped afterwards."""
    with _owner() as owner:
        drop(owner, name)
        owner.execute(f'create database "{name}" template "{source}"')
        try:
            yield name
        finally:
            drop(owner, name)


@contextmanager
def connected_to(name: str, *, files: Path, keys: Any = None) -> Iterator[None]:
    """Django speaks to another database meanwhile, with the files and keys that belong to it."""
    from django.conf import settings
    from django.db import connections

    connection = connections["default"]
    connection.close()
    before = connection.settings_dict["NAME"], settings.FILES_ROOT, settings.KEYS
    connection.settings_dict["NAME"], settings.FILES_ROOT = name, files
    settings.KEYS = keys or settings.KEYS
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], settings.FILES_ROOT, settings.KEYS = before


def drop(owner: "psycopg.Connection[tuple[Any, ...]]", name: str) -> None:
    """Drop a database. A connection that was just closed may still be on its way out: then wait for it."""
    for _ in range(50):
        try:
            owner.execute(f'drop database if exists "{name}"')
        except psycopg.errors.ObjectInUse:
            time.sleep(0.1)
        else:
            return


def _make(name: str, files: Path, make: Callable[[str, Path], tuple[Scene, Any]]) -> tuple[Scene, Any]:
    with _owner() as owner:
        drop(owner, name)
        drop(owner, f"{name}_new")
        owner.execute(f'create database "{name}_new" template "{database.template()}"')
        made = make(f"{name}_new", files)
        for _ in range(50):
            try:
                owner.execute(f'alter database "{name}_new" rename to "{name}"')
            except psycopg.errors.ObjectInUse:
                time.sleep(0.1)
            else:
                break
    return made


def _drop_old() -> None:
    """Scenes of earlier code are removed when they are an hour old: somebody may still be copying a younger one."""
    with _owner() as owner:
        for (name,) in owner.execute("select datname from pg_database where datname like 'bf_scene_%'").fetchall():
            folder = Path(tempfile.gettempdir()) / name
            record = folder / "scene.pickle"
            if not record.exists() or time.time() - record.stat().st_mtime > _LIFE_SECONDS:
                drop(owner, name)
                shutil.rmtree(folder, ignore_errors=True)


def _exists(name: str) -> bool:
    with _owner() as owner:
        return owner.execute("select 1 from pg_database where datname = %s", [name]).fetchone() is not None


def _owner() -> "psycopg.Connection[tuple[Any, ...]]":
    return psycopg.connect(database.address("postgres", owner=True), autocommit=True)


def _digest() -> str:
    """Of the code and of the checkout: each has a database server of its own."""
    source = database.ROOT / "src" / "borgerfokus"
    here = Path(__file__).parent
    paths = [path for pattern in ("**/*.py", "**/*.toml") for path in sorted(source.glob(pattern))]
    parts = ("foundation", "apps", "core")
    paths = [path for path in paths if path.relative_to(source).parts[0] in parts]
    digest = sha256(str(database.ROOT).encode())
    for path in [*paths, *sorted(here.glob("filling*.py")), *(here / name for name in _MADE_BY)]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
