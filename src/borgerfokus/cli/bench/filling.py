"""Fills the benchmark's database as its owner: `python -m borgerfokus.cli.bench.filling --cases 50000`.

Case, events and payloads are made here, because the chain needs the key, and copied. What hangs on a case (dates,
journal, parties, grants, look-ups) is made from the cases in the database.
"""

import argparse
import sys
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from borgerfokus.cli.bench import cast, story
from borgerfokus.cli.bench.cast import Kind, Team
from borgerfokus.cli.demo.tables import Tables

BATCH = 2_500

_DEADLINES = """
insert into casework_deadline (case_id, key, basis, due, original_due, status, moved_days, met_on)
select c.id, d.key, d.basis, c.received_at::date + d.days, c.received_at::date + d.days,
       case when c.phase = 'closed' then 'met' else 'running' end, 0,
       case when c.phase = 'closed' then c.received_at::date + 30 end
from casework_case c join unnest(%s::text[], %s::text[], %s::text[], %s::int[]) as d(type_key, key, basis, days)
  using (type_key)
"""
_PARTIES = """
insert into casework_party (case_id, person_id, role, starts) select id, citizen_id, 'party', received_at
from casework_case
"""
_GRANTS = """
insert into access_grant (subject, case_id, ground, starts, given_by, reason)
select 'person:' || citizen_id, id, 'party', received_at, 'client:1', '' from casework_case
"""
_ENTRIES = """
insert into journal_entry (case_id, kind, channel, happened_at, created_at, author, author_name, withheld,
                           withheld_ground, withheld_article, withheld_by, version)
select c.id, 'note', 'phone', c.received_at + n * interval '1 hour', c.received_at + n * interval '1 hour',
       'employee:' || c.caseworker_id, 'Medarbejder', false, '', '', '', 1
from casework_case c cross join generate_series(1, 3) as n
"""
_TEXTS = """
insert into journal_entrytext (entry_id, case_id, number, title, body, reason, written_at, written_by, writer_name)
select id, case_id, 1, 'Samtale om hverdagen', repeat('Borgeren fortæller om sin hverdag. ', 12), '', created_at,
       author, author_name
from journal_entry
"""
_LOOKUPS = """
insert into audit_lookup (at, subject, subject_name, unit_id, person_id, case_id, look, purpose)
select c.last_activity_at, 'employee:' || c.caseworker_id, 'Medarbejder', c.unit_id, c.citizen_id, c.id, 'view',
       'casework'
from casework_case c cross join generate_series(1, 4)
"""
_AUDIT = """
insert into audit_entry (at, action, subject, unit_id, case_id, object, detail)
select c.received_at, 'case.open', 'client:1', c.unit_id, c.id, '', '{}' from casework_case c
"""
_REST = (_PARTIES, _GRANTS, _ENTRIES, _TEXTS, _LOOKUPS, _AUDIT)


def main(arguments: list[str] | None = None) -> int:
    """Fill the database that the environment names."""
    import django
    from django.utils.timezone import now

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, required=True)
    asked = parser.parse_args(arguments)
    django.setup()
    fill(cases=asked.cases, now=now())
    return 0


def fill(*, cases: int, now: datetime) -> None:
    """Fill an empty, migrated database with so many cases, and let PostgreSQL look at what is there."""
    tables = Tables()
    with transaction.atomic():
        teams = cast.organisation(tables)
        kinds = cast.kinds(tables, teams, at=now)
        people = cast.people(tables, cases=cases)
        cast.save(tables)
        _cases(tables, _Ground(teams, kinds, people, now), cases)
        with connection.cursor() as cursor:
            _months(cursor, now)
            cursor.execute(_DEADLINES, _days(kinds))
            for statement in _REST:
                cursor.execute(statement)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")


class _Ground:
    """What the cases are drawn from."""

    def __init__(self, teams: list[Team], kinds: list[Kind], people: int, now: datetime) -> None:
        self.teams, self.kinds, self.people, self.now = teams, kinds, people, now

    def plan(self, place: int) -> story.Plan:
        """The case at a place: kinds, teams and people take turns at different paces."""
        kind = self.kinds[place % len(self.kinds)]
        return story.Plan(
            place=place,
            kind=kind,
            team=self.teams[place % len(self.teams)],
            person=1 + place * 7919 % self.people,
            due_days=min(days for _, _, days in dates_of(kind)),
        )


def dates_of(kind: Kind) -> list[tuple[str, str, int]]:
    """Key, basis and days of each date in the document; those of months and weeks are near enough in days."""
    lengths = {"days": 1, "working_days": 7 / 5, "weeks": 7, "months": 30}
    found = [
        (one.key, one.basis.value, round(one.amount * lengths.get(one.unit.value if one.unit else "", 1)))
        for one in kind.spec.deadlines
        if one.amount
    ]
    return found or [("decision", "own", 56)]


def _cases(tables: Tables, ground: _Ground, count: int) -> None:
    from django.conf import settings

    for place in range(count):
        story.tell(tables, ground.plan(place), now=ground.now, key=settings.KEYS.chain)
        if (place + 1) % BATCH == 0 or place + 1 == count:
            cast.save(tables)
            sys.stderr.write(f"\r  {place + 1} / {count} sager")
            sys.stderr.flush()
    sys.stderr.write("\n")


def _days(kinds: list[Kind]) -> list[list[Any]]:
    rows = [(kind.spec.key, *one) for kind in kinds for one in dates_of(kind)]
    return [list(column) for column in zip(*rows, strict=True)]


def _months(cursor: Any, now: datetime) -> None:
    """The last four months of the look-up log have tables of their own; what is older lies together."""
    first = date(now.year, now.month, 1)
    for _ in range(4):
        cursor.execute("select bf_make_lookup_month(%s)", [first])
        first = (first - timedelta(days=1)).replace(day=1)


if __name__ == "__main__":
    sys.exit(main())
