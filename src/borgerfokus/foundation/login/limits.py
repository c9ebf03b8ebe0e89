"""Limits against trying one number after another: counted in PostgreSQL, so that every process counts the same.

Whoever is logged in is counted as that person and never by address, so that a town hall behind one address is not shut
out by one of its people. Who is not logged in is counted by address, generously, and not at all from the municipality's
own networks. Neither names nor addresses are kept: a key is an HMAC of them.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from ipaddress import ip_address, ip_network
from typing import Final

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from borgerfokus.foundation.access.actor import Actor, ActorKind
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.login.models import RateCount
from borgerfokus.foundation.login.notices import notice
from borgerfokus.foundation.login.oidc import Who
from borgerfokus.foundation.login.request import Request

LOGIN, SEARCH, MISSING, API = "login", "search", "missing", "api"
NAMES: Final = (LOGIN, SEARCH, MISSING, API)
_COUNT: Final = """
insert into login_ratecount (name, key, slot, hits) values (%s, %s, %s, 1)
on conflict (key, slot) do update set hits = login_ratecount.hits + 1 returning hits
"""


@dataclass(frozen=True)
class Limit:
    """At most so many for one actor, and for one address, in so many seconds; 0 is no limit."""

    actor: int
    address: int
    seconds: int


@lru_cache(maxsize=8)
def read(text: str) -> Mapping[str, Limit]:
    """Limits as the setting writes them: "search=300/0/600 api=60000/600/600"; "off" is none.

    Raises ValueError for a name that there is not, or for what is not three numbers.
    """
    found = {}
    for part in [] if text.strip() == "off" else text.split():
        name, _sign, numbers = part.partition("=")
        if name not in NAMES:
            raise ValueError(f"there is no limit called {name!r}")
        actor, address, seconds = (int(number) for number in numbers.split("/"))
        found[name] = Limit(actor, address, seconds)
    return found


def over(request: Request, name: str, *, tried: str = "") -> HttpResponse | None:
    """Count one more, and answer 429 when that was too many. `tried` is a name typed by who is not logged in."""
    limit = read(settings.RATE_LIMITS).get(name)
    if limit is None:
        return None
    for who, most in _counted(request, limit, tried):
        hits = _count(name, who, limit, request.moment)
        if hits > most:
            if hits == most + 1:
                audit.record(action="limit.reached", by=request.actor, at=request.moment, about=name)
            return _too_many(request, limit)
    return None


def is_over(request: Request, name: str, *, tried: str = "") -> HttpResponse | None:
    """The answer 429 when there have been too many already; nothing is counted."""
    limit = read(settings.RATE_LIMITS).get(name)
    if limit is None:
        return None
    for who, most in _counted(request, limit, tried):
        row = RateCount.objects.filter(key=_key(name, who), slot=_slot(limit, request.moment)).first()
        if row is not None and row.hits >= most:
            return _too_many(request, limit)
    return None


def address_of(request: HttpRequest) -> str:
    """The address that asks, past our own proxies; "" when they do not tell it, or for one of our own networks."""
    proxies = settings.TRUSTED_PROXIES
    if proxies:
        told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
        address = told[-proxies] if len(told) >= proxies else ""
    else:
        address = request.META.get("REMOTE_ADDR", "")
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    return "" if any(found in ip_network(network) for network in settings.OWN_NETWORKS) else str(found)


def purge(*, at: datetime) -> None:
    """Forget the counts of slots that are over."""
    for name, limit in read(settings.RATE_LIMITS).items():
        RateCount.objects.filter(name=name, slot__lt=_slot(limit, at)).delete()


def _counted(request: Request, limit: Limit, tried: str) -> list[tuple[str, int]]:
    """Who is counted: the person first, and by address only somebody who is nobody yet."""
    actor: Actor = request.actor
    if actor.kind is not ActorKind.ANONYMOUS:
        return [(actor.subject, limit.actor)] if limit.actor else []
    found = [(f"tried:{tried.casefold()}", limit.actor)] if tried and limit.actor else []
    if limit.address and (address := address_of(request)):
        found.append((f"address:{address}", limit.address))
    return found


def _count(name: str, who: str, limit: Limit, at: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [name, _key(name, who), _slot(limit, at)])
        hits: int = cursor.fetchone()[0]
    return hits


def _slot(limit: Limit, at: datetime) -> int:
    return int(at.timestamp()) // limit.seconds


def _key(name: str, who: str) -> bytes:
    return hmac.new(settings.SECRET_KEY.encode(), f"{name}|{who}".encode(), sha256).digest()


def _too_many(request: Request, limit: Limit) -> HttpResponse:
    left = limit.seconds - int(request.moment.timestamp()) % limit.seconds
    headers = {"Retry-After": str(left), "Cache-Control": "no-store, private"}
    if request.path_info.startswith("/api/"):
        body = {"title": "Too many requests. Try again later.", "status": 429, "code": "too_many", "errors": []}
        return JsonResponse(body, status=429, headers=headers, content_type="application/problem+json")
    told = notice("too_many", who=Who.STAFF if request.actor.is_employee else Who.CITIZEN)
    answer = render(request, "login/notice.html", {"title": told.title, "notice": told}, status=told.status)
    for header, value in headers.items():
        answer.headers[header] = value
    return answer
