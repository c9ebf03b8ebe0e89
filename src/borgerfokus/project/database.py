"""The one database. The web and the worker connect as a role that owns nothing; migrations as the owner."""

import os
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


class DatabaseNotNamed(RuntimeError):
    """Neither the launcher nor the environment said where PostgreSQL is."""


def from_environment(*, as_owner: bool) -> dict[str, Any]:
    """Django's settings for the database named in the environment.

    Raises DatabaseNotNamed when BORGERFOKUS_DATABASE_URL (or, as owner, BORGERFOKUS_OWNER_DATABASE_URL) is unset.
    """
    name = "BORGERFOKUS_OWNER_DATABASE_URL" if as_owner else "BORGERFOKUS_DATABASE_URL"
    url = os.environ.get(name, "")
    if not url:
        raise DatabaseNotNamed(f"{name} is not set: start with python3 start.py, or name a server.")
    return parse(url)


def parse(url: str) -> dict[str, Any]:
    """Translate a postgresql:// address (host and port may stand in the query) into Django's settings."""
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(query.pop("port", parts.port or "")),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": query,
    }
