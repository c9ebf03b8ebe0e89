"""Locks on a checksum, so that bytes are never cleaned away while a transaction is about to point at them."""

from django.db import connection

_SPACE = 7_046_029
"""The number of this kind of lock among PostgreSQL's advisory locks."""


def share(sha256: str) -> None:
    """Hold the bytes until the transaction ends. Waits for a cleaning that is under way."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock_shared(%s, %s)", [_SPACE, _number(sha256)])


def try_alone(sha256: str) -> bool:
    """Whether nobody is about to use the bytes; if so nobody can until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s, %s)", [_SPACE, _number(sha256)])
        return bool(cursor.fetchone()[0])


def _number(sha256: str) -> int:
    return int(sha256[:8], 16) - 2**31
