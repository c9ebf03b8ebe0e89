"""A backup is a folder: the database, the file store, the exported heads, and a manifest with checksums.

The keys of the installation are not in it: whoever has both can read the CPR numbers. The manifest has a
fingerprint of each key, so that a restore with other keys is refused before anything is written.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg

from borgerfokus.cli.trouble import Trouble, disk_full

DUMP = "database.dump"
MANIFEST = "manifest.json"
STORES = ("files", "heads")
FORMAT = 1


@dataclass(frozen=True)
class Place:
    """What is backed up or restored: a database that `url` may read in full, and the folder of the stores."""

    url: str
    programs: Path
    home: Path


def write(place: Place, target: Path, *, at: datetime) -> Path:
    """Make the backup folder `target`, which must not exist. It appears only when it is complete.

    Raises Trouble when the folder exists, the disk fills up, or the database cannot be read in full.
    """
    if target.exists():
        raise Trouble(f"{target} findes allerede.", f"{target} already exists.")
    unfinished = target.with_name(f"{target.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700, parents=True)
    try:
        _program(place, "pg_dump", "--format=custom", f"--file={unfinished / DUMP}", f"--dbname={place.url}")
        for store in STORES:
            _pack(place.home / store, unfinished / f"{store}.tar")
        _write_manifest(place, unfinished, at=at)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    unfinished.rename(target)
    return target


def check(source: Path) -> dict[str, str]:
    """Hold every file against the manifest and return the fingerprints of the keys that belong to the backup.

    Raises Trouble for a missing, changed or unexpected file.
    """
    try:
        manifest = json.loads((source / MANIFEST).read_text())
        expected: dict[str, str] = manifest["sha256"]
        keys: dict[str, str] = manifest["keys"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Trouble(
            f"{source} er ikke en sikkerhedskopi: {MANIFEST} mangler eller kan ikke læses.",
            f"{source} is not a backup: {MANIFEST} is missing or unreadable.",
        ) from error
    found = {path.name: _checksum(path) for path in source.iterdir() if path.name != MANIFEST}
    wrong = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    if wrong or manifest.get("format") != FORMAT:
        names = ", ".join(wrong) or MANIFEST
        raise Trouble(
            f"Sikkerhedskopien er ændret eller ufuldstændig: {names}.",
            f"The backup is changed or incomplete: {names}.",
        )
    return keys


def restore(place: Place, source: Path) -> None:
    """Put a checked backup into an empty database and an empty file store: all of it, or nothing.

    Raises Trouble when the backup is damaged, the keys are others, or something is there already.
    """
    _check_keys(place.home, check(source))
    _check_empty(place)
    with _unpacked(source, place.home) as stores:
        _program(
            place, "pg_restore", "--single-transaction", "--exit-on-error",
            f"--dbname={place.url}", str(source / DUMP),
        )  # fmt: skip
        for unpacked, final in stores:
            if final.exists():
                final.rmdir()
            unpacked.rename(final)


def key_fingerprints(home: Path) -> dict[str, str]:
    """A short digest of each key, which tells two keys apart and nothing else."""
    keys = home / "keys"
    names = sorted(path.name for path in keys.iterdir() if path.is_file()) if keys.is_dir() else []
    return {name: hashlib.sha256(b"borgerfokus key\0" + (keys / name).read_bytes()).hexdigest()[:16] for name in names}


def _write_manifest(place: Place, folder: Path, *, at: datetime) -> None:
    manifest = {
        "format": FORMAT,
        "made": at.isoformat(timespec="seconds"),
        "sha256": {path.name: _checksum(path) for path in sorted(folder.iterdir())},
        "keys": key_fingerprints(place.home),
        "note": "The keys in var/keys are not here. Keep them apart from the backup; a restore needs them.",
    }
    with (folder / MANIFEST).open("w") as handle:
        json.dump(manifest, handle, indent=2)
        handle.flush()
        os.fsync(handle.fileno())


def _check_keys(home: Path, wanted: dict[str, str]) -> None:
    have = key_fingerprints(home)
    wrong = sorted(name for name in wanted if have.get(name) != wanted[name])
    if wrong:
        names = ", ".join(wrong)
        raise Trouble(
            f"Nøglerne i {home / 'keys'} hører ikke til kopien: {names}. Læg de rigtige der først.",
            f"The keys in {home / 'keys'} do not belong to it: {names}. Put the right ones there first.",
        )


def _check_empty(place: Place) -> None:
    with psycopg.connect(place.url) as connection:
        tables = connection.execute(
            "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')"
        ).fetchone()
    full = [store for store in STORES if (place.home / store).is_dir() and any((place.home / store).iterdir())]
    if full or (tables and tables[0]):
        raise Trouble(
            "Der er allerede data her. En sikkerhedskopi indlæses kun i en tom database og en tom var/.",
            "There are data here already. A backup is restored only into an empty database and var/.",
        )


def _pack(store: Path, target: Path) -> None:
    with tarfile.open(target, "w") as archive:
        if store.is_dir():
            for path in sorted(store.rglob("*")):
                if path.is_file() and not path.is_symlink():
                    archive.add(path, arcname=str(path.relative_to(store)), recursive=False)


@contextmanager
def _unpacked(source: Path, home: Path) -> Iterator[list[tuple[Path, Path]]]:
    """The stores beside where they belong; what has not been moved there is removed afterwards."""
    stores = [(home / f"{store}.restoring", home / store) for store in STORES]
    try:
        for unpacked, final in stores:
            shutil.rmtree(unpacked, ignore_errors=True)
            unpacked.mkdir(mode=0o700, parents=True)
            _unpack(source / f"{final.name}.tar", unpacked)
        yield stores
    finally:
        for unpacked, _ in stores:
            shutil.rmtree(unpacked, ignore_errors=True)


def _unpack(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as packed:
        for member in packed:
            content = packed.extractfile(member)
            target = (folder / member.name).resolve()
            if content is None or not member.isreg() or folder.resolve() not in target.parents:
                raise Trouble(
                    f"{archive.name} indeholder noget, der ikke er en fil i arkivet: {member.name}",
                    f"{archive.name} holds something that is not a file of the store: {member.name}",
                )
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with target.open("wb") as written:
                shutil.copyfileobj(content, written)
            target.chmod(0o600)


def _checksum(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _program(place: Place, name: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(place.programs / name), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        if "No space left on device" in done.stderr:
            raise disk_full(place.home)
        reason = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else name
        raise Trouble(f"{name} lykkedes ikke: {reason}", f"{name} did not succeed: {reason}")
