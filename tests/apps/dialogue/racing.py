"""Hands the same request in from several connections at once, on a database of its own. Prints what came of it.

python -m tests.apps.dialogue.racing ROUNDS RUNNERS [without-lock]
"""

import json
import sys
from datetime import datetime
from threading import Barrier, Thread
from zoneinfo import ZoneInfo

import django

AT = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))


def main(rounds: int, runners: int, *, with_lock: bool) -> dict[str, int]:
    """Race, and count requests, cases and answers."""
    from tests.apps.dialogue.conftest import SYSTEM, Desk
    from tests.factories.world import World

    from borgerfokus.apps.casework.models import Case
    from borgerfokus.apps.dialogue.actions import submitting
    from borgerfokus.apps.dialogue.models import Request
    from borgerfokus.foundation.access.scope import Purpose, acting_as
    from borgerfokus.foundation.outbox.models import Message

    desk = Desk(world=World(at=AT).setup(), at=AT)
    citizen = desk.world.citizen()
    if not with_lock:
        submitting._one_at_a_time = lambda *_: None
    numbers: list[set[str]] = []
    lost = 0
    for number in range(rounds):
        answers: list[str] = []
        barrier = Barrier(runners)

        def hand_in(key: str, answers: list[str] = answers, barrier: Barrier = barrier) -> None:
            from django.db import IntegrityError, connection

            try:
                barrier.wait(30)
                answers.append(desk.hand_in(desk.request(citizen, key=key), by=citizen).case_number)
            except IntegrityError:
                answers.append("")
            finally:
                connection.close()

        threads = [Thread(target=hand_in, args=(f"round-{number}",)) for _ in range(runners)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        lost += answers.count("") + runners - len(answers)
        numbers.append(set(answers) - {""})
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=AT):
        return {
            "requests": Request.objects.count(),
            "cases": Case.objects.count(),
            "receipts": Message.objects.count(),
            "one_answer": sum(len(found) == 1 for found in numbers),
            "lost": lost,
        }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), with_lock="without-lock" not in sys.argv)))
