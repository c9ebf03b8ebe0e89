"""Whether cases ran as the law and the case type say: rules as documents, each with its paragraph.

    key = "heard-before-no"
    title.da = "Nej uden partshøring"
    means.da = "En afgørelse, der ikke giver fuldt medhold, er sendt, før borgeren er hørt."
    article = "Forvaltningsloven § 19"
    check = "before"
    of = ["decision.issued"]
    need = ["hearing.sent", "hearing.exempted"]
    outcomes = "requires_hearing"

`before`: one of `need` stands somewhere before each `of` · `within`: one of `need` follows each `of` within the limit,
unless one of `unless` follows first · `never`: no `need` in a case that reaches `of` · `path`: phases follow each other
as the lifecycle allows. `outcomes` names a duty of the case type's outcomes: only decisions that have it count.
`limit` is a parameter, or "follow_up": what the case type says.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Final

import ibis
from ibis.expr import types as ir

from borgerfokus.core.casework.casetype import CaseType
from borgerfokus.core.casework.lifecycle import TRANSITIONS
from borgerfokus.core.flow.balls import PHASE, Codes
from borgerfokus.core.texts import Text

FOLLOW_UP: Final = "follow_up"
_DAY: Final = 86_400_000_000


class Check(StrEnum):
    """What a rule asks of a case."""

    BEFORE = "before"
    WITHIN = "within"
    NEVER = "never"
    PATH = "path"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule as its document says it."""

    key: str
    title: Text
    means: Text
    article: str
    check: Check
    of: tuple[str, ...]
    need: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    outcomes: str = ""
    limit: str = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """A rule as it holds for one case type: which outcomes count (words; None: all), and the limit in days."""

    rule: Rule
    outcomes: frozenset[str] | None = None
    days: int | None = None


@cache
def load_shipped() -> tuple[Rule, ...]:
    """The rules that come along, in the order of their keys."""
    return tuple(sorted((read(text) for text in _shipped()), key=lambda rule: rule.key))


def read(document: str) -> Rule:
    """The rule of a document. Raises ValueError for what it cannot be."""
    told = tomllib.loads(document)
    told |= {name: tuple(told.get(name, ())) for name in ("of", "need", "unless")}
    told |= {name: Text(**told[name]) for name in ("title", "means")}
    rule = Rule(**told | {"check": Check(told["check"])})
    if (rule.check is Check.WITHIN) != bool(rule.limit) or (rule.check is not Check.PATH) != bool(rule.need):
        raise ValueError(f"{rule.key}: `within` has a limit, and all but `path` say what is needed")
    return rule


def bound(rule: Rule, case_type: CaseType, *, days: Callable[[str], int]) -> Bound | None:
    """The rule for a case type; None where it does not hold. `days` gives the length of a parameter."""
    outcomes = None
    if rule.outcomes:
        outcomes = frozenset(f"outcome.{one.key}" for one in case_type.outcomes if getattr(one, rule.outcomes))
        if not outcomes:
            return None
    if not rule.limit:
        return Bound(rule, outcomes)
    if rule.limit != FOLLOW_UP:
        return Bound(rule, outcomes, days(rule.limit))
    own = case_type.follow_up
    if own.months is not None:
        return Bound(rule, outcomes, 31 * own.months)
    return Bound(rule, outcomes, days(own.parameter)) if own.parameter else None


def reached(events: ir.Table, details: ir.Table, one: Bound, *, codes: Codes) -> ir.Table:
    """The cases for which the rule is a question: those with an `of` that counts. One column, `case_no`."""
    return _counted(events, details, one, codes).select("case_no").distinct()


def broken(events: ir.Table, details: ir.Table, one: Bound, *, codes: Codes, seen: int) -> ir.Table:
    """The cases in which the rule is broken: `case_no`, each once. `seen`: until when the log was read."""
    match one.rule.check:
        case Check.PATH:
            found = _off_the_path(events, codes)
        case Check.NEVER:
            of = reached(events, details, one, codes=codes)
            found = events.filter(events.activity.isin(codes.of(one.rule.need))).semi_join(of, "case_no")
        case Check.BEFORE:
            of, first = _counted(events, details, one, codes), _first(events, codes.of(one.rule.need))
            joined = of.left_join(first, "case_no")
            found = joined.filter(joined["first"].isnull() | (joined["first"] > joined.place))
        case Check.WITHIN:
            found = _too_late(events, details, one, codes, seen)
    return found.select("case_no").distinct().order_by("case_no")


def _counted(events: ir.Table, details: ir.Table, one: Bound, codes: Codes) -> ir.Table:
    if one.rule.check is Check.PATH:
        return events.filter(events.activity.isin(codes.phases))
    of = events.filter(events.activity.isin(codes.of(one.rule.of)))
    if one.outcomes is None:
        return of
    wanted = [codes.details[word] for word in one.outcomes if word in codes.details] or [-2]
    return of.semi_join(details.filter(details.detail.isin(wanted)), ["case_no", "place"])


def _first(events: ir.Table, wanted: list[int]) -> ir.Table:
    found = events.filter(events.activity.isin(wanted))
    return found.group_by("case_no").aggregate(first=found.place.min())


def _too_late(events: ir.Table, details: ir.Table, one: Bound, codes: Codes, seen: int) -> ir.Table:
    """Each `of` whose limit, to the end of its last day, went before one of `need` or `unless` came."""
    of = _counted(events, details, one, codes).select("case_no", "place", "us")
    ends = events.filter(events.activity.isin(codes.of((*one.rule.need, *one.rule.unless))))
    ends = ends.select("case_no", came=ends.us, at=ends.place)
    joined = of.left_join(ends, [of.case_no == ends.case_no, ends["at"] > of.place]).drop("case_no_right")
    met = joined.group_by("case_no", "place", "us").aggregate(came=joined.came.min())
    last = met.us + ((one.days or 0) + 1) * _DAY
    return met.filter(ibis.coalesce(met.came, ibis.literal(seen)) > last)


def _off_the_path(events: ir.Table, codes: Codes) -> ir.Table:
    by_case = ibis.window(group_by="case_no", order_by="place")
    moved = events.filter(events.activity.isin(codes.phases))
    moved = moved.mutate(earlier=moved.activity.lag().over(by_case))
    pairs = [(codes.activities.get(one), codes.activities.get(other)) for one, other in allowed()]
    fits = moved.earlier.isnull() | (moved.earlier == moved.activity)
    for earlier, later in pairs:
        if earlier is not None and later is not None:
            fits |= (moved.earlier == earlier) & (moved.activity == later)
    return moved.filter(~fits)


@cache
def allowed() -> frozenset[tuple[str, str]]:
    """Which change of phase may follow which, from the table of the lifecycle."""
    return frozenset(
        (PHASE + start, PHASE + row.leads_to)
        for row in TRANSITIONS.values()
        for start in row.starts
        if row.leads_to is not None
    )


def _shipped() -> Iterator[str]:
    for entry in (files("borgerfokus.core.flow") / "rules").iterdir():
        if entry.name.endswith(".toml"):
            yield entry.read_text("utf-8")
