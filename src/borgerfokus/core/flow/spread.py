"""How the measures spread: from the usual case to the long one, the work seen, what goes in circles, who changed."""

from typing import Final

import ibis
from ibis.expr import types as ir

from borgerfokus.core.flow.columns import NONE

TOUCH: Final = 4 * 3_600_000_000
"""Up to so many microseconds between two events count as work on the case, more as waiting.

Nobody registers hours. Within four hours of an act somebody most often still had the case in hand; the rest is time in
which nothing was seen to happen. It is a measure of what the log can see, the same for every unit and year.
"""


def ways(events: ir.Table) -> ir.Table:
    """What directly follows what: how often, and median, quartiles, 90th percentile and mean of the microseconds."""
    pairs = events.filter(events.before != NONE)
    found = pairs.group_by("before", "activity").aggregate(
        times=pairs.count(),
        median_us=pairs.since.median(),
        p90_us=pairs.since.quantile(0.9),
        q1_us=pairs.since.quantile(0.25),
        q3_us=pairs.since.quantile(0.75),
        mean_us=pairs.since.mean(),
    )
    return found.order_by(found.times.desc(), "before", "activity")


def steps(events: ir.Table) -> ir.Table:
    """Each activity: what was waited for it and what was handled until it, microseconds, and who changed at it.

    `waited_us` is the median and `waited_p90_us` the 90th percentile of the times that are waiting, null where there
    is none; `handled_us` the mean of the others.
    """
    told = events.mutate(
        waited=ibis.ifelse(events.since > TOUCH, events.since, ibis.null("int64")),
        handled=ibis.ifelse((events.since >= 0) & (events.since <= TOUCH), events.since, ibis.null("int64")),
        moved=_other_unit(events),
    )
    found = told.group_by("activity").aggregate(
        times=told.count(),
        waited_us=told.waited.median(),
        waited_p90_us=told.waited.quantile(0.9),
        handled_us=told.handled.mean(),
        units=told.moved.sum(),
        hands=told.new_hand.cast("int64").sum(),
    )
    return found.order_by(found.times.desc(), "activity")


def handovers(events: ir.Table) -> ir.Table:
    """From which unit to which: how often, in how many cases, and the median of the microseconds between."""
    changed = moved(events)
    found = changed.group_by("unit_before", "unit").aggregate(
        times=changed.count(), cases=changed.case_no.nunique(), median_us=changed.since.median()
    )
    return found.order_by(found.times.desc(), "unit_before", "unit")


def moved(events: ir.Table) -> ir.Table:
    """The events at which another unit acts than the one before."""
    return events.filter(_other_unit(events) == 1)


def loops(events: ir.Table) -> ir.Table:
    """Steps that come back: to themselves at once, or by one other (`through`, else `NONE`); times and cases.

    `took_us` is the median of the microseconds that one round took.
    """
    every = rounds(events)
    found = every.group_by("activity", "through").aggregate(
        times=every.count(), cases=every.case_no.nunique(), took_us=every.took.median()
    )
    return found.order_by(found.times.desc(), "activity", "through")


def rounds(events: ir.Table) -> ir.Table:
    """Every time a step came back: `case_no`, `activity`, `through`, and the microseconds it took (`took`)."""
    by_case = ibis.window(group_by="case_no", order_by="place")
    told = events.mutate(earlier=events.activity.lag(2).over(by_case), began=events.us.lag(2).over(by_case))
    at_once = told.filter(told.before == told.activity)
    at_once = at_once.select("case_no", "activity", through=ibis.literal(NONE, "int16"), took=at_once.since)
    by_one = told.filter((told.earlier == told.activity) & (told.before != told.activity))
    by_one = by_one.select("case_no", "activity", through=by_one.before, took=by_one.us - by_one.began)
    return at_once.union(by_one)


def stream(held: ir.Table) -> ir.Table:
    """The value stream: by station (`phase`) and holder, microseconds touched and waited over all cases.

    `held` is what `balls.held` gives. A gap counts as work where the municipality has the ball and it is short.
    """
    touched = (held.holder == 0) & (held.gap <= TOUCH)
    told = held.mutate(
        touched=ibis.ifelse(touched, held.gap, 0),
        waited=ibis.ifelse(touched, 0, held.gap),
    )
    found = told.group_by("phase", "holder").aggregate(touched_us=told.touched.sum(), waited_us=told.waited.sum())
    return found.order_by("phase", "holder")


def stations(held: ir.Table) -> ir.Table:
    """Each station (`phase`): cases, and median and 90th percentile of the microseconds that a case spent in it."""
    inside = held.group_by("phase", "case_no").aggregate(spent=held.gap.sum())
    found = inside.group_by("phase").aggregate(
        cases=inside.count(), median_us=inside.spent.median(), p90_us=inside.spent.quantile(0.9)
    )
    return found.order_by("phase")


def _other_unit(events: ir.Table) -> ir.IntegerColumn:
    moved = (events.unit != NONE) & (events.unit_before != NONE) & (events.unit != events.unit_before)
    return moved.cast("int64")
