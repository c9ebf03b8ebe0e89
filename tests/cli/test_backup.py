"""A backup is whole or refused, and a restore is all or nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from borgerfokus.cli import backups
from borgerfokus.cli.backups import Place
from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import Addresses, discard, prepare
from borgerfokus.cli.trouble import Trouble

pytestmark = pytest.mark.slow

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def place(cluster: Cluster, name: str, home: Path) -> tuple[Place, Addresses]:
    addresses = prepare(cluster, database=name)
    (home / "keys").mkdir(parents=True)
    (home / "keys" / "cpr").write_text("a key")
    return Place(cluster.url(user="postgres", database=name), cluster.binaries, home), addresses


@pytest.fixture
def source(cluster: Cluster, tmp_path: Path) -> Iterator[Place]:
    made, addresses = place(cluster, "backup_source", tmp_path / "source")
    with psycopg.connect(addresses.owner_url, autocommit=True) as owner:
        owner.execute("CREATE TABLE note (body text)")
        owner.execute("ALTER TABLE note ENABLE ROW LEVEL SECURITY")
        owner.execute("ALTER TABLE note FORCE ROW LEVEL SECURITY")
        owner.execute("CREATE POLICY everything ON note TO bf_app USING (true) WITH CHECK (true)")
    with psycopg.connect(addresses.app_url, autocommit=True) as app:
        app.execute("INSERT INTO note VALUES ('hidden by row level security')")
    (made.home / "files" / "ab").mkdir(parents=True)
    (made.home / "files" / "ab" / "abcd").write_bytes(b"a document")
    yield made
    discard(cluster, database="backup_source")


@pytest.fixture
def target(cluster: Cluster, tmp_path: Path) -> Iterator[Place]:
    yield place(cluster, "backup_target", tmp_path / "target")[0]
    discard(cluster, database="backup_target")


def notes(of: Place) -> list[str]:
    with psycopg.connect(of.url) as connection:
        return [body for (body,) in connection.execute("SELECT body FROM note").fetchall()]


def tables(of: Place) -> int:
    with psycopg.connect(of.url) as connection:
        found = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    return int(found[0]) if found else -1


def test_everything_comes_back(source: Place, target: Place, tmp_path: Path) -> None:
    folder = backups.write(source, tmp_path / "backup", at=NOW)
    backups.restore(target, folder)
    assert notes(target) == ["hidden by row level security"]
    assert (target.home / "files" / "ab" / "abcd").read_bytes() == b"a document"


def test_no_key_is_in_the_backup(source: Place, tmp_path: Path) -> None:
    folder = backups.write(source, tmp_path / "backup", at=NOW)
    assert all(b"a key" not in path.read_bytes() for path in folder.iterdir())


@pytest.mark.parametrize("damaged", ["database.dump", "files.tar", "heads.tar"])
def test_a_damaged_backup_changes_nothing(source: Place, target: Place, tmp_path: Path, damaged: str) -> None:
    folder = backups.write(source, tmp_path / "backup", at=NOW)
    content = bytearray((folder / damaged).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / damaged).write_bytes(content)
    with pytest.raises(Trouble, match=f"ændret eller ufuldstændig: {damaged}"):
        backups.restore(target, folder)
    assert tables(target) == 0
    assert not (target.home / "files").exists()


def test_other_keys_are_refused(source: Place, target: Place, tmp_path: Path) -> None:
    folder = backups.write(source, tmp_path / "backup", at=NOW)
    (target.home / "keys" / "cpr").write_text("another key")
    with pytest.raises(Trouble, match="hører ikke til kopien: cpr"):
        backups.restore(target, folder)
    assert tables(target) == 0


def test_data_that_are_there_are_not_overwritten(source: Place, tmp_path: Path) -> None:
    folder = backups.write(source, tmp_path / "backup", at=NOW)
    with pytest.raises(Trouble, match="Der er allerede data her"):
        backups.restore(source, folder)
    assert notes(source) == ["hidden by row level security"]


def test_a_restore_that_fails_halfway_leaves_nothing(source: Place, target: Place, tmp_path: Path) -> None:
    folder = backups.write(source, tmp_path / "backup", at=NOW)
    with psycopg.connect(target.url, autocommit=True) as connection:
        connection.execute("CREATE TYPE note AS ENUM ('in the way')")
    with pytest.raises(Trouble, match="pg_restore lykkedes ikke"):
        backups.restore(target, folder)
    assert tables(target) == 0
    assert sorted(path.name for path in target.home.iterdir()) == ["keys"]


def test_an_older_backup_is_not_overwritten(source: Place, tmp_path: Path) -> None:
    backups.write(source, tmp_path / "backup", at=NOW)
    with pytest.raises(Trouble, match="findes allerede"):
        backups.write(source, tmp_path / "backup", at=NOW)


def test_a_backup_that_fails_leaves_no_folder(source: Place, tmp_path: Path) -> None:
    nowhere = Place(source.url.replace("backup_source", "not_there"), source.programs, source.home)
    with pytest.raises(Trouble, match="pg_dump lykkedes ikke"):
        backups.write(nowhere, tmp_path / "backup", at=NOW)
    assert not list(tmp_path.glob("backup*"))
