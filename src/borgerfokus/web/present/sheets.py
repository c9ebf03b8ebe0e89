"""Sheets to open in a spreadsheet (semicolons, a byte order mark, no cell that would run as a formula), and PDFs."""

import csv
from collections.abc import Iterable, Sequence
from typing import Final

from django.http import HttpResponse

_STARTERS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|")


def neutral(cell: object) -> object:
    """A cell that no spreadsheet runs. Numbers stay numbers, negative ones too."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_STARTERS) and not _is_number(cell):
        return f"'{cell}"
    return cell


def csv_answer(*, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The rows as a file to download. `name` is without its ending."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    answer.write("\ufeff")
    sheet = csv.writer(answer, delimiter=";")
    sheet.writerow([neutral(column) for column in columns])
    sheet.writerows([neutral(cell) for cell in row] for row in rows)
    return answer


def pdf_answer(content: bytes, *, name: str) -> HttpResponse:
    """A made PDF to look at, which runs nothing. `name` is without its ending."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}.pdf"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    }
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _is_number(text: str) -> bool:
    """Whether the text is a negative number as it is written in Danish: "-12,5", "-1.250"."""
    return text.startswith("-") and text[1:].replace(".", "").replace(",", "", 1).isdigit()
