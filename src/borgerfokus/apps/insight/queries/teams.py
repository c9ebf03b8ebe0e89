"""The teams of the municipality side by side, from its own log."""

from math import sqrt

from borgerfokus.apps.insight.queries.indicators import is_told
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core import disclosure
from borgerfokus.core.benchmark.ranks import Estimate, steadied
from borgerfokus.core.benchmark.releasing import median_error, share_error
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.indicators import Indicator, Statistic, load_shipped

_LEAST_ERROR = 0.001


def teams(
    log: Log, indicator: Indicator, *, window: tuple[int, int], rule: Rule | None
) -> tuple[list[Estimate], int]:
    """The figure of each unit by its key, and how many units have too few cases for one.

    With a rule counts are held back and rounded by it, for those who see no cases. None where the log may not tell.
    """
    if not is_told(indicator, of=log):
        return [], 0
    place = load_shipped().index(indicator)
    table = log.values
    rows = table.filter((table.indicator == place) & (table.us >= window[0]) & (table.us < window[1]))
    made = rows.group_by("unit").aggregate(
        cases=rows.count(),
        mean=rows.value.mean(),
        median=rows.value.median(),
        deviation=rows.value.std(how="sample"),
        width=rows.value.quantile(0.75) - rows.value.quantile(0.25),
    )
    found, few = [], 0
    for row in log.rows(made.order_by("unit")):
        cases = row["cases"] if rule is None else disclosure.count(row["cases"], rule=rule)
        if cases is None or cases < indicator.smallest:
            few += 1
            continue
        found.append(_estimate(log.words.word("unit", row["unit"]), indicator, row, cases))
    return steadied(found), few


def _estimate(key: str, indicator: Indicator, row: dict[str, float], cases: int) -> Estimate:
    if indicator.statistic is Statistic.SHARE:
        return Estimate(key, row["mean"], share_error(row["mean"], cases), cases)
    if indicator.statistic is Statistic.MEDIAN:
        error, value = median_error(row["width"], cases), row["median"]
    else:
        error, value = (row["deviation"] or 0.0) / sqrt(cases), row["mean"]
    return Estimate(key, value, max(error, _LEAST_ERROR), cases)
