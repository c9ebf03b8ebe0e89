"""Putting up integrations, and letting much happen in few cases."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from tests.factories.world import World

from borgerfokus.apps.casework.models import Case, Event
from borgerfokus.apps.exchange import service as exchange
from borgerfokus.core.access import Verb
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import service as login

SYSTEM = system("test")
WEBHOOK = exchange.NewIntegration(
    key="journal", name="Journalsystemet", client="", way="webhook", counterpart="address"
)


def client(world: World, *, units: Sequence[str] = ("voksenteamet",), name: str = "Journalsystemet") -> str:
    """A program that may read everything of some units. Returns its client_id."""
    new = login.NewClient(
        name=name, verbs=frozenset(login.API_VERBS), units=frozenset(world.units[key].pk for key in units)
    )
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        return login.make_client(new=new, by=SYSTEM, at=world.at).client_id


def integrate(world: World, **more: object) -> exchange.Integration:
    """An integration that is told of everything from now on."""
    new = replace(WEBHOOK, **{"client": more.pop("client", "") or client(world), **more})  # type: ignore[arg-type]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        made = exchange.add(new=new, by=SYSTEM, at=world.at)
    assert isinstance(made, exchange.Integration), made
    return made


def happen(cases: Sequence[Case], *, times: int, at: datetime) -> None:
    """So many events in each case, a bit of each at a time."""
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        next_seq = {one.pk: Event.objects.filter(case=one).count() for one in cases}
        for start in range(0, times, 5):
            rows = []
            for case in cases:
                for _ in range(min(5, times - start)):
                    next_seq[case.pk] += 1
                    rows.append(_event(case, next_seq[case.pk], at))
            Event.objects.bulk_create(rows)


def carry(integration: exchange.Integration, *, at: datetime, rounds: int = 1, step: timedelta = timedelta()) -> None:
    """What the worker does, so many times, with so much time between."""
    for turn in range(rounds):
        moment = at + turn * step
        exchange.place_all(at=moment)
        while exchange.carry(integration_id=integration.pk, at=moment):
            pass


def seen_by_keeper(world: World, name: str = "Aksel") -> Actor:
    """An administrator."""
    from borgerfokus.core.access import Role

    return world.employee(name, role=Role.ADMINISTRATOR)


def _event(case: Case, seq: int, at: datetime) -> Event:
    return Event(
        case=case,
        seq=seq,
        at=at,
        kind="task.given",
        actor="system:0",
        phase=case.phase,
        commitment=bytes(32),
        link=bytes(32),
    )


READS = frozenset({Verb.API_CASES_READ, Verb.API_EVENTS_READ})
