"""Holding the event table against the log it was made from: counts, sums and hashes, by case type."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ibis.expr import types as ir

from borgerfokus.apps.insight.actions.refreshing import rebuild
from borgerfokus.apps.insight.queries.logs import Log, open_log


@dataclass(frozen=True)
class Difference:
    """What a case type counts to in the table and in the log; "" as the case type where there is no table."""

    kind: str
    what: str
    table: int
    log: int


def verify(*, folder: Path, at: datetime) -> list[Difference]:
    """Make the table anew beside itself, and say where the two differ; empty when they are alike."""
    log = open_log(folder)
    if log is None:
        return [Difference("", "tables", 0, 1)]
    with TemporaryDirectory(prefix="insight-", dir=folder.parent) as beside:
        rebuild(folder=Path(beside), at=at)
        anew = open_log(Path(beside))
        if anew is None:
            return [Difference("", "tables", 1, 0)]
        return _differences(_sums(log), _sums(anew))


Sums = dict[str, dict[str, int]]


def _sums(log: Log) -> Sums:
    found: Sums = {}
    for row in (*log.rows(_of_events(log.events)), *log.rows(_of_cases(log.cases))):
        kind = log.words.word("kind", row.pop("kind"))
        found.setdefault(kind, {}).update({what: int(value) for what, value in row.items()})
    return found


def _of_events(events: ir.Table) -> ir.Table:
    return events.group_by("kind").aggregate(
        events=events.count(),
        times=(events.us // 1000).sum(),
        gaps=(events.since // 1000).sum(),
        new_hands=events.new_hand.cast("int64").sum(),
    )


def _of_cases(cases: ir.Table) -> ir.Table:
    return cases.group_by("kind").aggregate(
        cases=cases.count(),
        units=cases.units.sum(),
        hands=cases.hands.sum(),
        variants=(cases.variant % 1_000_000_007).sum(),
    )


def _differences(table: Sums, log: Sums) -> list[Difference]:
    return [
        Difference(kind, what, table.get(kind, {}).get(what, 0), log.get(kind, {}).get(what, 0))
        for kind in sorted(table.keys() | log.keys())
        for what in sorted(table.get(kind, {}).keys() | log.get(kind, {}).keys())
        if table.get(kind, {}).get(what, 0) != log.get(kind, {}).get(what, 0)
    ]
