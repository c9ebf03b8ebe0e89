"""Signed messages after Standard Webhooks: HMAC-SHA256 over id, time and body, so that none can be made up or replayed.

    webhook-id: evt_42          the same for every try
    webhook-timestamp: 1795852800
    webhook-signature: v1,<base64> v1,<base64>   one for each secret that is in use
"""

import base64
import binascii
import hmac
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final

PREFIX: Final = "whsec_"
TOLERANCE: Final = 300
"""Seconds that the clocks of the two may differ."""


def secret_text(key: bytes) -> str:
    """A key as the receiver gets it."""
    return PREFIX + base64.b64encode(key).decode()


def headers(*, message_id: str, timestamp: int, body: bytes, keys: Iterable[bytes]) -> dict[str, str]:
    """The headers of a message."""
    signatures = [f"v1,{_sign(key, message_id, timestamp, body)}" for key in keys]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signatures),
    }


def is_genuine(*, headers: Mapping[str, str], body: bytes, secret: str, now: int) -> bool:
    """Whether a message came from who has the secret, just now. What a receiver does; kept here for the tests' own."""
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
        timestamp = int(headers["webhook-timestamp"])
    except (binascii.Error, KeyError, ValueError):
        return False
    if abs(now - timestamp) > TOLERANCE:
        return False
    wanted = _sign(key, headers.get("webhook-id", ""), timestamp, body)
    given = [one.partition(",")[2] for one in headers.get("webhook-signature", "").split() if one.startswith("v1,")]
    return any(hmac.compare_digest(wanted.encode(), one.encode()) for one in given)


def _sign(key: bytes, message_id: str, timestamp: int, body: bytes) -> str:
    content = f"{message_id}.{timestamp}.".encode() + body
    return base64.b64encode(hmac.new(key, content, sha256).digest()).decode()
