"""Programs list, read and open cases through the same two walls as people."""

from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from borgerfokus.core.access import Verb
from borgerfokus.core.identity import Cpr
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup
from borgerfokus.foundation.login import clients
from borgerfokus.foundation.people import queries as people
from tests.factories.world import World

SESSION_QUERIES = 4
"""Reading the token, entering the scope with its savepoint, and the look-up log's own row."""


@pytest.fixture
def now() -> datetime:
    """The API reads the clock itself, so these cases live today."""
    return timezone.now()


def _bearer(world: World, *, units: tuple[str, ...] = ("voksenteamet",), verbs: frozenset[Verb] | None = None) -> str:
    new = clients.NewClient(
        name="Postsystemet",
        verbs=clients.API_VERBS if verbs is None else verbs,
        units=frozenset(world.units[key].pk for key in units),
    )
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=world.at):
        made = clients.make(new=new, by=by, at=world.at)
        token = clients.issue_token(credentials=made, at=world.at)
    assert token is not None
    return f"Bearer {token.value}"


def test_a_client_gets_a_token_for_its_secret_only(world: World, client: Client) -> None:
    form = {"grant_type": "client_credentials", "client_id": "nobody", "client_secret": "wrong"}
    answer = client.post("/api/v1/token", form)
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"


def test_without_a_token_nothing_is_told(world: World, client: Client) -> None:
    case = world.case(citizen_id=world.person())
    assert client.get(f"/api/v1/cases/{case.number}").status_code == 401


def test_a_client_sees_its_units_only_and_each_citizen_is_logged(world: World, client: Client) -> None:
    mine = world.case(citizen_id=world.person())
    other = world.case(citizen_id=world.person("Lene", "Overgaard"), type_key="sel-112")
    bearer = _bearer(world)
    found = client.get("/api/v1/cases", headers={"Authorization": bearer}).json()
    assert [one["number"] for one in found["items"]] == [mine.number]
    assert client.get(f"/api/v1/cases/{other.number}", headers={"Authorization": bearer}).status_code == 404
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        seen = Lookup.objects.filter(subject__startswith="client:")
        assert {row.person_id for row in seen} == {mine.citizen_id}


def test_a_client_without_the_verb_is_told_so(world: World, client: Client) -> None:
    bearer = _bearer(world, verbs=frozenset({Verb.API_CASE_TYPES_READ}))
    assert client.get("/api/v1/cases", headers={"Authorization": bearer}).status_code == 403
    assert client.get("/api/v1/case-types", headers={"Authorization": bearer}).status_code == 200


def test_a_case_is_opened_by_number_in_the_body(world: World, client: Client) -> None:
    person_id = world.person()
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at) as scope:
        scope.include_persons([person_id])
        cpr: Cpr = people.cpr_of(person_id=person_id)
    body = {"type": "sel-85", "cpr": cpr.digits, "need": "Hjælp til hverdagen"}
    answer = client.post(
        "/api/v1/cases", body, content_type="application/json", headers={"Authorization": _bearer(world)}
    )
    assert answer.status_code == 201, answer.content
    assert answer.json()["phase"] == "intake"
    assert cpr.digits not in answer.content.decode()


def test_pages_follow_one_another(world: World, client: Client) -> None:
    numbers = {world.case(citizen_id=world.person()).number for _ in range(5)}
    bearer = _bearer(world)
    seen: list[str] = []
    cursor = ""
    while True:
        page = client.get(f"/api/v1/cases?limit=2{cursor}", headers={"Authorization": bearer}).json()
        seen += [one["number"] for one in page["items"]]
        if page["after"] is None:
            break
        cursor = f"&after={page['after']}"
    assert sorted(seen) == sorted(numbers)


@pytest.mark.parametrize(
    ("address", "most"), [("/api/v1/cases", 4), ("/api/v1/cases/{number}", 5), ("/api/v1/cases/{number}/events", 5)]
)
def test_the_number_of_queries_is_bounded(world: World, client: Client, address: str, most: int) -> None:
    case = world.case(citizen_id=world.person())
    for _ in range(3):
        world.case(citizen_id=world.person())
    bearer = _bearer(world)
    with CaptureQueriesContext(connection, ) as caught:
        answer = client.get(address.format(number=case.number), headers={"Authorization": bearer})
    assert answer.status_code == 200
    said = [query["sql"] for query in caught if "SAVEPOINT" not in query["sql"]]
    assert len(said) <= most + SESSION_QUERIES, said
