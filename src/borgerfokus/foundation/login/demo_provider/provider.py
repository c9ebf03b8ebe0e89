"""The provider itself: metadata, keys, codes and tokens. Pure functions of their arguments and the signing
key.
"""

import base64
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from django.core import signing
from django.urls import reverse
from joserfc import jwt

from borgerfokus.foundation.login.demo_provider.keys import signing_key

ISSUER_BASE: Final = "https://demo-login.invalid/"
"""A name that nothing can answer: the client of this same process is the only one that reaches it."""
CLIENT_ID: Final = "borgerfokus-demo"
CLIENT_SECRET: Final = "not-a-secret"  # noqa: S105 - both ends are this program, in a demo
_CODE_SALT: Final = "borgerfokus.demo.code"
_CODE_SECONDS: Final = 120
_TOKEN_SECONDS: Final = 300


class BadRequest(Exception):
    """The client asked for something that the provider refuses; the message is the OAuth error."""


@dataclass(frozen=True)
class AuthorizationRequest:
    """What the browser brings from the client."""

    who: str
    client_id: str
    redirect_uri: str
    state: str
    nonce: str
    code_challenge: str

    @classmethod
    def read(cls, who: str, query: Mapping[str, str]) -> "AuthorizationRequest":
        """Check the query. Raises BadRequest."""
        if query.get("client_id") != CLIENT_ID or query.get("response_type") != "code":
            raise BadRequest("unauthorized_client")
        if query.get("code_challenge_method") != "S256" or not query.get("code_challenge"):
            raise BadRequest("invalid_request")
        names = ("client_id", "redirect_uri", "state", "nonce", "code_challenge")
        return cls(who=who, **{name: query.get(name, "") for name in names})


def issuer(who: str) -> str:
    """The issuer for citizens or for staff."""
    return f"{ISSUER_BASE}{who}"


def metadata(who: str) -> dict[str, Any]:
    """The discovery document. The browser's address is relative: the site is reached under many names."""
    base = issuer(who)
    return {
        "issuer": base,
        "authorization_endpoint": reverse("demo_login:authorize", args=[who]),
        "token_endpoint": f"{base}/token",
        "jwks_uri": f"{base}/jwks",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "code_challenge_methods_supported": ["S256"],
    }


def jwks() -> dict[str, Any]:
    """The public key."""
    return {"keys": [signing_key().as_dict(private=False)]}


def code_for(request: AuthorizationRequest, *, person: str, level: str) -> str:
    """A signed code for whoever was chosen; it names a key of the list, never a personal number."""
    return signing.dumps(
        {
            "who": request.who,
            "person": person,
            "level": level,
            "nonce": request.nonce,
            "challenge": request.code_challenge,
            "redirect_uri": request.redirect_uri,
        },
        salt=_CODE_SALT,
    )


def redeem(code: str, *, who: str, redirect_uri: str, code_verifier: str) -> Mapping[str, str]:
    """What the code stands for. Raises BadRequest when it is old, forged or asked for by another."""
    try:
        content: Mapping[str, str] = signing.loads(code, salt=_CODE_SALT, max_age=_CODE_SECONDS)
    except signing.BadSignature as error:
        raise BadRequest("invalid_grant") from error
    challenge = base64.urlsafe_b64encode(sha256(code_verifier.encode()).digest()).rstrip(b"=").decode()
    if not hmac.compare_digest(challenge, content["challenge"]):
        raise BadRequest("invalid_grant")
    if content["redirect_uri"] != redirect_uri or content["who"] != who:
        raise BadRequest("invalid_grant")
    return content


def id_token(content: Mapping[str, str], *, claims: Mapping[str, str], at: datetime) -> str:
    """The signed ID token for a redeemed code."""
    issued = int(at.timestamp())
    return jwt.encode(
        {"alg": "ES256", "kid": signing_key().kid},
        {
            "iss": issuer(content["who"]),
            "aud": CLIENT_ID,
            "iat": issued,
            "exp": issued + _TOKEN_SECONDS,
            "auth_time": issued,
            "nonce": content["nonce"],
            "loa": content["level"],
            **claims,
        },
        signing_key(),
    )
