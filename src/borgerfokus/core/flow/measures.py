"""The measures of a flow: what follows what and how long it takes, variants, durations, activities, rework."""

from ibis.expr import types as ir

from borgerfokus.core.flow.columns import NONE


def edges(events: ir.Table) -> ir.Table:
    """What directly follows what: how often, in how many cases, mean and median microseconds between.

    One row for each pair (`before`, `activity`), most frequent first.
    """
    pairs = events.filter(events.before != NONE)
    found = pairs.group_by("before", "activity").aggregate(
        times=pairs.count(), mean_us=pairs.since.mean(), median_us=pairs.since.median()
    )
    return found.order_by(found.times.desc(), "before", "activity")


def variants(cases: ir.Table) -> ir.Table:
    """The orders in which things happened: how many cases, and how many events each has; most common first.

    `example` is the number of a case that went so, for the activities themselves.
    """
    found = cases.group_by("variant").aggregate(
        cases=cases.count(), events=cases.events.max(), example=cases.case_no.min()
    )
    return found.order_by(found.cases.desc(), "variant")


def variant_durations(cases: ir.Table) -> ir.Table:
    """Mean and median microseconds from first to last event, by variant."""
    timed = cases.mutate(duration=cases.last_us - cases.first_us)
    return timed.group_by("variant").aggregate(mean_us=timed.duration.mean(), median_us=timed.duration.median())


def durations(cases: ir.Table) -> ir.Table:
    """One row: the cases, and mean, median and 90th percentile of the time from first to last event."""
    duration = cases.last_us - cases.first_us
    return cases.aggregate(
        cases=cases.count(), mean_us=duration.mean(), median_us=duration.median(), p90_us=duration.quantile(0.9)
    )


def activities(events: ir.Table) -> ir.Table:
    """Each activity: how often, in how many cases, how often again in the same case (rework); most frequent first."""
    inside = events.group_by("activity", "case_no").aggregate(times=events.count())
    found = inside.group_by("activity").aggregate(
        times=inside.times.sum(), cases=inside.count(), again=(inside.times - 1).sum()
    )
    return found.order_by(found.times.desc(), "activity")


def endings(cases: ir.Table) -> ir.Table:
    """With what the cases ended so far: activity and how many."""
    found = cases.group_by("last_activity").aggregate(cases=cases.count())
    return found.order_by(found.cases.desc(), "last_activity")
