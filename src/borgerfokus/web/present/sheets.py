"""Sheets to open in a spreadsheet (no cell would run as a formula), files for programs, and PDFs."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Final

import pyarrow as pa
import xlsxwriter
from django.http import HttpResponse
from pyarrow import parquet

from borgerfokus.web.frame import page_language

_STARTERS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|")
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDEST: Final = 60
FORMATS: Final = ("csv", "xlsx", "parquet")
"""The formats in which any figures can be had."""


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
    written, made = [list(row) for row in rows], BytesIO()
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
    told = list(zip(*rows, strict=True)) or [() for _column in columns]
    made, table = BytesIO(), pa.table({column: _column(cells) for column, cells in zip(columns, told, strict=True)})
    parquet.write_table(table, made, compression="zstd")
    return _download(made.getvalue(), "application/vnd.apache.parquet", f"{name}.parquet")


def file_answer(
    kind: str, *, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> HttpResponse | None:
    """The rows in one of `FORMATS`; None for another word."""
    makers = {"csv": _csv_in_words, "xlsx": xlsx_answer, "parquet": parquet_answer}
    maker = makers.get(kind)
    return maker(name=name, columns=columns, rows=rows) if maker else None


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
    if all(cell is None or isinstance(cell, int | float) for cell in cells):
        return cells if all(cell is None or isinstance(cell, int) for cell in cells) else [_float(one) for one in cells]
    return [None if cell is None else str(cell) for cell in cells]


def _float(cell: object) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def _download(content: bytes, kind: str, filename: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{filename}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=kind, headers=headers)


def _is_number(text: str) -> bool:
    """Whether the text is a negative number as it is written in Danish: "-12,5", "-1.250"."""
    return text.startswith("-") and text[1:].replace(".", "").replace(",", "", 1).isdigit()
