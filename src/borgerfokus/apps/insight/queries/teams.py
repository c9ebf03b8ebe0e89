"""The teams of the municipality side by side, from its own log or the released one."""

from math import sqrt
from pathlib import Path

from borgerfokus.apps.insight.queries.holding import open_for
from borgerfokus.apps.insight.queries.indicators import is_told
from borgerfokus.core import indicators
from borgerfokus.core.benchmark.ranks import Estimate
from borgerfokus.core.benchmark.releasing import median_error, share_error
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.flow import people
from borgerfokus.core.indicators import Figure, Indicator, Statistic, load_shipped

_LEAST_ERROR = 0.001


def teams(
    root: Path, indicator: Indicator, *, window: tuple[int, int], rule: Rule | None
) -> tuple[list[Estimate], frozenset[str]]:
    """The figure of each unit by its key, and the units that have too few cases for one.

    With a rule by the released log: figures are rounded by it, and those of few people held back. Neither units nor
    figures where the log may not tell.
    """
    log = open_for(root, leads=rule is None)
    if log is None or not is_told(indicator, of=log):
        return [], frozenset()
    table = log.values
    place = load_shipped().index(indicator)
    rows = table.filter((table.indicator == place) & (table.us >= window[0]) & (table.us < window[1]))
    made = rows.group_by("unit").aggregate(
        cases=rows.count(),
        mean=rows.value.mean(),
        median=rows.value.median(),
        total=rows.value.sum(),
        deviation=rows.value.std(how="sample"),
        width=rows.value.quantile(0.75) - rows.value.quantile(0.25),
    )
    if "person" in rows.columns:
        each = rows.group_by("unit", "person").aggregate(number=rows.count().cast("float64"))
        made = made.inner_join(people.counted(each, by=("unit",)), "unit")
    found, few = [], set()
    for row in log.rows(made.order_by("unit")):
        key = log.words.word("unit", row["unit"])
        figure = _figure(row, indicator, rule)
        if figure is None:
            few.add(key)
        else:
            found.append(_estimate(key, indicator, row, figure))
    return found, frozenset(few)


def _figure(row: dict[str, float], indicator: Indicator, rule: Rule | None) -> Figure | None:
    exact = indicators.figure({**row, "key": 0}, indicator)
    return exact if exact is None or rule is None else indicators.rounded(exact, indicator, rule=rule)


def _estimate(key: str, indicator: Indicator, row: dict[str, float], figure: Figure) -> Estimate:
    if indicator.statistic is Statistic.SHARE:
        return Estimate(key, figure.value, share_error(figure.value, figure.cases), figure.cases)
    if indicator.statistic is Statistic.MEDIAN:
        error = median_error(row["width"], figure.cases)
    else:
        error = (row["deviation"] or 0.0) / sqrt(figure.cases)
    return Estimate(key, figure.value, max(error, _LEAST_ERROR), figure.cases)
