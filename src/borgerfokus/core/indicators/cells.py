"""The values of indicators added up: how many cases and how much, by month, unit and case type.

Shares, means and counts of whole months are sums of cells, under any filter, and no case is read for them. A median is
no sum: it is found among the values. So both tables answer one question together, and say what the values alone would.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import ibis
from ibis.expr import types as ir

from borgerfokus.core.flow import people
from borgerfokus.core.indicators.figures import By, Window, keyed, within

CELLS: Final = ibis.schema(
    {
        "indicator": "int16",
        "month": "int32",
        "unit": "int16",
        "kind": "int16",
        "cases": "int64",
        "total": "float64",
    }
)
"""`indicator`, `month`, `unit`, `kind` as in the values · `cases` how many count · `total` the sum of their values."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Figures of a window, told apart `by`; `of` is the number that their rows are known by."""

    of: int
    window: Window
    by: By = By.NOTHING


def cells_of(values: ir.Table) -> ir.Table:
    """The values added up."""
    found = values.group_by("indicator", "month", "unit", "kind").aggregate(
        cases=values.count(), total=values.value.sum()
    )
    return found.select(*CELLS.names)


def merged(cells: ir.Table) -> ir.Table:
    """Cells that stand there more than once added up, without those of which nothing is left."""
    found = cells.group_by("indicator", "month", "unit", "kind").aggregate(
        cases=cells.cases.cast("float64").sum().cast("int64"), total=cells.total.sum()
    )
    return found.filter((found.cases != 0) | (found.total != 0)).select(*CELLS.names)


def taken_away(cells: ir.Table) -> ir.Table:
    """The same cells to be subtracted."""
    return cells.mutate(cases=-cells.cases, total=-cells.total).select(*CELLS.names)


def asked(values: ir.Table, asks: Sequence[Ask]) -> ir.Table:
    """What the values answer: rows of `of`, `indicator`, `key`, `cases`, `mean`, `median`, `total`, in no order."""
    tables = [_rows(within(values, one.window), one) for one in asks]
    rows = ibis.union(*tables) if len(tables) > 1 else tables[0]
    key = ("of", "indicator", "key")
    made = rows.group_by(*key).aggregate(
        cases=rows.count(), mean=rows.value.mean(), median=rows.value.median(), total=rows.value.sum()
    )
    if "person" not in rows.columns:
        return made
    each = rows.group_by(*key, "person").aggregate(number=rows.count().cast("float64"))
    return made.inner_join(people.counted(each, by=key), list(key))


def _rows(rows: ir.Table, ask: Ask) -> ir.Table:
    told = keyed(rows, ask.by).mutate(of=ibis.literal(ask.of, "int16"))
    whose = ("person",) if "person" in rows.columns else ()
    return told.select("of", "indicator", "key", "value", *whose)
