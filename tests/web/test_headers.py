"""Every answer carries the headers of an A+: each address of the site, files, errors and refusals."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from borgerfokus.project import headers

WANTED = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
    "X-Permitted-Cross-Domain-Policies": "none",
}
_SAMPLES = {"int": "1", "str": "x", "slug": "x", "uuid": "00000000-0000-0000-0000-000000000000", "path": "x"}
ELSEWHERE = ("/static/design/mark.svg", "/static/no-such-file.css", "/no/such/page", "/log-af")


_SAY = (
    "from borgerfokus.project import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, "
    "s.LANGUAGE_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 31000000)"
)


def addresses() -> list[str]:
    """Every address of the site, with something in the place of each parameter."""
    found = []

    def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, prefix + str(pattern.pattern))
            else:
                found.append("/" + filled(prefix + str(pattern.pattern)))

    walk(get_resolver().url_patterns, "")
    return sorted(set(found))


def filled(route: str) -> str:
    for kind, sample in _SAMPLES.items():
        while f"<{kind}:" in route:
            before, _mark, rest = route.partition(f"<{kind}:")
            route = before + sample + rest.partition(">")[2]
    return route


def lacking(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    answer.close()
    missed = [name for name, part in WANTED.items() if part not in answer.get(name, "")]
    return [f"{address} ({answer.status_code}): {name}" for name in missed]


@pytest.fixture
def visitor(db: None) -> Client:
    return Client(raise_request_exception=False)


def test_every_address_answers_with_every_header(visitor: Client) -> None:
    every = addresses()
    assert len(every) > 150
    assert [one for address in (*every, *ELSEWHERE) for one in lacking(visitor, address)] == []


def test_without_the_middleware_they_are_missed(visitor: Client, settings: Any) -> None:
    """Sabotage: the headers that are our own are set by one middleware."""
    mine = f"{headers.__name__}.HeadersMiddleware"
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if one != mine]
    assert len(lacking(visitor, "/")) == len(headers.HEADERS)


def test_behind_tls_the_site_is_only_ever_reached_over_tls(visitor: Client, settings: Any) -> None:
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 63_072_000, True
    answer = visitor.get("/", secure=True)
    assert answer["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"


def test_behind_tls_cookies_are_bound_to_this_host() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            _SAY,
        ],
        env={**os.environ, "BORGERFOKUS_TLS": "1", "PYTHONPATH": str(configured.SOURCE.parent)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.split() == ["__Host-borgerfokus", "__Host-csrftoken", "__Host-sprog", "True", "True", "True"]
