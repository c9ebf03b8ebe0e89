"""A database of its own beside the installation's, made by the owner and dropped afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from borgerfokus.cli import connections
from borgerfokus.cli.databases import DATABASE, OWNER, Addresses, discard, prepare
from borgerfokus.cli.trouble import Trouble

NAME = f"{DATABASE}_bench"


@contextmanager
def beside(addresses: Addresses, *, keep: bool) -> Iterator[Addresses]:
    """The addresses of the benchmark's database. One from before is used again with `keep`, else it is made anew.

    It is dropped on the way out, whatever happened, unless `keep`. Raises Trouble if the owner may not make it.
    """
    embedded = addresses.owner_url == connections.embedded().url(user=OWNER, database=DATABASE)
    if not keep:
        _drop(addresses, embedded=embedded)
    try:
        yield _make(addresses, embedded=embedded)
    finally:
        if not keep:
            _drop(addresses, embedded=embedded)


def _make(addresses: Addresses, *, embedded: bool) -> Addresses:
    if embedded:
        return prepare(connections.embedded(), database=NAME)
    _as_owner(addresses, "CREATE DATABASE {}")
    return Addresses(_renamed(addresses.owner_url), _renamed(addresses.app_url))


def _drop(addresses: Addresses, *, embedded: bool) -> None:
    if embedded:
        discard(connections.embedded(), database=NAME)
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
