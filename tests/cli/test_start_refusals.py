"""What start.py says, in one clear sentence in each language, when something outside it is wrong."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from borgerfokus.cli import options, single
from borgerfokus.cli.trouble import Trouble, is_disk_full


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen(1)
        yield taken.getsockname()[1]


def start(root: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, root / "start.py", *arguments],
        env=os.environ | {"BORGERFOKUS_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_a_port_in_use(root: Path, tmp_path: Path, taken_port: int) -> None:
    said = start(root, tmp_path, "--port", str(taken_port))
    assert said.returncode == 1
    assert f"Port {taken_port} på 127.0.0.1 er optaget" in said.stderr
    assert f"Port {taken_port} on 127.0.0.1 is in use" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_second_start_beside_the_first(root: Path, tmp_path: Path) -> None:
    lock = single.hold(tmp_path / "start.lock")
    single.announce(lock, "http://127.0.0.1:8000/")
    said = start(root, tmp_path)
    os.close(lock)
    assert said.returncode == 1
    assert "Borgerfokus kører allerede herfra på http://127.0.0.1:8000/" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_start_after_the_first_has_ended(tmp_path: Path) -> None:
    os.close(single.hold(tmp_path / "start.lock"))
    os.close(single.hold(tmp_path / "start.lock"))


@pytest.mark.parametrize("script", ["start.py", "test.py"])
def test_an_old_python(root: Path, script: str) -> None:
    pretend = "import runpy, sys; sys.version_info = (3, 10, 4); runpy.run_path(sys.argv[1])"
    said = subprocess.run(
        [sys.executable, "-c", pretend, root / script],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert said.returncode == 1
    assert "kræver Python 3.11 eller nyere på Linux eller macOS; dette er Python 3.10" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize("port", ["0", "65536", "otte", "-1", "80.5"])
def test_a_port_that_is_none(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options.parse([f"--port={port}"])
    assert "en port er et tal fra 1 til 65535" in capsys.readouterr().err


@pytest.mark.parametrize("size", ["0", "stor", "-5", "1.5"])
def test_a_size_that_is_none(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options.parse([f"--size={size}"])
    assert "skriv small, full eller et antal borgere" in capsys.readouterr().err


def test_an_address_that_is_not_this_machines() -> None:
    with pytest.raises(Trouble, match="kan ikke bruges"):
        options.check_port("192.0.2.1", 8000)


@pytest.mark.parametrize(("host", "shown"), [("0.0.0.0", "127.0.0.1"), ("::", "[::1]"), ("localhost", "localhost")])
def test_the_address_to_open(host: str, shown: str) -> None:
    assert options.parse(["--host", host, "--port", "8123"]).address == f"http://{shown}:8123/"


def test_a_full_disk_is_seen_through_what_it_caused() -> None:
    caused = RuntimeError("could not write")
    caused.__cause__ = OSError(28, "No space left on device")
    assert is_disk_full(caused)
    assert not is_disk_full(RuntimeError("something else"))
