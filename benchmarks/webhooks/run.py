"""Lost, doubled and reordered deliveries within a case, with a receiver that fails a third of the time.

    PYTHONPATH=src:. python benchmarks/webhooks/run.py EVENTS CASES [--without-order]

A database of its own, a receiver on this machine, and two workers that carry at the same time. The clock is moved on by
hand, past the waits between two tries. `--without-order` takes the order key away: then the run must go wrong.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

from tests import database

START = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))
WORKERS = 2
STEP = timedelta(hours=9)


def main() -> int:
    """Run, print one line of numbers, and say by the exit code whether the bar is held."""
    events, cases = int(sys.argv[1]), int(sys.argv[2])
    database.ensure_addresses()
    os.environ["DJANGO_SETTINGS_MODULE"] = "borgerfokus.project.settings"
    os.environ["BORGERFOKUS_WEBHOOK_LOOPBACK"] = "1"
    import django

    django.setup()
    from django.db import connections
    from tests.apps.exchange.receiver import Receiver, running

    from borgerfokus.apps.exchange.actions import delivering

    if "--without-order" in sys.argv:
        delivering.ORDER_KEY = "id"  # type: ignore[misc]
    with database.clone("webhooks") as name, running(Receiver()) as receiver:
        connections["default"].settings_dict["NAME"] = name
        began = perf_counter()
        happened, rounds = _run(receiver, events=events, cases=cases)
        lost = happened - receiver.taken
        print(
            f"{happened} events in {cases} cases, {receiver.calls} calls, {receiver.failed} failed, "
            f"{receiver.again} recognised by id, {rounds} rounds, {perf_counter() - began:.0f} s: "
            f"lost {lost}, doubled {receiver.doubled + receiver.after_yes}, reordered {receiver.reordered}"
        )
        connections.close_all()
    return int(bool(lost or receiver.doubled or receiver.after_yes or receiver.reordered))


def _run(receiver: "object", *, events: int, cases: int) -> tuple[int, int]:
    from django.db import connections
    from tests.apps.exchange.setting import SYSTEM, happen, integrate
    from tests.factories.world import World

    from borgerfokus.apps.casework.models import Event
    from borgerfokus.apps.exchange import service as exchange
    from borgerfokus.foundation.access.scope import Purpose, acting_as

    world = World(at=START).setup()
    integration = integrate(world, address=receiver.address)  # type: ignore[attr-defined]
    receiver.secret = exchange.secret_of(integration)  # type: ignore[attr-defined]
    made = [world.case(citizen_id=world.person()) for _ in range(cases)]
    happen(made, times=events // cases - 1, at=START)
    exchange.place_all(at=START)

    def carry(at: datetime) -> None:
        try:
            while exchange.carry(integration_id=integration.pk, at=at):
                pass
        finally:
            connections.close_all()

    at, rounds = START, 0
    with ThreadPoolExecutor(WORKERS) as pool:
        while True:
            receiver.now = int(at.timestamp())  # type: ignore[attr-defined]
            list(pool.map(carry, [at] * WORKERS))
            rounds += 1
            with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
                if not exchange.Delivery.objects.exclude(state="delivered").exists():
                    return Event.objects.count(), rounds
            at += STEP


if __name__ == "__main__":
    sys.exit(main())
