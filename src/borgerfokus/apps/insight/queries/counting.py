"""The values behind the indicators, case by case with whose case it is. For the system alone, before disclosure."""

from collections import defaultdict
from datetime import date, datetime, time

from borgerfokus.apps.insight.models import CaseNumber
from borgerfokus.apps.insight.queries.logs import Log
from borgerfokus.core.benchmark.releasing import Counted
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.core.indicators import load_shipped


def span_of(starts: date, ends: date) -> tuple[int, int]:
    """The days `[starts, ends)` in microseconds, as the log counts."""
    first, last = (datetime.combine(day, time(), tzinfo=COPENHAGEN).timestamp() for day in (starts, ends))
    return int(first * 1_000_000), int(last * 1_000_000)


def counted(log: Log, *, window: tuple[int, int]) -> dict[int, list[Counted]]:
    """By the place of the indicator in the catalogue, the cases that count in the window. One query.

    A case that is erased since the log was made is left out.
    """
    table = log.values
    rows = log.rows(table.filter((table.us >= window[0]) & (table.us < window[1])))
    people = dict(
        CaseNumber.objects.filter(pk__in={row["case_no"] for row in rows}).values_list("pk", "case__citizen_id")
    )
    found: dict[int, list[Counted]] = defaultdict(list)
    for row in rows:
        person = people.get(row["case_no"])
        if person is not None and row["indicator"] < len(load_shipped()):
            found[row["indicator"]].append(Counted(person, log.words.word("kind", row["kind"]), row["value"]))
    return dict(sorted(found.items()))
