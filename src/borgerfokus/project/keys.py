"""Secrets of an installation, one file each under var/keys, made on first use and readable by the owner alone."""

import contextlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Keys:
    """Six independent keys of 32 bytes. `release` is the seed of an Ed25519 key, which signs what is released."""

    session: bytes
    cpr: bytes
    index: bytes
    chain: bytes
    exchange: bytes
    release: bytes


def load(folder: Path) -> Keys:
    """Read the keys, or make them. Two processes that start together end up with the same."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    names = ("session", "cpr", "index", "chain", "exchange", "release")
    return Keys(**{name: _key(folder / name) for name in names})


def _key(path: Path) -> bytes:
    try:
        return bytes.fromhex(path.read_text("ascii"))
    except FileNotFoundError:
        pass
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as handle:
        handle.write(secrets.token_hex(32))
        handle.flush()
        os.fsync(handle.fileno())
    with contextlib.suppress(FileExistsError):
        os.link(fresh, path)
    fresh.unlink()
    return bytes.fromhex(path.read_text("ascii"))
