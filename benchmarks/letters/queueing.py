"""How fast a letter to many is queued, and what a page takes meanwhile (bar L3), on a database of its own.

    PYTHONPATH=src:. .venv-test/bin/python benchmarks/letters/queueing.py 200000

It prints letters a second, how long 200,000 would take, and the page's p50 and p95 alone and beside the queueing.
"""

import os
import statistics
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import perf_counter, sleep

from tests import database

GOAL = 200_000
_ALONE = 10
_PACK = 5_000


def main(number: int) -> None:
    """Fill, measure the page alone, then queue beside it."""
    database.ensure_addresses()
    with database.clone("letters") as name:
        os.environ["BORGERFOKUS_DATABASE_URL"] = database.address(name, owner=False)
        os.environ["BORGERFOKUS_ALLOWED_HOSTS"] = "testserver"
        os.environ["DJANGO_SETTINGS_MODULE"] = "borgerfokus.project.settings"
        import django

        django.setup()
        from django.db import connections

        employee = _fill(number)
        alone, _taken = _beside(employee, lambda: sleep(_ALONE))
        began = perf_counter()
        beside, queued = _beside(employee, _queue)
        taken = perf_counter() - began
        connections.close_all()
    minutes = GOAL * taken / queued / 60
    print(f"{queued} letters queued in {taken:.1f} s: {queued / taken:.0f} a second, {GOAL} in {minutes:.1f} min")
    for label, times in (("alone", alone), ("beside the queueing", beside)):
        print(f"page {label}: {len(times)} times, p50 {statistics.median(times):.0f} ms, p95 {_p95(times):.0f} ms")


def _fill(number: int) -> int:
    """A world with so many citizens and an approved letter to them all. Returns an employee's id."""
    from tests.conftest import NOON
    from tests.factories.world import World, next_cpr

    from borgerfokus.core.access import Role
    from borgerfokus.foundation.access.actor import system
    from borgerfokus.foundation.access.scope import Purpose, acting_as
    from borgerfokus.foundation.outbox import batches
    from borgerfokus.foundation.people import cipher
    from borgerfokus.foundation.people.models import Person

    world = World(at=NOON).setup()
    writer = world.employee("Rikke", unit="fjordby", role=Role.RECEPTION)
    reader = world.employee("Torben", unit="fjordby", role=Role.RECEPTION)
    with acting_as(system("benchmark"), purpose=Purpose.OPERATION, at=NOON):
        for start in range(0, number, _PACK):
            numbers = [next_cpr() for _one in range(min(_PACK, number - start))]
            Person.objects.bulk_create(
                Person(
                    cpr_sealed=cipher.seal(cpr),
                    cpr_index=cipher.blind_index(cpr),
                    given_name="Bo",
                    family_name="Lund",
                    birth_date="1970-01-01",
                    digital_post_exempt=place % 10 == 0,
                )
                for place, cpr in enumerate(numbers)
            )
        persons = list(Person.objects.values_list("pk", flat=True))
    with acting_as(writer, purpose=Purpose.CASEWORK, at=NOON):
        text = batches.Written("Nye åbningstider", "Kære {navn}\n\nVi har nye åbningstider.")
        batch = batches.begin(written=text, sender="Borgerservice", by=writer, at=NOON)
        receivers = [batches.Receiver(person) for person in persons]
        batches.give(batch_id=batch.pk, receivers=receivers, columns=(), source="", by=writer, at=NOON)  # type: ignore[union-attr]
        batches.submit(batch_id=batch.pk, by=writer, at=NOON)  # type: ignore[union-attr]
    with acting_as(reader, purpose=Purpose.CASEWORK, at=NOON):
        found = batches.find(batch_id=batch.pk, by=reader)  # type: ignore[union-attr]
        batches.approve(batch_id=found.pk, version=found.version, by=reader, at=NOON)
    return world.employee("Karen").id


def _queue() -> int:
    from tests.conftest import NOON

    from borgerfokus.foundation.outbox import queueing

    done = 0
    while number := queueing.queue_some(at=NOON):
        done += number
    return done


def _beside(employee: int, work: Callable[[], int | None]) -> tuple[list[float], int]:
    """What a page takes, in a process of its own, while the work is done. Returns the times and what the work gave."""
    from django.db import connection

    connection.close()
    here, there = get_context("fork").Pipe()
    reader = get_context("fork").Process(target=_read, args=(employee, there))
    reader.start()
    here.recv()
    done = work()
    here.send("stop")
    times = here.recv()
    reader.join()
    return times, done or 0


def _read(employee: int, pipe: Connection) -> None:
    from django.test import Client
    from tests.conftest import NOON
    from tests.factories.login import log_in

    from borgerfokus.foundation.organisation import queries as organisation

    client = Client()
    log_in(client, organisation.actor_for(employee_id=employee, on=NOON.date()), at=NOON)
    client.get("/sag/liste/")
    pipe.send("ready")
    times = []
    while not pipe.poll():
        began = perf_counter()
        client.get("/sag/liste/")
        times.append(1000 * (perf_counter() - began))
    pipe.send(times)


def _p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1))]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
