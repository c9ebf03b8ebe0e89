"""One link: a keyed digest over the event's fields, its commitment and the link before it.

The key lies outside the database. Somebody who can write every table can therefore not make a chain that
verifies.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from borgerfokus.core.chain.commitment import canonical

GENESIS: Final = bytes(32)
"""What the first link of a case points back to."""

KEY_LENGTH: Final = 32
_DOMAIN: Final = b"borgerfokus.link.1\x00"


class WeakKey(ValueError):
    """The key is shorter than 32 bytes."""


class NaiveInstant(ValueError):
    """The instant carries no time zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What a link vouches for. `at` is aware; `actor` is an identifier, never a name or a CPR number."""

    case_id: str
    seq: int
    kind: str
    at: datetime
    actor: str
    commitment: bytes


def link(*, key: bytes, previous: bytes, fields: Link) -> bytes:
    """The 32-byte hash of an event: HMAC-SHA256 under `key`. `previous` is `GENESIS` for number 1.

    Raises `WeakKey` or `NaiveInstant`.
    """
    if len(key) < KEY_LENGTH:
        raise WeakKey(f"a key has at least {KEY_LENGTH} bytes, not {len(key)}")
    if fields.at.tzinfo is None:
        raise NaiveInstant(f"event {fields.seq} of case {fields.case_id} has an instant without time zone")
    message = canonical(
        {
            "actor": fields.actor,
            "at": fields.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "case": fields.case_id,
            "commitment": fields.commitment.hex(),
            "kind": fields.kind,
            "previous": previous.hex(),
            "seq": fields.seq,
        }
    )
    return hmac.new(key, _DOMAIN + message, hashlib.sha256).digest()
