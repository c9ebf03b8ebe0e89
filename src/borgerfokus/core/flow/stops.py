"""The stops of a case on its way: the events that a map shows, each with what a map asks about it.

Like an event a stop tells only of what came before it, so that a new event never changes a stop that is written.
"""

from collections.abc import Collection
from typing import Final

import ibis
from ibis.expr import types as ir

from borgerfokus.core.flow.columns import EVENTS, NONE

STOPS: Final = ibis.schema(
    {**EVENTS.fields, "event": "int32", "nth": "int32", "earlier": "int16", "round_us": "int64"},
)
"""The columns of the events, `place`, `before` and `since` among the stops of the case · `event` its place among all
the events of the case · `nth` the how-manieth time of its activity in the case · `earlier` the activity two stops
before, `round_us` the microseconds since that, `NONE` where there is none."""


def stops_of(events: ir.Table, *, activities: Collection[int] = ()) -> ir.Table:
    """The stops of whole cases: the events of these activities (codes; none: of all)."""
    chosen = events.filter(events.activity.isin(sorted(activities))) if activities else events
    by_case = ibis.window(group_by="case_no", order_by="place")
    again = ibis.window(group_by=["case_no", "activity"], order_by="place")
    told = chosen.mutate(
        event=chosen.place,
        place=(ibis.row_number().over(by_case) + 1).cast("int32"),
        before=chosen.activity.lag().over(by_case).fill_null(NONE).cast("int16"),
        since=(chosen.us - chosen.us.lag().over(by_case)).fill_null(NONE),
        nth=(ibis.row_number().over(again) + 1).cast("int32"),
        earlier=chosen.activity.lag(2).over(by_case).fill_null(NONE).cast("int16"),
        round_us=(chosen.us - chosen.us.lag(2).over(by_case)).fill_null(NONE),
    )
    return told.select(*STOPS.names)
