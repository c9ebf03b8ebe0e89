"""Bars A1, A2 and A3 in one harness: each cell of the table is asked, and the whole of each answer is read.

A1: the status is the table's. A2: no canary of a case or person that the actor may not see is in body, headers,
redirect, cookie, error, fragment, CSV, PDF or download. A3: everybody whose name is shown has been logged as seen by
the actor in the same transaction.
"""

import pytest

from tests.access import columns, oracle
from tests.access.expecting import cells
from tests.access.harness import Visitor, addresses, parameters_of
from tests.access.scene import Scene
from tests.access.table import TABLE

pytestmark = pytest.mark.django_db

KEYS = sorted(columns.EVERYBODY | columns.PROGRAMS)


def deviations(scene: Scene, key: str, rows: tuple[object, ...] = TABLE) -> list[str]:
    """What is not as the table and the oracle say, one line each."""
    visitor = Visitor(scene, key)
    wrong = []
    for cell in cells(scene, rows, key):
        answer = visitor.ask(cell.row.method, cell.address, cell.data)
        where = f"{key} {cell.row.method} {cell.row.url} {cell.row.act or ''} [{cell.case}]"
        if answer.status != cell.status:
            wrong.append(f"{where}: {answer.status} instead of {cell.status} {answer.error[:300]}")
        leaked = oracle.leaks(scene, key, cell.row.url, answer)
        wrong += [f"{where}: leaks {canary.what} of {canary.owner} ({canary.kind})" for canary in leaked]
        wrong += [f"{where}: shows {person} without a look-up" for person in oracle.unlogged(scene, key, answer)]
    return wrong


@pytest.mark.parametrize("key", KEYS)
def test_every_cell_is_as_the_table_says(scene: Scene, key: str) -> None:
    wrong = deviations(scene, key)
    assert wrong == [], "\n" + "\n".join(wrong)


def test_every_address_stands_in_the_table() -> None:
    listed = {(row.url, row.method) for row in TABLE}
    missing = {(name, method) for name in addresses() for method in ("GET", "POST")} - listed
    api = {(name, method) for name, method in missing if name.startswith("api-v1:")}
    assert sorted(missing - api) == []
    assert {name for name in addresses() if name.startswith("api-v1:")} <= {row.url for row in TABLE}


def test_the_table_names_no_address_that_is_gone() -> None:
    assert sorted({row.url for row in TABLE} - set(addresses())) == []


def test_everybody_in_the_scene_is_a_column(scene: Scene) -> None:
    assert set(scene.actors) == columns.EVERYBODY | columns.PROGRAMS


def test_every_parameter_is_known(scene: Scene) -> None:
    for row in TABLE:
        for name in parameters_of(row.url):
            assert name in row.given or row.on, f"{row.url} {name}"
