"""Integrations by hand: dead letters, pause, replay, secrets, rights."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from tests.apps.exchange.setting import SYSTEM, carry, client, happen, integrate, seen_by_keeper
from tests.factories.world import World

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.exchange import service as exchange
from borgerfokus.apps.exchange.actions import carrying
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.exchange.retrying import WAITS
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Entry, Lookup
from borgerfokus.foundation.login import service as login
from borgerfokus.foundation.login.models import Client


@dataclass
class Port:
    """Takes what is offered, and refuses what is named."""

    refuses: set[str] = field(default_factory=set)
    taken: list[str] = field(default_factory=list)

    def send(self, parcel: exchange.Parcel, *, at: datetime) -> None:
        del at
        if "*" in self.refuses or parcel.name[13:] in self.refuses:
            raise exchange.Unavailable(exchange.Trouble.REFUSED)
        self.taken.append(parcel.name[13:])


@pytest.fixture
def integration(world: World) -> exchange.Integration:
    return integrate(world, counterpart="files")


@pytest.fixture
def case(world: World, integration: exchange.Integration) -> Case:
    made = world.case(citizen_id=world.person())
    happen([made], times=3, at=world.at)
    return made


@contextmanager
def _keeping(world: World) -> Iterator[Actor]:
    keeper = seen_by_keeper(world)
    with acting_as(keeper, purpose=Purpose.ADMINISTRATION, at=world.at):
        yield keeper


def _carry(integration: exchange.Integration, port: Port, at: datetime) -> None:
    exchange.place_all(at=at)
    while exchange.carry(integration_id=integration.pk, at=at, port=port):
        pass


def _name(case: Case, seq: int) -> str:
    return f"{case.number}-{seq:06d}.json"


def _states(at: datetime) -> list[str]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        return list(exchange.Delivery.objects.order_by("position").values_list("state", flat=True))


def _give_up(world: World, integration: exchange.Integration, port: Port) -> datetime:
    at = world.at
    for wait in (timedelta(), *WAITS):
        at += wait
        _carry(integration, port, at)
    return at


def test_a_message_that_is_given_up_holds_back_its_case_and_no_other(
    world: World, integration: exchange.Integration, case: Case
) -> None:
    other = world.case(citizen_id=world.person())
    port = Port(refuses={_name(case, 2)})
    at = _give_up(world, integration, port)
    assert port.taken == [_name(case, 1), _name(other, 1)]
    assert _states(at) == ["delivered", "dead", "waiting", "waiting", "delivered"]
    with _keeping(world) as keeper:
        standing = exchange.standing(key=integration.key, by=keeper)
        assert (standing.dead, standing.waiting, standing.health) == (1, 2, "failing")
        assert standing.row.last_failure == "refused"


def test_a_worker_that_is_killed_leaves_what_it_offered_to_be_offered_again(
    world: World, integration: exchange.Integration, case: Case
) -> None:
    taken: list[str] = []

    class Killed(Port):
        def send(self, parcel: exchange.Parcel, *, at: datetime) -> None:
            del at
            taken.append(parcel.message_id)
            raise SystemExit

    with pytest.raises(SystemExit):
        _carry(integration, Killed(), world.at)
    port = Port()
    _carry(integration, port, world.at + timedelta(minutes=4))
    assert port.taken == []
    _carry(integration, port, world.at + timedelta(minutes=6))
    assert port.taken == [_name(case, seq) for seq in (1, 2, 3, 4)]
    assert len(taken) == 1


def test_put_aside_it_lets_the_next_ones_go(world: World, integration: exchange.Integration, case: Case) -> None:
    port = Port(refuses={_name(case, 2)})
    at = _give_up(world, integration, port)
    with _keeping(world) as keeper:
        [dead] = exchange.deliveries(integration=integration, state="dead")
        assert exchange.skip(key=integration.key, delivery_id=dead.pk, by=keeper, at=at) is None
        assert isinstance(exchange.skip(key=integration.key, delivery_id=dead.pk, by=keeper, at=at), Refusal)
    _carry(integration, port, at)
    assert port.taken == [_name(case, seq) for seq in (1, 3, 4)]


def test_tried_again_by_hand_everything_comes_in_order(
    world: World, integration: exchange.Integration, case: Case
) -> None:
    port = Port(refuses={_name(case, 2)})
    at = _give_up(world, integration, port)
    port.refuses.clear()
    with _keeping(world) as keeper:
        assert exchange.retry(key=integration.key, by=keeper, at=at) == 3
    _carry(integration, port, at)
    assert port.taken == [_name(case, seq) for seq in (1, 2, 3, 4)]
    assert set(_states(at)) == {"delivered"}


def test_while_it_is_paused_nothing_is_sent_and_nothing_is_lost(
    world: World, integration: exchange.Integration, case: Case
) -> None:
    port = Port()
    with _keeping(world) as keeper:
        assert exchange.pause(key=integration.key, by=keeper, at=world.at) is None
        assert isinstance(exchange.pause(key=integration.key, by=keeper, at=world.at), Refusal)
    _carry(integration, port, world.at)
    assert port.taken == []
    with _keeping(world) as keeper:
        assert exchange.resume(key=integration.key, by=keeper, at=world.at) is None
    _carry(integration, port, world.at)
    assert port.taken == [_name(case, seq) for seq in (1, 2, 3, 4)]


def test_replayed_from_a_place_it_sends_the_same_once_more(
    world: World, integration: exchange.Integration, case: Case
) -> None:
    port = Port()
    _carry(integration, port, world.at)
    with _keeping(world) as keeper:
        third = exchange.deliveries(integration=integration)[1].position
        assert isinstance(exchange.replay(key=integration.key, position=0, by=keeper, at=world.at), Refusal)
        assert exchange.replay(key=integration.key, position=third, by=keeper, at=world.at) is None
    _carry(integration, port, world.at)
    assert port.taken == [_name(case, seq) for seq in (1, 2, 3, 4, 3, 4)]


def test_a_client_that_loses_its_unit_gets_nothing_more_of_its_cases(
    world: World, integration: exchange.Integration, case: Case
) -> None:
    port = Port(refuses={"*"})
    _carry(integration, port, world.at)
    port.refuses.clear()
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        Client.objects.update(units=[])
    _carry(integration, port, world.at + timedelta(hours=1))
    assert port.taken == []
    assert set(_states(world.at)) == {"withheld"}


def test_a_client_that_is_shut_out_is_sent_nothing_and_loses_nothing(
    world: World, integration: exchange.Integration, case: Case
) -> None:
    port = Port()
    with _keeping(world) as keeper:
        found = login.all_clients()[0]
        login.end_client(client_id=found.client_id, by=keeper, at=world.at)
    _carry(integration, port, world.at)
    assert port.taken == []
    with _keeping(world) as keeper:
        assert exchange.standing(key=integration.key, by=keeper).health == "shut_out"


def test_only_the_topics_that_were_chosen_are_told(world: World) -> None:
    told = integrate(world, counterpart="files", topics=("case",))
    made = world.case(citizen_id=world.person())
    happen([made], times=3, at=world.at)
    port = Port()
    _carry(told, port, world.at)
    assert port.taken == [_name(made, 1)]


def test_the_citizen_sees_that_the_program_was_told(
    world: World, integration: exchange.Integration, case: Case
) -> None:
    _carry(integration, Port(), world.at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        seen = Lookup.objects.filter(subject__startswith="client:")
        assert {(row.person_id, row.look) for row in seen} == {(case.citizen_id, "extract")}


@pytest.mark.parametrize(
    "more",
    [
        {"name": " "},
        {"way": "brev"},
        {"way": "index", "counterpart": "address", "address": "https://modtager.dk/"},
        {"address": "http://modtager.dk/"},
        {"address": "https://10.0.0.1/"},
        {"counterpart": "files", "address": "https://modtager.dk/"},
        {"counterpart": "files", "topics": ("alt",)},
        {"counterpart": "files", "client": "findes-ikke"},
    ],
)
def test_what_is_wrong_with_a_new_one_is_said(world: World, more: dict[str, object]) -> None:
    values: dict[str, object] = {
        "key": "x",
        "name": "X",
        "client": client(world),
        "way": "webhook",
        "counterpart": "address",
        "address": "https://modtager.dk/" if "counterpart" not in more else "",
        **more,
    }
    with _keeping(world) as keeper:
        new = exchange.NewIntegration(**values)  # type: ignore[arg-type]
        assert isinstance(exchange.add(new=new, by=keeper, at=world.at), Refusal)


def test_only_who_keeps_programs_keeps_integrations(world: World, integration: exchange.Integration) -> None:
    karen = world.employee("Karen")
    with acting_as(karen, purpose=Purpose.CASEWORK, at=world.at):
        assert exchange.standings(by=karen) == []
        for act in (exchange.pause, exchange.end, exchange.retry, exchange.renew_secret):
            with pytest.raises(Hidden):
                act(key=integration.key, by=karen, at=world.at)  # type: ignore[operator]


def test_a_secret_is_renewed_and_the_old_one_is_good_for_a_day(world: World) -> None:
    made = integrate(world, counterpart="files")
    before = exchange.secret_of(made)
    with _keeping(world) as keeper:
        renewed = exchange.renew_secret(key=made.key, by=keeper, at=world.at)
        assert isinstance(renewed, exchange.Integration)
        assert exchange.secret_of(renewed) != before
    from borgerfokus.apps.exchange.queries.secrets import keys_of

    assert len(keys_of(renewed, at=world.at + timedelta(hours=23))) == 2
    assert len(keys_of(renewed, at=world.at + timedelta(hours=25))) == 1


def test_what_is_done_by_hand_is_written_down(world: World, integration: exchange.Integration, case: Case) -> None:
    with _keeping(world) as keeper:
        exchange.pause(key=integration.key, by=keeper, at=world.at)
        exchange.end(key=integration.key, by=keeper, at=world.at)
        assert isinstance(exchange.resume(key=integration.key, by=keeper, at=world.at), Refusal)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        acts = set(Entry.objects.filter(action__startswith="integration.").values_list("action", flat=True))
    assert acts == {"integration.add", "integration.pause", "integration.end"}


def test_what_arrived_a_month_ago_is_forgotten(world: World, integration: exchange.Integration, case: Case) -> None:
    carry(integration, at=world.at)
    assert carrying.forget(at=world.at + timedelta(days=29)) == 0
    assert carrying.forget(at=world.at + timedelta(days=31)) == 4
