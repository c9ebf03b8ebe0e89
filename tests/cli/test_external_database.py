"""DATABASE_URL names a server of the municipality's own: checked, and given the application role."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from borgerfokus.cli import databases
from borgerfokus.cli.cluster import Cluster
from borgerfokus.cli.databases import prepare_external
from borgerfokus.cli.trouble import Trouble

pytestmark = pytest.mark.slow


@pytest.fixture
def owner_url(cluster: Cluster) -> Iterator[str]:
    """A database whose owner may make roles and is no superuser, on a server without our roles."""
    cluster.stop()
    cluster.remove()
    cluster.start()
    with psycopg.connect(cluster.url(user="postgres", database="postgres"), autocommit=True) as setup:
        setup.execute("CREATE ROLE theirs LOGIN CREATEROLE")
        setup.execute("CREATE DATABASE theirs OWNER theirs")
    yield cluster.url(user="theirs", database="theirs")
    cluster.remove()
    cluster.start()
    databases.prepare(cluster)


def test_the_application_role_is_made_once_and_works(owner_url: str, tmp_path: Path) -> None:
    first = prepare_external(owner_url, keys=tmp_path)
    again = prepare_external(owner_url, keys=tmp_path)
    assert first == again
    with psycopg.connect(first.owner_url) as owner:
        owner.execute("CREATE TABLE kept (id serial)")
    with psycopg.connect(first.app_url) as app:
        app.execute("INSERT INTO kept DEFAULT VALUES")
        assert app.execute("SELECT current_user").fetchone() == ("bf_app",)


def test_the_address_of_the_application_is_an_address(owner_url: str, tmp_path: Path) -> None:
    made = prepare_external(owner_url, keys=tmp_path)
    assert made.app_url.startswith("postgresql://bf_app:")
    assert made.app_url.partition("@")[2] == owner_url.partition("@")[2]


def test_the_password_is_for_the_owner_of_the_installation(owner_url: str, tmp_path: Path) -> None:
    prepare_external(owner_url, keys=tmp_path)
    kept = tmp_path / "app-database-password"
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_given_application_address_is_used(owner_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with psycopg.connect(owner_url) as owner:
        owner.execute("CREATE ROLE given LOGIN")
    given = owner_url.replace("theirs@", "given@")
    monkeypatch.setenv("BORGERFOKUS_APP_DATABASE_URL", given)
    assert prepare_external(owner_url, keys=tmp_path).app_url == given


def test_an_old_server_is_refused(owner_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "OLDEST_SERVER", 99)
    with pytest.raises(Trouble, match="Der skal bruges 99 eller nyere"):
        prepare_external(owner_url, keys=tmp_path)


@pytest.mark.parametrize("url", ["postgresql://x@/x?host=/not/there", "host=/not/there dbname=x", "mysql://x/y"])
def test_an_address_that_leads_nowhere_is_told(url: str, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="DATABASE_URL"):
        prepare_external(url, keys=tmp_path)
