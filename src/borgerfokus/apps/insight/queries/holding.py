"""A flow as it may be shown to those who see no cases: small counts held back, the rest rounded."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from borgerfokus.apps.insight.queries.flow import Flow, Question
from borgerfokus.apps.insight.queries.logs import CASEWORK, RELEASED, Log, open_log
from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.flow.chart import Step, Way
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


def held_back(flow: Flow, *, rule: Rule) -> Flow | None:
    """The flow of the released log with every count rounded and the small ones left out; None with too few cases."""
    rule = disclosure.weighted_rule(rule)
    cases = disclosure.count(flow.cases, rule=rule)
    if cases is None:
        return None
    return replace(
        flow,
        cases=cases,
        steps=tuple(
            Step(step.key, step.rank, shown, disclosure.count(step.times, rule=rule) or shown)
            for step in flow.steps
            if (shown := disclosure.count(step.cases, rule=rule)) is not None
        ),
        ways=tuple(
            Way(way.before, way.after, shown, way.median_us)
            for way in flow.ways
            if (shown := disclosure.count(way.times, rule=rule)) is not None
        ),
        again=tuple(
            (activity, shown, among)
            for activity, times, cases_met in flow.again
            if (shown := disclosure.count(times, rule=rule)) is not None
            and (among := disclosure.count(cases_met, rule=rule)) is not None
        ),
        losses=tuple(
            replace(loss, times=shown, days=shown * loss.median_days)
            for loss in flow.losses
            if (shown := disclosure.count(loss.times, rule=rule)) is not None
        ),
        orders=tuple(
            replace(order, cases=shown, share=shown / cases)
            for order in flow.orders
            if (shown := disclosure.count(order.cases, rule=rule)) is not None
        ),
    )
