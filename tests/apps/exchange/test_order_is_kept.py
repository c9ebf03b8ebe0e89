"""Nothing is lost, doubled or reordered within a case, whatever the receiver does (bar: 0 in 10,000)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from django.db import connection
from tests.apps.exchange.receiver import Receiver, running
from tests.apps.exchange.setting import SYSTEM, carry, happen, integrate
from tests.factories.world import World

from borgerfokus.apps.exchange import service as exchange
from borgerfokus.apps.exchange.actions import delivering
from borgerfokus.foundation.access.scope import Purpose, acting_as

STEP = timedelta(hours=9)
"""Longer than any wait between two tries."""


@pytest.fixture
def receiver(settings: LazySettings) -> Iterator[Receiver]:
    settings.WEBHOOK_LOOPBACK = True
    with running(Receiver()) as found:
        yield found


def _run(world: World, receiver: Receiver, *, cases: int, times: int, rounds: int) -> exchange.Integration:
    integration = integrate(world, address=receiver.address)
    receiver.secret = exchange.secret_of(integration)
    made = [world.case(citizen_id=world.person()) for _ in range(cases)]
    happen(made, times=times, at=world.at)
    for turn in range(rounds):
        moment = world.at + turn * STEP
        receiver.now = int(moment.timestamp())
        carry(integration, at=moment)
        if not _waiting(moment):
            break
    return integration


def _waiting(at: datetime) -> int:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        return exchange.Delivery.objects.exclude(state="delivered").count()


def _events(at: datetime) -> int:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at), connection.cursor() as cursor:
        cursor.execute("select count(*) from casework_event")
        return int(cursor.fetchone()[0])


def test_a_receiver_that_fails_a_third_of_the_time_gets_everything_once_and_in_order(
    world: World, receiver: Receiver
) -> None:
    _run(world, receiver, cases=6, times=12, rounds=200)
    assert _waiting(world.at) == 0
    assert receiver.taken == _events(world.at)
    assert (receiver.reordered, receiver.doubled, receiver.after_yes, receiver.forged) == (0, 0, 0, 0)
    assert receiver.failed > receiver.calls / 6


def test_without_the_order_of_the_case_the_same_run_goes_wrong(
    world: World, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "ORDER_KEY", "id")
    _run(world, receiver, cases=6, times=12, rounds=200)
    assert receiver.reordered > 0


@pytest.mark.slow
def test_four_hundred_in_forty_cases(world: World, receiver: Receiver) -> None:
    _run(world, receiver, cases=40, times=10, rounds=400)
    assert receiver.taken == _events(world.at) >= 400
    assert (receiver.reordered, receiver.doubled, receiver.after_yes) == (0, 0, 0)
