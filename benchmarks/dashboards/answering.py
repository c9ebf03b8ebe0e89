"""How quickly a dashboard and a process map answer over a made-up log of the casework's own kind.

    python benchmarks/dashboards/answering.py EVENTS

Each case goes the main way of an application, some of them back, over three years, in 40 units and 30 case types. The
best and the middle of seven answers are told; the log is at hand after the first, as it is for a page.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
import pyarrow as pa

from borgerfokus.apps.insight.actions.preparing import write
from borgerfokus.apps.insight.actions.valuing import value
from borgerfokus.apps.insight.actions.writing import TOLD, Writer
from borgerfokus.apps.insight.queries.asking import Question, outcomes
from borgerfokus.apps.insight.queries.flow import flow, kinds
from borgerfokus.apps.insight.queries.indicators import Scope, dashboard
from borgerfokus.apps.insight.queries.logs import Log, log_at_hand, open_log, state_of
from borgerfokus.apps.insight.queries.months import months_back
from borgerfokus.apps.insight.queries.prepared import measured, ready
from borgerfokus.core.flow.milestones import MILESTONES
from borgerfokus.core.indicators import Indicator, load_shipped

WAY = (
    *("request.received", "case.opened", "case.taken", "phase.information", "fact.asked", "fact.answered"),
    *("phase.assessment", "phase.decision", "decision.begun", "decision.issued", "letter.received"),
    "phase.intervention",
)
_UNITS, _KINDS, _DAYS, _CASES_AT_ONCE, _TIMES = 40, 30, 3 * 365, 50_000, 7
_DAY = 86_400_000_000
_FIRST = datetime(2023, 11, 1, tzinfo=UTC)
_TODAY = datetime(2026, 11, 15, tzinfo=UTC).date()
SCOPES = [
    None,
    *(frozenset({f"unit-{one}"}) for one in range(_UNITS)),
    *(frozenset(f"unit-{one}" for one in range(first, first + 8)) for first in range(0, _UNITS, 8)),
]
"""Everywhere, each team, and five departments of eight teams."""

FILTERS = (
    ("the whole field", None, None),
    ("one team", frozenset({"unit-7"}), None),
    ("13 teams of several departments", frozenset(f"unit-{one}" for one in range(3, 16)), None),
    ("a case type", None, frozenset({"kind-3"})),
    ("a case type in a department", SCOPES[-1], frozenset({"kind-3"})),
)
"""What is asked for without being prepared."""


def main() -> None:
    """Build, ask, and print a table in Markdown."""
    cases = int(sys.argv[1]) // len(WAY)
    with TemporaryDirectory() as folder:
        began = perf_counter()
        made = build(Path(folder), cases)
        print(f"{made.state.events} events, {made.state.cases} cases, built in {perf_counter() - began:.1f} s\n")
        front = [one for one in load_shipped() if one.front]
        print("| question | best ms | middle ms | goal |\n|---|---|---|---|")
        tell("opening the log", "", lambda: opened(Path(folder)))
        began = perf_counter()
        write(made, folder=Path(folder), scopes=SCOPES, day=_TODAY)
        taken = 1_000 * (perf_counter() - began)
        print(f"| preparing the figures of {len(SCOPES)} scopes, once a day | {taken:.0f} | | |")
        for name, units in (("the whole field", None), ("one team", frozenset({"unit-7"}))):
            tell(f"dashboard of {name}", "100", lambda units=units: prepared(Path(folder), front, units))
            tell(f"all indicators of {name}", "", lambda units=units: prepared(Path(folder), [], units))
        for name, units, kinds in FILTERS:
            tell(
                f"dashboard of {name}, not prepared",
                "100",
                lambda units=units, kinds=kinds: ask(Path(folder), front, units, kinds),
            )
        tell("all indicators of a case type", "", lambda: ask(Path(folder), [], None, frozenset({"kind-3"})))
        wanted = Question(kind="kind-3", activities=frozenset(MILESTONES), share=0.15)
        tell("process map of a case type", "300", lambda: flow(at_hand(Path(folder)), wanted))
        tell("the same with the choices of its form", "300", lambda: page_of(Path(folder), wanted))
        some = replace(wanted, units=SCOPES[-1] or frozenset(), starts=datetime(2025, 1, 1, tzinfo=UTC))
        tell("the same of a department since a day", "300", lambda: flow(at_hand(Path(folder)), some))


def build(folder: Path, cases: int) -> Log:
    """The log of so many cases."""
    chance = np.random.default_rng(7)
    writer = Writer.begin(folder)
    for kind, number in (("unit", _UNITS), ("kind", _KINDS)):
        writer.words.codes(kind, [f"{kind}-{place}" for place in range(number)])
    writer.words.codes("actor", ["citizen", "employee"])
    activities = np.array(writer.words.codes("activity", WAY))
    for first in range(0, cases, _CASES_AT_ONCE):
        writer.add(block(first, min(_CASES_AT_ONCE, cases - first), activities, chance))
    writer.finish(source="casework", last_event=0, refreshed_us=int(_FIRST.timestamp() * 1_000_000))
    value(folder=folder)
    return opened(folder)


def block(first: int, cases: int, activities: "np.ndarray", chance: "np.random.Generator") -> "pa.Table":
    """The events of some cases."""
    events, starts = len(activities), int(_FIRST.timestamp() * 1_000_000)
    begun = starts + chance.integers(0, _DAYS, cases) * _DAY
    waits = chance.exponential(6 * _DAY, (cases, events)).astype("int64").cumsum(axis=1)
    columns = {
        "case_no": np.repeat(np.arange(first + 1, first + cases + 1), events),
        "place": np.tile(np.arange(1, events + 1), cases),
        "activity": np.tile(activities, cases),
        "us": (begun[:, None] + waits).reshape(-1),
        "unit": np.repeat(chance.integers(0, _UNITS, cases), events),
        "actor": np.tile(np.array([0] + [1] * (events - 1)), cases),
        "hand": chance.integers(0, 900, cases * events),
        "kind": np.repeat(chance.integers(0, _KINDS, cases), events),
    }
    return pa.table({name: pa.array(column).cast(TOLD.field(name).type) for name, column in columns.items()})


def opened(folder: Path) -> Log:
    """The log of a folder that has one."""
    log = open_log(folder)
    if log is None:
        raise SystemExit(f"no log in {folder}")
    return log


def at_hand(folder: Path) -> Log:
    """The log of a folder as a page has it."""
    log = log_at_hand(folder)
    if log is None:
        raise SystemExit(f"no log in {folder}")
    return log


def ask(
    folder: Path, only: list[Indicator], units: frozenset[str] | None, kinds: frozenset[str] | None = None
) -> object:
    """A dashboard as its page asks for it."""

    def scope(starts: int, ends: int, of: frozenset[str] | None = units) -> Scope:
        return Scope(months_back(_TODAY, starts), months_back(_TODAY, ends), of, kinds)

    return dashboard(
        at_hand(folder), now=scope(3, 0), before=scope(6, 3), months=scope(24, 0), beside=scope(3, 0, None), only=only
    )


def page_of(folder: Path, wanted: Question) -> object:
    """A process map with what its page asks besides: the kinds of case and the outcomes."""
    log = at_hand(folder)
    return kinds(log), outcomes(log, Question(wanted.kind)), flow(log, wanted)


def prepared(folder: Path, only: list[Indicator], units: frozenset[str] | None) -> object:
    """The same from what is prepared once a day."""
    state = state_of(folder)
    found = ready(folder, state, day=_TODAY) if state is not None else None
    return measured(found, units=units, only=only) if found is not None else None


def tell(name: str, goal: str, question: Callable[[], object]) -> None:
    """Ask several times and print a row."""
    taken = []
    for _time in range(_TIMES):
        began = perf_counter()
        question()
        taken.append(1_000 * (perf_counter() - began))
    print(f"| {name} | {min(taken):.0f} | {median(taken):.0f} | {goal} |", flush=True)


if __name__ == "__main__":
    main()
