"""The door for figures of flow: everything of a log as its reader may be told it.

Who sees the cases is told what stands there (`rule` None). Others are told of the released log, or of a log from
outside: each cell of a table only where enough people stand behind it, none of whom has most of what is counted, and
then rounded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.asking import Question, Travelled, codes, travelled
from borgerfokus.apps.insight.queries.flow import Flow, flow
from borgerfokus.apps.insight.queries.holding import answer_held_back, held_back, stations_held_back
from borgerfokus.apps.insight.queries.keeping import Kept, kept, whole_events
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.apps.insight.queries.simulating import courses, drawn
from borgerfokus.apps.insight.queries.streams import Station, held_by, stream
from borgerfokus.core import disclosure, simulation
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.flow import conformance, spread
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.flow.conformance import Bound
from borgerfokus.core.flow.people import crowds
from borgerfokus.core.simulation import Change, Course, Setting

Cell = tuple[int, ...]


@dataclass(frozen=True)
class Share:
    """A rule over the cases of a question as it is told; `percent` None where too few people stand behind it."""

    bound: Bound
    cases: int
    broken: int
    percent: int | None


@disclosure.door
def told_flow(log: Log, question: Question, *, rule: Rule | None) -> Flow | None:
    """The flow; None where there are no cases, or too few people's."""
    found = flow(log, question)
    if found is None or rule is None:
        return found
    went = travelled(log, question)
    if not _enough(log, went.cases, by=(), rule=rule):
        return None
    return held_back(_thinned(found, log, went, rule), rule=rule)


def _thinned(found: Flow, log: Log, went: Travelled, rule: Rule) -> Flow:
    """The flow without the cells of too few people."""
    events = went.stops
    enough = partial(_enough, log, rule=rule)
    activity = {word: number for number, word in found.words.items()}
    unit = {word: number for number, word in enumerate(log.words.lists["unit"])}
    steps, ways = enough(events, by=("activity",)), enough(_followed(events), by=("before", "activity"))
    again = enough(_again(events), by=("activity",))
    moves, hands = enough(spread.moved(events), by=("activity",)), enough(_new_hands(events), by=("activity",))
    moved = enough(spread.moved(events), by=("unit_before", "unit"))
    timed = enough(spread.timed(events), by=("activity", "waited"))
    loops = enough(spread.rounds(events), by=("activity", "through"))
    orders = enough(went.journeys, by=("variant",))
    return replace(
        found,
        steps=tuple(one for one in found.steps if (one.key,) in steps),
        ways=tuple(one for one in found.ways if (one.before, one.after) in ways),
        facts=tuple(
            replace(
                one,
                again=one.again if (activity[one.activity],) in again else 0,
                units=one.units if (activity[one.activity],) in moves else 0,
                hands=one.hands if (activity[one.activity],) in hands else 0,
                waited_days=one.waited_days if (activity[one.activity], True) in timed else None,
                waited_p90_days=one.waited_p90_days if (activity[one.activity], True) in timed else None,
                handled_hours=one.handled_hours if (activity[one.activity], False) in timed else None,
            )
            for one in found.facts
            if (activity[one.activity],) in steps
        ),
        loops=tuple(one for one in found.loops if (activity[one.activity], activity.get(one.through, NONE)) in loops),
        moved=tuple(one for one in found.moved if (unit[one.before], unit[one.after]) in moved),
        losses=tuple(one for one in found.losses if (activity[one.before], activity[one.after]) in ways),
        orders=tuple(one for one in found.orders if (one.variant,) in orders),
    )


@disclosure.door
def told_stream(log: Log, question: Question, *, rule: Rule | None) -> list[Station]:
    """The stations of the value stream."""
    found = stream(log, question, rule=rule)
    if rule is None:
        return found
    known = log.words.lists["activity"]
    phases = {known[cell[0]] for cell in _enough(log, _stays(log, question), by=("phase",), rule=rule)}
    return stations_held_back([one for one in found if one.word in phases], rule=rule)


@disclosure.door
def told_kept(log: Log, question: Question, rules: Sequence[Bound], *, rule: Rule | None) -> list[Share]:
    """How the cases of the question kept the rules, those broken most first."""
    found = kept(log, question, list(rules))
    if rule is None:
        return [Share(one.bound, one.cases, one.broken, _percent(one)) for one in found]
    events, told = whole_events(log, question), codes(log)
    shares = []
    for one in found:
        reached = conformance.reached(events, log.details, one.bound, codes=told)
        broken = conformance.broken(events, log.details, one.bound, codes=told, seen=log.state.refreshed_us)
        shares.append(_share(log, one, reached, broken, rule))
    return sorted(shares, key=lambda one: (-one.broken, -one.cases, one.bound.rule.key))


@disclosure.door
def told_courses(log: Log, question: Question, *, rule: Rule | None) -> list[Course]:
    """The courses that a simulation draws from; none where they are too few people's."""
    if rule is not None and not _enough(log, drawn(log, question), by=(), rule=rule):
        return []
    return courses(log, question)


@disclosure.door
def told_answers(
    setting: Setting, changes: Sequence[Change], *, within: float, rule: Rule | None
) -> list[simulation.Answer]:
    """What a simulation of told courses answers, its days and shares rounded as those of so many people are."""
    found = simulation.answers(setting, changes, within=within)
    return found if rule is None else [answer_held_back(one, people=len(setting.courses), rule=rule) for one in found]


def _share(log: Log, one: Kept, reached: ir.Table, broken: ir.Table, rule: Rule) -> Share:
    """A part that is too few people's is told as none, and a rest as all: so are counts that are too small."""
    if not _enough(log, reached, by=(), rule=rule):
        return Share(one.bound, 0, 0, None)
    part, rest = one.broken, reached.anti_join(broken, "case_no")
    if part and not _enough(log, broken, by=(), rule=rule):
        part = 0
    elif part < one.cases and not _enough(log, rest, by=(), rule=rule):
        part = one.cases
    found = disclosure.share(part, one.cases, rule=rule)
    return Share(one.bound, found.whole, found.part, found.percent) if found else Share(one.bound, 0, 0, None)


def _percent(one: Kept) -> int | None:
    return round(100 * one.broken / one.cases) if one.cases else None


def _enough(log: Log, rows: ir.Table, *, by: Iterable[str], rule: Rule) -> set[Cell]:
    """The cells that hold enough people; of no dimensions that is `{()}` or nothing."""
    names = tuple(by)
    found = log.rows(crowds(rows, log.people, by=names))
    return {
        tuple(row[name] for name in names)
        for row in found
        if row["people"]
        and not disclosure.is_few(people=row["people"], weighted=int(row["evenly"]), rule=rule)
    }


def _followed(events: ir.Table) -> ir.Table:
    return events.filter(events.before != NONE)


def _again(events: ir.Table) -> ir.Table:
    """Every time of a step but the first in its case."""
    return events.filter(events.nth > 1)


def _new_hands(events: ir.Table) -> ir.Table:
    return events.filter(events.new_hand)


def _stays(log: Log, question: Question) -> ir.Table:
    """One row for each case and station that it was in."""
    held = held_by(log, question)
    return held.select("case_no", "phase").distinct()
