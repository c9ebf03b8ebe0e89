"""Which cases of a log a question is about, and which of their events count."""

from dataclasses import dataclass
from datetime import datetime

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core.flow import coding
from borgerfokus.core.flow.balls import Codes
from borgerfokus.core.flow.details import OUTCOME
from borgerfokus.core.flow.stops import stops_of

UNDECIDED = "none"


@dataclass(frozen=True)
class Question:
    """Which cases: of a kind, begun in `[starts, ends)`, now or last in one of the units (keys; empty: any).

    `activities` are the words that count (empty: all), `share` the part of the cases that an activity must be met in.
    `outcome`: how they were last decided, or `UNDECIDED`; in a log without decisions the activity they ended with.
    `variant`: only the cases whose counted activities went in this order.
    """

    kind: str
    starts: datetime | None = None
    ends: datetime | None = None
    units: frozenset[str] = frozenset()
    activities: frozenset[str] = frozenset()
    share: float = 0.0
    outcome: str = ""
    variant: int | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether it is about some of the cases of its kind."""
        return bool(self.starts or self.ends or self.units or self.outcome or self.variant is not None)


def selected(log: Log, question: Question) -> ir.Table:
    """The cases of a question, but for its variant."""
    cases = log.cases
    found = cases.filter(cases.kind == code(log, "kind", question.kind))
    if question.starts is not None:
        found = found.filter(found.first_us >= micros(question.starts))
    if question.ends is not None:
        found = found.filter(found.first_us < micros(question.ends))
    if question.outcome:
        found = _ended(log, found, question.outcome)
    return in_units(log, found, question.units)


@dataclass(frozen=True)
class Travelled:
    """The cases of a question, their stops, and what is told of each case by its stops alone."""

    cases: ir.Table
    stops: ir.Table
    journeys: ir.Table


def travelled(log: Log, question: Question) -> Travelled:
    """The cases of a question with their stops: those that are kept, where they are of its activities, else made."""
    cases = selected(log, question)
    if log.has_stops_of(question.activities):
        kind = code(log, "kind", question.kind)
        stops, journeys = (table.filter(table.kind == kind) for table in (log.stops, log.journeys))
    else:
        wanted = [code(log, "activity", word) for word in question.activities]
        stops = stops_of(happened(log, question, cases), activities=wanted).cache()
        journeys = coding.cases_of(stops)
    if question.variant is not None:
        those = journeys.filter(journeys.variant == question.variant)
        cases = cases.semi_join(those, "case_no")
    if question.is_narrowed:
        cases = cases.cache()
        stops, journeys = (table.semi_join(cases, "case_no") for table in (stops, journeys))
    return Travelled(cases, stops.drop("us", "event", "actor", "kind").cache(), journeys)


def happened(log: Log, question: Question, cases: ir.Table) -> ir.Table:
    """Every event of cases of a question."""
    return log.events.filter(log.events.kind == code(log, "kind", question.kind)).semi_join(cases, "case_no")


def in_units(log: Log, cases: ir.Table, units: frozenset[str]) -> ir.Table:
    """Those now or last in the units, all of them without units."""
    if not units:
        return cases
    return cases.filter(cases.last_unit.isin([code(log, "unit", unit) for unit in units]))


def outcomes(log: Log, question: Question) -> list[str]:
    """How the cases of a question were decided or, in a log without decisions, what they ended with; by how often."""
    cases = selected(log, question)
    found = decided(log)
    if found is None:
        counts = cases.group_by("last_activity").aggregate(cases=cases.count())
        rows = log.rows(counts.order_by(counts.cases.desc(), "last_activity"))
        return [log.words.word("activity", row["last_activity"]) for row in rows]
    joined = cases.left_join(found, "case_no")
    counts = joined.group_by("detail").aggregate(cases=joined.count())
    words = {log.words.word("detail", row["detail"]): row for row in log.rows(counts) if row["detail"] is not None}
    told = [word.removeprefix(OUTCOME) for word in sorted(words, key=lambda word: -words[word]["cases"])]
    return [*told, UNDECIDED]


def decided(log: Log) -> ir.Table | None:
    """The last outcome of each case (`case_no`, `detail`); None in a log that tells of no decisions."""
    words = log.words.lists["detail"]
    wanted = [number for number, word in enumerate(words) if word.startswith(OUTCOME)]
    if not wanted:
        return None
    told = log.details.filter(log.details.detail.isin(wanted))
    return told.group_by("case_no").aggregate(detail=told.detail.argmax(told.place))


def codes(log: Log) -> Codes:
    """The numbers of the words of a log."""
    activities, details = (
        {word: number for number, word in enumerate(log.words.lists[name])} for name in ("activity", "detail")
    )
    return Codes(activities, details)


def code(log: Log, name: str, word: str) -> int:
    """The number of a word, -1 for none."""
    words = log.words.lists[name]
    return words.index(word) if word in words else -1


def micros(moment: datetime) -> int:
    """A moment as microseconds since 1970 UTC."""
    return int(moment.timestamp() * 1_000_000)


def _ended(log: Log, cases: ir.Table, outcome: str) -> ir.Table:
    found = decided(log)
    if found is None:
        return cases.filter(cases.last_activity == code(log, "activity", outcome))
    if outcome == UNDECIDED:
        return cases.anti_join(found, "case_no")
    return cases.semi_join(found.filter(found.detail == code(log, "detail", OUTCOME + outcome)), "case_no")
