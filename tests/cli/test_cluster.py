"""The embedded PostgreSQL: closed to others, no mode changed, and an application role that owns nothing."""

import os
import pwd
import stat
import subprocess
import time
from pathlib import Path

import psycopg
import pytest

from borgerfokus.cli import hosting
from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import Addresses, discard, prepare
from borgerfokus.cli.trouble import Trouble

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def addresses(cluster: Cluster) -> Addresses:
    return prepare(cluster)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_server_starts_in_seconds_and_once(tmp_path: Path, cluster: Cluster) -> None:
    cluster.stop()
    assert not cluster.running()
    began = time.monotonic()
    assert cluster.start() is True
    assert time.monotonic() - began < 3
    assert cluster.start() is False
    assert cluster.running()


def test_no_mode_of_a_folder_above_is_changed(tmp_path: Path, cluster: Cluster) -> None:
    above = [*cluster.folder.parents, *tmp_path.parents, Path.home()]
    before = {folder: mode(folder) for folder in above}
    cluster.stop()
    cluster.start()
    assert {folder: mode(folder) for folder in above} == before


def test_data_and_socket_are_closed_to_others(cluster: Cluster) -> None:
    assert mode(cluster.data) == mode(cluster.socket_folder) == 0o700
    if os.geteuid() == 0:
        server = pwd.getpwnam(hosting.SYSTEM_USER).pw_uid
        assert cluster.data.stat().st_uid == cluster.socket_folder.stat().st_uid == server
        assert cluster.folder.stat().st_uid == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can try as somebody else")
def test_another_user_cannot_connect(cluster: Cluster, addresses: Addresses) -> None:
    nobody = pwd.getpwnam("nobody")
    tried = subprocess.run(
        [str(cluster.binaries / "psql"), addresses.app_url, "-c", "SELECT 1"],
        user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[], cwd="/", capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert tried.returncode != 0
    assert "Permission denied" in tried.stderr


def test_there_is_no_tcp_port(addresses: Addresses) -> None:
    with psycopg.connect(addresses.app_url) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine ()",
        "ALTER TABLE kept ADD extra int",
        "TRUNCATE kept",
        "DROP TABLE kept",
        "ALTER TABLE kept DISABLE TRIGGER ALL",
        "ALTER ROLE bf_app BYPASSRLS",
        "SET ROLE bf_owner",
        "CREATE DATABASE mine",
    ],
)
def test_the_application_role_owns_nothing(addresses: Addresses, statement: str) -> None:
    with psycopg.connect(addresses.owner_url, autocommit=True) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS kept (id serial, body text)")
    with psycopg.connect(addresses.app_url, autocommit=True) as app:
        app.execute("INSERT INTO kept (body) VALUES ('x')")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute(statement)


def test_neither_role_passes_row_level_security(addresses: Addresses) -> None:
    with psycopg.connect(addresses.app_url) as connection:
        roles = connection.execute(
            "SELECT rolname FROM pg_roles WHERE rolname IN ('bf_app', 'bf_owner') AND (rolsuper OR rolbypassrls)"
        ).fetchall()
    assert roles == []


def test_new_databases_have_the_extensions_and_danish_letters(cluster: Cluster) -> None:
    own = prepare(cluster, database="borgerfokus_new")
    with psycopg.connect(own.app_url) as connection:
        found = {name for (name,) in connection.execute("SELECT extname FROM pg_extension").fetchall()}
        lower = connection.execute("SELECT lower('ÆØÅ')").fetchone()
    discard(cluster, database="borgerfokus_new")
    assert {"btree_gist", "pg_trgm", "unaccent"} <= found
    assert lower == ("æøå",)


def test_a_role_that_passes_row_level_security_is_refused(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url(user="postgres", database="postgres"), autocommit=True) as setup:
        setup.execute("ALTER ROLE bf_app BYPASSRLS")
        with pytest.raises(Trouble, match="må ikke være superbruger"):
            prepare(cluster)
        setup.execute("ALTER ROLE bf_app NOBYPASSRLS")


def test_data_of_another_version_are_not_touched(cluster: Cluster) -> None:
    cluster.stop()
    version = cluster.data / "PG_VERSION"
    real = version.read_text()
    version.write_text("15\n")
    try:
        with pytest.raises(Trouble, match="er fra PostgreSQL 15"):
            cluster.start()
    finally:
        version.write_text(real)
        cluster.start()


def test_a_deep_checkout_gets_a_short_private_socket(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 90)
    folder = hosting.short_enough(deep / "socket", root=deep, kind="test")
    assert len(str(folder / hosting.SOCKET_NAME)) < hosting.LONGEST_SOCKET_PATH
    short = Path("/s")
    assert hosting.short_enough(short, root=deep, kind="test") == short
