"""The sabotage of A1, A2 and A3: with a guard, a wall or the log taken out, the harness says so; one wall is enough."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from borgerfokus.apps.casework import service
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.casework.queries import cases as reads
from borgerfokus.foundation.access.scope import Scope
from borgerfokus.foundation.login.guards import Guard
from tests.access.row import Row
from tests.access.scene import Scene
from tests.access.table import STAFF
from tests.access.test_permission_table import deviations

pytestmark = pytest.mark.django_db

Owner = Callable[..., list[tuple[Any, ...]]]
TABS = {"staff:case", "staff:journal", "staff:documents"}
SOME = tuple(row for row in STAFF if row.url in TABS and row.method == "GET")


def forget_what_is_written() -> None:
    """Queries are written once for each actor; a wall that is taken out is taken out of those too."""
    for name, module in list(sys.modules.items()):
        if name.startswith("borgerfokus.") and ".queries" in name:
            for one in vars(module).values():
                if hasattr(one, "cache_clear"):
                    one.cache_clear()


@pytest.fixture(autouse=True)
def _written_anew() -> Iterator[None]:
    forget_what_is_written()
    yield
    forget_what_is_written()


def without_the_first_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    def everything(_actor: object, *, at: object) -> object:
        return Case.objects.all()

    monkeypatch.setattr(reads, "visible_to", everything)
    monkeypatch.setattr(service, "visible_to", everything)
    forget_what_is_written()


def some(url: str) -> tuple[Row, ...]:
    return tuple(row for row in STAFF if row.url == url and row.method == "GET")


def test_as_it_is_nothing_deviates(scene: Scene) -> None:
    assert deviations(scene, "other_unit", SOME) == []


def test_a_guard_that_admits_everybody_is_found(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Guard, "admits", lambda _self, _actor: True)
    assert deviations(scene, "administrator", some("staff:search"))


def test_without_the_first_wall_the_second_still_shows_nothing(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    without_the_first_wall(monkeypatch)
    for key in ("other_unit", "partner_ended", "named_ended", "break_glass_over"):
        assert deviations(scene, key, SOME) == []


def test_without_both_walls_the_harness_is_red(scene: Scene, monkeypatch: pytest.MonkeyPatch, as_owner: Owner) -> None:
    tables = ("casework_case", "journal_entry", "journal_entrytext", "people_person")
    for table in tables:
        as_owner(f"create policy sabotage on {table} to public using (true)")
    try:
        without_the_first_wall(monkeypatch)
        found = deviations(scene, "other_unit", SOME)
        assert any("instead of 404" in one for one in found)
        assert any("leaks" in one for one in found)
    finally:
        connection.close()
        for table in tables:
            as_owner(f"drop policy sabotage on {table}")


def test_a_look_up_that_is_not_logged_is_found(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Scope, "saw", lambda *_args, **_more: None)
    found = deviations(scene, "caseworker", some("staff:case"))
    assert any("without a look-up" in one for one in found)


def test_a_seal_that_is_not_asked_about_is_found(scene: Scene, as_owner: Owner) -> None:
    as_owner("update casework_case set sealed = false where id = %s", scene.cases["sealed"].id)
    try:
        assert any("[sealed]" in one for one in deviations(scene, "colleague", some("staff:case")))
    finally:
        connection.close()
        as_owner("update casework_case set sealed = true where id = %s", scene.cases["sealed"].id)
