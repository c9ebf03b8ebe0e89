"""Files as they come: encodings, delimiters, quoted newlines, and hostile ones that give one sentence each."""

from datetime import date
from pathlib import Path

import pytest

from borgerfokus.cli.imports import reading
from borgerfokus.cli.imports.columns import Row
from borgerfokus.cli.imports.problems import Problems
from borgerfokus.cli.imports.staff import EMPLOYEES
from borgerfokus.cli.imports.units import FORMAT

HEAD = "key,name,kind,from\n"
ROW = "stoette,Støtteteamet på Ærø,team,2024-01-01\n"


def _read(tmp_path: Path, content: bytes) -> tuple[tuple[Row, ...], Problems]:
    path, problems = tmp_path / "organisation.csv", Problems()
    path.write_bytes(content)
    return reading.read(path, layout=FORMAT, problems=problems).rows, problems


def _rows(tmp_path: Path, content: bytes) -> tuple[Row, ...]:
    rows, problems = _read(tmp_path, content)
    assert problems.found == []
    return rows


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "iso-8859-1"])
def test_danish_letters_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    rows = _rows(tmp_path, (HEAD + ROW).encode(encoding))
    assert rows[0].text("name") == "Støtteteamet på Ærø"
    assert rows[0].day("from") == date(2024, 1, 1)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_out(tmp_path: Path, delimiter: str) -> None:
    rows = _rows(tmp_path, (HEAD + ROW).replace(",", delimiter).encode())
    assert rows[0].text("key") == "stoette"


def test_the_other_delimiter_may_stand_in_a_quoted_heading(tmp_path: Path) -> None:
    rows = _rows(tmp_path, b'"key";"name";"kind";"from"\n"a";"x, y, z";"team";"01-02-2024"\n')
    assert rows[0].text("name") == "x, y, z"
    assert rows[0].day("from") == date(2024, 2, 1)


def test_a_line_that_names_the_delimiter_is_left_out(tmp_path: Path) -> None:
    rows = _rows(tmp_path, b"sep=;\n" + (HEAD + ROW).replace(",", ";").encode())
    assert [row.number for row in rows] == [3]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(tmp_path: Path, end: str) -> None:
    assert len(_rows(tmp_path, (HEAD + ROW).replace("\n", end).encode())) == 1


def test_a_quoted_line_break_does_not_move_the_row_numbers(tmp_path: Path) -> None:
    rows = _rows(tmp_path, (HEAD + 'a,"To\r\nlinjer",team,2024-01-01\n\nb,B,team,2024-01-01\n').encode())
    assert [(row.number, row.text("name")) for row in rows] == [(2, "To linjer"), (4, "B")]


def test_headings_may_be_danish_and_in_capitals(tmp_path: Path) -> None:
    rows = _rows(tmp_path, "Nøgle;NAVN;Slags;Fra\na;A;Afdeling;1/2/2024\n".encode("cp1252"))
    assert (rows[0].text("kind"), rows[0].day("from")) == ("department", date(2024, 2, 1))


@pytest.mark.parametrize("formula", ["=1+1", "+45", "-2", "@SUM(A1)", '=HYPERLINK(""http://x"")'])
def test_a_formula_is_its_characters(tmp_path: Path, formula: str) -> None:
    rows = _rows(tmp_path, (HEAD + f'a,"{formula}",team,2024-01-01\n').encode())
    assert rows[0].text("name") == formula.replace('""', '"')


HOSTILE = {
    "empty": b"",
    "blank": b"\n\n  \n",
    "only delimiters": b",,,\n,,,\n",
    "NUL": b"key,name\x00,kind,from\n",
    "binary": bytes(range(256)) * 40,
    "image": b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
    "workbook": b"PK\x03\x04" + b"x" * 100,
    "old workbook": b"\xd0\xcf\x11\xe0" + b"x" * 100,
    "UTF-16": (HEAD + ROW).encode("utf-16"),
    "undefined in Windows-1252": b"key,name,kind,from\na,\xe6\x81,team,2024-01-01\n",
    "one line of ten megabytes": b"x" * 10_000_000,
    "ten megabytes of delimiters": b"," * 10_000_000,
    "a cell of ten megabytes": HEAD.encode() + b'a,"' + b"x" * 10_000_000 + b'",team,2024-01-01\n',
    "a quotation mark without an end": (HEAD + 'a,"A,team,2024-01-01\nb,B,team,2024-01-01\n').encode(),
    "text after a quotation mark": (HEAD + 'a,"A"x,team,2024-01-01\n').encode(),
    "another file's headings": b"login,name,title\nx,y,z\n",
    "no headings": b"a,A,team,2024-01-01\nb,B,team,2024-01-01\n",
    "a heading twice": b"key,name,kind,from,Name\na,A,team,2024-01-01,B\n",
    "a heading twice by another name": b"key,name,kind,from,navn\na,A,team,2024-01-01,B\n",
    "a heading missing": b"key,name,from\na,A,2024-01-01\n",
    "a formula for a heading": b"=cmd|'/c calc'!A1,name,kind,from\n",
    "columns without end": b",".join(b"%d" % number for number in range(1000)) + b"\n",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_gives_one_problem_and_no_rows(tmp_path: Path, content: bytes) -> None:
    rows, problems = _read(tmp_path, content)
    assert rows == ()
    assert problems.count == 1
    problem = problems.found[0]
    assert problem.is_about_the_file
    assert problem.wrong.da != problem.wrong.en
    assert problem.wrong.da.endswith(".")
    assert problem.remedy.da.endswith(".")
    assert "\n" not in problem.wrong.da + problem.remedy.da
    assert len(problem.wrong.da) < 300


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path, Path("/dev/null")):
        problems = Problems()
        assert reading.read(path, layout=FORMAT, problems=problems).rows == ()
        assert problems.found[0].wrong.en == "The file does not exist, or it is not a file."


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    _, problems = _read(tmp_path, (HEAD + ROW).encode())
    assert "MB" in problems.found[0].wrong.da


def test_more_rows_than_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    rows, problems = _read(tmp_path, (HEAD + ROW * 3).encode())
    assert rows == ()
    assert "3 rækker" in problems.found[0].wrong.da


def test_an_unknown_heading_is_answered_with_the_nearest(tmp_path: Path) -> None:
    _, problems = _read(tmp_path, b"key,nmae,kind,from\na,A,team,2024-01-01\n")
    assert "Mente du »name«?" in problems.found[0].remedy.da


def test_a_row_of_another_length_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    rows, problems = _read(tmp_path, (HEAD + "a,A,team\n" + ROW).encode())
    assert [row.number for row in rows] == [3]
    assert (problems.found[0].row, problems.count) == (2, 1)
    assert not problems.found[0].is_about_the_file


def test_every_problem_of_a_row_is_told_at_once(tmp_path: Path) -> None:
    _, problems = _read(tmp_path, (HEAD + "æ ø,,hold,31-02-2024\n").encode())
    told = [(one.row, one.column, one.shown) for one in problems.found]
    assert told == [(2, "key", "æ ø"), (2, "name", ""), (2, "kind", "hold"), (2, "from", "31-02-2024")]


def test_the_field_limit_of_others_is_left_alone(tmp_path: Path) -> None:
    import csv

    before = csv.field_size_limit()
    _read(tmp_path, HOSTILE["a cell of ten megabytes"])
    _read(tmp_path, (HEAD + ROW).encode())
    assert csv.field_size_limit() == before


def test_a_number_in_the_wrong_column_is_not_shown(tmp_path: Path) -> None:
    path, problems = tmp_path / "employees.csv", Problems()
    path.write_bytes(b"login,name,title,email\nkarhol,Karen,Titel,741192-4321\nx,y,z,7411924321 og mere\n")
    reading.read(path, layout=EMPLOYEES, problems=problems)
    assert problems.count == 2
    assert all("4321" not in one.shown for one in problems.found)
