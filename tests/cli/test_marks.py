"""What start.py remembers is in the database: gone when the data are, and aware of a roll-back."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from borgerfokus.cli import marks
from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import discard, prepare

pytestmark = pytest.mark.slow


@pytest.fixture
def url(cluster: Cluster) -> Iterator[str]:
    yield prepare(cluster, database="marked").owner_url
    discard(cluster, database="marked")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "app" / "migrations").mkdir(parents=True)
    (tmp_path / "app" / "migrations" / "0001_initial.py").write_text("first")
    (tmp_path / "some.lock").write_text("packages")
    return tmp_path


def schema(url: str, source: Path) -> str:
    return marks.schema_of(url, source=source, lock=source / "some.lock")


def apply(url: str, statement: str) -> None:
    with psycopg.connect(url) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS django_migrations (id serial, applied timestamptz DEFAULT now())")
        owner.execute(statement)


def test_marks_are_kept_beside_each_other(url: str) -> None:
    assert marks.read(url) == {}
    marks.write(url, marks.DEMO, "full")
    marks.write(url, marks.SCHEMA, "abc")
    assert marks.read(url) == {"demo": "full", "schema": "abc"}


def test_somebody_elses_comment_is_no_mark(url: str) -> None:
    with psycopg.connect(url) as owner:
        owner.execute("COMMENT ON DATABASE marked IS 'moved here in March'")
    assert marks.read(url) == {}


def test_an_empty_database_is_never_up_to_date(url: str, source: Path) -> None:
    assert schema(url, source) == "nothing applied"


def test_the_same_code_and_tables_are_up_to_date(url: str, source: Path) -> None:
    apply(url, "INSERT INTO django_migrations DEFAULT VALUES")
    assert schema(url, source) == schema(url, source)


def test_a_new_migration_is_noticed(url: str, source: Path) -> None:
    apply(url, "INSERT INTO django_migrations DEFAULT VALUES")
    before = schema(url, source)
    (source / "app" / "migrations" / "0002_more.py").write_text("second")
    assert schema(url, source) != before


def test_a_changed_lock_is_noticed(url: str, source: Path) -> None:
    apply(url, "INSERT INTO django_migrations DEFAULT VALUES")
    before = schema(url, source)
    (source / "some.lock").write_text("other packages")
    assert schema(url, source) != before


def test_a_rolled_back_migration_is_noticed(url: str, source: Path) -> None:
    apply(url, "INSERT INTO django_migrations DEFAULT VALUES")
    before = schema(url, source)
    apply(url, "DELETE FROM django_migrations")
    assert schema(url, source) != before
