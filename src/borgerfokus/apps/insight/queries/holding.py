"""A flow as it may be shown to those who see no cases: small counts held back, the rest rounded."""

from dataclasses import replace
from datetime import date

from borgerfokus.apps.insight.queries.flow import Flow
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


def held_back(flow: Flow, *, rule: Rule) -> Flow | None:
    """The flow with every count rounded and the small ones left out; None when there are too few cases at all."""
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
