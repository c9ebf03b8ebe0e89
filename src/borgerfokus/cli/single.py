"""One start at a time: a lock file that the operating system lets go of however the process ends."""

import os
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from borgerfokus.cli.trouble import Trouble


def hold(lock: Path) -> int:
    """Take the lock and return its descriptor, which also programs that this one turns into keep.

    Raises Trouble when another process holds it.
    """
    lock.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except OSError as error:
        holder = os.read(descriptor, 200).decode(errors="replace").strip()
        os.close(descriptor)
        raise Trouble(
            f"Borgerfokus kører allerede herfra{_where(holder, 'på')}. Stop den først med Ctrl-C.",
            f"Borgerfokus already runs from here{_where(holder, 'at')}. Stop it first with Ctrl-C.",
        ) from error
    os.truncate(descriptor, 0)
    os.set_inheritable(descriptor, True)
    return descriptor


def announce(descriptor: int, address: str) -> None:
    """Write in the lock where the holder can be reached, for whoever finds it taken."""
    os.pwrite(descriptor, address.encode(), 0)


def _where(holder: str, word: str) -> str:
    return f" {word} {holder}" if holder else ""
