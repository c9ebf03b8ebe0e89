"""The text of a batch and its list: names in braces stand for what a receiver's line says."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from borgerfokus.core.identity import Cpr, InvalidIdentifier
from borgerfokus.core.lines import LineTooLong, lines_of
from borgerfokus.core.texts import Text

NAME: Final = "navn"
NUMBER: Final = "cpr"
MOST: Final = 250_000
MOST_BYTES: Final = 20 * 1024 * 1024
MOST_FAULTS: Final = 50
_FIELD: Final = re.compile(r"\{([^{}]*)\}")
_COLUMN: Final = re.compile(r"[a-zæøå][a-zæøå0-9_]{0,29}")
_LONGEST: Final = 500
_LONGEST_LINE: Final = 50_000


@dataclass(frozen=True)
class Line:
    """One receiver of a list: the personal number, and what its line says in the other columns."""

    row: int
    cpr: Cpr
    values: tuple[str, ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong in a row; row 1 is the heads."""

    row: int
    text: Text


@dataclass(frozen=True)
class Table:
    """A list as it was read; with faults nothing of it is used."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    faults: tuple[Fault, ...]


def read(content: bytes) -> Table:
    """Read a list: UTF-8, semicolon or comma, a head, one of whose columns is called cpr."""
    if len(content) > MOST_BYTES:
        return Table((), (), (Fault(1, _TOO_LONG),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Table((), (), (Fault(1, _NOT_UTF8),))
    rows = csv.reader(lines_of(text, longest=_LONGEST_LINE), delimiter=";" if ";" in text.partition("\n")[0] else ",")
    try:
        return _table(rows)
    except (csv.Error, LineTooLong):
        return Table((), (), (Fault(rows.line_num + 1, _LONG_CELL),))


def _table(rows: Iterator[list[str]]) -> Table:
    heads = [head.strip().lower() for head in next(rows, [])]
    wrong = _heads(heads)
    if wrong is not None:
        return Table((), (), (Fault(1, wrong),))
    at = heads.index(NUMBER)
    columns = tuple(head for head in heads if head != NUMBER)
    lines: list[Line] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        found = _line(number, [cell.strip() for cell in cells], at, len(heads), seen)
        if isinstance(found, Fault):
            faults.append(found)
        else:
            lines.append(found)
        if len(faults) >= MOST_FAULTS or len(lines) > MOST:
            break
    if not lines and not faults:
        faults.append(Fault(1, _EMPTY))
    if len(lines) > MOST:
        faults.append(Fault(MOST + 2, _TOO_LONG))
    return Table(columns, tuple(lines), tuple(faults))


def unknown_fields(texts: Iterable[str], columns: Sequence[str]) -> tuple[str, ...]:
    """The names in braces that no column answers to, in order."""
    known = {NAME, *columns}
    return tuple(dict.fromkeys(name for text in texts for name in _FIELD.findall(text) if name not in known))


def values(columns: Sequence[str], line: Sequence[str], *, name: str) -> dict[str, str]:
    """What the names in braces stand for in one letter."""
    return {**dict(zip(columns, line, strict=False)), NAME: name}


def filled(text: str, known: Mapping[str, str]) -> str:
    """A text with its names filled in. What a line says is never read as a name in turn."""
    return _FIELD.sub(lambda found: known.get(found[1], found[0]), text)


def _heads(heads: Sequence[str]) -> Text | None:
    if NUMBER not in heads:
        return _NO_NUMBER
    if len(set(heads)) != len(heads) or NAME in heads:
        return _TWICE
    return None if all(_COLUMN.fullmatch(head) for head in heads) else _BAD_HEAD


def _line(number: int, cells: Sequence[str], at: int, width: int, seen: dict[str, int]) -> Line | Fault:
    if len(cells) != width:
        return Fault(number, _WIDTH)
    if any(len(cell) > _LONGEST for cell in cells):
        return Fault(number, _LONG_CELL)
    try:
        cpr = Cpr(cells[at].replace("-", "").replace(" ", ""))
    except InvalidIdentifier:
        return Fault(number, _BAD_NUMBER)
    first = seen.setdefault(cpr.digits, number)
    if first != number:
        return Fault(number, _SAME.filled(row=first))
    return Line(number, cpr, tuple(cell for place, cell in enumerate(cells) if place != at))


_NOT_UTF8 = Text(
    da="Filen kan ikke læses. Gem den som CSV med tegnsættet UTF-8.",
    en="The file cannot be read. Save it as CSV in UTF-8.",
)
_NO_NUMBER = Text(
    da="Den første række skal have en kolonne, der hedder cpr.",
    en="The first row must have a column called cpr.",
)
_TWICE = Text(
    da="To kolonner har samme navn, eller en hedder navn. Navnet kommer fra registret.",
    en="Two columns have the same name, or one is called navn. The name comes from the register.",
)
_BAD_HEAD = Text(
    da="Kolonner må kun have små bogstaver, tal og _ i navnet.",
    en="Names of columns have lower-case letters, digits and _ only.",
)
_WIDTH = Text(
    da="Rækken har et andet antal felter end den første.", en="The row has another number of fields than the first."
)
_LONG_CELL = Text(da="Et felt er for langt.", en="A field is too long.")
_BAD_NUMBER = Text(da="Personnummeret er ikke gyldigt.", en="The personal number is not valid.")
_SAME = Text(da="Personen står allerede i række {row}.", en="The person stands in row {row} already.")
_EMPTY = Text(da="Listen er tom.", en="The list is empty.")
_TOO_LONG = Text(da="Listen er for lang. Del den i to.", en="The list is too long. Split it.")
UNKNOWN_PERSON = Text(
    da="Personen findes ikke hos os. Se efter, om nummeret er rigtigt.",
    en="We do not know the person. Check whether the number is right.",
)
