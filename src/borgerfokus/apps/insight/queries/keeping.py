"""How many cases of a kind ran otherwise than the law and the case type say, and which they are."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import QuerySet
from ibis.expr import types as ir

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.service import Case
from borgerfokus.apps.insight.models import CaseNumber
from borgerfokus.apps.insight.queries.asking import Question, codes, counted, selected
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core.casework import deadline_rules
from borgerfokus.core.casework.casetype import CaseType
from borgerfokus.core.flow import conformance
from borgerfokus.core.flow.conformance import Bound
from borgerfokus.core.rules import Unit
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.parameters import service as parameters

_DAYS = {Unit.DAYS: 1, Unit.WEEKS: 7, Unit.MONTHS: 31, Unit.YEARS: 366}
"""Months and years at their longest: what is called too late is too late in every month."""


@dataclass(frozen=True)
class Kept:
    """One rule over the cases of a question: for how many it was a question, and in how many it was broken."""

    bound: Bound
    cases: int
    broken: int


def rules_of(spec: CaseType, *, on: date) -> list[Bound]:
    """The rules that hold for a case type, with its own outcomes and the limits in force."""

    def days(key: str) -> int:
        value = parameters.at(key, on=on)
        return value.number * _DAYS[value.unit]

    found = (conformance.bound(rule, spec, days=days) for rule in conformance.load_shipped())
    return [one for one in found if one is not None]


def kept(log: Log, question: Question, rules: list[Bound]) -> list[Kept]:
    """How the cases of a question kept the rules, those broken most first."""
    events = whole_events(log, question)
    told = codes(log)
    found = []
    for one in rules:
        reached = conformance.reached(events, log.details, one, codes=told).count().to_pyarrow().as_py()
        broken = conformance.broken(events, log.details, one, codes=told, seen=log.state.refreshed_us)
        found.append(Kept(one, reached, broken.count().to_pyarrow().as_py()))
    return sorted(found, key=lambda one: (-one.broken, -one.cases, one.bound.rule.key))


def breaking(log: Log, question: Question, one: Bound, *, by: Actor, at: datetime) -> QuerySet[Case]:
    """The cases that break a rule, as far as the actor may see them, newest first."""
    events = whole_events(log, question)
    rows = log.rows(conformance.broken(events, log.details, one, codes=codes(log), seen=log.state.refreshed_us))
    seen = casework.visible_to(by, at=at)
    those = CaseNumber.objects.filter(pk__in=[row["case_no"] for row in rows]).values("case_id")
    found = seen.filter(pk__in=those).select_related("type_version", "unit", "caseworker")
    return found.defer("type_version__document").order_by("-received_at", "-pk")


def answer_days(spec: CaseType | None, *, on: date) -> int:
    """The days within which a case of this type is to be answered; the usual ones where it has no date of its own."""
    rules = deadline_rules.rules_of(case_type=spec, parameters=parameters.parameters(), on=on) if spec else ()
    own = next((one for one in rules if one.key == "decision" and one.unit in _DAYS), None)
    if own is not None:
        return own.amount * _DAYS[own.unit]
    usual = parameters.at("rsl.case_deadline", on=on)
    return usual.number * _DAYS[usual.unit]


def rule_named(rules: list[Bound], key: str) -> Bound | None:
    """The rule with this key, if it holds."""
    return next((one for one in rules if one.rule.key == key), None)


def whole_events(log: Log, question: Question) -> ir.Table:
    """Every event of the cases: a rule looks at more than a map does."""
    everything = replace(question, activities=frozenset())
    return counted(log, everything, selected(log, everything))[1]
