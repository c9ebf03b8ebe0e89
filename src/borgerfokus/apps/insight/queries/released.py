"""The figures of indicators that are released: what the committee and everybody are told."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db.models import Max

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight.models import IndicatorFigure
from borgerfokus.apps.insight.queries.logs import CASEWORK, open_log
from borgerfokus.apps.insight.queries.months import months_back
from borgerfokus.core.indicators import Audience, Figure, Indicator, load_shipped


@dataclass
class Disclosed:
    """One indicator as it is told: the newest quarter, the one before, its months, its departments and parts (by key).

    `held` are the departments, and `held_parts` the parts, that are too small to tell of.
    """

    indicator: Indicator
    now: Figure | None = None
    before: Figure | None = None
    months: list[Figure] = field(default_factory=list)
    units: dict[str, Figure] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)
    parts: dict[str, Figure] = field(default_factory=dict)
    held_parts: set[str] = field(default_factory=set)


def newest(*, before: date | None = None) -> date | None:
    """Up to which day the newest release reaches (the newest before a day); None where there is none."""
    rows = IndicatorFigure.objects.filter(until__lt=before) if before else IndicatorFigure.objects.all()
    found: date | None = rows.aggregate(day=Max("until"))["day"]
    return found


def is_out(*, until: date) -> bool:
    """Whether a quarter is released."""
    return IndicatorFigure.objects.filter(until=until).exists()


def is_awaited(*, root: Path, day: date) -> bool:
    """Whether figures are being made: nothing is released, and a case counts before the end of the last quarter."""
    if newest() is not None:
        return False
    log = open_log(root / CASEWORK)
    if log is None:
        return True
    _starts, until = casework.quarter_before(day)
    first = log.values.us.min().to_pyarrow().as_py()
    return first is not None and first < int(months_back(until, 0).timestamp() * 1_000_000)


def disclosed(*, audience: Audience) -> tuple[date | None, list[Disclosed]]:
    """Every indicator that the audience is told, in the order of the catalogue, and up to which day. One query.

    Figures of an earlier version of a definition are left out: they were of something else.
    """
    found = {one.key: Disclosed(one) for one in load_shipped() if one.is_told(audience)}
    rows = list(IndicatorFigure.objects.filter(indicator__in=found).order_by("until", "month", "unit", "part"))
    quarters = sorted({row.until for row in rows})
    for row in rows:
        one = found[row.indicator]
        if row.version == one.indicator.version:
            _add(one, row, quarters)
    return (quarters[-1] if quarters else None), list(found.values())


def _add(one: Disclosed, row: IndicatorFigure, quarters: list[date]) -> None:
    figure = None
    if row.value is not None and row.cases is not None:
        figure = Figure(row.month, row.value, row.cases)
    if row.month:
        one.months += [figure] if figure else []
    elif row.unit or row.part:
        if row.until == quarters[-1]:
            _place(one, row, figure)
    elif row.until == quarters[-1]:
        one.now = figure
    elif len(quarters) > 1 and row.until == quarters[-2]:
        one.before = figure


def _place(one: Disclosed, row: IndicatorFigure, figure: Figure | None) -> None:
    """Among the departments or the parts of the newest quarter."""
    key = row.unit or row.part
    found, held = (one.units, one.held) if row.unit else (one.parts, one.held_parts)
    if figure:
        found[key] = figure
    else:
        held.add(key)
