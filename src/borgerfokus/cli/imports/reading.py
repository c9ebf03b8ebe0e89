"""From a file to rows: encoding, delimiter and headings found out, limits kept, every cell checked.

A file that cannot be read at all gives one problem and no rows. Cells are text, whatever they begin with: a formula
is never more than its characters.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Final

from borgerfokus.cli.imports import faults
from borgerfokus.cli.imports.columns import Column, Format, Row, spelled
from borgerfokus.cli.imports.faults import Unreadable
from borgerfokus.cli.imports.problems import Problem, Problems, Wrong, shown
from borgerfokus.core.lines import LineTooLong, lines_of

MOST_BYTES: Final = 200_000_000
MOST_ROWS: Final = 500_000
MOST_COLUMNS: Final = 100
LONGEST_CELL: Final = 50_000
_DELIMITERS: Final = ",;\t"
_LONGEST_LINE: Final = MOST_COLUMNS * LONGEST_CELL
_NOT_TEXT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Sheet:
    """The rows of a file that could be read, the keys of those that could not, and the checksum of the file."""

    rows: tuple[Row, ...]
    broken: frozenset[tuple[str, ...]]
    checksum: str


def read(path: Path, *, layout: Format, problems: Problems) -> Sheet:
    """Read a file; what is wrong is added to `problems`, and rows with a problem are left out."""
    try:
        data = _bytes(path)
        return _sheet(path.name, data, layout, problems)
    except Unreadable as error:
        problems.add(
            Problem(
                file=path.name,
                row=error.row,
                column=error.column,
                wrong=error.wrong,
                remedy=error.remedy,
                is_about_the_file=True,
            )
        )
        return Sheet(rows=(), broken=frozenset(), checksum="")


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Unreadable(*faults.NO_FILE)
        if path.stat().st_size > MOST_BYTES:
            raise Unreadable(*faults.too_big(MOST_BYTES))
        return path.read_bytes()
    except OSError:
        raise Unreadable(*faults.NOT_READABLE) from None


def text_of(data: bytes) -> str:
    """The text of a file in UTF-8 (with or without mark), or else Windows-1252. Raises Unreadable."""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Unreadable(*faults.SPREADSHEET)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(*faults.UTF16)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _western(data)
    if _NOT_TEXT.search(text):
        raise Unreadable(*faults.BINARY)
    return text


def _western(data: bytes) -> str:
    """ISO-8859-1 is read as Windows-1252 too: they differ only in characters that text does not have."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise Unreadable(*faults.BINARY) from None


def _sheet(name: str, data: bytes, layout: Format, problems: Problems) -> Sheet:
    text = text_of(data)
    if not text.strip():
        raise Unreadable(*faults.EMPTY)
    lines = _lines(text)
    start, headings = next(lines, (1, []))
    columns = _columns(headings, layout, row=start)
    rows: list[Row] = []
    broken: set[tuple[str, ...]] = set()
    for number, cells in lines:
        if number > MOST_ROWS:
            raise Unreadable(*faults.too_many_rows(MOST_ROWS))
        found, wrong = _row(name, number, cells, columns)
        for problem in wrong:
            problems.add(problem)
        if found is not None:
            rows.append(found)
        else:
            broken.add(_raw_key(cells, columns, layout))
    return Sheet(rows=tuple(rows), broken=frozenset(broken), checksum=sha256(data).hexdigest())


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, with their numbers as a spreadsheet counts them. Raises Unreadable."""
    first = text.split("\n", 1)[0].strip()
    told = re.fullmatch(r"sep=(.)", first)
    before = csv.field_size_limit(LONGEST_CELL)
    number = 0
    try:
        delimiter = told[1] if told else _delimiter(text)
        lines = lines_of(text, longest=_LONGEST_LINE)
        for number, cells in enumerate(csv.reader(lines, delimiter=delimiter, strict=True), 1):
            if number == 1 and told:
                continue
            if len(cells) > MOST_COLUMNS:
                raise Unreadable(*faults.too_many_columns(MOST_COLUMNS), row=number)
            if any(cell.strip() for cell in cells):
                yield number, cells
    except LineTooLong:
        raise Unreadable(*faults.too_many_columns(MOST_COLUMNS)) from None
    except csv.Error as error:
        raise Unreadable(*faults.of_csv(error, LONGEST_CELL), row=number + 1) from None
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    first = next(line for line in lines_of(text, longest=_LONGEST_LINE) if line.strip())[:LONGEST_CELL]
    outside = re.sub(r'"[^"]*"', "", first)
    return max(_DELIMITERS, key=outside.count)


def _columns(headings: list[str], layout: Format, *, row: int) -> list[Column]:
    known = layout.by_heading()
    found: list[Column] = []
    for heading in headings:
        column = known.get(heading.strip().casefold())
        if column is None:
            near = get_close_matches(heading.strip().casefold(), known, n=1)
            raise Unreadable(
                *faults.unknown_column(shown(heading, personal=False), near, layout.columns), row=row
            )
        if column in found:
            raise Unreadable(*faults.DOUBLE_COLUMN, row=row, column=column.name)
        found.append(column)
    missing = [column.name for column in layout.columns if column.required and column not in found]
    if missing:
        raise Unreadable(*faults.missing_columns(missing), row=row)
    return found


def _row(file: str, number: int, cells: list[str], columns: list[Column]) -> tuple[Row | None, list[Problem]]:
    if len(cells) != len(columns):
        wrong, remedy = faults.wrong_count(len(cells), len(columns))
        return None, [Problem(file=file, row=number, wrong=wrong, remedy=remedy)]
    values: dict[str, object] = {}
    found: list[Problem] = []
    for cell, column in zip(cells, columns, strict=True):
        text = cell.strip()
        try:
            if text:
                values[column.name] = column.parse(text)
            elif column.required:
                raise Wrong(*faults.EMPTY_CELL)
        except Wrong as error:
            found.append(_problem(file, number, column, text, error))
    if found:
        return None, found
    return Row(number=number, values=values, given=frozenset(column.name for column in columns)), []


def _problem(file: str, number: int, column: Column, text: str, error: Wrong) -> Problem:
    return Problem(
        file=file,
        row=number,
        column=column.name,
        shown=shown(text, personal=column.personal),
        wrong=error.wrong,
        remedy=error.remedy,
    )


def _raw_key(cells: list[str], columns: list[Column], layout: Format) -> tuple[str, ...]:
    raw = {column.name: _spelled(column, cell.strip()) for column, cell in zip(columns, cells, strict=False)}
    return tuple(raw.get(name, "") for name in layout.key)


def _spelled(column: Column, text: str) -> str:
    try:
        return spelled(column.parse(text))
    except Wrong:
        return text


