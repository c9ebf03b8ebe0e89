"""From a row of the table to the cells that are asked, each with the answer that must come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.people import queries as people
from tests.access import columns
from tests.access.harness import addresses, parameters_of
from tests.access.row import POST, Row
from tests.access.scene import SYSTEM, Scene

_PARAMETERS = {
    "number": "number",
    "entry_id": "entry",
    "file_id": "file",
    "decision_id": "decision",
    "plan_id": "plan",
    "message_id": "message",
    "task_id": "task",
    "appeal_id": "appeal",
    "power_id": "power",
    "version_id": "type_version",
    "unit_id": "unit",
    "question_id": "question",
    "order_id": "partner_order",
    "sampled_id": "sampled",
    "campaign_id": "campaign",
    "thread_id": "thread",
}


@dataclass(frozen=True)
class Cell:
    """One address asked by one actor, and the status that must come back."""

    row: Row
    case: str
    address: str
    data: Mapping[str, Any] | None
    status: int


def cells(scene: Scene, rows: tuple[Row, ...], key: str) -> Iterator[Cell]:
    """Every cell of one column. A row whose address is gone is another test's to find."""
    for row in rows:
        if row.url not in addresses():
            continue
        for case in row.on or ("",):
            yield Cell(row, case, address(scene, row, case), data(scene, row, case), expected(row, case, key))


def expected(row: Row, case: str, key: str) -> int:
    """The answer that the table gives to one actor. A program with a token is nobody outside the API."""
    if key in columns.PROGRAMS and not row.url.startswith("api-v1:"):
        key = "anonymous"
    for status, group in row.answers.items():
        named = columns.of_case(group, case) if isinstance(group, str) else group
        if key in named:
            return status
    if row.url.startswith("api-v1:"):
        return row.rest
    if key == "anonymous":
        return row.anonymous or (303 if row.method == POST else 302)
    return row.rest


def address(scene: Scene, row: Row, case: str) -> str:
    """The address of a row for one of its cases."""
    values = {name: _value(scene, row, case, name) for name in parameters_of(row.url)}
    return reverse(row.url, kwargs=values) + (f"?{row.query}" if row.query else "")


def data(scene: Scene, row: Row, case: str) -> Mapping[str, Any] | None:
    """What is posted. "=word" is an id of the case, "@who" of an employee, "#who" a citizen's number."""
    if row.method != POST:
        return None
    return {name: _filled(scene, value, case) for name, value in row.data.items()}


def _filled(scene: Scene, value: object, case: str) -> object:
    if not isinstance(value, str) or value[:1] not in {"=", "@", "#"}:
        return value
    sign, word = value[0], value[1:]
    if sign == "@":
        return str(scene.actors[word].id)
    if sign == "#":
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at) as scope:
            scope.include_persons([scene.persons[word]])
            return people.cpr_of(person_id=scene.persons[word]).digits
    return str(_of_case(scene, case, word))


def _value(scene: Scene, row: Row, case: str, name: str) -> object:
    given = row.given.get(name)
    if case:
        word = _PARAMETERS[name] if given is None else str(given)
        return _of_case(scene, case, word, given)
    if isinstance(given, str) and given in scene.ids:
        return scene.ids[given]
    return given


def _of_case(scene: Scene, case: str, word: str, otherwise: object = None) -> object:
    subject = scene.cases[case]
    if word == "number":
        return subject.number
    if word == "case":
        return subject.id
    return subject.ids[word] if word in subject.ids or otherwise is None else otherwise
