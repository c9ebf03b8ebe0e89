"""Reads the case tables of this folder: Markdown with one table in each file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from borgerfokus.core.dates import COPENHAGEN, Channel
from borgerfokus.core.words import WEEKDAYS

HERE: Final = Path(__file__).parent
DEADLINE_TABLES: Final = (
    "appeal_deadlines.md",
    "physical_letters.md",
    "working_days.md",
    "days_weeks_months.md",
)
_CHANNELS: Final = {"Digital Post": Channel.DIGITAL_POST, "brev": Channel.PAPER}


@dataclass(frozen=True)
class DeadlineCase:
    """A row: sent on a day by a channel, the rule's key, and the days that are expected."""

    table: str
    sent: date
    channel: Channel
    rule: str
    received: date
    last_day: date
    why: str

    def __str__(self) -> str:
        return f"{self.table}:{self.sent}:{self.rule}"


@dataclass(frozen=True)
class HourCase:
    """A row: from a moment, a rule in hours, and the moment expected."""

    start: datetime
    rule: str
    end: datetime


@dataclass(frozen=True)
class ValueCase:
    """A row: the parameter, a day, and the value and article expected in Danish ("–" if not in force)."""

    key: str
    day: date
    value: str
    article: str


def deadline_cases() -> tuple[DeadlineCase, ...]:
    """All rows of the tables of deadlines."""
    return tuple(
        DeadlineCase(
            table=table.removesuffix(".md"),
            sent=read_day(row[0]),
            channel=_CHANNELS[row[1]],
            rule=row[2],
            received=read_day(row[3]),
            last_day=read_day(row[4]),
            why=row[5],
        )
        for table in DEADLINE_TABLES
        for row in rows_of(table)
    )


def hour_cases() -> tuple[HourCase, ...]:
    """All rows of the table of deadlines in hours."""
    return tuple(HourCase(_moment(row[0]), row[1], _moment(row[2])) for row in rows_of("hours.md"))


def value_cases() -> tuple[ValueCase, ...]:
    """All rows of the table of parameters."""
    return tuple(ValueCase(row[0], read_day(row[1]), row[2], row[3]) for row in rows_of("parameters.md"))


def rows_of(table: str) -> Iterator[list[str]]:
    """The cells of each row of the table in a file of this folder."""
    lines = (HERE / table).read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if line.startswith("|")][2:]
    for line in body:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def read_day(cell: str) -> date:
    """A cell such as "torsdag 26-11-2026", whose weekday must be right: a slip in the table shows there."""
    weekday, digits = cell.split(" ")
    day = datetime.strptime(digits, "%d-%m-%Y").replace(tzinfo=COPENHAGEN).date()
    if WEEKDAYS[day.weekday()].da != weekday:
        raise ValueError(f"{digits} is no {weekday}")
    return day


def _moment(cell: str) -> datetime:
    day, _, clock = cell.partition(" kl. ")
    hour, minute = clock.split(".")
    midnight = datetime.combine(read_day(day), datetime.min.time(), tzinfo=COPENHAGEN)
    return midnight.replace(hour=int(hour), minute=int(minute))
