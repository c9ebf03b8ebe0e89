"""The columns of a file: what each is called, what may stand in it, and what it is for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from borgerfokus.cli.imports.cells import Parse
from borgerfokus.core.identity import Cpr
from borgerfokus.core.texts import Text


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. `also` are other headings it goes by; `personal` values are never shown in a report."""

    name: str
    parse: Parse
    guide: Text
    example: str = ""
    required: bool = False
    personal: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Format:
    """A kind of file. `key` are the columns that together tell its rows apart."""

    file: str
    about: Text
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    def column(self, name: str) -> Column:
        """The column with this name. Raises KeyError."""
        return {column.name: column for column in self.columns}[name]

    def by_heading(self) -> dict[str, Column]:
        """The columns by each heading they go by."""
        return {
            heading.casefold(): column for column in self.columns for heading in (column.name, *column.also)
        }


def spelled(value: object) -> str:
    """A value as a key has it: the same for every way of writing it."""
    return value.digits if isinstance(value, Cpr) else str(value)


@dataclass(frozen=True)
class Row:
    """A row with its values. An empty cell is left out; `given` are the columns that the file has at all."""

    number: int
    values: Mapping[str, Any]
    given: frozenset[str]

    def text(self, name: str) -> str:
        """The text of a cell, "" when it is empty."""
        return str(self.values.get(name, ""))

    def day(self, name: str) -> date | None:
        """The date of a cell, None when it is empty."""
        found = self.values.get(name)
        return found if isinstance(found, date) else None

    def yes(self, name: str) -> bool:
        """Whether a cell says yes; an empty one does not."""
        return self.values.get(name) is True

    def cpr(self, name: str) -> Cpr:
        """The personal number of a required cell. Raises KeyError when it is empty."""
        found = self.values[name]
        if not isinstance(found, Cpr):
            raise KeyError(name)
        return found

    def fields(self, names: Mapping[str, str]) -> dict[str, Any]:
        """Field → value for the columns (column → field) that the file has; an empty cell empties a text."""
        return {field: self.values.get(column, "") for column, field in names.items() if column in self.given}
