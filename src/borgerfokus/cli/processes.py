"""Web and worker as children: started in sessions of their own, and ended by their process ids."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from borgerfokus.cli.trouble import Trouble

PATIENCE = 25.0
"""Seconds that a child gets to finish what it is doing before it is killed."""

PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Child:
    """A running part of Borgerfokus and the file that it writes its log in."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def ended(self) -> Trouble:
        """What to tell when the child has ended by itself."""
        tail = "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])
        return Trouble(
            f"{self.name} stoppede uventet (kode {self.process.returncode}). Se {self.log}:\n{tail}",
            f"{self.name} ended unexpectedly (code {self.process.returncode}). See {self.log}.",
        )


def start(name: str, command: Sequence[str], *, environment: Mapping[str, str], logs: Path) -> Child:
    """Start a child that gets no signal from the terminal, and ends if this process is killed."""
    logs.mkdir(mode=0o700, parents=True, exist_ok=True)
    log = logs / f"{name}.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True, preexec_fn=_end_with_parent,  # noqa: PLW1509 (no threads run here)
        )  # fmt: skip
    (logs / f"{name}.pid").write_text(str(process.pid))
    return Child(name, process, log)


def end_leftovers(logs: Path, *, python: Path) -> None:
    """End children that outlived a killed start: sessions of our own, named in `logs`, run by this `python`."""
    for note in logs.glob("*.pid"):
        with contextlib.suppress(OSError, ValueError):
            leader = int(note.read_text())
            command = Path(f"/proc/{leader}/cmdline").read_bytes().split(b"\0")
            if command[:3] == [os.fsencode(python), b"-m", b"borgerfokus.cli"]:
                os.killpg(leader, signal.SIGKILL)
        note.unlink()


def stop(children: Sequence[Child]) -> None:
    """Ask all children to end, wait, and kill what is left of their sessions."""
    for child in children:
        if child.running:
            child.process.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0.1, deadline - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.process.pid, signal.SIGKILL)
        child.process.wait()
        child.log.with_suffix(".pid").unlink(missing_ok=True)


def wait_for_a_page(child: Child, *, host: str, port: int, seconds: float) -> None:
    """Return when the child has answered a request. Raises Trouble if it ends, or takes too long.

    An open port is not enough: it is open before there is a process that can answer, or be asked to end.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not child.running:
            raise child.ended()
        with contextlib.suppress(OSError, HTTPException), closing(HTTPConnection(host, port, timeout=2)) as asking:
            asking.request("GET", "/")
            asking.getresponse()
            return
        time.sleep(0.05)
    raise Trouble(
        f"{child.name} svarer ikke efter {seconds:.0f} sekunder. Se {child.log}.",
        f"{child.name} does not answer after {seconds:.0f} seconds. See {child.log}.",
    )


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
