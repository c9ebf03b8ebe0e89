"""Publishing how promises were kept: counted over all cases, disclosed by rule, kept for the quarter."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter

from django.db.models import Count, F, Q

from borgerfokus.apps.casework.models import Deadline, PromiseFigure
from borgerfokus.core.disclosure import Rule, door, is_few, share, weighing
from borgerfokus.foundation.parameters import service as parameters
from borgerfokus.foundation.people.lots import weight_of

_OWN = "own"
_KEPT = Q(met_on__lte=F("due"), slip_told_at__isnull=True)
"""Met in time, and never slipped: a date that slipped was given a new one, and that is not the promise kept."""


def quarter_of(day: date) -> str:
    """The quarter that a day lies in: "2026Q3"."""
    return f"{day.year}Q{(day.month + 2) // 3}"


def quarter_before(day: date) -> tuple[date, date]:
    """The last whole quarter before a day, as `[start, end)`."""
    end = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    start = date(end.year - 1, 10, 1) if end.month == 1 else date(end.year, end.month - 3, 1)
    return start, end


@door
def publish_promises(*, at: datetime, day: date) -> int:
    """Publish the figures of the last whole quarter before `day`, unless they are out. For the system alone.

    A release is frozen: figures that are published are not reckoned again. Returns how many were published.
    """
    start, end = quarter_before(day)
    quarter = quarter_of(start)
    if PromiseFigure.objects.filter(quarter=quarter).exists():
        return 0
    rule = Rule(
        suppress_up_to=parameters.at("own.suppress_up_to", on=day).number,
        round_to=parameters.at("own.round_to", on=day).number,
    )
    counted = (
        Deadline.objects.filter(basis=_OWN, met_on__gte=start, met_on__lt=end)
        .values_list("case__type_key", "case__citizen_id")
        .annotate(decided=Count("pk"), kept=Count("pk", filter=_KEPT))
        .order_by("case__type_key", "case__citizen_id")
    )
    figures = [
        _figure(key, list(rows), quarter=quarter, rule=rule, at=at) for key, rows in groupby(counted, itemgetter(0))
    ]
    PromiseFigure.objects.bulk_create(figures)
    return len(figures)


def _figure(
    key: str, citizens: Sequence[tuple[str, int, int, int]], *, quarter: str, rule: Rule, at: datetime
) -> PromiseFigure:
    """The figure of a case type; `citizens` are its type, citizen, decided and kept, and count by their weights.

    Whoever has many cases counts as one of others, for the part of them in which the promise was kept.
    """
    weigh = weighing(rule, weight_of)
    decided = sum(weigh(person) for _key, person, _decided, _kept in citizens)
    kept = round(sum(weigh(person) * kept / count for _key, person, count, kept in citizens))
    small = is_few(people=len(citizens), weighted=decided, rule=rule)
    shown = None if small else share(kept, decided, rule=rule)
    if shown is None:
        return PromiseFigure(type_key=key, quarter=quarter, reckoned_at=at)
    return PromiseFigure(
        type_key=key,
        quarter=quarter,
        kept=shown.part,
        decided=shown.whole,
        percent=shown.percent,
        reckoned_at=at,
    )
