"""Salted commitments: the chain holds a digest of the payload, never the payload.

When payload and salt are erased together the digest says nothing about what stood there, and the chain
still verifies.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

Json: TypeAlias = str | int | bool | Sequence["Json"] | Mapping[str, "Json"] | None

SALT_LENGTH: Final = 16
_DOMAIN: Final = b"borgerfokus.commitment.1\x00"
_ENCODER: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


class NotCanonical(ValueError):
    """The payload holds a value that would not come back from the database exactly as it went in."""

    def __init__(self, *, where: str, value: object) -> None:
        super().__init__(f"{where}: {type(value).__name__} cannot be committed to; write it as text")
        self.where = where


class WeakSalt(ValueError):
    """The salt is shorter than `SALT_LENGTH` bytes, so the payload could be guessed after erasure."""


def canonical(payload: Mapping[str, Json]) -> bytes:
    """One byte string per payload: keys sorted, no blanks, UTF-8.

    Raises `NotCanonical` for anything but text, whole numbers, truth values, null, lists and mappings with
    text keys. Decimal numbers and dates are written as text: the database may return 1e2 as 100.
    """
    if not _fits(payload):
        _check(payload, where="payload")
    return _ENCODER.encode(payload).encode("utf-8")


def commit(*, payload: Mapping[str, Json], salt: bytes) -> bytes:
    """The 32-byte commitment to `payload` under `salt`. Raises `WeakSalt` or `NotCanonical`."""
    if len(salt) < SALT_LENGTH:
        raise WeakSalt(f"a salt has at least {SALT_LENGTH} bytes, not {len(salt)}")
    return hashlib.sha256(_DOMAIN + len(salt).to_bytes(2, "big") + salt + canonical(payload)).digest()


def _fits(value: object) -> bool:
    """Whether a value can be committed to, quickly; `_check` says where one that cannot be stands."""
    if isinstance(value, str):
        return "\x00" not in value and _encodable(value)
    if value is None or isinstance(value, int):
        return True
    if isinstance(value, Mapping):
        return all(isinstance(key, str) and _fits(key) and _fits(one) for key, one in value.items())
    return isinstance(value, list | tuple) and all(map(_fits, value))


def _check(value: object, *, where: str) -> None:
    match value:
        case None | bool() | int():
            return
        case str():
            if "\x00" in value or not _encodable(value):
                raise NotCanonical(where=where, value=value)
        case Mapping():
            for key, inner in value.items():
                if not isinstance(key, str):
                    raise NotCanonical(where=f"{where} key {key!r}", value=key)
                _check(key, where=f"{where} key")
                _check(inner, where=f"{where}.{key}")
        case list() | tuple():
            for index, inner in enumerate(value):
                _check(inner, where=f"{where}[{index}]")
        case _:
            raise NotCanonical(where=where, value=value)


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
