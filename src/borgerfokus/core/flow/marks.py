"""The table of marks: what cases say beside their events, as a moment and a number, for indicators to read.

A mark is one of four: what an event of a kind was of (`appeal.decided=changed`), whether something held on a day
(`deadline.law`), how it stood at the end of a month (`open.age`), or how far a goal had come with an offer
(`goal.moved=home-support`). It knows no person and no employee.
"""

from typing import Final

import ibis

from borgerfokus.core.flow.details import OUTCOME

MARKS: Final = ibis.schema({"mark": "int16", "case_no": "int64", "us": "int64", "value": "float64"})
"""`mark` the code of its word · `case_no` as in the event table · `us` when it counts · `value` 1, 0 or a number."""

DETAILS: Final = {
    "appeal.decided": "outcome",
    "appeal.reassessed": "outcome",
    "appointment.held": "came",
    "case.opened": "source",
    "handover.answered": "answer",
    "intervention.added": "form",
    "intervention.ended": "ended_as",
    "message.answered": "kept",
    "offer.chosen": "level",
    "plan.offered": "answer",
    "request.received": "channel",
}
"""Kind of event → the field of what it says that is kept as a mark: a word of a closed list, never what was typed."""

IN_DETAILS: Final = {"decision.issued": OUTCOME}
"""Kind of event → how the words begin that the details of the log have of it already: no mark says it again."""

SIGN: Final = "="
"""Between a kind of event and what it was of."""

ANY: Final = "*"
"""What it was of, where all of them are asked for."""
