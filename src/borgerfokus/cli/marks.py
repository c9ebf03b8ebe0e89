"""What start.py remembers between starts, in a comment on the database, which cannot outlive the data."""

import hashlib
import json
from pathlib import Path

import psycopg
from psycopg import sql

DEMO = "demo"
SCHEMA = "schema"


def read(owner_url: str) -> dict[str, str]:
    """The marks of a database; none if it has another comment, or nothing."""
    with psycopg.connect(owner_url) as connection:
        found = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    try:
        marks = json.loads(found[0]) if found else {}
    except (TypeError, ValueError):
        return {}
    return {str(name): str(value) for name, value in marks.items()} if isinstance(marks, dict) else {}


def write(owner_url: str, name: str, value: str) -> None:
    """Set one mark and keep the others."""
    comment = json.dumps(read(owner_url) | {name: value})
    with psycopg.connect(owner_url) as connection:
        database = sql.Identifier(connection.info.dbname)
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(database, sql.Literal(comment)))


def schema_of(owner_url: str, *, source: Path, lock: Path) -> str:
    """What the tables should be by the code and the packages, together with what has been applied so far."""
    digest = hashlib.sha256(lock.read_bytes())
    for migration in sorted(source.rglob("migrations/*.py")):
        digest.update(str(migration.relative_to(source)).encode() + b"\0" + migration.read_bytes())
    with psycopg.connect(owner_url) as connection:
        made = connection.execute("SELECT to_regclass('django_migrations') IS NOT NULL").fetchone()
        if made != (True,):
            return "nothing applied"
        applied = connection.execute("SELECT count(*), max(applied) FROM django_migrations").fetchone()
    return f"{digest.hexdigest()} {applied}"
