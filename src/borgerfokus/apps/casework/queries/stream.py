"""The event log as a stream for those who count: no payload, no citizen, no name."""

from collections.abc import Iterator

from django.db import connection

_COLUMNS = """
select e.id, e.case_id, e.seq, case when e.kind = 'case.phase' then 'phase.' || e.phase else e.kind end,
       (extract(epoch from e.at) * 1000000)::bigint, coalesce(e.unit_id, -1), e.actor, c.type_key
from casework_event e join casework_case c on c.id = e.case_id where """
_DETAILS = """
select e.case_id, e.seq, case e.kind
         when 'decision.issued' then 'outcome.' || coalesce(p.payload->>'outcome', '')
         when 'case.suspended' then 'for.' || coalesce(p.payload->>'waiting_for', '')
         else 'from.' || coalesce(max(p.payload->>'source') over (same), '') end
from casework_event e join casework_eventpayload p on p.event_id = e.id
where e.kind in ('decision.issued', 'case.suspended', 'fact.asked', 'fact.answered') and """
_REQUEST = " window same as (partition by e.case_id, p.payload->>'request')"
_HIGHEST = "select coalesce((select max(id) from casework_event), 0), coalesce((select max(id) from casework_case), 0)"
_ORDER = " order by e.case_id, e.seq"
_SINCE = "e.case_id in (select n.case_id from casework_event n where n.id > %s)"
_BETWEEN = "e.case_id >= %s and e.case_id < %s"


def changed_since(*, event_id: int) -> Iterator[bytes]:
    """All events of the cases in which something has happened after `event_id`, as CSV in the order of case and number.

    Columns: id, case, number in the case, activity (the kind; a change of phase is `phase.` and where it led), time in
    microseconds since 1970 UTC, unit (-1: none), actor ("employee:12"), case type. Seen as the open scope sees them.
    """
    yield from _copied(_SINCE, [event_id])


def of_cases(*, starts: int, ends: int) -> Iterator[bytes]:
    """The same for the cases whose id is in `[starts, ends)`."""
    yield from _copied(_BETWEEN, [starts, ends])


def details_changed_since(*, event_id: int) -> Iterator[bytes]:
    """One coded word of what some events say, of the cases in which something has happened after `event_id`, as CSV.

    Columns: case, number in the case, and the word: `outcome.` of a decision, `for.` whom a paused case waits,
    `from.` which kind of source a fact is asked, or has answered. Nothing else of a payload leaves the log.
    """
    yield from _copied(_SINCE + _REQUEST, [event_id], columns=_DETAILS)


def details_of_cases(*, starts: int, ends: int) -> Iterator[bytes]:
    """The same for the cases whose id is in `[starts, ends)`."""
    yield from _copied(_BETWEEN + _REQUEST, [starts, ends], columns=_DETAILS)


def highest() -> tuple[int, int]:
    """The highest id of an event and of a case, 0 where there is none."""
    with connection.cursor() as cursor:
        cursor.execute(_HIGHEST)
        event, case = cursor.fetchone()
    return int(event), int(case)


def _copied(condition: str, values: list[int], *, columns: str = _COLUMNS) -> Iterator[bytes]:
    statement = f"copy ({columns}{condition}{_ORDER}) to stdout (format csv)"
    with connection.cursor() as cursor, cursor.copy(statement, values) as copied:
        for block in copied:
            yield bytes(block)
