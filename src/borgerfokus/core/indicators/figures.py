"""The table of values, and the figures of indicators over it: whole, month by month, and unit by unit.

The table has a row for each indicator and case that counts (`VALUES`), made from the documents when the event table is
refreshed. A dashboard of any number of indicators is then one question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import ibis
from ibis.expr import types as ir

from borgerfokus.core.flow import people
from borgerfokus.core.indicators.document import Indicator
from borgerfokus.core.indicators.formula import Coded, Marked, Statistic, parts, values

VALUES: Final = ibis.schema(
    {
        "indicator": "int16",
        "case_no": "int64",
        "us": "int64",
        "month": "int32",
        "value": "float64",
        "unit": "int16",
        "kind": "int16",
    }
)
"""`indicator`: its place among the indicators · `us` when the case counts · `month` 202611, in UTC."""

UNIT_ROOM: Final = 1_000_000
"""Room for a month beside a unit in one key."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many people stand behind a figure of a log that is told from, and as how many they count (`evenly`)."""

    people: int
    evenly: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a month (`key`: 202611), a unit (its code) or the whole (0): the value, and from how many cases.

    `crowd` is known in a log that tells whose the cases are (`core.flow.people`), else None.
    """

    key: int
    value: float
    cases: int
    crowd: Crowd | None = None


class By(StrEnum):
    """What figures are told apart by; each has a number for its key."""

    NOTHING = "nothing"
    MONTH = "month"
    UNIT = "unit"
    UNIT_AND_MONTH = "unit_and_month"


@dataclass(frozen=True, slots=True)
class Window:
    """Which cases: `[starts_us, ends_us)` by when they count; units and kinds by code, None for all.

    `indicators` are the places of those that are asked for, None for all.
    """

    starts_us: int
    ends_us: int
    units: frozenset[int] | None = None
    kinds: frozenset[int] | None = None
    indicators: frozenset[int] | None = None

    @property
    def months(self) -> tuple[int, int] | None:
        """The months `[first, last)` that it is made of, None where it is not of whole months (in UTC)."""
        first, last = (_month(us) for us in (self.starts_us, self.ends_us))
        return (first, last) if first is not None and last is not None else None


def valued(indicators: Sequence[Indicator], log: Coded, *, places: Sequence[int] | None = None) -> ir.Table:
    """The table of values of the indicators, or of those of them at these places."""
    asked = range(len(indicators)) if places is None else places
    return ibis.union(*(_valued(place, indicators[place], log) for place in asked))


def of_people(table: ir.Table, owners: ir.Table) -> ir.Table:
    """The values with whose they are (`person`): of each person the newest of a month.

    So nobody moves a figure of a month by more than one, whatever happens to them in it.
    """
    told = table.inner_join(owners, "case_no").select(*VALUES.names, "person")
    mine = ibis.window(group_by=("indicator", "person", "month"), order_by=(ibis.desc("us"), "case_no"))
    placed = told.mutate(turn=ibis.row_number().over(mine))
    return placed.filter(placed.turn == 0).select(*VALUES.names, "person")


def _valued(place: int, indicator: Indicator, log: Coded) -> ir.Table:
    rows = values(indicator.formula, log)
    return rows.select(
        "case_no",
        "us",
        "value",
        "unit",
        "kind",
        indicator=ibis.literal(place, "int16"),
        month=month_of(rows.us),
    ).select(*VALUES.names)


def month_of(us: ir.IntegerColumn) -> ir.IntegerColumn:
    """202611 of a moment in microseconds, in UTC."""
    moment = (us // 1_000_000).as_timestamp("s")
    return (moment.year() * 100 + moment.month()).cast("int32")


def whole(table: ir.Table, window: Window) -> ir.Table:
    """One row for each indicator that counts any case."""
    return _figures(keyed(within(table, window), By.NOTHING))


def by_month(table: ir.Table, window: Window) -> ir.Table:
    """One row for each indicator and month, the oldest first."""
    return _figures(keyed(within(table, window), By.MONTH))


def by_unit(table: ir.Table, window: Window) -> ir.Table:
    """One row for each indicator and unit."""
    return _figures(keyed(within(table, window), By.UNIT))


def keyed(rows: ir.Table, by: By) -> ir.Table:
    """The rows with the `key` of the figure that they are for; of unit and month it is unit × `UNIT_ROOM` + month."""
    unit, month = rows.unit.cast("int64"), rows.month.cast("int64")
    keys = {By.MONTH: month, By.UNIT: unit, By.UNIT_AND_MONTH: unit * UNIT_ROOM + month}
    return rows.mutate(key=keys.get(by, ibis.literal(0, "int64")))


def by_part(indicator: Indicator, log: Coded, window: Window, *, owners: ir.Table | None = None) -> ir.Table:
    """One row for each part of an indicator that is split; its `key` is the code of the mark.

    With `owners` (whose each case is) of each person the newest of a month in a part, as `of_people` has it.
    """
    rows = within(parted(indicator, log), window)
    if owners is not None:
        told = rows.inner_join(owners, "case_no").mutate(month=month_of(rows.us))
        mine = ibis.window(group_by=("part", "person", "month"), order_by=(ibis.desc("us"), "case_no"))
        placed = told.mutate(turn=ibis.row_number().over(mine))
        rows = placed.filter(placed.turn == 0)
    return _figures(rows.mutate(indicator=ibis.literal(0, "int16"), key=rows.part.cast("int64")))


def parted(indicator: Indicator, log: Coded) -> ir.Table:
    """What each case says to each part of an indicator, as `formula.parts`. Raises TypeError for one without parts."""
    if not isinstance(indicator.formula, Marked):
        raise TypeError(indicator.key)
    return parts(indicator.formula, log)


def figure(row: dict[str, Any], indicator: Indicator) -> Figure | None:
    """The figure of a row, None when fewer cases count than the indicator asks for."""
    if row["cases"] < indicator.smallest:
        return None
    name = {Statistic.MEDIAN: "median", Statistic.COUNT: "total"}.get(indicator.statistic, "mean")
    crowd = Crowd(row["people"], int(row["evenly"])) if row.get("people") is not None else None
    return Figure(int(row["key"]), float(row[name]), int(row["cases"]), crowd)


def within(table: ir.Table, window: Window) -> ir.Table:
    """The rows of the cases that a window counts."""
    rows = table.filter((table.us >= window.starts_us) & (table.us < window.ends_us))
    if window.indicators is not None:
        rows = rows.filter(rows.indicator.isin(sorted(window.indicators)))
    if window.units is not None:
        rows = rows.filter(rows.unit.isin(sorted(window.units)))
    if window.kinds is not None:
        rows = rows.filter(rows.kind.isin(sorted(window.kinds)))
    return rows


def _month(us: int) -> int | None:
    """The month that begins at a moment, None where none does."""
    seconds, rest = divmod(us, 1_000_000)
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None
    begins = moment.replace(day=1, hour=0, minute=0, second=0)
    return moment.year * 100 + moment.month if begins == moment and not rest else None


def _figures(rows: ir.Table) -> ir.Table:
    made = rows.group_by("indicator", "key").aggregate(
        cases=rows.count(), mean=rows.value.mean(), median=rows.value.median(), total=rows.value.sum()
    )
    if "person" in rows.columns:
        each = rows.group_by("indicator", "key", "person").aggregate(number=rows.count().cast("float64"))
        made = made.inner_join(people.counted(each, by=("indicator", "key")), ["indicator", "key"])
    return made.order_by("indicator", "key")
