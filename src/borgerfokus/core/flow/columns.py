"""The tables of the event store, column by column.

`EVENTS` is append-only: an event carries the one before it in its case (`before`, `since`) instead of the one after,
so that a new event never changes a row that is written. `CASES` has one row for each case, as of its last event.
"""

from typing import Final

import ibis

NONE: Final = -1
"""The code of what there is none of: the activity before the first, the unit of a citizen's act."""

EVENTS: Final = ibis.schema(
    {
        "case_no": "int64",
        "place": "int32",
        "activity": "int16",
        "before": "int16",
        "us": "int64",
        "since": "int64",
        "unit": "int16",
        "unit_before": "int16",
        "actor": "int16",
        "new_hand": "boolean",
        "kind": "int16",
    }
)
"""`case_no` a number of its own, no id of the casework · `place` in the case from 1 · `activity`, `before` codes ·
`us` microseconds since 1970 UTC · `since` microseconds since the event before, `NONE` for the first · `unit`,
`unit_before` codes, the latter the unit that last acted · `actor` the code of citizen, employee, client or system ·
`new_hand` whether another employee acted than the one who last did · `kind` the code of the case type."""

CASES: Final = ibis.schema(
    {
        "case_no": "int64",
        "kind": "int16",
        "events": "int32",
        "first_us": "int64",
        "last_us": "int64",
        "last_activity": "int16",
        "last_unit": "int16",
        "units": "int32",
        "hands": "int32",
        "variant": "int64",
    }
)
"""`units` how often the unit changed · `hands` how often the employee changed · `variant` see that module."""

DETAILS: Final = ibis.schema({"case_no": "int64", "place": "int32", "detail": "int16"})
"""One coded word more of some events: how it was decided, for whom a case waits, what kind of source is asked."""
