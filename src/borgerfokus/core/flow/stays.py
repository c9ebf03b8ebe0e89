"""The stays of cases in the phases before their decision: what a forecast is made from."""

from collections.abc import Mapping, Sequence
from typing import Final

import ibis
from ibis.expr import types as ir

STAYS: Final = ibis.schema(
    {"kind": "int16", "activity": "int16", "us": "int64", "left": "int64", "ended": "int64", "decided": "boolean"}
)
"""`us` when the case came to the phase · `left` when it left it · `ended` when it was decided or closed, and until then
`left` and `ended` are when it was last seen · `decided` whether it was. Microseconds since 1970 UTC."""

NEWEST: Final = 3_000
"""So many stays of a kind and phase are kept: older ones say less of today."""


def stays(events: ir.Table, *, codes: Mapping[str, int], phases: Sequence[str], seen: int) -> ir.Table:
    """The newest stays in `phases` (words) before the first decision; `seen`: until when the log was read."""
    entered = [code for word, code in codes.items() if word.startswith("phase.") or word in phases]
    by_case = ibis.window(group_by="case_no", order_by="place")
    moved = events.filter(events.activity.isin(entered)).mutate(
        left=ibis._.us.lead().over(by_case), then=ibis._.activity.lead().over(by_case)
    )
    moved = moved.filter(~_was_contact(moved, codes))
    decided = _first(events, codes.get("decision.issued", -2), "decided_us")
    closed = _first(events, codes.get("phase.closed", -2), "closed_us")
    joined = moved
    for ends in (decided, closed):
        joined = joined.left_join(ends, "case_no").drop("case_no_right")
    waiting = joined.filter(
        joined.activity.isin([codes[word] for word in phases if word in codes]),
        joined.decided_us.isnull() | (joined.us < joined.decided_us),
    )
    newest = ibis.window(group_by=["kind", "activity"], order_by=[ibis.desc("us"), ibis.desc("case_no")])
    told = waiting.mutate(
        left=waiting.left.fill_null(ibis.literal(seen)),
        ended=ibis.coalesce(waiting.decided_us, waiting.closed_us, ibis.literal(seen)),
        decided=waiting.decided_us.notnull(),
        rank=ibis.row_number().over(newest),
    )
    return told.filter(told.rank < NEWEST).order_by("kind", "activity", "us", "left", "ended").select(*STAYS.names)


def _was_contact(moved: ir.Table, codes: Mapping[str, int]) -> ir.BooleanValue:
    """Whether a case was opened by a contact: it comes to its first phase later, and then says so."""
    opened, first = (codes.get(word, -2) for word in ("case.opened", "phase.intake"))
    return (moved.activity == opened) & (moved.then.fill_null(-1) == first)


def _first(events: ir.Table, activity: int, name: str) -> ir.Table:
    return events.filter(events.activity == activity).group_by("case_no").aggregate(events.us.min().name(name))
