"""Bar B3: what is typed never runs. 200 payloads in every typed field, on every page, letter and sheet.

Stored: every canary of the scene is replaced by payloads and every page is read as those who see most. Reflected:
every form is posted, and every address asked, with payloads in all its fields. The policy of every answer is read too.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction

from tests import database
from tests.access import spoiling
from tests.access.expecting import Cell, cells
from tests.access.harness import Answer, Visitor
from tests.access.markup import what_could_run, what_the_policy_lets
from tests.access.payloads import PAYLOADS, TOGETHER
from tests.access.scene import Scene
from tests.access.table import TABLE
from tests.architecture.source import PACKAGE, modules
from tests.foundation.files.builders import PDF

pytestmark = pytest.mark.django_db

READERS = ("leader", "citizen", "reception", "dpo", "administrator", "client")
_POSTED = re.compile(r"""(?:POST\.(?:get|getlist)\(\s*|\bposted\(request, )["']([\w-]+)["']""")
_ASKED = re.compile(r"""(?:GET\.(?:get|getlist)\(\s*|\bin_address\(request, )["']([\w-]+)["']""")
_READERS = re.compile(r"""\b(posted|in_address)\(""")
_NAMED = re.compile(r"""\b(posted|in_address)\(request, ["'][\w-]+["']\)""")
FIELDS, PARAMETERS = 111, 45
"""So many are read by name in the code of the web; a way to read them that is not seen here makes them fewer."""


@pytest.fixture(scope="module")
def spoilt(scene: Scene) -> Scene:
    """The scene with a payload wherever something was typed."""
    _spoil(0)
    return scene


def _spoil(turn: int) -> dict[str, int]:
    name = connection.settings_dict["NAME"]
    connection.close()
    return spoiling.spoil(database.address(name, owner=True), turn=turn)


def read_by(scene: Scene, key: str) -> Iterator[tuple[Cell, Answer]]:
    """Everything that the table lets one actor read; of each case's pages those of the plain one."""
    visitor = Visitor(scene, key)
    for cell in cells(scene, TABLE, key):
        if cell.row.method == "GET" and cell.status < 400 and cell.case in {"", "plain"}:
            yield cell, visitor.ask("GET", cell.address)


def test_there_are_two_hundred_of_them() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) == 200


def test_they_stand_wherever_something_is_typed(spoilt: Scene) -> None:
    """What was replaced first is gone, so a second turn finds names only."""
    found = _spoil(1)
    assert all(
        column.rpartition(".")[0].startswith(("organisation_", "login_", "casework_savedview")) for column in found
    )


@pytest.mark.parametrize("key", READERS)
def test_nothing_that_is_stored_runs(spoilt: Scene, key: str) -> None:
    shown = 0
    for cell, answer in read_by(spoilt, key):
        assert answer.status < 500, (cell.address, answer.error)
        assert what_could_run(answer) == [], cell.address
        assert what_the_policy_lets(answer) == [], (cell.address, answer.headers.get("Content-Security-Policy"))
        shown += "900" in answer.text
    assert shown >= (1 if key in {"reception", "dpo", "administrator", "client"} else 8), "the payloads are not shown"


def names_posted() -> list[str]:
    """Every field that the web reads from a form, by name, from the code."""
    from tests.access.test_table_is_complete import forms_of_the_code

    return sorted((written_with(_POSTED) | forms_of_the_code()) - {"act", "step", "do", "way", "once"})


def names_asked() -> list[str]:
    """Every parameter that the web reads from an address, by name, from the code."""
    return sorted(written_with(_ASKED))


def written_with(way: re.Pattern[str]) -> set[str]:
    """What the code of the web reads in a way, by name."""
    return {name for one in modules() if PACKAGE / "web" in one.path.parents for name in way.findall(one.text)}


def test_every_field_that_is_read_is_found() -> None:
    """Every call of the readers of numbers names its field where it stands, and no field is lost to another way."""
    for one in modules():
        if PACKAGE / "web" in one.path.parents and one.path.name != "numbers.py":
            named = _NAMED.findall(one.text)
            assert len(named) == len(_READERS.findall(one.text)), one.path
    assert len(written_with(_POSTED)) >= FIELDS
    assert len(written_with(_ASKED)) >= PARAMETERS


def test_a_reader_of_numbers_that_is_not_seen_is_missed() -> None:
    """The sabotage: looking only for the older way finds fewer."""
    older = re.compile(r"""POST\.(?:get|getlist)\(\s*["']([\w-]+)["']""")
    assert len(written_with(older)) < FIELDS


@pytest.mark.parametrize("key", ["leader", "citizen", "reception", "administrator", "dpo", "partner"])
def test_nothing_that_is_posted_runs(scene: Scene, key: str) -> None:
    """Every form of the table with payloads in all fields; where it leads on, the next page too."""
    hostile = dict.fromkeys(names_posted(), TOGETHER[:4000])
    visitor = Visitor(scene, key)
    for cell in cells(scene, TABLE, key):
        if cell.row.method != "POST" or cell.status in {404, 405} or cell.case not in {"", "plain"}:
            continue
        with transaction.atomic():
            answers = list(_posted(visitor, cell, {**hostile, **(cell.data or {})}))
            transaction.set_rollback(True)
        for answer in answers:
            assert answer.status < 500, (cell.row.url, cell.row.act, answer.error)
            assert what_could_run(answer) == [], (cell.row.url, cell.row.act)
            assert what_the_policy_lets(answer) == [], (cell.row.url, cell.row.act)


def _posted(visitor: Visitor, cell: Cell, data: dict[str, Any]) -> Iterator[Answer]:
    if cell.row.url in {"login:logout", "login:language"}:
        return
    with visitor.same_cookies():
        files = {name: SimpleUploadedFile(f"{PAYLOADS[3]}.pdf", PDF) for name in ("file", "files")}
        answer = visitor.read(visitor.client.post(cell.address, {**data, **files}))
        yield answer
        if answer.status in {302, 303} and answer.location.startswith("/"):
            yield visitor.read(visitor.client.get(answer.location))


@pytest.mark.parametrize("key", ["leader", "citizen", "anonymous"])
def test_nothing_that_is_asked_runs(scene: Scene, key: str) -> None:
    """Every address with payloads in every parameter that the code reads."""
    visitor = Visitor(scene, key)
    for cell in cells(scene, TABLE, key):
        if cell.row.method == "GET" and cell.status < 400 and cell.case in {"", "plain"}:
            for chosen in (TOGETHER[:1500], PAYLOADS[20], PAYLOADS[3]):
                answer = visitor.ask("GET", cell.address, dict.fromkeys(names_asked(), chosen))
                assert answer.status < 500, (cell.address, answer.error)
                assert what_could_run(answer) == [], cell.address
                assert what_the_policy_lets(answer) == [], cell.address


@pytest.fixture(scope="module", params=range(2, 22))
def turned(spoilt: Scene, request: pytest.FixtureRequest) -> Scene:
    """The spoilt scene with other payloads in its short fields; put in before the test's own transaction begins."""
    name = connection.settings_dict["NAME"]
    connection.close()
    spoiling.again(database.address(name, owner=True), turn=request.param)
    return spoilt


@pytest.mark.slow
def test_short_fields_hold_others_with_each_turn(turned: Scene) -> None:
    """Where not all of them have room, twenty more stand one after the other: in names of people, units and files."""
    for key in ("leader", "citizen"):
        for cell, answer in read_by(turned, key):
            assert answer.status < 500, (cell.address, answer.error)
            assert what_could_run(answer) == [], cell.address


def test_a_page_without_escaping_is_found(spoilt: Scene) -> None:
    """The sabotage: the same page with its signs put back runs, and the check says so."""
    from html import unescape

    _, answer = next(one for one in read_by(spoilt, "leader") if one[0].row.url == "staff:journal")
    assert what_could_run(answer) == []
    raw = Answer(200, unescape(answer.text), "text/html", "", answer.headers)
    assert len(what_could_run(raw)) > 20


def test_a_lax_policy_is_found() -> None:
    """The sabotage: inline scripts let in, or no policy at all."""
    for policy in (
        "script-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
        "default-src *; frame-ancestors 'none'",
        "",
    ):
        headers = {"Content-Security-Policy": policy} if policy else {}
        assert what_the_policy_lets(Answer(200, "", "text/html", "", headers))
