"""Reads of the look-up log for its control: what each employee did to see each citizen on each day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection

from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation.access.scope import Look


@dataclass(frozen=True)
class StaffDay:
    """All rows of one employee at one citizen on one day. `id` and `at` are those of the first row.

    `case_ids` are the cases on account of which it was; `purposes` all that were given.
    """

    id: int
    at: datetime
    employee: int
    unit_id: int | None
    person_id: int
    times: int
    only_search: bool
    case_ids: tuple[int, ...]
    purposes: tuple[str, ...]
    look: str


def staff_days(*, starts: date, ends: date, units: Collection[int] = ()) -> list[StaffDay]:
    """What employees looked at in `[starts, ends)`, of all units or of some, by id. One query; nobody is shown."""
    wanted = sorted(units)
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, [Look.SEARCH, _midnight(starts), _midnight(ends), not wanted, wanted])
        rows = cursor.fetchall()
    return [
        StaffDay(number, first, employee, unit, person, times, only, tuple(cases or ()), tuple(purposes), look)
        for number, first, employee, unit, person, times, only, cases, purposes, look in rows
    ]


def ids_by_person(*, day: date) -> dict[int, set[int]]:
    """The ids of the rows of one day by citizen, whoever looked. One query; nobody is shown."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_PERSON, [_midnight(day), _midnight(day + timedelta(days=1))])
        return {person: set(ids) for person, ids in cursor.fetchall()}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=COPENHAGEN)


_DAYS = """
select min(id), min(at), split_part(subject, ':', 2)::bigint, (array_agg(unit_id order by id))[1], person_id,
       count(*), bool_and(look = %s), array_agg(distinct case_id) filter (where case_id is not null),
       array_agg(distinct purpose), (array_agg(look order by id))[1]
from audit_lookup
where at >= %s and at < %s and subject like 'employee:%%' and (%s or unit_id = any(%s::bigint[]))
group by subject, person_id, (at at time zone 'Europe/Copenhagen')::date
order by 1
"""
_BY_PERSON = """
select person_id, array_agg(id) from audit_lookup where at >= %s and at < %s group by person_id order by person_id
"""
