"""OpenID Connect towards two providers: one for citizens, one for staff.

Authlib builds the request (state, nonce, PKCE) and fetches the token; `tokens.verify` decides. Nothing from a
token
reaches the database or a log but the person that it stands for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any, Final, cast

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import DjangoIntegration, DjangoOAuth2App
from authlib.integrations.requests_client import OAuth2Session
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from requests import RequestException

from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.login.tokens import Claims, Expected, TokenRefused, UnknownKey, verify
from borgerfokus.foundation.parameters import service as parameters

_TIMEOUT_SECONDS: Final = 8
_ANEW: Final = {"prompt": "login", "max_age": "0"}


class Who(StrEnum):
    """Who logs in; the word in the address."""

    CITIZEN = "borger"
    STAFF = "medarbejder"


class LoginFailed(Exception):
    """Nobody was let in. `code` says why: "cancelled", "state", "provider", "level" or "token"."""

    def __init__(self, code: str, *, check: str = "") -> None:
        super().__init__(f"{code} {check}".strip())
        self.code = code
        self.check = check


@dataclass(frozen=True)
class Registration:
    """What we are to a provider."""

    issuer: str
    client_id: str
    client_secret: str


def is_configured(who: Who) -> bool:
    """Whether there is a provider for these people."""
    return bool(_registration(who).issuer)


def is_demo(who: Who) -> bool:
    """Whether the demo provider answers: a demo municipality without a provider of its own."""
    return settings.DEMO and not settings.OIDC[who.value]["issuer"]


def authorization_address(request: HttpRequest, *, who: Who, again: bool = False) -> str:
    """Where to send the browser; the session remembers state, nonce and PKCE verifier. Raises
    LoginFailed("provider"). `again` asks the provider to let nobody in on an earlier login.
    """
    app = _app(who)
    redirect_uri = request.build_absolute_uri(reverse("login:callback", args=[who.value]))
    try:
        made = app.create_authorization_url(redirect_uri, **(_ANEW if again else {}))
    except (AuthlibBaseError, RequestException, ValueError, RuntimeError) as error:
        raise LoginFailed("provider") from error
    app.save_authorize_data(request, redirect_uri=redirect_uri, **made)
    return str(made["url"])


def finish(request: HttpRequest, *, who: Who, at: datetime, anew_since: datetime | None = None) -> Claims:
    """The proven claims of whoever comes back from the provider. Raises LoginFailed.

    With `anew_since` the login itself must have happened after that moment.
    """
    app = _app(who)
    saved = _state(app, request)
    if request.GET.get("error"):
        raise LoginFailed("cancelled" if request.GET["error"] == "access_denied" else "provider")
    if request.GET.get("iss", _registration(who).issuer) != _registration(who).issuer:
        raise LoginFailed("token", check="issuer")
    try:
        answer = app.fetch_access_token(
            redirect_uri=saved["redirect_uri"],
            code=request.GET.get("code", ""),
            code_verifier=saved["code_verifier"],
        )
        return _proven(app, answer, _expected(who, saved, at, anew_since))
    except TokenRefused as error:
        raise LoginFailed("level" if error.check == "level" else "token", check=error.check) from error
    except (AuthlibBaseError, JoseError, RequestException, ValueError, RuntimeError) as error:
        raise LoginFailed("provider") from error


def _proven(app: "_App", answer: Mapping[str, Any], expected: Expected) -> Claims:
    token = answer.get("id_token")
    try:
        return verify(token, keys=_keys(app, force=False), expected=expected)
    except UnknownKey:
        return verify(token, keys=_keys(app, force=True), expected=expected)


def _expected(who: Who, saved: Mapping[str, Any], at: datetime, anew_since: datetime | None) -> Expected:
    registration = _registration(who)
    return Expected(
        issuer=registration.issuer,
        client_id=registration.client_id,
        nonce=str(saved["nonce"]),
        level=Level(parameters.at("gdpr.assurance_level", on=localdate(at)).code),
        at=at,
        anew_since=anew_since,
    )


def _state(app: "_App", request: HttpRequest) -> Mapping[str, Any]:
    state = request.GET.get("state", "")
    saved = app.framework.get_state_data(request.session, state)
    app.framework.clear_state_data(request.session, state)
    if not saved:
        raise LoginFailed("state")
    return cast("Mapping[str, Any]", saved)


class _Session(OAuth2Session):  # type: ignore[misc]  # Authlib ships no types
    """A session that gives up in time, and that reaches the demo provider without the network."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.trust_env = False
        self.max_redirects = 0
        if settings.DEMO:
            from borgerfokus.foundation.login.demo_provider import transport

            self.mount(transport.ADDRESS, transport.InProcess())

    def request(self, method: str, url: str, **kwargs: object) -> object:
        """As requests does, with a time limit."""
        return super().request(method, url, **{"timeout": _TIMEOUT_SECONDS, **kwargs})


class _App(DjangoOAuth2App):  # type: ignore[misc]  # Authlib ships no types
    client_cls = _Session


@cache
def _app(who: Who) -> _App:
    registration = _registration(who)
    if not registration.issuer:
        raise LoginFailed("provider")
    return _App(
        DjangoIntegration(who.value),
        who.value,
        client_id=registration.client_id,
        client_secret=registration.client_secret,
        server_metadata_url=f"{registration.issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid", "code_challenge_method": "S256"},
    )


def _keys(app: _App, *, force: bool) -> KeySet:
    return KeySet.import_key_set(app.fetch_jwk_set(force=force))


def _registration(who: Who) -> Registration:
    own = settings.OIDC[who.value]
    if settings.DEMO and not own["issuer"]:
        from borgerfokus.foundation.login.demo_provider import provider

        return Registration(
            issuer=provider.issuer(who.value),
            client_id=provider.CLIENT_ID,
            client_secret=provider.CLIENT_SECRET,
        )
    return Registration(**own)
