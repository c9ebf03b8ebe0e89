"""What was posted after the session had ended: kept as a draft of the person whose session it was.

The browser carries a signed cookie with a random key, never the text. Whoever logs in next sees the text only
as the
same person, in the same browser. Files cannot be kept.
"""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.drafts import service as drafts
from borgerfokus.foundation.drafts.service import DraftTooLarge

COOKIE: Final = f"{settings.COOKIE_PREFIX}fortsaet"
_SALT: Final = "borgerfokus.login.kept"
_LIFE_SECONDS: Final = 24 * 3600
_NOT_KEPT: Final = frozenset({"csrfmiddlewaretoken"})
_PERSONAL_NUMBER: Final = re.compile(r"\s*\d{6}[\s–-]*\d{4}\s*")
"""Typed anew rather than kept: personal numbers stand sealed in the register of persons and nowhere else."""


@dataclass(frozen=True)
class Kept:
    """A form as it was posted: to which address, and every field with its values in order."""

    path: str
    fields: tuple[tuple[str, str], ...]
    saved_at: datetime


def keep(request: HttpRequest, *, subject: str, at: datetime) -> str | None:
    """Keep what was posted for `subject` ("citizen:7"). The key for the cookie, or None when there was
    nothing to keep.
    """
    fields = [[name, value] for name, value in _posted(request)]
    if not fields or not subject:
        return None
    token = secrets.token_urlsafe(16)
    content = {"path": request.get_full_path(), "fields": fields}
    kind, _, number = subject.partition(":")
    owner = Actor(kind=ActorKind(kind), id=int(number))
    with acting_as(owner, purpose=Purpose.OPERATION, at=at):
        try:
            drafts.save(key=_key(token), content=content, by=owner, at=at)
        except DraftTooLarge:
            return None
    return token


def remember(response: HttpResponseBase, *, token: str, secure: bool) -> None:
    """Let the browser carry the key."""
    signed = signing.dumps(token, salt=_SALT)
    response.set_cookie(COOKIE, signed, max_age=_LIFE_SECONDS, httponly=True, secure=secure, samesite="Lax")


def find(request: HttpRequest, *, by: Actor) -> Kept | None:
    """What the actor had posted in this browser when the session ended, or None."""
    token = _token(request)
    stored = drafts.load(key=_key(token), by=by) if token else None
    if stored is None:
        return None
    fields = tuple((str(name), str(value)) for name, value in stored.content["fields"])
    return Kept(path=str(stored.content["path"]), fields=fields, saved_at=stored.saved_at)


def is_waiting(request: HttpRequest) -> bool:
    """Whether this browser carries the key of something kept."""
    return _token(request) is not None


def drop(request: HttpRequest, response: HttpResponseBase, *, by: Actor) -> None:
    """Forget it, once it has been sent or given up."""
    if token := _token(request):
        drafts.drop(key=_key(token), by=by)
    response.delete_cookie(COOKIE, samesite="Lax")


def settle(request: HttpRequest, response: HttpResponseBase, *, by: Actor) -> None:
    """Forget what was kept when it has now been sent: a post to the same address that went well."""
    if request.method != "POST" or response.status_code >= 400 or not is_waiting(request):
        return
    found = find(request, by=by)
    if found is not None and found.path == request.get_full_path():
        drop(request, response, by=by)


def _posted(request: HttpRequest) -> Iterable[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name not in _NOT_KEPT:
            for value in values:
                if not _PERSONAL_NUMBER.fullmatch(str(value)):
                    yield name, str(value)


def _token(request: HttpRequest) -> str | None:
    try:
        token = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=_LIFE_SECONDS)
    except signing.BadSignature:
        return None
    return token if isinstance(token, str) else None


def _key(token: str) -> str:
    return f"login.kept.{token}"
