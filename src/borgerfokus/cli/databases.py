"""Roles and databases: an owner that migrates, and an application role that owns nothing.

`bf_owner` owns the database and makes the tables. `bf_app` is what web, worker and tests connect as: it owns
nothing, is no superuser and cannot pass row level security, so that both walls hold for it.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.trouble import Trouble

OWNER = "bf_owner"
APP = "bf_app"
DATABASE = "borgerfokus"
OLDEST_SERVER = 16
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")


@dataclass(frozen=True)
class Addresses:
    """Where the database is: `owner_url` for migrations, `app_url` for everything else."""

    owner_url: str
    app_url: str

    def environment(self) -> dict[str, str]:
        """The two variables that the settings read."""
        return {
            "BORGERFOKUS_OWNER_DATABASE_URL": self.owner_url,
            "BORGERFOKUS_DATABASE_URL": self.app_url,
        }


def prepare(cluster: Cluster, *, database: str = DATABASE) -> Addresses:
    """Make roles, extensions and the database in a running embedded cluster, if they are not there."""
    with psycopg.connect(cluster.url(user="postgres", database="template1"), autocommit=True) as setup:
        # Two starts beside each other take turns, and template1 is copied only while nobody is in it.
        setup.execute("SELECT pg_advisory_lock(20260101)")
        _make_role(setup, OWNER, may_create_databases=not cluster.durable)
        _make_role(setup, APP)
        _equip(setup, owner=OWNER, app=APP)
    with psycopg.connect(cluster.url(user="postgres", database="postgres"), autocommit=True) as setup:
        setup.execute("SELECT pg_advisory_lock(20260101)")
        _make_database(setup, database)
    return Addresses(cluster.url(user=OWNER, database=database), cluster.url(user=APP, database=database))


def discard(cluster: Cluster, *, database: str) -> None:
    """Drop a database of a running embedded cluster, and those that tests have made after its name."""
    with psycopg.connect(cluster.url(user="postgres", database="postgres"), autocommit=True) as setup:
        after_it = "SELECT datname FROM pg_database WHERE datname = %s OR starts_with(datname, %s)"
        for (name,) in setup.execute(after_it, [database, f"test_{database}"]).fetchall():
            setup.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def prepare_external(owner_url: str, *, keys: Path) -> Addresses:
    """Check a server named by DATABASE_URL and make the application role in it.

    The role's password is made once and kept in `keys`, unless BORGERFOKUS_APP_DATABASE_URL is set.
    Raises Trouble when the server cannot be reached, is too old, or the owner may not make what is needed.
    """
    if urlsplit(owner_url).scheme not in ("postgresql", "postgres"):
        raise Trouble(
            "DATABASE_URL skal have formen postgresql://bruger:kode@vært:5432/database.",
            "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
        )
    app_url = os.environ.get("BORGERFOKUS_APP_DATABASE_URL")
    try:
        with psycopg.connect(owner_url, autocommit=True) as setup:
            _check_server(setup)
            if app_url is None:
                password = _kept_password(keys)
                _make_role(setup, APP, password=password)
                app_url = _with_login(owner_url, APP, password)
            _equip(setup, owner=setup.info.user, app=str(conninfo_to_dict(app_url).get("user", APP)))
        psycopg.connect(app_url).close()
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0]
        raise Trouble(
            f"Databasen i DATABASE_URL kan ikke bruges: {reason}",
            f"The database in DATABASE_URL cannot be used: {reason}",
        ) from error
    return Addresses(owner_url, app_url)


def _with_login(url: str, user: str, password: str) -> str:
    """The same address with another user and password."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{quote(user)}:{quote(password)}@{host}").geturl()


def _check_server(setup: psycopg.Connection) -> None:
    found = setup.info.server_version // 10000
    if found < OLDEST_SERVER:
        raise Trouble(
            f"Databasen i DATABASE_URL er PostgreSQL {found}. Der skal bruges {OLDEST_SERVER} eller nyere.",
            f"The database in DATABASE_URL is PostgreSQL {found}. {OLDEST_SERVER} or newer is needed.",
        )


def _kept_password(keys: Path) -> str:
    kept = keys / "app-database-password"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(32))
    return kept.read_text()


def _make_role(
    setup: psycopg.Connection, role: str, *, may_create_databases: bool = False, password: str | None = None
) -> None:
    too_strong = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s"
    found = setup.execute(too_strong, [role]).fetchone()
    if found and found[0]:
        raise Trouble(
            f"Databaserollen {role} må ikke være superbruger eller kunne omgå rækkesikkerhed.",
            f"The database role {role} must not be a superuser or pass row level security.",
        )
    verb = sql.SQL("ALTER" if found else "CREATE")
    attributes = "LOGIN CREATEDB" if may_create_databases else "LOGIN"
    statement = sql.SQL("{} ROLE {} {}").format(verb, sql.Identifier(role), sql.SQL(attributes))
    if password is not None:
        statement += sql.SQL(" PASSWORD {}").format(sql.Literal(password))
    setup.execute(statement)


def _equip(setup: psycopg.Connection, *, owner: str, app: str) -> None:
    """Extensions, and what the application may do with tables that the owner will make.

    What is too much for append-only tables is taken away again by the migrations that make them.
    """
    for extension in EXTENSIONS:
        setup.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))
    for privileges in ("SELECT, INSERT, UPDATE, DELETE ON TABLES", "USAGE, SELECT ON SEQUENCES"):
        setup.execute(
            sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {} GRANT {} TO {}").format(
                sql.Identifier(owner), sql.SQL(privileges), sql.Identifier(app)
            )
        )


def _make_database(setup: psycopg.Connection, name: str) -> None:
    if setup.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return
    setup.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(OWNER)))
