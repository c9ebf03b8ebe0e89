"""Whose cases are the same person's, in a log that is told from; and as how many people the cells of a table count.

A person has a code that was drawn when the log was made and stands nowhere else, so it leads back to nobody. The codes
`2k` and `2k + 1` are one person, who counts twice.
"""

from collections.abc import Sequence
from typing import Final

import ibis
from ibis.expr import types as ir

PEOPLE: Final = ibis.schema({"case_no": "int64", "person": "int64"})


def crowds(rows: ir.Table, people: ir.Table | None, *, by: Sequence[str]) -> ir.Table:
    """For each cell of `by` (no names: the whole) how many `people` there are, and how many `evenly` by weight.

    A row is a thing counted, of a case (`case_no`); `evenly` is `core.disclosure.evenly`, so that a cell of many things
    of which one person has most counts as few. Without `people` each case is a person of its own.
    """
    told = rows.mutate(person=2 * rows.case_no) if people is None else rows.inner_join(people, "case_no")
    each = told.group_by(*by, "person").aggregate(number=told.count().cast("float64"))
    return counted(each, by=by)


def counted(each: ir.Table, *, by: Sequence[str]) -> ir.Table:
    """The same of a table that has how many things (`number`) each person has in each cell."""
    grouped = each.group_by(*by) if by else each
    found: ir.Table = grouped.aggregate(
        people=(each.person // 2).nunique(),
        evenly=(each.number**2).sum() / each.number.max() ** 2,
    )
    return found
