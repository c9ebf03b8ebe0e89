"""Every question that the platform asks of a log, by name: asked of DuckDB in the test, and of Spark in a process.

Run with the Python of Spark: `questions.py log FOLDER` or `questions.py storage FOLDER CODE NAME…` writes the answers.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ibis.expr import types as ir

from borgerfokus.apps.insight.queries.forecasting import BEFORE_DECISION
from borgerfokus.apps.insight.queries.indicators import coded
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.apps.insight.queries.spark import open_on_spark, open_storage
from borgerfokus.core import indicators
from borgerfokus.core.flow import coding, measures
from borgerfokus.core.flow.stays import stays
from borgerfokus.core.flow.stops import stops_of

ALWAYS = indicators.Window(0, 2**62)


def _codes(log: Log) -> dict[str, int]:
    return {word: code for code, word in enumerate(log.words.lists["activity"])}


QUESTIONS: dict[str, Callable[[Log], ir.Table]] = {
    "edges": lambda log: measures.edges(log.events),
    "variants": lambda log: measures.variants(log.cases),
    "variant durations": lambda log: measures.variant_durations(log.cases),
    "durations": lambda log: measures.durations(log.cases),
    "activities": lambda log: measures.activities(log.events),
    "endings": lambda log: measures.endings(log.cases),
    "cases": lambda log: coding.cases_of(log.events),
    "stops": lambda log: stops_of(log.events, activities=list(range(6))),
    "stays": lambda log: stays(log.events, codes=_codes(log), phases=BEFORE_DECISION, seen=1_800_000_000_000_000),
    "values": lambda log: indicators.valued(indicators.load_shipped(), coded(log)),
    "indicators": lambda log: indicators.whole(log.values, ALWAYS),
    "indicators by month": lambda log: indicators.by_month(log.values, ALWAYS),
    "indicators by unit": lambda log: indicators.by_unit(log.values, ALWAYS),
}


def answers(log: Log, *names: str) -> dict[str, list[list[Any]]]:
    """The answers to the questions of these names, none: all. Rows in one order, and numbers to twelve figures.

    Sums of fractions differ beyond that by their order.
    """
    return {name: sorted(_row(row) for row in log.rows(QUESTIONS[name](log))) for name in names or QUESTIONS}


def _row(row: dict[str, Any]) -> list[Any]:
    return [f"{value:.12g}" if isinstance(value, float) else value for _name, value in sorted(row.items())]


if __name__ == "__main__":
    kind, folder, code, *asked = sys.argv[1:]
    log = open_on_spark(Path(folder)) if kind == "log" else open_storage(Path(folder), municipality=code)
    if log is None:
        sys.exit("There is no log.")
    sys.stdout.write(json.dumps(answers(log, *asked)))
