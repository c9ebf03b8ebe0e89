"""The stream: every event has one place, each reader sees its own cases, and nobody who reads on misses anything."""

from datetime import datetime

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests import database
from tests.apps.exchange.setting import SYSTEM, happen
from tests.factories.world import World

from borgerfokus.apps.casework.models import Event
from borgerfokus.apps.exchange import service as exchange
from borgerfokus.apps.exchange.models import Arrival, Place
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import clients


@pytest.fixture
def now() -> datetime:
    """The API reads the clock itself, so these cases live today."""
    return timezone.now()


def _bearer(world: World, unit: str) -> dict[str, str]:
    new = clients.NewClient(name=unit, verbs=clients.API_VERBS, units=frozenset({world.units[unit].pk}))
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        made = clients.make(new=new, by=SYSTEM, at=world.at)
        token = clients.issue_token(credentials=made, at=world.at)
    assert token is not None
    return {"Authorization": f"Bearer {token.value}"}


def _read_all(client: Client, headers: dict[str, str], *, limit: int, query: str = "") -> list[tuple[str, int]]:
    seen: list[tuple[str, int]] = []
    after = 0
    while True:
        page = client.get(f"/api/v1/events?limit={limit}&after={after}{query}", headers=headers).json()
        seen += [(one["case"], one["seq"]) for one in page["items"]]
        after = page["after"]
        if not page["more"]:
            return seen


def test_each_program_reads_its_own_cases_whole_and_in_order(world: World, client: Client) -> None:
    mine = [world.case(citizen_id=world.person()) for _ in range(3)]
    other = world.case(citizen_id=world.person(), type_key="sel-112")
    happen([*mine, other], times=7, at=world.at)
    exchange.place_all(at=world.at)
    for unit, cases in (("voksenteamet", mine), (other.unit.key, [other])):
        seen = _read_all(client, _bearer(world, unit), limit=3)
        assert len(seen) == len(set(seen)) == 8 * len(cases)
        for case in cases:
            assert [seq for number, seq in seen if number == case.number] == list(range(1, 9))


def test_who_has_read_everything_goes_on_where_it_was(world: World, client: Client) -> None:
    case = world.case(citizen_id=world.person())
    exchange.place_all(at=world.at)
    bearer = _bearer(world, "voksenteamet")
    first = client.get("/api/v1/events", headers=bearer).json()
    assert client.get(f"/api/v1/events?after={first['after']}", headers=bearer).json()["items"] == []
    happen([case], times=1, at=world.at)
    exchange.place_all(at=world.at)
    later = client.get(f"/api/v1/events?after={first['after']}", headers=bearer).json()
    assert [one["seq"] for one in later["items"]] == [2]


def test_a_topic_narrows_the_stream(world: World, client: Client) -> None:
    happen([world.case(citizen_id=world.person())], times=4, at=world.at)
    exchange.place_all(at=world.at)
    bearer = _bearer(world, "voksenteamet")
    assert len(_read_all(client, bearer, limit=2, query="&topic=case")) == 1
    assert len(_read_all(client, bearer, limit=2, query="&topic=task")) == 4
    assert client.get("/api/v1/events?topic=alt", headers=bearer).status_code == 422


def test_a_sealed_case_is_in_nobodys_stream(world: World, client: Client) -> None:
    case = world.case(citizen_id=world.person())
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        type(case).objects.filter(pk=case.pk).update(sealed=True)
    exchange.place_all(at=world.at)
    assert _read_all(client, _bearer(world, "voksenteamet"), limit=5) == []


def test_every_event_arrives_and_gets_one_place(world: World) -> None:
    happen([world.case(citizen_id=world.person())], times=30, at=world.at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert Arrival.objects.count() == Event.objects.count()
    exchange.place_all(at=world.at)
    exchange.place_all(at=world.at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert Arrival.objects.count() == 0
        assert set(Place.objects.values_list("event_id", flat=True)) == set(Event.objects.values_list("pk", flat=True))


def test_one_hand_at_a_time_gives_places(world: World) -> None:
    """While another transaction gives places this one gives none, and does not wait."""
    from borgerfokus.apps.exchange.actions import placing

    happen([world.case(citizen_id=world.person())], times=2, at=world.at)
    name = connection.settings_dict["NAME"]
    with psycopg.connect(database.address(name, owner=True)) as other:
        other.execute("select pg_advisory_xact_lock(%s)", [placing._LOCK])
        assert exchange.place_all(at=world.at) == 0
    assert exchange.place_all(at=world.at) == 3
