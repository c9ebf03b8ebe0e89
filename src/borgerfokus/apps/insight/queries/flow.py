"""How cases of one kind flow: the map, the variants, where days are lost, work that is done again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core.flow import coding, measures
from borgerfokus.core.flow.chart import Step, Way
from borgerfokus.core.flow.milestones import HELP_RUNS

_DAY = 86_400_000_000


@dataclass(frozen=True)
class Question:
    """Which cases: of a kind, begun in `[starts, ends)`, now or last in one of the units (keys; empty: any).

    `activities` are the words that count (empty: all), `share` the part of the cases that an activity must be met in.
    """

    kind: str
    starts: datetime | None = None
    ends: datetime | None = None
    units: frozenset[str] = frozenset()
    activities: frozenset[str] = frozenset()
    share: float = 0.0


@dataclass(frozen=True)
class Order:
    """One order in which things happened: the activities, how many cases, its share, and median days."""

    activities: tuple[str, ...]
    cases: int
    share: float
    median_days: float


@dataclass(frozen=True)
class Loss:
    """Days spent between two activities, over all cases: where the time goes."""

    before: str
    after: str
    times: int
    median_days: float
    days: float


@dataclass(frozen=True)
class Flow:
    """The answer. `words`: code → activity."""

    cases: int
    median_days: float
    p90_days: float
    handovers: float
    hands: float
    steps: tuple[Step, ...]
    ways: tuple[Way, ...]
    again: tuple[tuple[str, int, int], ...]
    losses: tuple[Loss, ...]
    orders: tuple[Order, ...]
    order_count: int
    words: dict[int, str]


def flow(log: Log, question: Question, *, orders: int = 10) -> Flow | None:
    """How the cases of the question flow; None where there are none."""
    cases = _cases(log, question)
    whole = log.rows(_whole(cases))[0]
    if not whole["cases"]:
        return None
    events = log.events.filter(log.events.kind == _code(log, "kind", question.kind)).semi_join(cases, "case_no")
    if question.activities:
        wanted = [code for word in question.activities if (code := _code(log, "activity", word)) >= 0]
        events = coding.narrowed(events, activities=wanted)
    events = events.cache()
    steps = _steps(log, events, at_least=question.share * whole["cases"])
    shown = {step.key for step in steps}
    ways = [way for way in _ways(log, events) if way.before in shown and way.after in shown]
    order_count, common = _orders(log, events, whole["cases"], orders)
    return Flow(
        cases=whole["cases"],
        median_days=whole["median_us"] / _DAY,
        p90_days=whole["p90_us"] / _DAY,
        handovers=whole["units"] / whole["cases"],
        hands=whole["hands"] / whole["cases"],
        steps=tuple(steps),
        ways=tuple(ways),
        again=_again(log, events),
        losses=_losses(log, ways),
        orders=common,
        order_count=order_count,
        words=dict(enumerate(log.words.lists["activity"])),
    )


def kinds(log: Log, *, units: frozenset[str] = frozenset()) -> list[tuple[str, int]]:
    """The kinds of case in a log and how many there are of each, now or last in the units (empty: any), most first."""
    cases = _in_units(log, log.cases, units)
    counted = cases.group_by("kind").aggregate(cases=cases.count())
    rows = log.rows(counted.order_by(counted.cases.desc(), "kind"))
    return [(log.words.word("kind", row["kind"]), row["cases"]) for row in rows]


def _code(log: Log, name: str, word: str) -> int:
    words = log.words.lists[name]
    return words.index(word) if word in words else -1


def _cases(log: Log, question: Question) -> ir.Table:
    cases = log.cases
    found = cases.filter(cases.kind == _code(log, "kind", question.kind))
    if question.starts is not None:
        found = found.filter(found.first_us >= _us(question.starts))
    if question.ends is not None:
        found = found.filter(found.first_us < _us(question.ends))
    return _in_units(log, found, question.units)


def _in_units(log: Log, cases: ir.Table, units: frozenset[str]) -> ir.Table:
    if not units:
        return cases
    return cases.filter(cases.last_unit.isin([_code(log, "unit", unit) for unit in units]))


def _us(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)


def _whole(cases: ir.Table) -> ir.Table:
    duration = cases.last_us - cases.first_us
    return cases.aggregate(
        cases=cases.count(),
        median_us=duration.median(),
        p90_us=duration.quantile(0.9),
        units=cases.units.sum(),
        hands=cases.hands.sum(),
    )


def _steps(log: Log, events: ir.Table, *, at_least: float) -> list[Step]:
    """Ranked by the mean place of their first time in a case, as a share of the case's events."""
    inside = events.group_by("activity", "case_no").aggregate(times=events.count(), first=events.place.min())
    length = events.group_by("case_no").aggregate(last=events.place.max())
    joined = inside.inner_join(length, "case_no")
    found = joined.group_by("activity").aggregate(
        cases=joined.count(), times=joined.times.sum(), rank=(joined["first"] / joined["last"]).mean()
    )
    return [
        Step(row["activity"], row["rank"], row["cases"], row["times"])
        for row in log.rows(found.order_by("activity"))
        if row["cases"] >= at_least
    ]


def _ways(log: Log, events: ir.Table) -> list[Way]:
    return [
        Way(row["before"], row["activity"], row["times"], row["median_us"]) for row in log.rows(measures.edges(events))
    ]


def _again(log: Log, events: ir.Table) -> tuple[tuple[str, int, int], ...]:
    """Activities that were done again in the same case: word, times again, cases they are met in."""
    rows = log.rows(measures.activities(events))
    repeated = sorted((row for row in rows if row["again"]), key=lambda row: -row["again"])
    return tuple((log.words.word("activity", row["activity"]), row["again"], row["cases"]) for row in repeated)


def _losses(log: Log, ways: Sequence[Way]) -> tuple[Loss, ...]:
    """Where most days go by times and median, but for the time that help is running; the first ten."""
    found = [
        Loss(
            before=log.words.word("activity", way.before),
            after=log.words.word("activity", way.after),
            times=way.times,
            median_days=way.median_us / _DAY,
            days=way.times * way.median_us / _DAY,
        )
        for way in ways
        if log.words.word("activity", way.before) not in HELP_RUNS
    ]
    return tuple(sorted(found, key=lambda loss: -loss.days)[:10])


def _orders(log: Log, events: ir.Table, cases: int, most: int) -> tuple[int, tuple[Order, ...]]:
    """How many orders there are, and the most common ones."""
    grouped = coding.cases_of(events)
    every = log.rows(measures.variants(grouped))
    common = every[:most]
    times = {row["variant"]: row["median_us"] for row in log.rows(measures.variant_durations(grouped))}
    examples = [row["example"] for row in common]
    rows = log.rows(events.filter(events.case_no.isin(examples)).order_by("case_no", "place"))
    told: dict[int, list[str]] = {}
    for row in rows:
        told.setdefault(row["case_no"], []).append(log.words.word("activity", row["activity"]))
    orders = tuple(
        Order(tuple(told[row["example"]]), row["cases"], row["cases"] / cases, times[row["variant"]] / _DAY)
        for row in common
    )
    return len(every), orders
