"""Sheets to open in a spreadsheet (no cell would run as a formula), files for programs, and PDFs.

A page of figures gives them in every format: `asked_format`, `file_answer` and `files` are the way to it.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Final

import pyarrow as pa
import xlsxwriter
from django.http import HttpRequest, HttpResponse
from pyarrow import parquet

from borgerfokus.web.design.views import Action, ActionKind
from borgerfokus.web.frame import page_language

_STARTERS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|")
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDEST: Final = 60
_NOTHING: Final = ("", "–")
_WRITTEN: Final = {
    "da": re.compile(r"[-−]?(0|[1-9][0-9]*)(,[0-9]+)?"),
    "en": re.compile(r"[-−]?(0|[1-9][0-9]*)(\.[0-9]+)?"),
}
"""A number as pages write it. A code with noughts in front is none, and neither is one with thousands marked."""

_FORMATS: Final = {"csv": "CSV", "xlsx": "Excel", "parquet": "Parquet"}
"""The formats in which any figures can be had, and what they are called."""


def files(query: str = "", *, kind: ActionKind = "secondary") -> tuple[Action, ...]:
    """The files of a page of figures. `query` are the filters in force, ready to be followed."""
    return tuple(Action(name, f"?{query}format={one}", kind, icon="download") for one, name in _FORMATS.items())


def asked_format(request: HttpRequest) -> str:
    """The format of the file that the address asks for, "" for the page itself."""
    kind = request.GET.get("format", "")
    return kind if kind in _FORMATS else ""


def neutral(cell: object) -> object:
    """A cell that no spreadsheet runs. Numbers stay numbers, negative ones too."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_STARTERS) and not _is_number(cell):
        return f"'{cell}"
    return cell


def plain(value: float) -> str:
    """A figure as a sheet of text has it, in the reader's language."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if page_language() == "da" else text


def csv_answer(*, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The rows as a file to download, with semicolons and a byte order mark. `name` is without its ending."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer.write("\ufeff")
    sheet = csv.writer(answer, delimiter=";")
    sheet.writerow([neutral(column) for column in columns])
    sheet.writerows([neutral(cell) for cell in row] for row in rows)
    return answer


def xlsx_answer(*, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The rows as a workbook: numbers are numbers, texts are texts, and nothing is a formula or a link."""
    told = list(zip(*rows, strict=True))
    written, made = list(zip(*map(_column, told), strict=True)), BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.write_row(0, 0, columns, bold)
        for place, row in enumerate(written, start=1):
            sheet.write_row(place, 0, row)
        for place, column in enumerate(columns):
            cells = [column, *(str(row[place]) for row in written)]
            sheet.set_column(place, place, min(_WIDEST, 2 + max(len(cell) for cell in cells)))
        sheet.freeze_panes(1, 1)
    return _download(made.getvalue(), _SHEET, f"{name}.xlsx")


def parquet_answer(*, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The rows as Parquet: a column that holds numbers alone is one of numbers, an empty cell is none."""
    told = list(zip(*rows, strict=True)) or [() for _one in columns]
    arrays = [pa.array(_of_one_type(_column(cells))) for cells in told]
    made, table = BytesIO(), pa.Table.from_arrays(arrays, names=_apart(columns))
    parquet.write_table(table, made, compression="zstd")
    return _download(made.getvalue(), "application/vnd.apache.parquet", f"{name}.parquet")


def file_answer(kind: str, *, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The rows in the format that `asked_format` found. Raises KeyError for another word."""
    makers = {"csv": _csv_in_words, "xlsx": xlsx_answer, "parquet": parquet_answer}
    return makers[kind](name=name, columns=columns, rows=rows)


def pdf_answer(content: bytes, *, name: str) -> HttpResponse:
    """A made PDF to look at, which runs nothing. `name` is without its ending."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}.pdf"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _csv_in_words(*, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Numbers as they are written in the reader's language, since a spreadsheet reads them so."""
    return csv_answer(name=name, columns=columns, rows=([_worded(cell) for cell in row] for row in rows))


def _worded(cell: object) -> object:
    if isinstance(cell, float):
        return plain(cell)
    return "" if cell is None else cell


def _column(cells: Sequence[object]) -> Sequence[object]:
    """The cells of a column; where they are all numbers, or written as such, as numbers and None."""
    read = [_read(cell) for cell in cells]
    are_numbers = all(cell is None or isinstance(cell, int | float) for cell in read)
    return read if are_numbers and any(cell is not None for cell in read) else cells


def _read(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    if cell in _NOTHING:
        return None
    if not _WRITTEN[page_language()].fullmatch(cell):
        return cell
    number = float(cell.replace("−", "-").replace(",", "."))
    return int(number) if number.is_integer() and cell.lstrip("-−").isdigit() else number


def _of_one_type(cells: Sequence[object]) -> Sequence[object]:
    if all(cell is None or isinstance(cell, int) for cell in cells):
        return cells
    if all(cell is None or isinstance(cell, int | float) for cell in cells):
        return [float(cell) if isinstance(cell, int | float) else None for cell in cells]
    return [None if cell is None else str(cell) for cell in cells]


def _apart(columns: Sequence[str]) -> list[str]:
    """The headings, each once: a table knows its columns by name."""
    met: Counter[str] = Counter()
    found = []
    for column in columns:
        met[column] += 1
        found.append(column if met[column] == 1 else f"{column} ({met[column]})")
    return found


def _download(content: bytes, kind: str, filename: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{filename}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=kind, headers=headers)


def _is_number(text: str) -> bool:
    """Whether the text is a negative number as it is written in Danish: "-12,5", "-1.250"."""
    return text.startswith("-") and text[1:].replace(".", "").replace(",", "", 1).isdigit()
