"""The environment of Python packages, made from a hash-locked list. Standard library only.

uv installs in seconds but reads no pip configuration, so a site with its own package index falls back on pip.
"""

import hashlib
import os
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from borgerfokus.cli.trouble import Trouble, check_room, disk_full

NEEDED_DISK = 700_000_000
STAMP = "borgerfokus-lock"


@dataclass(frozen=True)
class Environment:
    """A virtual environment in `folder`, holding the packages of `lock`, with `root`/src on its path."""

    root: Path
    folder: Path
    lock: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def ensure(self, *, saying: str) -> bool:
        """Make the environment if its lock has changed, or it was never finished. False if it was up to date.

        `saying` is written first if there is work to do, which can take a minute.
        Raises Trouble when the disk is full, Python lacks venv, or the packages cannot be fetched.
        """
        if self.up_to_date():
            return False
        sys.stdout.write(f"{saying}\n")
        sys.stdout.flush()
        check_room(self.root, needed=NEEDED_DISK)
        (self.folder / STAMP).unlink(missing_ok=True)
        self._make()
        self._install()
        self._add_source()
        self._add_command()
        (self.folder / STAMP).write_text(self.stamp())
        return True

    def up_to_date(self) -> bool:
        stamp = self.folder / STAMP
        return stamp.exists() and stamp.read_text() == self.stamp() and self.python.exists()

    def stamp(self) -> str:
        """What the environment depends on: the lock, this Python, and where the checkout is."""
        lock = hashlib.sha256(self.lock.read_bytes()).hexdigest()
        return f"{lock}\n{sys.version}\n{self.root}\n"

    def _make(self) -> None:
        made = _run([sys.executable, "-m", "venv", "--clear", str(self.folder)], root=self.root)
        if made.returncode != 0:
            raise Trouble(
                "Python kan ikke lave et miljø: pakken venv mangler (Debian: apt-get install python3-venv).",
                "Python cannot make an environment: venv is missing (Debian: apt-get install python3-venv).",
            )

    def _install(self) -> None:
        if self._install_with_uv():
            return
        arguments = ["install", "--require-hashes", "--no-deps", "-r", str(self.lock)]
        done = _run([*self._pip(), *arguments], root=self.root)
        if done.returncode != 0:
            said = "\n".join(done.stdout.strip().splitlines()[-4:])
            raise Trouble(
                f"Pakkerne kunne ikke hentes. Er der adgang til nettet eller et lokalt pakkelager?\n{said}",
                "The packages could not be fetched. Is there access to the network or to a local index?",
            )

    def _install_with_uv(self) -> bool:
        fetch = [*self._pip(), "install", "--quiet", "uv"]
        if _run(fetch, root=self.root).returncode != 0:
            return False
        sync = [str(self.folder / "bin" / "uv"), "pip", "sync", "--quiet", "--require-hashes", str(self.lock)]
        return _run(sync, root=self.root, VIRTUAL_ENV=str(self.folder)).returncode == 0

    def _pip(self) -> list[str]:
        return [str(self.python), "-m", "pip", "--disable-pip-version-check"]

    def _add_source(self) -> None:
        base = {"base": str(self.folder), "platbase": str(self.folder)}
        packages = Path(sysconfig.get_path("purelib", "venv", base))
        (packages / "borgerfokus.pth").write_text(f"{self.root / 'src'}\n")

    def _add_command(self) -> None:
        command = self.folder / "bin" / "borgerfokus"
        command.write_text(f'#!/bin/sh\nexec {shlex.quote(str(self.python))} -m borgerfokus.cli "$@"\n')
        command.chmod(0o755)


def _run(command: Sequence[str], *, root: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        command, env=environment | variables, cwd=root, check=False, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    if done.returncode != 0 and "No space left on device" in done.stdout:
        raise disk_full(root)
    return done
