"""What the provider answers a client, server to server: discovery, keys and token, as status and JSON."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from borgerfokus.foundation.login.demo_provider import people, provider
from borgerfokus.foundation.login.demo_provider.people import DemoPerson

Answer = tuple[int, dict[str, Any]]


def everybody(who: str, *, at: datetime, language: str = "da") -> list[DemoPerson]:
    """Whom one may be: citizens, or employees."""
    if who == "borger":
        return people.citizens()
    return people.employees(on=localdate(at), language=language)


def answer(path: str, form: Mapping[str, str], *, at: datetime) -> Answer:
    """Answer a request to `<who>/.well-known/openid-configuration`, `<who>/jwks` or `<who>/token`."""
    who, _, what = path.strip("/").partition("/")
    match what:
        case ".well-known/openid-configuration":
            return 200, provider.metadata(who)
        case "jwks":
            return 200, provider.jwks()
        case "token":
            return _token(who, form, at)
        case _:
            return 404, {"error": "not_found"}


def _token(who: str, form: Mapping[str, str], at: datetime) -> Answer:
    try:
        content = provider.redeem(
            form.get("code", ""),
            who=who,
            redirect_uri=form.get("redirect_uri", ""),
            code_verifier=form.get("code_verifier", ""),
        )
    except provider.BadRequest as error:
        return 400, {"error": str(error)}
    person = people.find(everybody(who, at=at), content["person"])
    if person is None:
        return 400, {"error": "invalid_grant"}
    token = provider.id_token(content, claims=person.claims, at=at)
    return 200, {
        "access_token": content["nonce"],
        "token_type": "Bearer",
        "expires_in": 300,
        "id_token": token,
    }
