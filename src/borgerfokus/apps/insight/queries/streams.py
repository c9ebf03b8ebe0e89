"""The value stream of a kind of case: in each phase, what was worked, and whom the case waited for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.asking import Question, codes, happened, selected
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.disclosure import Rule, lengths
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
    p90_days: float | None
    touched: float = 0.0
    waited: dict[Ball, float] = field(default_factory=dict)

    @property
    def days(self) -> float:
        """Mean days of a case in it."""
        return self.touched + sum(self.waited.values())


def stream(log: Log, question: Question, *, rule: Rule | None = None) -> list[Station]:
    """The stations in the order in which cases come to them; empty without cases. Time after the help began too.

    With a rule a case counts for no longer in a station than `lengths.most`, so that none makes the mean.
    """
    held = held_by(log, question).cache()
    order = {row["phase"]: row["rank"] for row in log.rows(held.group_by("phase").aggregate(rank=held.place.mean()))}
    found = {}
    for row in log.rows(spread.stations(held)):
        word = log.words.word("activity", row["phase"])
        if word == "phase.closed":
            continue
        found[row["phase"]] = Station(word, row["cases"], row["median_us"] / _DAY, row["p90_us"] / _DAY)
    for row in log.rows(spread.stream(held, most=_most(found, rule) if rule and rule.round_to > 1 else None)):
        station = found.get(row["phase"])
        if station is None:
            continue
        station.touched += row["touched_us"] / _DAY / station.cases
        if row["waited_us"]:
            station.waited[balls.HOLDERS[row["holder"]]] = row["waited_us"] / _DAY / station.cases
    return [found[phase] for phase in sorted(found, key=lambda phase: order[phase])]


def _most(stations: Mapping[int, Station], rule: Rule) -> dict[int, int]:
    """For how many microseconds a case counts in each station."""
    return {
        phase: round(lengths.most(lengths.length(one.median_days, people=one.cases, rule=rule), rule=rule) * _DAY)
        for phase, one in stations.items()
    }


def held_by(log: Log, question: Question) -> ir.Table:
    """The events of the cases with the station (`phase`) they were in and who had the ball (`core.flow.balls`)."""
    told, events = codes(log), happened(log, question, selected(log, question)).cache()
    held = balls.held(events, log.details, codes=told, seen=log.state.refreshed_us)
    return held.mutate(phase=held.activity) if told.phases == [-2] else held
