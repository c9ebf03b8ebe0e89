"""Bar B4: no cell of an exported sheet runs as a formula, and negative numbers are still numbers.

The exports are listed from the code: everything that imports the one writer of sheets, or writes CSV by itself.
"""

import ast
import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.urls import reverse

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.decisions.models import BoardDecision
from borgerfokus.apps.dialogue.models import Concern
from borgerfokus.apps.insight import jobs as insight
from borgerfokus.apps.offers.models import Offer
from borgerfokus.cli.demo import projection
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Employee, Unit
from borgerfokus.foundation.people.models import Person
from borgerfokus.web.present import sheets
from tests.access.harness import Visitor
from tests.access.scene import SYSTEM, Scene
from tests.architecture.source import PACKAGE, modules

pytestmark = pytest.mark.django_db

EXPORTS = {
    "web/staff/views/worklist.py": ("leader", "staff:list-csv", ""),
    "web/management/views/appeals.py": ("leader", "management:appeals", "format=csv"),
    "web/management/views/team.py": ("leader", "management:team", "format=csv"),
    "web/management/views/changing.py": ("leader", "management:changing", "format=csv"),
    "web/staff/views/board.py": ("caseworker", "staff:board-csv", ""),
    "web/staff/views/chase.py": ("caseworker", "staff:chase-csv", ""),
    "web/staff/views/duty.py": ("head", "staff:duty-csv", ""),
    "web/staff/views/messages.py": ("caseworker", "staff:messages-csv", ""),
    "web/management/views/messages.py": ("leader", "management:messages", "format=csv"),
    "web/management/views/controlreport.py": ("dpo", "management:control-csv", ""),
    "web/admin/views/offers.py": ("administrator", "admin:offers-csv", ""),
}
"""Each module that makes a sheet of what somebody has typed: who asks for it, and where."""

FIGURES = {
    "web/admin/views/integrations.py": ("administrator", "admin:integrations", "format=csv"),
    "web/management/views/benchmark.py": ("leader", "management:benchmark-alike", "format=csv"),
    "web/management/views/benchteams.py": ("leader", "management:benchmark-teams", "format=csv"),
    "web/management/views/demography.py": ("leader", "management:demography", "format=csv"),
    "web/management/views/effect.py": ("leader", "management:effect", "format=csv"),
    "web/management/views/experience.py": ("leader", "management:experience", "format=csv"),
    "web/management/views/flow.py": ("leader", "management:flow", "format=csv"),
    "web/management/views/flowcompare.py": ("leader", "management:flow-compare", "format=csv"),
    "web/management/views/flowrules.py": ("leader", "management:flow-rules", "format=csv"),
    "web/management/views/flowstream.py": ("leader", "management:flow-stream", "format=csv"),
    "web/management/views/whatif.py": ("leader", "management:flow-whatif", "format=csv"),
    "web/management/views/forecast.py": ("leader", "management:forecast", "format=csv"),
    "web/present/figurefiles.py": ("leader", "management:indicators", "format=csv"),
    "web/management/views/kodeks.py": ("leader", "management:kodeks", "format=csv"),
    "web/management/views/results.py": ("leader", "management:campaign-result", "format=csv"),
    "web/management/views/supervision.py": ("leader", "management:campaign-list", ""),
}
"""Each module whose sheet holds figures beside the platform's own words, or has too few cases here to name any."""

LISTS = {
    "web/management/views/controlreport.py",
    "web/management/views/supervision.py",
}
"""Pages of leaders whose sheet is a list of look-ups or cases and no figures: CSV alone."""

OF_ONE = {
    "management:campaign-result": "campaign",
    "management:campaign-list": "campaign",
    "management:control-csv": "control_round",
}
"""The sheets about one thing, and the word by which the scene knows it."""

WRITERS = {"web/present/sheets.py", "cli/imports/templates.py", "foundation/outbox/printing.py"}
"""Who may write CSV: the one writer of sheets, the templates of the importers, which hold no data, and the packing list
of a print run, which holds numbers and sums and nothing that anybody has typed."""

READERS = {
    "apps/insight/queries/told.py",
    "core/benchmark/keyfigures.py",
    "foundation/outbox/merging.py",
}
"""Who reads rows that come as CSV, and makes no sheet."""

STARTS = ("=", "+", "-", "@", "\t", "\r")
HOSTILE = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "  =1+1",
    '=HYPERLINK("https://fjordby.example";"klik")',
    "-2+3+cmd|' /C calc'!A0",
    "--1",
    "-",
    "+45 09 99 00 10",
)
NUMBERS = ("-12", "-12,5", "-1.250", "-1.250,75", "12", "0", "1.250")


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def users(of: str) -> set[str]:
    """The modules that import something by this name."""
    found = set()
    for module in modules():
        for node in ast.walk(module.tree):
            names = [one.name for one in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            if of in names:
                found.add(name_of(module.path))
    return found


def runs(cell: str) -> bool:
    """Whether a spreadsheet takes the cell for a formula."""
    text = cell.lstrip(" ")
    plain = text[1:].replace(".", "").replace(",", "", 1)
    return text.startswith(STARTS) and not (text.startswith("-") and plain.isdigit())


def test_every_export_of_the_code_is_listed() -> None:
    assert users("csv_answer") | users("file_answer") == set(EXPORTS) | set(FIGURES)
    assert {module for module in users("csv") if not module.startswith("cli/imports/")} <= WRITERS | READERS
    mentions = {name_of(one.path) for one in modules() if "text/csv" in one.text or "spreadsheetml" in one.text}
    assert {name for name in mentions if name.startswith("web/")} == {"web/present/sheets.py"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_formula_is_neutral(text: str) -> None:
    assert not runs(str(sheets.neutral(text)))
    assert text.strip() in str(sheets.neutral(text))


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_stays_a_number(text: str) -> None:
    assert sheets.neutral(text) == text


@pytest.mark.parametrize("number", [-12, 0, -1.5, 7])
def test_a_value_that_is_a_number_stays_one(number: float) -> None:
    assert sheets.neutral(number) == number


def cells(answer: str) -> Iterator[str]:
    """The cells of a sheet, as a spreadsheet reads them."""
    for row in csv.reader(StringIO(answer.removeprefix("\ufeff")), delimiter=";"):
        yield from row


def spoil(scene: Scene, text: str) -> None:
    """Everything that may stand in a sheet begins like a formula."""
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at) as scope:
        scope.include_persons(scene.persons.values())
        Person.objects.filter(pk__in=scene.persons.values()).update(given_name=text, family_name=text)
        BoardDecision.objects.update(learning=text)
        Case.objects.filter(pk__in=[one.id for one in scene.cases.values()]).update(title=text, waiting_on=text)
    Employee.objects.update(name=text, initials=text[:8])
    Unit.objects.update(name=text, name_en=text)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        Offer.objects.update(title=text, provider=text, place=text)
        Concern.objects.update(taken_by=scene.actors["head"].id, taken_at=scene.at)


def test_every_page_of_figures_of_leaders_has_every_format() -> None:
    """Whoever writes CSV alone there is on the list of lists."""
    alone = {module for module in users("csv_answer") if module.startswith("web/management/")}
    assert alone == LISTS


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("module", sorted(EXPORTS))
def test_no_cell_of_an_export_runs(scene: Scene, module: str, text: str) -> None:
    key, url, query = EXPORTS[module]
    visitor = Visitor(scene, key)
    spoil(scene, text)
    found = sheet_of(visitor.client.get(f"{address(scene, url)}?{query}"))
    assert any(text.strip() in cell for cell in found), "what was typed stands in no cell: the export says nothing"
    assert [cell for cell in found if runs(cell)] == []


@pytest.mark.parametrize("module", sorted(FIGURES))
def test_no_cell_of_a_sheet_of_figures_runs(
    scene: Scene, module: str, settings: LazySettings, tmp_path: Path
) -> None:
    key, url, query = FIGURES[module]
    settings.INSIGHT_ROOT = tmp_path
    projection.load(now=scene.at)
    insight.refresh_events(at=scene.at)
    visitor = Visitor(scene, key)
    spoil(scene, "=1+1")
    found = sheet_of(visitor.client.get(f"{address(scene, url)}?{query}"))
    assert found
    assert [cell for cell in found if runs(cell)] == []
    if query and not module.startswith("web/admin/"):
        assert_other_formats(visitor, address(scene, url), found)


def assert_other_formats(visitor: Visitor, url: str, found: list[str]) -> None:
    """The workbook and Parquet have the same headings and as many rows, and no cell of the workbook is a formula."""
    page = openpyxl.load_workbook(BytesIO(visitor.client.get(url, {"format": "xlsx"}).content)).active
    heads = [str(cell.value) for cell in page[1]]
    assert heads == [cell.removeprefix("'") for cell in found[: len(heads)]]
    assert page.max_row == len(found) // len(heads)
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
    table = pq.read_table(BytesIO(visitor.client.get(url, {"format": "parquet"}).content))
    assert len(table.column_names) == len(set(table.column_names)) == len(heads)
    assert table.num_rows == page.max_row - 1


def address(scene: Scene, url: str) -> str:
    """Where a sheet is; of something in the plain case when it is of one thing."""
    return reverse(url, args=[scene.cases["plain"].ids[OF_ONE[url]]] if url in OF_ONE else [])


def sheet_of(answer: HttpResponse) -> list[str]:
    """The cells of an answer that is a sheet."""
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/csv")
    return list(cells(answer.content.decode()))


def test_what_pages_write_as_numbers_are_numbers_to_programs() -> None:
    """A column of numbers, also with a dash for none; never a code with noughts in front, and never half a column."""
    rows = [["12", "1,5", "–", "012", "1"], ["−3", "2", "7", "345", "for få"]]
    columns = ["whole", "half", "none", "code", "words"]
    made = sheets.parquet_answer(name="x", columns=columns, rows=rows)
    assert pq.read_table(BytesIO(made.content)).to_pydict() == {
        "whole": [12, -3],
        "half": [1.5, 2.0],
        "none": [None, 7],
        "code": ["012", "345"],
        "words": ["1", "for få"],
    }
    page = openpyxl.load_workbook(BytesIO(sheets.xlsx_answer(name="x", columns=columns, rows=rows).content)).active
    assert [cell.value for cell in page[3]] == [-3, 2, 7, "345", "for få"]


def test_headings_that_repeat_are_columns_apart() -> None:
    made = sheets.parquet_answer(name="x", columns=["a", "a"], rows=[[1, 2]])
    assert pq.read_table(BytesIO(made.content)).to_pydict() == {"a": [1], "a (2)": [2]}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_workbook_runs(text: str) -> None:
    """A workbook knows texts from formulas: what was typed is a text there, and so is what looks like a link."""
    made = sheets.xlsx_answer(name="x", columns=[text], rows=[[text, -1.5], ["https://fjordby.invalid", 3]])
    page = openpyxl.load_workbook(BytesIO(made.content)).active
    found = [cell for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in found} <= {"s", "n"}
    assert [cell.value for cell in found if cell.hyperlink] == []
    assert page["B2"].value == -1.5


def test_a_sheet_that_is_not_neutral_is_found(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: the writer passes cells on as they are."""
    monkeypatch.setattr(sheets, "neutral", lambda cell: cell)
    visitor = Visitor(scene, "leader")
    spoil(scene, "=1+1")
    answer = visitor.client.get(reverse("staff:list-csv")).content.decode()
    assert any(runs(cell) for cell in cells(answer))
