"""Run as a program on a database of its own: letters and notices on a bad day of every channel, by workers that are
killed again and again.

`killing.py LETTERS KILLS` prints, as JSON, how the letters ended. Time runs 1,200 times as fast for the workers.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from datetime import datetime, timedelta

import django

django.setup()

# ruff: noqa: E402 (what follows needs Django to be set up)

from django.conf import settings
from django.db import connection
from tests.conftest import NOON
from tests.factories.world import World
from tests.foundation.outbox.conftest import Post

from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit import service as audit
from borgerfokus.foundation.audit.models import Entry
from borgerfokus.foundation.outbox import collecting, delivery, results
from borgerfokus.foundation.outbox.looping import SomeFailed
from borgerfokus.foundation.outbox.models import ChannelName, Message, NoticeWay, SimulatedPost
from borgerfokus.foundation.outbox.simulated import BAD_DAY, Simulated
from borgerfokus.foundation.people import cipher

SPEED = 1200
SYSTEM = system("test")
OPEN = ("queued", "sent")
EACH = 5
"""Letters to each receiver, who is told of the first of them by e-mail and text message."""


def main(letters: int, kills: int) -> None:
    """Queue the letters, kill the workers, let the last one finish, and count."""
    for name in (ChannelName.DIGITAL_POST, ChannelName.EMAIL, ChannelName.SMS):
        delivery.DIGITAL[name] = Simulated(name, BAD_DAY)
    results.on_result(kind_prefix="", listener=_note)
    world = World(at=NOON).setup()
    post = Post(world)
    receivers = [_receiver(world) for _one in range(letters // EACH)]
    for number in range(letters):
        post.queue(number=number, to=receivers[number // EACH])
    connection.close()
    begun = time.monotonic()
    chance = random.Random(20261123)
    for _ in range(kills):
        child = _worker(begun)
        time.sleep(chance.uniform(0.05, 0.4))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    _work(begun, until_settled=True)
    print(json.dumps(_count()))


def _receiver(world: World) -> int:
    person_id = world.person()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=NOON):
        for channel, address in (("email", f"n{person_id}@example.dk"), ("sms", f"+4520{person_id:06d}")):
            NoticeWay.objects.create(
                person_id=person_id,
                channel=channel,
                address_sealed=cipher.seal_words(address),
                chosen_at=NOON,
                confirmed_at=NOON,
            )
    return person_id


def _worker(begun: float) -> int:
    child = os.fork()
    if child == 0:
        _work(begun, until_settled=False)
    return child


def _work(begun: float, *, until_settled: bool) -> None:
    while not (until_settled and _settled()):
        at = _virtual(begun)
        for step in (delivery.deliver_due, collecting.collect_receipts):
            try:
                step(at=at)
            except SomeFailed:
                continue
        time.sleep(0.01)


def _virtual(begun: float) -> datetime:
    return NOON + timedelta(seconds=(time.monotonic() - begun) * SPEED)


def _note(result: results.Result) -> None:
    audit.record(action="test.told", by=SYSTEM, at=result.noted_at, about=str(result.message_id), end=result.outcome)


def _settled() -> bool:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=NOON):
        return not Message.objects.filter(state__in=OPEN).exists()


def _count() -> dict[str, object]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=NOON):
        ids = {str(key) for key in Message.objects.values_list("message_id", flat=True)}
        taken = [str(key) for key in SimulatedPost.objects.values_list("message_id", flat=True)]
        told = Counter(Entry.objects.filter(action="test.told").values_list("object", flat=True))
        again = SimulatedPost.objects.filter(times_offered__gt=1).count()
        states = Counter(Message.objects.values_list("state", flat=True))
    return {
        "letters": len(ids),
        "taken": len(taken),
        "foreign": len(set(taken) - ids),
        "told_once": sum(number == 1 for number in told.values()),
        "told": len(told),
        "offered_again": again,
        "states": states,
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "borgerfokus.project.settings")
    assert settings.DATABASES["default"]["NAME"].startswith("bf_test_")
    main(int(sys.argv[1]), int(sys.argv[2]))
