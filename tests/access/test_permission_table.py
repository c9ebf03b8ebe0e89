"""Bars A1, A2 and A3 in one harness: each cell of the table is asked, and the whole of each answer is read.

A1: the status is the table's. A2: no canary of a case or person that the actor may not see is in body, headers,
redirect, cookie, error, fragment, CSV, PDF or download. A3: everybody whose name is shown has been logged as seen by
the actor in the same transaction.
"""

import pytest

from tests.access import columns, oracle
from tests.access.expecting import cells
from tests.access.harness import Visitor
from tests.access.row import Row
from tests.access.scene import Scene
from tests.access.table import TABLE

pytestmark = pytest.mark.django_db

KEYS = sorted(columns.EVERYBODY | columns.PROGRAMS)


def deviations(scene: Scene, key: str, rows: tuple[Row, ...] = TABLE) -> list[str]:
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


QUICK = "anonymous caseworker leader other_unit second_reader partner break_glass reception citizen attorney_read"
"""One column of each kind. The others ask the same questions of those who are alike."""


def columns_of_the_test() -> list[object]:
    return [key if key in QUICK.split() else pytest.param(key, marks=pytest.mark.slow) for key in KEYS]


@pytest.mark.parametrize("key", columns_of_the_test())
def test_every_cell_is_as_the_table_says(scene: Scene, key: str) -> None:
    wrong = deviations(scene, key)
    assert wrong == [], "\n" + "\n".join(wrong)
