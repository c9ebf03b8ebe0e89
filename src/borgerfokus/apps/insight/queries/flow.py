"""How cases of one kind flow: the map, the variants, where days are lost, what is done again, who changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.asking import Question, Travelled, in_units, travelled
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core.flow import measures, spread
from borgerfokus.core.flow.chart import Step, Way
from borgerfokus.core.flow.milestones import HELP_RUNS

_DAY = 86_400_000_000


@dataclass(frozen=True)
class Order:
    """One order in which things happened: how many cases, its share, median days; `variant` is its hash."""

    activities: tuple[str, ...]
    cases: int
    share: float
    median_days: float
    variant: int


@dataclass(frozen=True)
class Loss:
    """Days spent between two activities, over all cases: where the time goes."""

    before: str
    after: str
    times: int
    median_days: float
    p90_days: float | None
    days: float


@dataclass(frozen=True)
class StepFact:
    """An activity: how often, in how many cases, how often again; waited for it and handled until it, who changed.

    Days waited are median and 90th percentile of what counts as waiting (None: nobody waited), handled the mean hours.
    """

    activity: str
    cases: int
    times: int
    again: int
    waited_days: float | None
    waited_p90_days: float | None
    handled_hours: float | None
    units: int
    hands: int


@dataclass(frozen=True)
class Loop:
    """A step that came back, at once (`through` is "") or by one other, and how long a round took."""

    activity: str
    through: str
    times: int
    cases: int
    days: float


@dataclass(frozen=True)
class Moved:
    """From one unit to another (keys): how often, in how many cases, and the days until somebody there acted."""

    before: str
    after: str
    times: int
    cases: int
    days: float


@dataclass(frozen=True)
class Flow:
    """The answer. `words`: code → activity. `handovers` and `hands` are changes of unit and of employee per case."""

    cases: int
    median_days: float
    p90_days: float | None
    handovers: float
    hands: float
    steps: tuple[Step, ...]
    ways: tuple[Way, ...]
    facts: tuple[StepFact, ...]
    loops: tuple[Loop, ...]
    moved: tuple[Moved, ...]
    losses: tuple[Loss, ...]
    orders: tuple[Order, ...]
    order_count: int
    words: dict[int, str]

    @property
    def again(self) -> tuple[StepFact, ...]:
        """Steps that were done again in the same case, most often first."""
        return tuple(sorted((one for one in self.facts if one.again), key=lambda one: -one.again))


def flow(log: Log, question: Question, *, orders: int = 10) -> Flow | None:
    """How the cases of the question flow; None where there are none."""
    found = travelled(log, question)
    stops = found.stops
    whole = log.rows(_whole(found.cases))[0]
    if not whole["cases"]:
        return None
    steps = _steps(log, stops, found.journeys, at_least=question.share * whole["cases"])
    shown = {step.key for step in steps}
    ways = [way for way in _ways(log, stops) if way.before in shown and way.after in shown]
    order_count, common = _orders(log, found, whole["cases"], orders)
    return Flow(
        cases=whole["cases"],
        median_days=whole["median_us"] / _DAY,
        p90_days=whole["p90_us"] / _DAY,
        handovers=whole["units"] / whole["cases"],
        hands=whole["hands"] / whole["cases"],
        steps=tuple(steps),
        ways=tuple(ways),
        facts=_facts(log, stops, steps),
        loops=_loops(log, stops),
        moved=_moved(log, stops),
        losses=_losses(log, ways),
        orders=common,
        order_count=order_count,
        words=dict(enumerate(log.words.lists["activity"])),
    )


def kinds(log: Log, *, units: frozenset[str] = frozenset()) -> list[tuple[str, int]]:
    """The kinds of case in a log and how many there are of each, now or last in the units (empty: any), most first."""
    cases = in_units(log, log.cases, units)
    found = cases.group_by("kind").aggregate(cases=cases.count())
    rows = log.rows(found.order_by(found.cases.desc(), "kind"))
    return [(log.words.word("kind", row["kind"]), row["cases"]) for row in rows]


def _whole(cases: ir.Table) -> ir.Table:
    duration = cases.last_us - cases.first_us
    return cases.aggregate(
        cases=cases.count(),
        median_us=duration.median(),
        p90_us=duration.quantile(0.9),
        units=cases.units.sum(),
        hands=cases.hands.sum(),
    )


def _steps(log: Log, stops: ir.Table, journeys: ir.Table, *, at_least: float) -> list[Step]:
    """Ranked by the mean place of their first time in a case, as a share of the case's stops."""
    joined = stops.inner_join(journeys.select("case_no", "events"), "case_no")
    is_first = joined.nth == 1
    found = joined.group_by("activity").aggregate(
        cases=is_first.sum(), times=joined.count(), rank=(joined.place / joined.events).mean(where=is_first)
    )
    return [
        Step(row["activity"], row["rank"], row["cases"], row["times"])
        for row in log.rows(found.order_by("activity"))
        if row["cases"] >= at_least
    ]


def _ways(log: Log, stops: ir.Table) -> list[Way]:
    names = ("times", "median_us", "q1_us", "q3_us", "p90_us", "mean_us")
    return [
        Way(row["before"], row["activity"], **{name: row[name] for name in names})
        for row in log.rows(spread.ways(stops))
    ]


def _facts(log: Log, stops: ir.Table, steps: Sequence[Step]) -> tuple[StepFact, ...]:
    """Of every step that is shown, in the order of the map."""
    told = {row["activity"]: row for row in log.rows(spread.steps(stops))}
    return tuple(
        StepFact(
            activity=log.words.word("activity", step.key),
            cases=step.cases,
            times=step.times,
            again=step.times - step.cases,
            waited_days=_in(told[step.key]["waited_us"], _DAY),
            waited_p90_days=_in(told[step.key]["waited_p90_us"], _DAY),
            handled_hours=_in(told[step.key]["handled_us"], _DAY / 24),
            units=told[step.key]["units"],
            hands=told[step.key]["hands"],
        )
        for step in sorted(steps, key=lambda step: step.rank)
    )


def _in(us: float | None, measure: float) -> float | None:
    return None if us is None else us / measure


def _loops(log: Log, stops: ir.Table) -> tuple[Loop, ...]:
    """The ten that are gone most often."""
    return tuple(
        Loop(
            activity=log.words.word("activity", row["activity"]),
            through=log.words.word("activity", row["through"]),
            times=row["times"],
            cases=row["cases"],
            days=row["took_us"] / _DAY,
        )
        for row in log.rows(spread.loops(stops).limit(10))
    )


def _moved(log: Log, stops: ir.Table) -> tuple[Moved, ...]:
    """The ten that are gone most often."""
    return tuple(
        Moved(
            before=log.words.word("unit", row["unit_before"]),
            after=log.words.word("unit", row["unit"]),
            times=row["times"],
            cases=row["cases"],
            days=row["median_us"] / _DAY,
        )
        for row in log.rows(spread.handovers(stops).limit(10))
    )


def _losses(log: Log, ways: Sequence[Way]) -> tuple[Loss, ...]:
    """Where most days go in all, but for the time that help is running; the first ten."""
    found = [
        Loss(
            before=log.words.word("activity", way.before),
            after=log.words.word("activity", way.after),
            times=way.times,
            median_days=way.median_us / _DAY,
            p90_days=_in(way.p90_us, _DAY),
            days=way.times * way.mean_us / _DAY,
        )
        for way in ways
        if log.words.word("activity", way.before) not in HELP_RUNS
    ]
    return tuple(sorted(found, key=lambda loss: -loss.days)[:10])


def _orders(log: Log, travelled: Travelled, cases: int, most: int) -> tuple[int, tuple[Order, ...]]:
    """How many orders there are, and the most common ones."""
    every = log.rows(measures.variants(travelled.journeys))
    common = every[:most]
    durations = measures.variant_durations(travelled.journeys)
    times = {row["variant"]: row["median_us"] for row in log.rows(durations)}
    examples, stops = [row["example"] for row in common], travelled.stops
    rows = log.rows(stops.filter(stops.case_no.isin(examples)).order_by("case_no", "place"))
    told: dict[int, list[str]] = {}
    for row in rows:
        told.setdefault(row["case_no"], []).append(log.words.word("activity", row["activity"]))
    orders = tuple(
        Order(
            activities=tuple(told[row["example"]]),
            cases=row["cases"],
            share=row["cases"] / cases,
            median_days=times[row["variant"]] / _DAY,
            variant=row["variant"],
        )
        for row in common
    )
    return len(every), orders
