"""How the measures spread: from the usual case to the long one, the work seen, what goes in circles, who changed."""

from collections.abc import Mapping
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
        waited=ibis.ifelse(_is_wait(events), events.since, ibis.null("int64")),
        handled=ibis.ifelse(_is_work(events), events.since, ibis.null("int64")),
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


def timed(events: ir.Table) -> ir.Table:
    """The events that something was before, with whether they were `waited` for or worked on until they happened."""
    return events.filter(events.since >= 0).mutate(waited=_is_wait(events))


def _is_wait(events: ir.Table) -> ir.BooleanValue:
    return events.since > TOUCH


def _is_work(events: ir.Table) -> ir.BooleanValue:
    return (events.since >= 0) & (events.since <= TOUCH)


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


def loops(stops: ir.Table) -> ir.Table:
    """Steps that come back: to themselves at once, or by one other (`through`, else `NONE`); times and cases.

    `took_us` is the median of the microseconds that one round took. `stops` is what `stops.stops_of` gives.
    """
    every = rounds(stops)
    found = every.group_by("activity", "through").aggregate(
        times=every.count(), cases=every.case_no.nunique(), took_us=every.took.median()
    )
    return found.order_by(found.times.desc(), "activity", "through")


def rounds(stops: ir.Table) -> ir.Table:
    """Every time a step came back: `case_no`, `activity`, `through`, and the microseconds it took (`took`)."""
    at_once = stops.filter(stops.before == stops.activity)
    at_once = at_once.select("case_no", "activity", through=ibis.literal(NONE, "int16"), took=at_once.since)
    by_one = stops.filter((stops.earlier == stops.activity) & (stops.before != stops.activity))
    by_one = by_one.select("case_no", "activity", through=by_one.before, took=by_one.round_us)
    return at_once.union(by_one)


def stream(held: ir.Table, *, most: Mapping[int, int] | None = None) -> ir.Table:
    """The value stream: by station (`phase`) and holder, microseconds touched and waited over all cases.

    `held` is what `balls.held` gives. A gap counts as work where the municipality has the ball and it is short. `most`:
    by station, for how many microseconds a case counts at most, all its gaps there shortened alike.
    """
    touched = (held.holder == 0) & (held.gap <= TOUCH)
    counted = held.gap if most is None else (held.gap * _part(held, most)).round().cast("int64")
    told = held.mutate(
        touched=ibis.ifelse(touched, counted, 0),
        waited=ibis.ifelse(touched, 0, counted),
    )
    found = told.group_by("phase", "holder").aggregate(touched_us=told.touched.sum(), waited_us=told.waited.sum())
    return found.order_by("phase", "holder")


def _part(held: ir.Table, most: Mapping[int, int]) -> ir.FloatingValue:
    """How much of its gaps in a station a case counts for."""
    spent = held.gap.sum().over(ibis.window(group_by=("phase", "case_no")))
    least = ibis.literal(1.0)
    part: ir.FloatingValue = least
    for phase, us in most.items():
        part = ibis.ifelse(held.phase == phase, ibis.least(least, us / ibis.greatest(spent, 1)), part)
    return part


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
