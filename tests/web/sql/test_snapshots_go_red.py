"""The mechanism itself: what it leaves out, and that it goes red."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from tests.web.citizen.scene import Scene
from tests.web.sql import snapshot
from tests.web.sql.snapshot import assert_sql, normalised


@pytest.mark.parametrize(
    ("sql", "kept"),
    [
        ("SELECT 1  FROM\n x", "SELECT %s\n  FROM x"),
        ("… WHERE a IN (%s, %s, %s) LIMIT 21", "…\n  WHERE a IN (%s …)\n  LIMIT %s"),
        ("VALUES (%s, %s), (%s, %s)", "VALUES (%s …) …"),
        ('SELECT "a"."b", "a"."c" FROM "a"', 'SELECT "a"."b", "a"."c"\n  FROM "a"'),
        ('SELECT "a"."b", "a"."c" AS "d", "a"."e", "x"."y" FROM "a"', 'SELECT "a".…, "x".…\n  FROM "a"'),
        ("where kind = 'it''s'", "where kind = %s"),
    ],
)
def test_what_differs_from_run_to_run_is_not_kept(sql: str, kept: str) -> None:
    assert normalised(sql) == kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(snapshot, "SNAPSHOTS", tmp_path)
    return tmp_path


def kept(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as renewing:
        renewing.setenv("BORGERFOKUS_RENEW", "1")
        assert_sql(client, "/sag/liste/", name="list", most=20)
    monkeypatch.delenv("BORGERFOKUS_RENEW", raising=False)


def test_the_same_queries_again_are_green(scene: Scene, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = scene.client(scene.karen)
    kept(client, monkeypatch)
    assert_sql(client, "/sag/liste/", name="list", most=20)


def test_one_query_more_is_shown_as_a_difference(scene: Scene, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: a page that asks the database once more than it did."""
    client = scene.client(scene.karen)
    kept(client, monkeypatch)
    _ask_more(monkeypatch, times=1)
    with pytest.raises(AssertionError, match=r"(?s)other queries than those kept.*\n\+select %s as one"):
        assert_sql(client, "/sag/liste/", name="list", most=20)


def test_a_query_for_each_row_cannot_be_renewed_away(
    scene: Scene, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ask_more(monkeypatch, times=3)
    monkeypatch.setenv("BORGERFOKUS_RENEW", "1")
    with pytest.raises(AssertionError, match="again and again"):
        assert_sql(scene.client(scene.karen), "/sag/liste/", name="list", most=40)


def test_more_than_the_page_may_is_red_also_when_renewing(
    scene: Scene, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BORGERFOKUS_RENEW", "1")
    with pytest.raises(AssertionError, match="at most 3"):
        assert_sql(scene.client(scene.karen), "/sag/liste/", name="list", most=3)


def _ask_more(monkeypatch: pytest.MonkeyPatch, *, times: int) -> None:
    from borgerfokus.web.staff.views import worklist

    shown = worklist.casework.work_list

    def slow(**given: object) -> object:
        for number in range(times):
            with connection.cursor() as cursor:
                cursor.execute(f"select {number} as one")
        return shown(**given)

    monkeypatch.setattr(worklist.casework, "work_list", slow)
