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
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import urlsplit

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


@contextmanager
def started(home: Path, *arguments: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The launcher, when it has told where it is, and that address."""
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
        yield launcher, f"http://127.0.0.1:{port}/"
    finally:
        launcher.send_signal(signal.SIGTERM)
        launcher.communicate(timeout=60)


def status_of(address: str) -> int:
    with closing(HTTPConnection(urlsplit(address).netloc, timeout=10)) as connection:
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
    with started(home) as (launcher, address):
        assert status_of(address) == 200
        deadline = time.monotonic() + 10
        while len(children(launcher.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.1)
        parts = children(launcher.pid)
        assert len(parts) == 2
        inside = [Path(f"/proc/{pid}/environ").read_bytes() for pid in parts]
    assert launcher.returncode == 0
    assert not any(b"bf_owner" in environment for environment in inside)
    assert not any(Path(f"/proc/{pid}").exists() for pid in parts)
    assert not Cluster.for_checkout(home, durable=True).running()


def test_a_second_start_keeps_the_data_and_migrates_nothing(home: Path) -> None:
    with started(home):
        run(home, "CREATE TABLE IF NOT EXISTS kept ()")
    began = time.monotonic()
    with started(home) as _:
        took = time.monotonic() - began
        assert run(home, "SELECT to_regclass('kept') IS NOT NULL") == [(True,)]
    assert took < 15  # five on an idle machine; the tests share it


def test_a_fresh_start_begins_again(home: Path) -> None:
    with started(home):
        run(home, "CREATE TABLE IF NOT EXISTS kept ()")
        (home / "files").mkdir(exist_ok=True)
    key = (home / "keys" / "cpr").read_text()
    with started(home, "--fresh"):
        assert run(home, "SELECT to_regclass('kept') IS NULL") == [(True,)]
    assert not (home / "files").exists()
    assert (home / "keys" / "cpr").read_text() == key
