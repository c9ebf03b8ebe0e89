"""Bar A3: when the look-up log cannot be written, nobody is shown: an error page without data, everywhere."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from tests.access.expecting import Cell, cells
from tests.access.harness import Visitor
from tests.access.scene import Scene
from tests.access.table import TABLE

pytestmark = pytest.mark.django_db

READERS = (
    *("reception", "dpo", "citizen", "client"),
    *(pytest.param(key, marks=pytest.mark.slow) for key in ("caseworker", "leader", "guardian", "second_party")),
)
Owner = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def read_only_log(scene: Scene, as_owner: Owner) -> Iterator[Callable[[], None]]:
    """Takes the web's right to write in the log away; it is given back afterwards."""

    def take() -> None:
        as_owner("revoke insert on audit_lookup from bf_app")

    yield take
    connection.close()
    as_owner("grant insert on audit_lookup to bf_app")


def that_show_people(scene: Scene, key: str) -> list[Cell]:
    """The cells in which this actor is shown somebody, and so logged. Of each case's pages those of the plain one."""
    visitor = Visitor(scene, key)
    found = []
    for cell in cells(scene, TABLE, key):
        if cell.status in {200, 201} and cell.case in {"", "plain"}:
            answer = visitor.ask(cell.row.method, cell.address, cell.data)
            if answer.logged:
                found.append(cell)
    return found


@pytest.mark.parametrize("key", READERS)
def test_nothing_is_shown_when_the_log_cannot_be_written(
    scene: Scene, key: str, read_only_log: Callable[[], None]
) -> None:
    shown = that_show_people(scene, key)
    assert len(shown) >= 2, [cell.row.url for cell in shown]
    read_only_log()
    visitor = Visitor(scene, key)
    own = {canary.word for canary in scene.canaries.known.values() if canary.owner == f"person:{key}"}
    for cell in shown:
        answer = visitor.ask(cell.row.method, cell.address, cell.data)
        assert answer.status == 500, (cell.row.url, answer.status)
        assert {canary.word for canary in answer.found} <= own, (cell.row.url, answer.found)


def test_with_a_log_that_can_be_written_the_same_pages_open(scene: Scene) -> None:
    """The other side of the check above: it is the log, and nothing else, that closes them."""
    visitor = Visitor(scene, "caseworker")
    for url in ("staff:case", "staff:list", "staff:parties"):
        cell = next(one for one in cells(scene, TABLE, "caseworker") if one.row.url == url)
        assert visitor.ask(cell.row.method, cell.address, cell.data).status == 200
