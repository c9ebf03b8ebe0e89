"""Giving new events their place in the stream.

Events of different cases are written by transactions that end in any order, so an event's own id says nothing about
what a reader has seen already. One hand at a time gives places, to events that are there to stay; a reader that has
seen a place has seen every place before it. Within a case the ids follow the numbers, for the case is locked meanwhile.
"""

from typing import Final

from django.db import connection

_AT_ONCE: Final = 10_000
_LOCK: Final = 7_301_470
_PLACE: Final = """
with taken as (
  delete from exchange_arrival where event_id in (select event_id from exchange_arrival order by event_id limit %s)
  returning event_id, case_id
)
insert into exchange_place (event_id, case_id) select event_id, case_id from taken order by event_id
"""


def place_some() -> int:
    """Give places to events that have none, at most 10,000. Returns how many; 0 too while another hand is at it."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [_LOCK])
        if cursor.fetchone() != (True,):
            return 0
        cursor.execute(_PLACE, [_AT_ONCE])
        return int(cursor.rowcount)
