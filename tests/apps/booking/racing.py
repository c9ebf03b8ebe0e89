"""Books the same times from several connections at once, on a database of its own. Prints what came of it.

python -m tests.apps.booking.racing ATTEMPTS [without-constraint]
"""

import json
import os
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from threading import Barrier, Thread
from time import monotonic
from zoneinfo import ZoneInfo

import psycopg

AT = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
RUNNERS = 8
HALF = timedelta(minutes=30)
_DROP = """
alter table booking_hold drop constraint hold_employee_once;
alter table booking_hold drop constraint hold_room_once;
"""
_DOUBLE = """
select count(*) from booking_hold a join booking_hold b on a.id < b.id and not a.released and not b.released
  and (a.employee_id = b.employee_id or a.room_id = b.room_id)
  and tstzrange(a.starts, a.ends) && tstzrange(b.starts, b.ends)
"""


@dataclass(frozen=True)
class Outcome:
    """What a race came to. Every second round asks for a time that overlaps the one just booked: it has no winner."""

    attempts: int
    booked: int
    expected: int
    refused: int
    failed: int
    double: int
    seconds: float


def race(database: str, *, attempts: int, without_constraint: bool = False) -> Outcome:
    """Let the runners meet at each time, and ask for it with the same caseworker and the same room at once."""
    from tests import database as databases
    from tests.apps.coordination.household import household
    from tests.factories.booking import fill_reasons, open_room
    from tests.factories.world import World

    from borgerfokus.apps.booking import service as booking
    from borgerfokus.core.booking.words import Place
    from borgerfokus.foundation.access.scope import Purpose, acting_as

    with psycopg.connect(databases.address(database, owner=True), autocommit=True) as owner:
        if without_constraint:
            owner.execute(_DROP)
        home = household(World(at=AT).setup())
        fill_reasons(at=AT)
        open_room(unit_id=home.support.unit_id, name="Lokale 1", at=AT)
        people = [home.world.person(f"Løber {number}") for number in range(RUNNERS)]
        cases = [home.world.case(citizen_id=one, caseworker=home.karen).pk for one in people]
        rounds = attempts // RUNNERS
        meeting, told = Barrier(RUNNERS), Counter[str]()

        def book(case_id: int, turn: int) -> str:
            new = booking.NewAppointment(
                reason="opfoelgning",
                starts=AT + timedelta(days=1) + turn * HALF,
                place=Place.OFFICE,
                employees=frozenset({home.karen.id}),
            )
            with acting_as(home.karen, purpose=Purpose.CASEWORK, at=AT):
                made = booking.book(case_id=case_id, new=new, by=home.karen, at=AT)
            return "booked" if isinstance(made, int) else "refused"

        def run(case_id: int) -> None:
            from django.db import connection

            for turn in range(rounds):
                meeting.wait(120)
                try:
                    answer = book(case_id, turn)
                except Exception:  # noqa: BLE001 (whatever it is, it is counted and looked at)
                    answer = "failed"
                told[answer] += 1
            connection.close()

        began = monotonic()
        threads = [Thread(target=run, args=(one,)) for one in cases]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = monotonic() - began
        double = owner.execute(_DOUBLE).fetchone()
    return Outcome(
        attempts=rounds * RUNNERS,
        booked=told["booked"],
        expected=(rounds + 1) // 2,
        refused=told["refused"],
        failed=told["failed"],
        double=double[0] if double else -1,
        seconds=round(seconds, 1),
    )


def main() -> None:
    """Race in a fresh copy of the migrated template."""
    import django
    import tests.early  # noqa: F401 (settings and addresses, before Django is read)
    from tests import database

    django.setup()
    from django.db import connections

    with database.clone(f"racing_{os.getpid()}") as name:
        connections["default"].settings_dict["NAME"] = name
        outcome = race(name, attempts=int(sys.argv[1]), without_constraint="without-constraint" in sys.argv)
        connections.close_all()
    print(json.dumps(asdict(outcome)))


if __name__ == "__main__":
    main()
