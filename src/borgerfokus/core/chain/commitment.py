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
_PLAIN: Final = frozenset({str, int, bool, type(None)})
_NUL: Final = "\\u0000"
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
    text = _ENCODER.encode(payload)
    if _NUL in text or not _encodable(text):
        _check(payload, where="payload")
    return text.encode("utf-8")


def commit(*, payload: Mapping[str, Json], salt: bytes) -> bytes:
    """The 32-byte commitment to `payload` under `salt`. Raises `WeakSalt` or `NotCanonical`."""
    if len(salt) < SALT_LENGTH:
        raise WeakSalt(f"a salt has at least {SALT_LENGTH} bytes, not {len(salt)}")
    return hashlib.sha256(_DOMAIN + len(salt).to_bytes(2, "big") + salt + canonical(payload)).digest()


def _fits(value: object) -> bool:
    """Whether a value is of the plain kinds, quickly; what their text says is seen once it is written.

    `_check` looks closer at all others, and says where one that cannot be committed to stands.
    """
    kind = type(value)
    if kind is dict:
        return all(type(key) is str and (type(one) in _PLAIN or _fits(one)) for key, one in value.items())  # type: ignore[attr-defined]
    if kind is list or kind is tuple:
        return all(type(one) in _PLAIN or _fits(one) for one in value)  # type: ignore[attr-defined]
    return kind in _PLAIN


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
