"""From events as they were told to the coded tables: what came before, how long since, which hands and units."""

from typing import Final

import ibis
from ibis.expr import types as ir

from borgerfokus.core.flow import variant
from borgerfokus.core.flow.columns import CASES, EVENTS, NONE

_ROOM: Final = 2**40
"""Room for an employee's number, below a place of at most `variant.LONGEST`."""

TOLD: Final = ibis.schema(
    {
        "case_no": "int64",
        "place": "int32",
        "activity": "int16",
        "us": "int64",
        "unit": "int16",
        "actor": "int16",
        "hand": "int64",
        "kind": "int16",
    }
)
"""Events before they are coded. `hand` numbers the employee who acted (`NONE`: nobody employed); it is not kept."""


def events_of(told: ir.Table) -> ir.Table:
    """The event table, in the order of cases and places. `told` holds whole cases, not parts of them."""
    by_case = ibis.window(group_by="case_no", order_by="place")
    last_unit, last_hand = _last_before(told, told.unit), _last_before(told, told.hand)
    coded = told.mutate(
        before=told.activity.lag().over(by_case).fill_null(NONE).cast("int16"),
        since=(told.us - told.us.lag().over(by_case)).fill_null(NONE),
        unit_before=last_unit.fill_null(NONE).cast("int16"),
        new_hand=((told.hand != NONE) & (last_hand.fill_null(told.hand) != told.hand)),
    )
    return coded.select(*EVENTS.names).order_by("case_no", "place")


def _last_before(told: ir.Table, column: ir.IntegerColumn) -> ir.IntegerColumn:
    """The value that was last there before an event, null where there was none.

    Engines disagree on the last value that is not null; on the greatest number, with the place in front, they do not.
    """
    earlier = ibis.window(group_by="case_no", order_by="place", preceding=(None, 1))
    placed = ibis.ifelse(column != NONE, told.place.cast("int64") * _ROOM + column, ibis.null("int64"))
    return placed.max().over(earlier) % _ROOM


def cases_of(events: ir.Table) -> ir.Table:
    """One row for each case."""
    sum_1, sum_2 = variant.sums(events)
    other_unit = (events.unit != NONE) & (events.unit_before != NONE) & (events.unit != events.unit_before)
    unit_now = ibis.ifelse(events.unit != NONE, events.unit, events.unit_before)
    grouped = events.group_by("case_no").aggregate(
        kind=events.kind.max(),
        events=events.count().cast("int32"),
        first_us=events.us.min(),
        last_us=events.us.max(),
        last_activity=events.activity.argmax(events.place),
        last_unit=unit_now.argmax(events.place).cast("int16"),
        units=other_unit.cast("int32").sum().cast("int32"),
        hands=events.new_hand.cast("int32").sum().cast("int32"),
        variant=variant.combined(sum_1=sum_1.cast("int64"), sum_2=sum_2.cast("int64")),
    )
    return grouped.select(*CASES.names)
