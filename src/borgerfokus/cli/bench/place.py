"""A database of its own beside the installation's, made by the owner and dropped afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from borgerfokus.cli import connections, marks
from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import DATABASE, OWNER, Addresses, discard, prepare
from borgerfokus.cli.trouble import Trouble

NAME = f"{DATABASE}_bench"
FILLED = "bench"
"""The mark of how many cases it is filled with."""


@contextmanager
def beside(addresses: Addresses, *, keep: bool, filled: str) -> Iterator[Addresses]:
    """The addresses of the benchmark's database. With `keep` one that is `filled` as asked is used again, else it is
    made anew.

    It is dropped on the way out, whatever happened, unless `keep`. Raises Trouble if the owner may not make it.
    """
    here = connections.embedded()  # asked once: the measuring gives this process another home
    embedded = here if addresses.owner_url == here.url(user=OWNER, database=DATABASE) else None
    if not keep or marks.read(_make(addresses, embedded).owner_url).get(FILLED) != filled:
        _drop(addresses, embedded)
    try:
        yield _make(addresses, embedded)
    finally:
        if not keep:
            _drop(addresses, embedded)


def _make(addresses: Addresses, embedded: Cluster | None) -> Addresses:
    if embedded:
        return prepare(embedded, database=NAME)
    _as_owner(addresses, "CREATE DATABASE {}")
    return Addresses(_renamed(addresses.owner_url), _renamed(addresses.app_url))


def _drop(addresses: Addresses, embedded: Cluster | None) -> None:
    if embedded:
        discard(embedded, database=NAME)
    else:
        _as_owner(addresses, "DROP DATABASE {} WITH (FORCE)")


def _as_owner(addresses: Addresses, statement: str) -> None:
    """Make or drop, where that is not done already."""
    if not addresses.owner_url:
        raise Trouble(
            "Målingen laver en database og skal bruge ejeren. Sæt BORGERFOKUS_OWNER_DATABASE_URL.",
            "The benchmark makes a database and needs the owner. Set BORGERFOKUS_OWNER_DATABASE_URL.",
        )
    try:
        with psycopg.connect(addresses.owner_url, autocommit=True) as owner:
            found = owner.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone()
            if (found is None) == statement.startswith("CREATE"):
                owner.execute(sql.SQL(statement).format(sql.Identifier(NAME)))
    except psycopg.errors.InsufficientPrivilege as error:
        raise Trouble(
            "Databasens ejer må ikke oprette databaser. Giv den CREATEDB, eller brug den indbyggede.",
            "The owner of the database may not make databases. Grant CREATEDB, or use the embedded one.",
        ) from error


def _renamed(url: str) -> str:
    return urlsplit(url)._replace(path=f"/{NAME}").geturl()
