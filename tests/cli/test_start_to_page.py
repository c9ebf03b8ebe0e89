"""From nothing to a page and back: start.py's launcher with its own home and server, without the demo."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, LiteralString

import psycopg
import pytest

from borgerfokus.cli import hosting
from borgerfokus.cli.cluster import Cluster

pytestmark = pytest.mark.slow

OF_THE_TESTS = ("BORGERFOKUS_DATABASE_URL", "BORGERFOKUS_OWNER_DATABASE_URL", "BORGERFOKUS_DEMO")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("home").resolve()
    yield folder
    Cluster.for_checkout(folder, durable=True).remove()
    if os.geteuid() == 0:
        shutil.rmtree(hosting.SYSTEM_HOME / hosting.fingerprint(folder))


@dataclass(frozen=True)
class Started:
    """A running launcher, where its pages are, and what it said on the way."""

    launcher: "subprocess.Popen[str]"
    port: int
    said: str


@contextmanager
def started(home: Path, *arguments: str) -> Iterator[Started]:
    """The launcher, when it has told where it is; ended afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
    launcher = subprocess.Popen(
        [sys.executable, "-m", "borgerfokus.cli.launch", "--no-demo", "--port", str(port), *arguments],
        env=environment | {"BORGERFOKUS_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert launcher.stdout is not None
    said = []
    for line in launcher.stdout:
        said.append(line)
        if "Borgerfokus kører på" in line:
            break
    else:
        pytest.fail("".join(said))
    try:
        yield Started(launcher, port, "".join(said))
    finally:
        launcher.send_signal(signal.SIGTERM)
        launcher.communicate(timeout=60)


def status_of(port: int) -> int:
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", "/")
        return connection.getresponse().status


def children(of: int) -> list[int]:
    listed = Path(f"/proc/{of}/task/{of}/children").read_text().split()
    return [int(pid) for pid in listed]


def run(home: Path, statement: LiteralString) -> list[Any]:
    cluster = Cluster.for_checkout(home, durable=True)
    with psycopg.connect(cluster.url(user="postgres", database="borgerfokus"), autocommit=True) as connection:
        done = connection.execute(statement)
        return done.fetchall() if done.description else []


def test_a_page_is_shown_and_everything_ends(home: Path) -> None:
    with started(home) as start:
        assert status_of(start.port) == 200
        deadline = time.monotonic() + 10
        while len(children(start.launcher.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        parts = children(start.launcher.pid)
        assert len(parts) == 2
        inside = [Path(f"/proc/{pid}/environ").read_bytes() for pid in parts]
    assert start.launcher.returncode == 0
    assert not any(b"bf_owner" in environment for environment in inside)
    assert not any(Path(f"/proc/{pid}").exists() for pid in parts)
    assert not Cluster.for_checkout(home, durable=True).running()


def test_a_second_start_keeps_the_data_and_migrates_nothing(home: Path) -> None:
    with started(home):
        run(home, "CREATE TABLE IF NOT EXISTS kept ()")
    with started(home) as again:
        assert run(home, "SELECT to_regclass('kept') IS NOT NULL") == [(True,)]
    assert "Opdaterer databasen" not in again.said


def test_a_fresh_start_begins_again(home: Path) -> None:
    with started(home):
        run(home, "CREATE TABLE IF NOT EXISTS kept ()")
        (home / "files").mkdir(exist_ok=True)
    key = (home / "keys" / "cpr").read_text()
    with started(home, "--fresh"):
        assert run(home, "SELECT to_regclass('kept') IS NULL") == [(True,)]
    assert not (home / "files").exists()
    assert (home / "keys" / "cpr").read_text() == key
