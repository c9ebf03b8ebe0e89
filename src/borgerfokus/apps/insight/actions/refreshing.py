"""Keeping the event table in step with the casework's log: a little every minute, all of it when asked."""

from datetime import datetime
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.insight.actions.gathering import gather
from borgerfokus.apps.insight.actions.marking import mark
from borgerfokus.apps.insight.actions.valuing import revalue, value
from borgerfokus.apps.insight.actions.writing import Writer
from borgerfokus.apps.insight.queries import told
from borgerfokus.apps.insight.queries.logs import Log, State, open_log
from borgerfokus.core.flow.milestones import MILESTONES

_LATE: Final = 20_000
"""Ids are given out before they are committed: so many of the newest are looked at once more."""

_CASES_AT_ONCE: Final = 50_000
_NUMBERS = """
with new as (
  insert into insight_casenumber (case_id) select unnest(%s::bigint[]) on conflict (case_id) do nothing
  returning case_id, id
)
select case_id, id from new
union select case_id, id from insight_casenumber where case_id = any(%s::bigint[])
"""


def refresh(*, folder: Path, at: datetime) -> State:
    """Add what has happened since the last time, and make the table where there is none or one that lacks something.

    Called in a scope that sees everything.
    """
    log = open_log(folder)
    if log is None or not (log.state.details_file and log.state.cells_file and log.has_stops_of(MILESTONES)):
        return rebuild(folder=folder, at=at)
    is_marked = mark(folder=folder, at=at)
    before = (gather(folder=folder) if is_marked else None) or log.state
    since = max(0, before.last_event - _LATE)
    table = told.read(casework.stream_changed_since(event_id=since))
    if not table.num_rows:
        return _unchanged(before, folder, is_marked)
    numbers = _numbers(table)
    known = _known(log, numbers)
    if not _has_news(table, numbers, known):
        return _unchanged(before, folder, is_marked)
    writer = Writer.begin(folder)
    writer.add(told.coded(table, words=writer.words, numbers=numbers), known=known)
    said = casework.stream_details_changed_since(event_id=since)
    writer.add_details(told.details(said, words=writer.words, numbers=numbers))
    last = max(before.last_event, int(pc.max(table["id"]).as_py()))
    state = writer.finish(last_event=last, refreshed_us=_microseconds(at))
    changed = value(folder=folder) if is_marked else revalue(folder=folder, touched=writer.touched())
    return changed or state


def rebuild(*, folder: Path, at: datetime) -> State:
    """Make the table from the whole log; what is there stays in force until it is done."""
    last, cases = casework.stream_highest()
    writer = Writer.begin(folder, afresh=True)
    for starts in range(0, cases + 1, _CASES_AT_ONCE):
        table = told.read(casework.stream_of_cases(starts=starts, ends=starts + _CASES_AT_ONCE))
        if table.num_rows:
            numbers = _numbers(table)
            writer.add(told.coded(table, words=writer.words, numbers=numbers))
            said = casework.stream_details_of_cases(starts=starts, ends=starts + _CASES_AT_ONCE)
            writer.add_details(told.details(said, words=writer.words, numbers=numbers))
    state = writer.finish(source="casework", last_event=last, refreshed_us=_microseconds(at), marked_on="")
    mark(folder=folder, at=at)
    return value(folder=folder) or state


def _unchanged(before: State, folder: Path, is_marked: bool) -> State:
    """Where no event is new, the values are made anew only for marks that are."""
    return (value(folder=folder) or before) if is_marked else before


def _numbers(table: "pa.Table") -> dict[int, int]:
    ids = pc.unique(table["case_id"]).to_pylist()
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, [ids, ids])
        return dict(cursor.fetchall())


def _known(log: Log, numbers: dict[int, int]) -> "pa.Table":
    """How many events of these cases are in the table already."""
    wanted = log.cases.filter(log.cases.case_no.isin(list(numbers.values())))
    return wanted.select("case_no", known="events").to_pyarrow()


def _has_news(table: "pa.Table", numbers: dict[int, int], known: "pa.Table") -> bool:
    there = dict(zip(known["case_no"].to_pylist(), known["known"].to_pylist(), strict=True))
    counts = table.group_by("case_id").aggregate([("place", "max")])
    pairs = zip(counts["case_id"].to_pylist(), counts["place_max"].to_pylist(), strict=True)
    return any(count > there.get(numbers[case], 0) for case, count in pairs)


def _microseconds(at: datetime) -> int:
    return int(at.timestamp() * 1_000_000)
