"""How a command reaches the database of this installation: one that is named, or the embedded server."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from borgerfokus.cli import hosting, installation, single
from borgerfokus.cli.backups import Place
from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import DATABASE, OWNER, Addresses, prepare, prepare_external


def named() -> Addresses | None:
    """The database that the environment names, checked and prepared, or None for the embedded one."""
    app_url = os.environ.get("BORGERFOKUS_DATABASE_URL")
    owner_url = os.environ.get("BORGERFOKUS_OWNER_DATABASE_URL")
    if app_url:
        return Addresses(owner_url or "", app_url)
    external = os.environ.get("DATABASE_URL")
    return prepare_external(external, keys=installation.keys()) if external else None


def embedded() -> Cluster:
    """The embedded server of this installation: a home elsewhere than `var` has one of its own."""
    home = installation.home()
    place = installation.ROOT if home == installation.ROOT / "var" else home
    return Cluster.for_checkout(place, durable=True)


@contextmanager
def database() -> Iterator[Addresses]:
    """The addresses of the database for as long as a command needs it.

    An embedded server that does not run is started, and stopped afterwards; meanwhile start.py is refused.
    """
    addresses = named()
    if addresses:
        yield addresses
        return
    cluster = embedded()
    if cluster.running():
        yield prepare(cluster)
        return
    lock = single.hold(installation.home() / "start.lock")
    try:
        cluster.start()
        yield prepare(cluster)
    finally:
        cluster.stop()
        os.close(lock)


def place_of_backup() -> Place:
    """What backup and restore work on, with an address that passes row level security.

    That is the superuser of the embedded server; elsewhere BORGERFOKUS_BACKUP_DATABASE_URL, or the owner.
    """
    given = os.environ.get("BORGERFOKUS_BACKUP_DATABASE_URL")
    owner = os.environ.get("BORGERFOKUS_OWNER_DATABASE_URL", "")
    cluster = embedded()
    if not given and owner == cluster.url(user=OWNER, database=DATABASE):
        return Place(cluster.url(user="postgres", database=DATABASE), cluster.binaries, installation.home())
    return Place(given or owner, hosting.wheel_binaries(), installation.home())
