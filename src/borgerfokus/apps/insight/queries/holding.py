"""A flow as it may be shown to those who see no cases: small counts held back, the rest rounded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from borgerfokus.apps.insight.queries.asking import Question
from borgerfokus.apps.insight.queries.flow import Flow, Loop, Moved, Order, StepFact
from borgerfokus.apps.insight.queries.logs import CASEWORK, RELEASED, Log, open_log
from borgerfokus.apps.insight.queries.streams import Station
from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.flow.chart import Way
from borgerfokus.foundation.parameters import service as parameters


def disclosure_rule(*, on: date) -> Rule:
    """The municipality's rule for counts that leave the casework side."""
    return Rule(
        suppress_up_to=parameters.at("own.suppress_up_to", on=on).number,
        round_to=parameters.at("own.round_to", on=on).number,
    )


def open_for(root: Path, *, leads: bool) -> Log | None:
    """The log that somebody is told from: the cases' own for those who lead them, for others the released one."""
    return open_log(root / (CASEWORK if leads else RELEASED))


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
    """The flow of the released log with every count rounded and the small ones left out; None with too few cases."""
    cases = disclosure.count(flow.cases, rule=rule)
    if cases is None:
        return None
    told = _Told(rule)
    return replace(
        flow,
        cases=cases,
        steps=tuple(
            replace(step, cases=shown, times=told.of(step.times) or shown)
            for step in flow.steps
            if (shown := told.of(step.cases)) is not None
        ),
        ways=tuple(told.rounded(flow.ways, "times")),
        facts=tuple(map(told.fact, told.rounded(flow.facts, "cases"))),
        loops=tuple(told.rounded(told.rounded(flow.loops, "cases"), "times")),
        moved=tuple(told.rounded(told.rounded(flow.moved, "cases"), "times")),
        losses=tuple(
            replace(loss, times=shown, days=shown * loss.days / loss.times)
            for loss in flow.losses
            if (shown := told.of(loss.times)) is not None
        ),
        orders=tuple(replace(order, share=order.cases / cases) for order in told.rounded(flow.orders, "cases")),
    )


@disclosure.door
def stations_held_back(stations: Iterable[Station], *, rule: Rule) -> list[Station]:
    """The stations that enough cases were in, their number rounded."""
    return list(_Told(rule).rounded(stations, "cases"))


_Row = TypeVar("_Row", Way, StepFact, Loop, Moved, Order, Station)


@dataclass(frozen=True)
class _Told:
    """Counts as the rule tells them."""

    rule: Rule

    def of(self, number: int) -> int | None:
        return disclosure.count(number, rule=self.rule)

    def rounded(self, rows: Iterable[_Row], name: str) -> Iterator[_Row]:
        """The rows whose count is told, with it."""
        for row in rows:
            shown = self.of(getattr(row, name))
            if shown is not None:
                changed: dict[str, Any] = {name: shown}
                yield replace(row, **changed)

    def fact(self, fact: StepFact) -> StepFact:
        """What else is counted of a step: held back means none."""
        rest: dict[str, Any] = {name: self.of(getattr(fact, name)) or 0 for name in ("again", "units", "hands")}
        return replace(fact, times=self.of(fact.times) or fact.cases, **rest)
