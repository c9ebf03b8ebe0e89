"""What an indicator counts: one of a few kinds of formula over the event table, each a value per case or event.

Every formula gives rows of a *case that counts* with the moment at which it counts, its unit and kind, and a value:
days, a number, or 1 and 0. What a figure makes of the values (`Statistic`) is said apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import ibis
from ibis.expr import types as ir

from borgerfokus.core.flow.marks import ANY, IN_DETAILS, SIGN

_DAY: Final = 86_400_000_000


class Statistic(StrEnum):
    """What a figure makes of the values."""

    MEDIAN = "median"
    MEAN = "mean"
    SHARE = "share"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Days from the first `start` of a case to its first `end` after that; with `within` 1 up to so many, else 0."""

    start: str
    end: str
    within: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happens:
    """Whether a case that reaches `of` has a `what`; `never` turns it.

    With `before` one before the first `of`, with `after` one after it.
    """

    of: str
    what: str
    before: bool = False
    never: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How often `what` happens in a case that reaches `of`; `beyond` leaves the first times out (rework: 1)."""

    of: str
    what: str
    beyond: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How often employee ("hands") or unit ("units") changed in a case that reaches `of`."""

    of: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Whether the first `of` of a case was done by an `actor`: citizen, employee, client, system."""

    of: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The value of a mark of a case; `every` counts each time, else the first in a case."""

    of: str
    every: bool = False


Formula = Between | Happens | Times | Changes | By | Marked
KINDS: Final = {
    "between": Between,
    "happens": Happens,
    "times": Times,
    "changes": Changes,
    "by": By,
    "marked": Marked,
}


@dataclass(frozen=True, slots=True)
class Coded:
    """The tables of a log and the codes of its words.

    An activity may be told with what it was of (`appeal.decided=changed|remitted`): then it is found among the marks,
    or in the details of the log where those have it (`IN_DETAILS`).
    """

    events: ir.Table
    cases: ir.Table
    activities: dict[str, int]
    actors: dict[str, int]
    marks: ir.Table
    mark_codes: dict[str, int]
    details: ir.Table
    detail_codes: dict[str, int]

    def times(self, activity: str) -> ir.Table:
        """Every time of an activity: `case_no` and `us`."""
        kind, _sign, ofs = activity.partition(SIGN)
        if ofs and kind in IN_DETAILS:
            return self._detailed(kind, ofs.split("|"))
        if ofs:
            return self.marked(activity).select("case_no", "us")
        return self.events.filter(self.events.activity == self.activities.get(activity, -2)).select("case_no", "us")

    def _detailed(self, kind: str, ofs: Sequence[str]) -> ir.Table:
        """Every time of an event of a kind whose detail is one of these: `case_no` and `us`."""
        codes = [self.detail_codes.get(f"{IN_DETAILS[kind]}{one}", -2) for one in ofs]
        events = self.events.filter(self.events.activity == self.activities.get(kind, -2))
        found = events.semi_join(self.details.filter(self.details.detail.isin(codes)), ["case_no", "place"])
        return found.select("case_no", "us")

    def marked(self, word: str) -> ir.Table:
        """Every mark of a word; `appeal.decided=changed|remitted` is of either, `goal.moved=*` of whatever there is."""
        kind, sign, ofs = word.partition(SIGN)
        if ofs == ANY:
            codes = [code for one, code in self.mark_codes.items() if one.startswith(f"{kind}{sign}")]
            return self.marks.filter(self.marks.mark.isin(codes))
        words = [f"{kind}{sign}{one}" for one in ofs.split("|")]
        return self.marks.filter(self.marks.mark.isin([self.mark_codes.get(one, -2) for one in words]))

    def first(self, activity: str, name: str) -> ir.Table:
        """The first time of an activity in each case, as a column `name` beside `case_no`."""
        found = self.times(activity)
        return found.group_by("case_no").aggregate(found.us.min().name(name))

    def placed(self, rows: ir.Table) -> ir.Table:
        """The rows (`case_no`, `us`, `value`) with the unit and kind of their case."""
        joined = rows.inner_join(self.cases, "case_no")
        return joined.select("case_no", "us", "value", unit="last_unit", kind="kind")


def values(formula: Formula, log: Coded) -> ir.Table:
    """The cases that count: `case_no`, `us` (when it counts), `value`, `unit`, `kind`."""
    match formula:
        case Between():
            rows = _between(formula, log)
        case Happens():
            rows = _happens(formula, log)
        case Times():
            rows = _times(formula, log)
        case Changes():
            reached = log.first(formula.of, "us").inner_join(log.cases, "case_no")
            rows = reached.select("case_no", "us", value=reached[formula.what].cast("float64"))
        case By():
            rows = _by(formula, log)
        case Marked():
            rows = _marked(formula, log)
    return log.placed(rows)


def parts(formula: Marked, log: Coded) -> ir.Table:
    """As `values`, of every mark, and with the code of its word as `part`."""
    joined = log.marked(formula.of).inner_join(log.cases, "case_no")
    return joined.select("case_no", "us", "value", unit="last_unit", kind="kind", part="mark")


def _between(formula: Between, log: Coded) -> ir.Table:
    begun = log.first(formula.start, "begun")
    ends = log.times(formula.end)
    after = ends.inner_join(begun, "case_no")
    after = after.filter(after.us >= after.begun)
    met = after.group_by("case_no").aggregate(us=after.us.min(), begun=after.begun.min())
    days = (met.us - met.begun) / _DAY
    value = days if formula.within is None else (days <= formula.within).cast("float64")
    return met.select("case_no", "us", value=value.cast("float64"))


def _happens(formula: Happens, log: Coded) -> ir.Table:
    reached = log.first(formula.of, "us")
    if formula.after:
        every = log.times(formula.what).rename(other="us").inner_join(reached, "case_no")
        other = every.filter(every.other > every.us).group_by("case_no").aggregate(other=every.other.min())
    else:
        other = log.first(formula.what, "other")
    joined = reached.left_join(other, "case_no")
    there = joined.other.notnull()
    if formula.before:
        there &= joined.other <= joined.us
    return joined.select("case_no", "us", value=(~there if formula.never else there).cast("float64"))


def _times(formula: Times, log: Coded) -> ir.Table:
    found = log.times(formula.what)
    counted = found.group_by("case_no").aggregate(times=found.count())
    joined = log.first(formula.of, "us").left_join(counted, "case_no")
    times = ibis.greatest(joined.times.fill_null(0) - formula.beyond, 0)
    return joined.select("case_no", "us", value=times.cast("float64"))


def _by(formula: By, log: Coded) -> ir.Table:
    found = log.events.filter(log.events.activity == log.activities.get(formula.of, -2))
    first = found.group_by("case_no").aggregate(us=found.us.min(), actor=found.actor.argmin(found.place))
    return first.select("case_no", "us", value=(first.actor == log.actors.get(formula.actor, -2)).cast("float64"))


def _marked(formula: Marked, log: Coded) -> ir.Table:
    found = log.marked(formula.of)
    if formula.every:
        return found.select("case_no", "us", "value")
    return found.group_by("case_no").aggregate(us=found.us.min(), value=found.value.argmin(found.us))
