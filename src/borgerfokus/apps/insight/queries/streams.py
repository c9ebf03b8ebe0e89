"""The value stream of a kind of case: in each phase, what was worked, and whom the case waited for."""

from dataclasses import dataclass, field, replace

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.asking import Question, codes, counted, selected
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.flow import balls, spread

_DAY = 86_400_000_000


@dataclass
class Station:
    """A phase, or in a log without phases an activity: cases, days in it, and the mean days per case by what went on.

    `touched` days were worked on; `waited` days passed, by who had the ball.
    """

    word: str
    cases: int
    median_days: float
    p90_days: float
    touched: float = 0.0
    waited: dict[Ball, float] = field(default_factory=dict)

    @property
    def days(self) -> float:
        """Mean days of a case in it."""
        return self.touched + sum(self.waited.values())


def stream(log: Log, question: Question) -> list[Station]:
    """The stations in the order in which cases come to them; empty without cases. Time after the help began too."""
    held = held_by(log, question).cache()
    order = {row["phase"]: row["rank"] for row in log.rows(held.group_by("phase").aggregate(rank=held.place.mean()))}
    found = {}
    for row in log.rows(spread.stations(held)):
        word = log.words.word("activity", row["phase"])
        if word == "phase.closed":
            continue
        found[row["phase"]] = Station(word, row["cases"], row["median_us"] / _DAY, row["p90_us"] / _DAY)
    for row in log.rows(spread.stream(held)):
        station = found.get(row["phase"])
        if station is None:
            continue
        station.touched += row["touched_us"] / _DAY / station.cases
        if row["waited_us"]:
            station.waited[balls.HOLDERS[row["holder"]]] = row["waited_us"] / _DAY / station.cases
    return [found[phase] for phase in sorted(found, key=lambda phase: order[phase])]


def held_by(log: Log, question: Question) -> ir.Table:
    """The events of the cases with the station (`phase`) they were in and who had the ball (`core.flow.balls`)."""
    _cases, events = counted(log, replace(question, activities=frozenset()), selected(log, question))
    told = codes(log)
    held = balls.held(events, log.details, codes=told, seen=log.state.refreshed_us)
    return held.mutate(phase=held.activity) if told.phases == [-2] else held
