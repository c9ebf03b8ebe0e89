"""Who had the ball, from what happened in a case: the same rule for one case and, as an expression, for all of them.

The ball is with whom the case is paused for; else with the citizen while the decision waits for a hearing, or a plan
for a signature; else with those who carry the help out while it runs; with nobody once the case is closed; else with
the municipality. It is the rule of `core.casework.ball`, told from the log instead of from the rows of the case.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import ibis
from ibis.expr import types as ir

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.flow.columns import NONE

PHASE: Final = "phase."
HOLDERS: Final = (Ball.US, Ball.YOU, Ball.OTHER, Ball.NONE)
"""The number of each in tables: its place here."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Between an event that `opens` and the next one that `closes`, the ball is with the citizen.

    `told`: it is with whom the opening event says · `phase`: only while the case is in it ("": in every phase).
    """

    opens: frozenset[str]
    closes: frozenset[str]
    told: bool = False
    phase: str = ""


_PAUSE: Final = Wait(frozenset({"case.suspended"}), frozenset({"case.resumed", "phase.closed"}), told=True)
_HEARING: Final = Wait(
    frozenset({"hearing.sent"}),
    frozenset({"hearing.answered", "hearing.exempted", "decision.approval_asked", "decision.issued", "phase.closed"}),
    phase="decision",
)
_PLAN: Final = Wait(
    frozenset({"plan.shown"}),
    frozenset({"plan.signed", "plan.taken_back", "plan.ended", "plan.saved", "phase.closed"}),
    phase="intervention",
)
WAITS: Final = (_PAUSE, _HEARING, _PLAN)
"""The first that is open counts."""

_WITH_OTHERS: Final = "phase.intervention"
_CLOSED: Final = "phase.closed"


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of a case: when, the activity, and the word that the log keeps of it ("for.other", or "")."""

    at: datetime
    activity: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody had the ball from `starts` until `ends`, while the case was in a phase ("" before the first).

    `because` is the activity that passed it on.
    """

    ball: Ball
    phase: str
    starts: datetime
    ends: datetime
    because: str


def turns(events: Sequence[Happened], *, until: datetime) -> list[Turn]:
    """The line of one case in the order of its events: whose turn, one after the other, until a moment.

    The same holder in the same phase is one turn. After the case is closed there is no turn.
    """
    found: list[Turn] = []
    for gap in gaps(events, until=until):
        last = found[-1] if found else None
        if gap.ball is Ball.NONE or gap.ends == gap.starts:
            continue
        if last and (last.ball, last.phase, last.ends) == (gap.ball, gap.phase, gap.starts):
            found[-1] = replace(last, ends=gap.ends)
        else:
            found.append(gap)
    return found


def gaps(events: Sequence[Happened], *, until: datetime) -> Iterator[Turn]:
    """For each event the time until the next one, and who had the ball in it; the last runs until a moment."""
    opened: dict[int, str] = {}
    phase = ""
    for place, event in enumerate(events):
        phase = event.activity.removeprefix(PHASE) if event.activity.startswith(PHASE) else phase
        _pass_on(opened, event)
        ends = events[place + 1].at if place + 1 < len(events) else max(until, event.at)
        yield Turn(_holder(opened, phase), phase, event.at, ends, event.activity)


def _pass_on(opened: dict[int, str], event: Happened) -> None:
    for number, wait in enumerate(WAITS):
        if event.activity in wait.closes:
            opened.pop(number, None)
        if event.activity in wait.opens:
            opened[number] = event.detail.removeprefix("for.") if wait.told else Ball.YOU


def _holder(opened: Mapping[int, str], phase: str) -> Ball:
    if phase == _CLOSED.removeprefix(PHASE):
        return Ball.NONE
    for number, wait in enumerate(WAITS):
        if number in opened and wait.phase in ("", phase):
            return Ball(opened[number]) if opened[number] in set(Ball) else Ball.OTHER
    return Ball.OTHER if phase == _WITH_OTHERS.removeprefix(PHASE) else Ball.US


@dataclass(frozen=True, slots=True)
class Codes:
    """The numbers of activities and details in a log; an unknown word has none."""

    activities: Mapping[str, int]
    details: Mapping[str, int]

    def of(self, words: Iterable[str]) -> list[int]:
        """The numbers of activities, -2 for no number at all, so that nothing matches."""
        return [self.activities[word] for word in words if word in self.activities] or [-2]

    @property
    def phases(self) -> list[int]:
        """The numbers of all changes of phase."""
        return [code for word, code in self.activities.items() if word.startswith(PHASE)] or [-2]


_ROOM: Final = 2**16


def held(events: ir.Table, details: ir.Table, *, codes: Codes, seen: int) -> ir.Table:
    """Every event with the time until the next (`gap`, microseconds), the `phase` (activity, or `NONE`), the `holder`.

    `seen`: until when the log was read; the gap of a closed case's last event is 0. `holder` is a place in `HOLDERS`.
    """
    told = events.left_join(details, ["case_no", "place"]).select(*events.columns, "detail")
    so_far = ibis.window(group_by="case_no", order_by="place", preceding=(None, 0))
    by_case = ibis.window(group_by="case_no", order_by="place")
    marks = told.place.cast("int64") * _ROOM
    phase = ibis.ifelse(told.activity.isin(codes.phases), marks + told.activity, ibis.null("int64"))
    columns = {"phase": (phase.max().over(so_far) % _ROOM).fill_null(NONE).cast("int16")}
    columns["until"] = told.us.lead().over(by_case)
    for number, wait in enumerate(WAITS):
        opens = ibis.ifelse(
            told.activity.isin(codes.of(wait.opens)), marks + told.detail.fill_null(NONE) + 1, ibis.null("int64")
        )
        closes = ibis.ifelse(told.activity.isin(codes.of(wait.closes)), marks, ibis.literal(-1))
        columns[f"open_{number}"] = opens.max().over(so_far).fill_null(-2)
        columns[f"shut_{number}"] = closes.max().over(so_far)
    placed = told.mutate(**columns)
    placed = placed.mutate(holder=_numbered(placed, codes))
    closed = placed.phase == codes.activities.get(_CLOSED, -2)
    ends = placed.until.fill_null(ibis.ifelse(closed, placed.us, ibis.greatest(placed.us, ibis.literal(seen))))
    return placed.mutate(gap=ends - placed.us).select(*events.columns, "phase", "holder", "gap")


def _numbered(placed: ir.Table, codes: Codes) -> ir.IntegerColumn:
    """The number of the holder, from what is open."""
    number = {ball: place for place, ball in enumerate(HOLDERS)}
    helped = placed.phase == codes.activities.get(_WITH_OTHERS, -2)
    found = ibis.ifelse(helped, number[Ball.OTHER], number[Ball.US])
    for place in reversed(range(len(WAITS))):
        is_open = placed[f"open_{place}"] > placed[f"shut_{place}"]
        if WAITS[place].phase:
            is_open &= placed.phase == codes.activities.get(PHASE + WAITS[place].phase, -2)
        whom = ibis.literal(number[Ball.YOU])
        if WAITS[place].told:
            said = placed[f"open_{place}"] % _ROOM - 1
            whom = ibis.literal(number[Ball.OTHER])
            for ball in HOLDERS:
                whom = ibis.ifelse(said == codes.details.get(f"for.{ball}", -2), number[ball], whom)
        found = ibis.ifelse(is_open, whom, found)
    return ibis.ifelse(placed.phase == codes.activities.get(_CLOSED, -2), number[Ball.NONE], found).cast("int16")
