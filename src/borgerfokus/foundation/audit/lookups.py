"""The look-up log: written in the transaction that shows the data, partitioned by month."""

from collections.abc import Iterable
from datetime import date

from django.db import connection

from borgerfokus.foundation.access.scope import Scope

_INSERT = """
insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose, reason)
select %s, %s, %s, %s, person, case_number, look, %s, %s
from unnest(%s::bigint[], %s::bigint[], %s::text[]) as shown(person, case_number, look)
"""


def write(scope: Scope) -> None:
    """One row for each person that the scope showed. An error here takes the whole answer with it."""
    actor = scope.actor
    persons, cases, looks = zip(*scope.seen, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [
                scope.at,
                actor.subject,
                actor.name,
                actor.unit_id,
                scope.purpose,
                scope.reason,
                _array(persons),
                _array(cases),
                _array(looks),
            ],
        )


def _array(values: Iterable[object]) -> str:
    """Numbers and plain words as PostgreSQL writes an array. psycopg asks each element for its type, which is slow."""
    return "{" + ",".join("null" if value is None else str(value) for value in values) + "}"


def make_month(month: date) -> None:
    """Make the partition of a month; harmless when it exists."""
    with connection.cursor() as cursor:
        cursor.execute("select bf_make_lookup_month(%s)", [month])
