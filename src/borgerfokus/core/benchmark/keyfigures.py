"""Public key figures in Statistics Denmark's CSV: the StatBank's own form, a figure a row, all of it or nothing.

    OMRÅDE;ALDER;TID;INDHOLD
    101 København;65 år og derover;2025;84213
    147 Frederiksberg;65 år og derover;2025;..

Semicolons, UTF-8 (with or without mark) or Latin-1, decimals after a comma and no dots in numbers. The area stands in
the first column (its code, with or without its name), the time in TID, the figure in INDHOLD or, without such a
heading, in the last column; what else there is are dimensions. ".." and its like are a figure that is not told, "-"
is nothing (Statistics Denmark's own signs). A number is never guessed: "1.234" is refused.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from borgerfokus.core.benchmark.refused import (
    Unusable,
    at_row,
    no_rows,
    not_semicolons,
    not_text,
    too_big,
    too_many_rows,
)

MOST_BYTES: Final = 20_000_000
MOST_ROWS: Final = 500_000
MOST_COLUMNS: Final = 20
LONGEST_CELL: Final = 200
_TIMES: Final = frozenset({"TID", "TIME"})
_FIGURES: Final = frozenset({"INDHOLD", "CONTENT"})
_NOT_TOLD: Final = frozenset({"..", "...", "…", ".", "·"})
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_AREA: Final = re.compile(r"(\d{2,4})(?:\s+(\S.*))?")
_PERIOD: Final = re.compile(r"((?:19|20)\d\d)(?:[KQ]([1-4])|M(0[1-9]|1[0-2])|H([12]))?")
_NUMBER: Final = re.compile(r"-?\d{1,15}(?:,\d{1,10})?")
_NO_AREAS: Final[Mapping[str, str]] = MappingProxyType({})
FIRST_MUNICIPALITY: Final = 101
"""Lower codes are the country, its parts and its regions."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A figure. `area`: its code as 101 · `period`: 2025, 2025K1, 2025M01, 2025H1 · `value` None: not told."""

    area: str
    name: str
    period: str
    dimensions: tuple[tuple[str, str], ...]
    value: float | None

    @property
    def is_of_municipality(self) -> bool:
        """Whether the area is a municipality, and not the country or a part of it."""
        return int(self.area) >= FIRST_MUNICIPALITY


def parse(content: bytes | str, *, areas: Mapping[str, str] = _NO_AREAS) -> tuple[KeyRow, ...]:
    """Every row of a file, in its order. Raises Unusable; then nothing of the file may be used.

    `areas` are codes by name, for files that hold names alone. A dimension is (heading, value), in the file's order.
    """
    rows = _lines(_text(content))
    _number, headings = next(rows, (1, []))
    columns = _Columns(headings)
    found: list[KeyRow] = []
    seen: dict[object, int] = {}
    for number, cells in rows:
        row = columns.row(number, cells, areas)
        earlier = seen.setdefault((row.area, row.period, row.dimensions), number)
        if earlier != number:
            raise at_row(number, da=f"står allerede i række {earlier}.", en=f"stands in row {earlier} already.")
        found.append(row)
    if not found:
        raise no_rows()
    return tuple(found)


def _text(content: bytes | str) -> str:
    if len(content) > MOST_BYTES:
        raise too_big(MOST_BYTES)
    text = content.removeprefix("\ufeff") if isinstance(content, str) else _decoded(content)
    if _CONTROLS.search(text):
        raise not_text()
    return text


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise not_text()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that are not empty, with their numbers. A cell may hold no line break."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if number > MOST_ROWS + 1:
                raise too_many_rows(MOST_ROWS)
            if not any(cells):
                continue
            _within_limits(number, cells)
            yield number, [cell.strip() for cell in cells]
    except csv.Error:
        raise Unusable(
            da=f"Række {reader.line_num}: anførselstegn, der ikke passer sammen.",
            en=f"Row {reader.line_num}: quotation marks that do not match.",
        ) from None


def _within_limits(number: int, cells: list[str]) -> None:
    if len(cells) > MOST_COLUMNS:
        raise at_row(
            number, da=f"har mere end {MOST_COLUMNS} kolonner.", en=f"has more than {MOST_COLUMNS} columns."
        )
    if any(len(cell) > LONGEST_CELL or "\n" in cell or "\r" in cell for cell in cells):
        raise at_row(
            number,
            da=f"en celle er længere end {LONGEST_CELL} tegn eller går over flere linjer.",
            en=f"a cell is longer than {LONGEST_CELL} characters or goes over several lines.",
        )


class _Columns:
    """Which column is what."""

    def __init__(self, headings: list[str]) -> None:
        if len(headings) < 2:
            raise not_semicolons()
        names = [heading.upper() for heading in headings]
        if len(set(names)) < len(names) or not all(names):
            raise Unusable(
                da="To kolonner har samme overskrift, eller en overskrift er tom.",
                en="Two columns have the same heading, or a heading is empty.",
            )
        self.time = next((place for place, name in enumerate(names) if name in _TIMES), 0)
        if self.time == 0 or len(names) < 3:
            raise Unusable(
                da="Filen skal have området i første kolonne, en kolonne TID og en med tallet (INDHOLD). "
                "Vælg »CSV« i Statistikbanken.",
                en="The file must have the area in its first column, a column TID and one with the figure (INDHOLD). "
                "Choose “CSV” in the StatBank.",
            )
        self.figure = next((place for place, name in enumerate(names) if name in _FIGURES), len(names) - 1)
        used = {0, self.time, self.figure}
        self.headings = headings
        self.others = [place for place in range(len(names)) if place not in used]

    def row(self, number: int, cells: list[str], areas: Mapping[str, str]) -> KeyRow:
        """The row of this number."""
        if len(cells) != len(self.headings):
            raise at_row(
                number,
                da=f"har {len(cells)} kolonner, og overskrifterne er {len(self.headings)}.",
                en=f"has {len(cells)} columns, and there are {len(self.headings)} headings.",
            )
        area, name = _area(number, cells[0], areas)
        return KeyRow(
            area=area,
            name=name,
            period=_period(number, cells[self.time]),
            dimensions=tuple((self.headings[place], cells[place]) for place in self.others),
            value=_value(number, cells[self.figure]),
        )


def _area(number: int, cell: str, areas: Mapping[str, str]) -> tuple[str, str]:
    match = _AREA.fullmatch(cell)
    if match is None:
        if cell in areas:
            return areas[cell], cell
        raise at_row(
            number,
            da=f"»{cell[:40]}« har ingen kode. Vælg »kode og tekst« for området i Statistikbanken.",
            en=f"“{cell[:40]}” has no code. Choose “code and text” for the area in the StatBank.",
        )
    return match[1].lstrip("0").zfill(3), match[2] or ""


def _period(number: int, cell: str) -> str:
    match = _PERIOD.fullmatch(cell)
    if match is None:
        raise at_row(
            number,
            da=f"»{cell[:40]}« er ikke et år, kvartal, halvår eller en måned (2025, 2025K1, 2025H1, 2025M01).",
            en=f"“{cell[:40]}” is no year, quarter, half-year or month (2025, 2025K1, 2025H1, 2025M01).",
        )
    return cell.replace("Q", "K")


def _value(number: int, cell: str) -> float | None:
    if cell in _NOT_TOLD:
        return None
    if cell == "-":
        return 0.0
    if not _NUMBER.fullmatch(cell):
        raise at_row(
            number,
            da=f"»{cell[:40]}« er ikke et tal, som Danmarks Statistik skriver det: komma før decimaler, ingen punktum.",
            en=f"“{cell[:40]}” is no number as Statistics Denmark writes it: a comma before decimals, no dots.",
        )
    return float(cell.replace(",", "."))
