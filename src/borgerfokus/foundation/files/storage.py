"""The file store: bytes under their checksum. What a committed row points at is there after a crash.

Files are not encrypted by the program: the disk that holds the store is (see the guide to operation).
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final, Protocol, cast

from django.conf import settings

MAX_BYTES: Final = 20 * 1024 * 1024
"""A 40-page scan at 300 dpi fills about 15 MB. No larger ones: a file is checked and read in memory."""
_CHUNK: Final = 256 * 1024
_BLOB: Final = re.compile(r"[0-9a-f]{64}")


class TooLarge(Exception):
    """The stream holds more than MAX_BYTES."""


class DamagedFile(OSError):
    """The file is gone from the store, or its bytes no longer fit their checksum."""


class Readable(Protocol):
    """Anything that gives its bytes in pieces: an open file, an uploaded one, a buffer."""

    def read(self, size: int = ..., /) -> bytes: ...


@dataclass(frozen=True)
class Kept:
    """Where bytes lie: `path` is relative to the store and made of the checksum."""

    sha256: str
    size: int
    path: str


@dataclass
class Incoming:
    """Bytes that have been received, and are not yet part of the store."""

    handle: BinaryIO
    temporary: Path
    sha256: str
    size: int


@contextmanager
def receive(content: Readable, *, longest: int | None = None) -> Iterator[Incoming]:
    """Write a stream to a file of its own beside the store; it is removed on leaving unless it was kept.

    Raises TooLarge after `longest` bytes, MAX_BYTES unless told: nothing larger is ever written.
    """
    folder = _root() / "incoming"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as opened:
        handle = cast("BinaryIO", opened)
        temporary = Path(opened.name)
        try:
            digest, size = _copy(content, handle, MAX_BYTES if longest is None else longest)
            yield Incoming(handle, temporary, digest, size)
        finally:
            temporary.unlink(missing_ok=True)


def keep(incoming: Incoming) -> Kept:
    """Make received bytes part of the store: on the disk, folder and all, before this returns.

    The caller holds the lock of the checksum (see `locks`), so that the bytes are not cleaned away meanwhile.
    """
    path = path_of(incoming.sha256)
    target = _root() / path
    if target.exists():
        os.utime(target)
    else:
        incoming.handle.flush()
        os.fsync(incoming.handle.fileno())
        _make_folder(target.parent)
        incoming.temporary.rename(target)
        _sync(target.parent)
    return Kept(incoming.sha256, incoming.size, path)


def read(path: str) -> bytes:
    """The bytes of a stored file, held against their checksum. Raises DamagedFile."""
    target = _root() / path
    try:
        content = target.read_bytes()
    except FileNotFoundError:
        raise DamagedFile(f"{path} is not in the file store") from None
    if hashlib.sha256(content).hexdigest() != target.name:
        raise DamagedFile(f"{path} no longer fits its checksum")
    return content


def remove(path: str) -> None:
    """Take bytes out of the store, and tell the disk. The caller holds the lock of the checksum alone (see `locks`)."""
    target = _root() / path
    target.unlink(missing_ok=True)
    if target.parent.is_dir():
        _sync(target.parent)


def path_of(sha256: str) -> str:
    """Where bytes with this checksum lie, relative to the store."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def blobs() -> Iterator[Path]:
    """Every stored file, in no order."""
    for path in _root().glob("??/??/*"):
        if _BLOB.fullmatch(path.name):
            yield path


def leftovers(*, before: datetime) -> Iterator[Path]:
    """Received files that a crash has left, last written before a moment."""
    for path in (_root() / "incoming").glob("*"):
        if path.stat().st_mtime < before.timestamp():
            yield path


def _root() -> Path:
    return Path(settings.FILES_ROOT)


def _copy(content: Readable, handle: BinaryIO, longest: int) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    while piece := content.read(_CHUNK):
        size += len(piece)
        if size > longest:
            raise TooLarge
        digest.update(piece)
        handle.write(piece)
    handle.flush()
    return digest.hexdigest(), size


def _make_folder(folder: Path) -> None:
    """Make a folder of the store and tell the disk of it, all the way from the root."""
    missing = [part for part in (folder, folder.parent) if not part.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for part in missing:
        _sync(part.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
