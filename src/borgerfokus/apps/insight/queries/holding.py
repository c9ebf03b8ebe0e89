"""A flow as it may be shown to those who see no cases: small counts held back, the rest rounded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from borgerfokus.apps.insight.queries.asking import Question
from borgerfokus.apps.insight.queries.flow import Flow, Loop, Loss, Moved, Order, StepFact
from borgerfokus.apps.insight.queries.logs import CASEWORK, RELEASED, Log, log_at_hand
from borgerfokus.apps.insight.queries.streams import Station
from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule, lengths
from borgerfokus.core.flow.chart import Way
from borgerfokus.core.simulation import Answer, Range
from borgerfokus.foundation.parameters import service as parameters


def disclosure_rule(*, on: date) -> Rule:
    """The municipality's rule for counts that leave the casework side."""
    return Rule(
        suppress_up_to=parameters.at("own.suppress_up_to", on=on).number,
        round_to=parameters.at("own.round_to", on=on).number,
    )


def open_for(root: Path, *, leads: bool) -> Log | None:
    """The log that somebody is told from: the cases' own for those who lead them, for others the released one."""
    return log_at_hand(root / (CASEWORK if leads else RELEASED))


def fixed(question: Question) -> Question:
    """The question as it may be asked of the released log: of whole quarters, never of days.

    Whoever may choose the days finds the one on which a figure changes, and with it the case.
    """
    return replace(question, starts=_quarter(question.starts), ends=_quarter(question.ends))


def _quarter(moment: datetime | None) -> datetime | None:
    if moment is None:
        return None
    return moment.replace(month=3 * ((moment.month - 1) // 3) + 1, day=1)


@disclosure.door
def held_back(flow: Flow, *, rule: Rule) -> Flow | None:
    """The flow of the released log with counts and lengths rounded and the small left out; None with too few cases.

    All days between two steps together are told as how many times half of them took, for whoever took longest has most
    of them.
    """
    told = _Told(rule)
    cases = told.of(flow.cases)
    if cases is None:
        return None
    step = disclosure.step(cases, rule=rule)
    return replace(
        flow,
        cases=cases,
        median_days=told.long(flow.median_days, cases),
        p90_days=told.outer(flow.p90_days, cases),
        handovers=disclosure.nearest(flow.handovers, step=step),
        hands=disclosure.nearest(flow.hands, step=step),
        steps=tuple(
            replace(step, cases=shown, times=told.of(step.times) or shown)
            for step in flow.steps
            if (shown := told.of(step.cases)) is not None
        ),
        ways=tuple(map(told.way, told.rounded(flow.ways, "times"))),
        facts=tuple(map(told.fact, told.rounded(flow.facts, "cases"))),
        loops=tuple(map(told.days, told.rounded(told.rounded(flow.loops, "cases"), "times"))),
        moved=tuple(map(told.days, told.rounded(told.rounded(flow.moved, "cases"), "times"))),
        losses=told.losses(flow.losses),
        orders=tuple(
            replace(order, share=order.cases / cases, median_days=told.long(order.median_days, order.cases))
            for order in told.rounded(flow.orders, "cases")
        ),
        order_count=told.of(flow.order_count) or len(flow.orders),
    )


@disclosure.door
def stations_held_back(stations: Iterable[Station], *, rule: Rule) -> list[Station]:
    """The stations that enough cases were in, their number and their days rounded."""
    told = _Told(rule)
    return [told.station(one) for one in told.rounded(stations, "cases")]


@disclosure.door
def answer_held_back(answer: Answer, *, people: int, rule: Rule) -> Answer:
    """What a simulation says, of the courses of so many people."""
    step = disclosure.rate_step(people)
    days = {name: _span(getattr(answer, name), people, rule) for name in ("now", "then", "saved")}
    shares = {
        name: replace(one, **{side: disclosure.nearest(getattr(one, side), step=step) for side in _SIDES})
        for name in ("kept_now", "kept_then", "gained")
        for one in [getattr(answer, name)]
    }
    return replace(answer, **days, **shares)


def _span(one: Range, people: int, rule: Rule) -> Range:
    middle, low, high = (lengths.length(getattr(one, side), people=people, rule=rule) for side in _SIDES)
    return Range(middle, low, high)


_SIDES: Final = ("middle", "low", "high")
_DAY: Final = 86_400_000_000
_HOURS: Final = 24
"""What is seen of work on a case in a phase is hours, so it is told in halves of them."""
_Row = TypeVar("_Row", Way, StepFact, Loop, Moved, Loss, Order, Station)
_Days = TypeVar("_Days", Loop, Moved)


@dataclass(frozen=True)
class _Told:
    """Counts and lengths as the rule tells them."""

    rule: Rule

    def of(self, number: int) -> int | None:
        return disclosure.count(number, rule=self.rule)

    def long(self, value: float, people: int, share: float = lengths.MEDIAN) -> float:
        return lengths.length(value, people=people, rule=self.rule, share=share)

    def outer(self, value: float | None, people: int) -> float | None:
        return None if value is None else lengths.outer(value, people=people, rule=self.rule)

    def rounded(self, rows: Iterable[_Row], name: str) -> Iterator[_Row]:
        """The rows whose count is told, with it."""
        for row in rows:
            shown = self.of(getattr(row, name))
            if shown is not None:
                changed: dict[str, Any] = {name: shown}
                yield replace(row, **changed)

    def way(self, way: Way) -> Way:
        """Its lengths by how often it was gone; the mean is the median, as in the losses."""
        shares = {"median_us": lengths.MEDIAN, "q1_us": lengths.QUARTILE, "q3_us": lengths.QUARTILE}
        told: dict[str, Any] = {
            name: self.long(getattr(way, name) / _DAY, way.times, share) * _DAY for name, share in shares.items()
        }
        long = self.outer(None if way.p90_us is None else way.p90_us / _DAY, way.times)
        return replace(way, **told, p90_us=None if long is None else long * _DAY, mean_us=told["median_us"])

    def losses(self, losses: Iterable[Loss]) -> tuple[Loss, ...]:
        """Most days first, as they are told."""
        found = [self._loss(one) for one in self.rounded(losses, "times")]
        return tuple(sorted((one for one in found if one.days), key=lambda one: -one.days))

    def _loss(self, loss: Loss) -> Loss:
        middle = self.long(loss.median_days, loss.times)
        long = self.outer(loss.p90_days, loss.times)
        return replace(loss, median_days=middle, p90_days=long, days=loss.times * middle)

    def days(self, row: _Days) -> _Days:
        return replace(row, days=self.long(row.days, row.cases))

    def station(self, one: Station) -> Station:
        waited = {ball: self.long(days, one.cases) for ball, days in one.waited.items()}
        return replace(
            one,
            median_days=self.long(one.median_days, one.cases),
            p90_days=self.outer(one.p90_days, one.cases),
            touched=self.long(one.touched * _HOURS, one.cases) / _HOURS,
            waited=waited,
        )

    def fact(self, fact: StepFact) -> StepFact:
        """What else is counted of a step: held back means none."""
        rest: dict[str, Any] = {name: self.of(getattr(fact, name)) or 0 for name in ("again", "units", "hands")}
        rest |= {
            name: self.long(value, fact.cases)
            for name in ("waited_days", "handled_hours")
            if (value := getattr(fact, name)) is not None
        }
        rest["waited_p90_days"] = self.outer(fact.waited_p90_days, fact.cases)
        return replace(fact, times=self.of(fact.times) or fact.cases, **rest)
