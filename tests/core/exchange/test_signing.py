"""A message that was changed, that is old, or that somebody else made up is not taken for ours."""

import pytest

from borgerfokus.core.exchange import signing

KEY, OTHER = b"k" * 32, b"o" * 32
SECRET = signing.secret_text(KEY)
BODY = b'{"id":"evt_1"}'


def _headers(**more: str) -> dict[str, str]:
    return {**signing.headers(message_id="evt_1", timestamp=1_000, body=BODY, keys=[KEY]), **more}


def test_the_receiver_knows_a_genuine_message() -> None:
    assert SECRET.startswith("whsec_")
    assert signing.is_genuine(headers=_headers(), body=BODY, secret=SECRET, now=1_100)


@pytest.mark.parametrize(
    ("headers", "body", "secret", "now"),
    [
        (_headers(), BODY + b" ", SECRET, 1_000),
        (_headers(), BODY, signing.secret_text(OTHER), 1_000),
        (_headers(), BODY, SECRET, 1_301),
        (_headers(), BODY, SECRET, 699),
        (_headers(**{"webhook-id": "evt_2"}), BODY, SECRET, 1_000),
        (_headers(**{"webhook-timestamp": "1001"}), BODY, SECRET, 1_000),
        (_headers(**{"webhook-timestamp": "x"}), BODY, SECRET, 1_000),
        (_headers(**{"webhook-signature": "v1,"}), BODY, SECRET, 1_000),
        ({}, BODY, SECRET, 1_000),
        (_headers(), BODY, "whsec_*", 1_000),
    ],
)
def test_anything_else_is_not(headers: dict[str, str], body: bytes, secret: str, now: int) -> None:
    assert not signing.is_genuine(headers=headers, body=body, secret=secret, now=now)


def test_while_a_secret_is_renewed_both_are_good() -> None:
    both = signing.headers(message_id="evt_1", timestamp=1_000, body=BODY, keys=[OTHER, KEY])
    for key in (KEY, OTHER):
        assert signing.is_genuine(headers=both, body=BODY, secret=signing.secret_text(key), now=1_000)
