"""Which addresses the platform may reach for somebody: https, and a host that the operator has named. Nothing else.

Without this anybody with a calendar could let the server knock on doors inside the municipality's own network.
"""

from urllib.parse import urlsplit

from django.conf import settings

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def is_allowed(address: str) -> bool:
    """Whether a calendar may lie at this address.

    A host stands in `CALDAV_HOSTS` as it is written, with the port when it is not 443. This machine itself is reached,
    without https too, only where `CALDAV_LOOPBACK` says so: in tests and the demo.
    """
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return False
    if not host or parts.username or parts.password or parts.fragment or any(sign <= " " for sign in address):
        return False
    if host in _LOOPBACK:
        return bool(settings.CALDAV_LOOPBACK) and parts.scheme in {"http", "https"}
    named = host if port in {None, 443} else f"{host}:{port}"
    return parts.scheme == "https" and named in settings.CALDAV_HOSTS
