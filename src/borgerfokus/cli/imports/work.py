"""What an importer works with: the rows of its file, who acts and when, and where it tells what it finds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from borgerfokus.cli.demo.progress import Progress
from borgerfokus.cli.imports.columns import Format, Row, spelled
from borgerfokus.cli.imports.problems import Problem, Problems, shown
from borgerfokus.cli.imports.reading import Sheet
from borgerfokus.core.dates import day_of
from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.actor import Actor

_OFTEN: Final = 200
"""Rows between two looks of the progress bar."""


@dataclass
class Tally:
    """How many rows were what: there before and the same, changed, brought to an end, or new."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    ended: int = 0

    @property
    def total(self) -> int:
        """Everything that was counted."""
        return self.new + self.changed + self.unchanged + self.ended


@dataclass(frozen=True)
class Settings:
    """How the whole import runs. `demo` allows replacement numbers alone; `edition` names a classification's."""

    by: Actor
    at: datetime
    demo: bool = False
    edition: str = ""

    @property
    def today(self) -> date:
        """The day of the import in Copenhagen."""
        return day_of(self.at)


@dataclass
class Job:
    """One file being loaded. `broken` are the keys of rows with a problem, by kind of file, so that a row that
    refers to one of them is not blamed for it.
    """

    what: str
    layout: Format
    sheet: Sheet
    settings: Settings
    problems: Problems
    progress: Progress
    broken: dict[str, set[tuple[str, ...]]]
    tally: Tally = field(default_factory=Tally)

    def rows(self) -> Iterator[Row]:
        """The rows of the file, showing how far it is."""
        total = max(1, len(self.sheet.rows))
        for done, row in enumerate(self.sheet.rows):
            if done % _OFTEN == 0:
                self.progress.say(f"{self.layout.file}: {done} af {total}", done / total)
            yield row

    def wrong(self, row: Row | None, column: str, wrong: Text, remedy: Text) -> None:
        """Tell what is wrong with a row, and remember its key as broken."""
        value = ""
        if row is not None:
            self.broken.setdefault(self.what, set()).add(self.key_of(row))
            if column:
                value = shown(str(row.values.get(column, "")), personal=self.layout.column(column).personal)
        self.problems.add(
            Problem(
                file=self.layout.file,
                row=row.number if row else None,
                column=column,
                shown=value,
                wrong=wrong,
                remedy=remedy,
            )
        )

    def key_of(self, row: Row) -> tuple[str, ...]:
        """The key of a row as its file spells it."""
        return tuple(spelled(row.values.get(name, "")) for name in self.layout.key)

    def is_broken(self, what: str, *key: str) -> bool:
        """Whether the row that this key belongs to has a problem of its own."""
        return key in self.broken.get(what, ())

    def once(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows whose key has not come before; the others are told."""
        first: dict[tuple[object, ...], int] = {}
        for row in rows:
            key = tuple(row.values.get(name, "") for name in self.layout.key)
            if key in first:
                self.wrong(
                    row,
                    self.layout.key[0],
                    Text(
                        da=f"Nøglen står allerede i række {first[key]}.", en=f"The key is in row {first[key]} already."
                    ),
                    Text(da="Slet den ene række, eller ret nøglen.", en="Delete one of the rows, or correct the key."),
                )
                continue
            first[key] = row.number
            yield row

    def period_is_right(self, row: Row) -> bool:
        """Whether `to` comes after `from`; tells it when it does not."""
        starts, ends = row.day("from"), row.day("to")
        if starts is None or ends is None or ends > starts:
            return True
        self.wrong(
            row,
            "to",
            Text(da="Slutdagen ligger ikke efter startdagen.", en="The last day is not after the first."),
            Text(
                da="Skriv den første dag, hvor det ikke længere gælder, eller lad feltet være tomt.",
                en="Write the first day on which it no longer holds, or leave the cell empty.",
            ),
        )
        return False
