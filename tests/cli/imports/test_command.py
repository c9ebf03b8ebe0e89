"""`borgerfokus import`: what it prints, what it answers with, and the templates it writes."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.imports import rows
from tests.cli.imports.conftest import Desk

from borgerfokus.cli import main, marks
from borgerfokus.cli.commands import import_
from borgerfokus.cli.imports import reading, templates
from borgerfokus.cli.imports.catalogue import EDITIONS, IMPORTERS, ORDER
from borgerfokus.cli.imports.problems import Problems
from borgerfokus.cli.imports.report import SHOWN

Command = Callable[..., int]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command with its arguments, on the database of the test."""
    monkeypatch.setattr(marks, "read", lambda _: {})

    def run(*arguments: str) -> int:
        module = main.find(only="import")["import"]
        return import_.run(main._parser({"import": module}).parse_args(["import", *arguments]))

    return run


def test_the_command_is_called_import() -> None:
    assert main.find(only="import")["import"] is import_


def test_the_kinds_of_file_are_those_that_can_be_loaded() -> None:
    assert set(import_.KINDS) == IMPORTERS.keys()
    assert set(ORDER) | EDITIONS == IMPORTERS.keys()


def test_a_good_file_is_answered_with_counts_and_zero(
    town: Desk, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = town.csv("units.csv", rows.unit())
    assert command("organisation", str(path)) == 0
    out = capsys.readouterr().out
    assert "units.csv: 1 nye, 0 ændrede, 0 uændrede, 0 ophørte" in out
    assert "1 new, 0 changed, 0 unchanged, 0 ended" in out
    assert "Alt er gemt." in out


def test_a_problem_is_answered_with_row_column_value_and_one(
    town: Desk, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = town.csv("units.csv", rows.unit(kind="hold"))
    assert command("organisation", str(path)) == 1
    out = capsys.readouterr().out
    assert "units.csv, række 2, kolonne kind, »hold«: Værdien kendes ikke. Skriv en af disse:" in out
    assert "units.csv, row 2, column kind, »hold«: The value is not known." in out
    assert "1 fejl. Intet er gemt." in out


def test_a_dry_run_is_answered_with_zero_and_saves_nothing(
    town: Desk, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = town.csv("units.csv", rows.unit())
    assert command("organisation", str(path), "--dry-run") == 0
    assert "Prøvekørsel" in capsys.readouterr().out
    assert command("organisation", str(path)) == 0
    assert "1 nye" in capsys.readouterr().out


def test_a_thousand_problems_are_not_a_thousand_lines(
    town: Desk, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    path = town.csv("units.csv", *[rows.unit(key=f"x y {number}") for number in range(1500)])
    assert command("organisation", str(path)) == 1
    out = capsys.readouterr().out
    assert "1500 fejl" in out
    assert f"{1500 - SHOWN} fejl mere" in out
    assert len(out.splitlines()) < 2 * SHOWN + 10


def test_a_whole_folder_is_loaded(town: Desk, command: Command) -> None:
    town.csv("citizens.csv", rows.citizen())
    assert command("all", str(town.folder)) == 0


def test_an_edition_is_for_classifications(
    town: Desk, command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    from borgerfokus.cli.trouble import Trouble

    with pytest.raises(Trouble):
        command("citizens", str(town.csv("citizens.csv", rows.citizen())), "--edition", "2026")
    path = town.csv("facets.csv", {"kode": "G", "titel": "Noget"})
    assert command("kle-facets", str(path), "--edition", "2026") == 0


def test_without_a_file_it_says_how_to_ask(command: Command) -> None:
    from borgerfokus.cli.trouble import Trouble

    with pytest.raises(Trouble, match="borgerfokus import citizens"):
        command("citizens")


def test_a_database_with_a_demo_takes_no_real_person(
    town: Desk, command: Command, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.DEMO = False
    number = f"{int(rows.ADULT[:2]) - 60}{rows.ADULT[2:]}"
    path = town.csv("citizens.csv", rows.citizen(cpr=number))
    monkeypatch.setattr(marks, "read", lambda _: {marks.DEMO: "full"})
    assert command("citizens", str(path)) == 1
    monkeypatch.setattr(marks, "read", lambda _: {})
    assert command("citizens", str(path)) == 0


def test_templates_are_written_and_can_be_read(tmp_path: Path, command: Command) -> None:
    folder = tmp_path / "new" / "folder"
    assert command("--templates", str(folder)) == 0
    for what, importer in IMPORTERS.items():
        problems = Problems()
        sheet = reading.read(folder / importer.layout.file, layout=importer.layout, problems=problems)
        assert problems.found == [], what
        assert len(sheet.rows) == 1
    guide = (folder / templates.GUIDE).read_text("utf-8")
    for importer in IMPORTERS.values():
        assert all(f"| `{column.name}` |" in guide for column in importer.layout.columns)


def test_the_templates_of_a_municipality_can_be_loaded_as_they_are(town: Desk, command: Command) -> None:
    templates.write(town.folder)
    for name in ("relations.csv", "responsibilities.csv"):
        (town.folder / name).unlink()
    assert command("all", str(town.folder)) == 0


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path, command: Command) -> None:
    from borgerfokus.cli.trouble import Trouble

    (tmp_path / "file").write_text("x", "ascii")
    with pytest.raises(Trouble, match="cannot be written"):
        command("--templates", str(tmp_path / "file"))


def test_the_documented_templates_are_those_of_the_code() -> None:
    folder = Path(__file__).resolve().parents[3] / "docs" / "reference" / "import-templates"
    wanted = {importer.layout.file: templates.template(importer.layout) for importer in IMPORTERS.values()}
    wanted[templates.GUIDE] = templates.guide()
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == wanted


def test_no_template_holds_another_number_than_a_replacement_number() -> None:
    for importer in IMPORTERS.values():
        headings, example = csv.reader(templates.template(importer.layout).splitlines())
        for heading, cell in zip(headings, example, strict=True):
            if heading.endswith("cpr"):
                assert int(cell[:2]) > 60
