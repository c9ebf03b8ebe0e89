"""Is this ID token for us, from whom we trust, fresh, and strong enough? Every reason to say no is one check.

The signature is checked with joserfc; the rest here, because neither it nor Authlib checks the level of
assurance.
"""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from borgerfokus.foundation.login.levels import Level, level_of

ALGORITHMS: Final = ("RS256", "PS256", "ES256")
LEEWAY_SECONDS: Final = 30
LONGEST_TOKEN: Final = 16_384

Claims = Mapping[str, Any]


class TokenRefused(Exception):
    """The token is not accepted. `check` names the check that it failed."""

    def __init__(self, check: str) -> None:
        super().__init__(check)
        self.check = check


class UnknownKey(TokenRefused):
    """The token names a key that is not among those given: the provider may have changed its keys."""


@dataclass(frozen=True)
class Expected:
    """What a token must say to be accepted at the moment `at`; with `anew_since` of a login made after that."""

    issuer: str
    client_id: str
    nonce: str
    level: Level
    at: datetime
    anew_since: datetime | None = None


Check = Callable[[Claims, Expected], bool]


def verify(token: object, *, keys: KeySet, expected: Expected) -> Claims:
    """The claims of a token that passes every check. Raises TokenRefused (UnknownKey when fetching keys may
    help).
    """
    claims = signed_claims(token, keys)
    for name, check in CHECKS.items():
        if not check(claims, expected):
            raise TokenRefused(name)
    return claims


def signed_claims(token: object, keys: KeySet) -> Claims:
    """The claims of a token with a valid signature by one of the keys, with an algorithm that we allow."""
    if not isinstance(token, str) or len(token) > LONGEST_TOKEN:
        raise TokenRefused("form")
    try:
        return jwt.decode(token, keys, algorithms=list(ALGORITHMS)).claims
    except InvalidKeyIdError as error:
        raise UnknownKey("signature") from error
    except (JoseError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise TokenRefused("signature") from error


def _issuer(claims: Claims, expected: Expected) -> bool:
    return bool(expected.issuer) and claims.get("iss") == expected.issuer


def _audience(claims: Claims, expected: Expected) -> bool:
    stated = claims.get("aud")
    audience = [stated] if isinstance(stated, str) else stated
    if not isinstance(audience, list) or expected.client_id not in audience:
        return False
    party = claims.get("azp")
    return party == expected.client_id or (party is None and len(audience) == 1)


def _not_expired(claims: Claims, expected: Expected) -> bool:
    expires = _seconds(claims.get("exp"))
    return expires is not None and expires + LEEWAY_SECONDS > expected.at.timestamp()


def _already_valid(claims: Claims, expected: Expected) -> bool:
    issued = _seconds(claims.get("iat"))
    starts = _seconds(claims.get("nbf", claims.get("iat")))
    latest = expected.at.timestamp() + LEEWAY_SECONDS
    return issued is not None and starts is not None and max(issued, starts) <= latest


def _nonce(claims: Claims, expected: Expected) -> bool:
    stated = claims.get("nonce")
    if not isinstance(stated, str) or not expected.nonce:
        return False
    return hmac.compare_digest(stated.encode(), expected.nonce.encode())


def _level(claims: Claims, expected: Expected) -> bool:
    stated = level_of(claims)
    return stated is not None and stated.reaches(expected.level)


def _anew(claims: Claims, expected: Expected) -> bool:
    if expected.anew_since is None:
        return True
    authenticated = _seconds(claims.get("auth_time"))
    return authenticated is not None and authenticated + LEEWAY_SECONDS >= expected.anew_since.timestamp()


def _seconds(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


CHECKS: Final[dict[str, Check]] = {
    "issuer": _issuer,
    "audience": _audience,
    "expiry": _not_expired,
    "issued": _already_valid,
    "nonce": _nonce,
    "anew": _anew,
    "level": _level,
}
"""In the order they are asked; the level last, so that only somebody otherwise proven hears that it is too
low.
"""
