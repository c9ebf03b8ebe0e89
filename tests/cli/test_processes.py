"""Children are ended by their process ids, with what they have started themselves."""

import os
import socket
import sys
import time
from pathlib import Path

import pytest

from borgerfokus.cli import processes
from borgerfokus.cli.trouble import Trouble

STUBBORN = """
import os, signal, sys, time
if os.fork() == 0:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    open(sys.argv[1], "w").write(str(os.getpid()))
    time.sleep(60)
time.sleep(60)
"""


def child(tmp_path: Path, source: str, *arguments: str) -> processes.Child:
    command = [sys.executable, "-c", source, *arguments]
    return processes.start("part", command, environment=os.environ, logs=tmp_path / "log")


def test_a_child_and_its_children_are_ended(tmp_path: Path) -> None:
    note = tmp_path / "grandchild"
    started = child(tmp_path, STUBBORN, str(note))
    while not note.exists() or not note.read_text():
        time.sleep(0.02)
    processes.stop([started])
    assert not started.running
    grandchild = Path("/proc") / note.read_text()
    time.sleep(0.1)
    assert not grandchild.exists() or "Z" in (grandchild / "stat").read_text().split()[2]


def test_what_a_killed_start_left_behind_is_ended(tmp_path: Path) -> None:
    package = tmp_path / "borgerfokus" / "cli"
    package.mkdir(parents=True)
    (package / "__main__.py").write_text("import time; time.sleep(60)")
    left = processes.start(
        "web",
        [sys.executable, "-m", "borgerfokus.cli", "serve"],
        environment=os.environ | {"PYTHONPATH": str(tmp_path)},
        logs=tmp_path / "log",
    )
    processes.end_leftovers(tmp_path / "log", python=Path(sys.executable))
    assert left.process.wait(5) == -9
    assert not list(tmp_path.glob("log/*.pid"))


def test_a_stranger_with_a_number_from_before_is_left_alone(tmp_path: Path) -> None:
    stranger = child(tmp_path, "import time; time.sleep(60)")
    processes.end_leftovers(stranger.log.parent, python=Path(sys.executable))
    assert stranger.running
    processes.stop([stranger])


def test_a_child_that_ends_is_told_with_its_last_words(tmp_path: Path) -> None:
    started = child(tmp_path, "raise SystemExit('no such thing')")
    started.process.wait()
    with pytest.raises(Trouble, match="stoppede uventet") as told:
        processes.wait_for_a_page(started, host="127.0.0.1", port=9, seconds=5)
    assert "no such thing" in told.value.danish


def test_an_open_port_is_no_answer(tmp_path: Path) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(1)
        started = child(tmp_path, "import time; time.sleep(60)")
        with pytest.raises(Trouble, match="svarer ikke"):
            processes.wait_for_a_page(started, host="127.0.0.1", port=listening.getsockname()[1], seconds=0.5)
    processes.stop([started])


def test_a_child_that_never_answers_is_told(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        started = child(tmp_path, "import time; time.sleep(60)")
        with pytest.raises(Trouble, match="svarer ikke"):
            processes.wait_for_a_page(started, host="127.0.0.1", port=port, seconds=0.3)
    processes.stop([started])
