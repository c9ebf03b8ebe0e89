"""The work list: filters in the address, pages, totals, saved views, handing out, export."""

import csv
from datetime import datetime
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import text

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, SavedView
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.audit.models import Lookup
from borgerfokus.web.present.sheets import neutral


@pytest.fixture
def karen(world: World) -> Actor:
    return world.employee("Karen")


def fill(world: World, karen: Actor, count: int) -> list[Case]:
    person = world.person("Lene", "Overgaard")
    return [
        world.case(citizen_id=person, caseworker=karen if place % 2 else None, days_ago=place) for place in range(count)
    ]


def test_filters_stand_in_the_address(world: World, karen: Actor, as_: LogIn) -> None:
    fill(world, karen, 5)
    world.case(citizen_id=world.person("Niels", "Egholm"), type_key="sel-107", caseworker=karen, days_ago=90)
    client = as_(karen)
    assert "6 sager" in text(client.get("/sag/liste/"))
    assert "Niels Egholm" not in text(client.get("/sag/liste/?type=sel-85"))
    mine = text(client.get("/sag/liste/?sagsbehandler=mig&orden=received"))
    assert "3 sager" in mine
    assert "Sagsbehandler: Mig" in mine
    assert "3 sager" in text(client.get("/sag/liste/?sagsbehandler=ingen"))
    assert "1 sag" in text(client.get("/sag/liste/?type=sel-107"))
    assert "6 sager" in text(client.get("/sag/liste/?type=findes-ikke&frist=maaske&sted=vrøvl"))


def test_pages_follow_each_other_without_gap_or_repeat(world: World, karen: Actor, now: datetime) -> None:
    cases = fill(world, karen, 7)
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        day = casework.Day(at=now, today=now.date(), soon=now.date())
        for sort in casework.Sort:
            seen: list[int] = []
            cursor, backwards = None, None
            for _page in range(4):
                page = casework.work_list(
                    by=karen, filters=casework.Filters(), day=day, sort=sort, cursor=cursor, size=3
                )
                seen += [case.pk for case in page.cases]
                backwards = page.newer
                cursor = page.older
                if cursor is None:
                    break
            assert sorted(seen) == sorted(case.pk for case in cases), sort
            before = casework.work_list(
                by=karen, filters=casework.Filters(), day=day, sort=sort, cursor=backwards, size=3
            )
            assert [case.pk for case in before.cases] == seen[3:6], sort


def test_the_number_of_queries_does_not_grow_with_the_list(world: World, karen: Actor, as_: LogIn) -> None:
    client = as_(karen)
    fill(world, karen, 2)
    client.get("/sag/liste/")
    few = queries(client, "/sag/liste/")
    fill(world, karen, 12)
    assert queries(client, "/sag/liste/") == few
    assert few <= 15


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_another_units_cases_are_not_listed(world: World, karen: Actor, as_: LogIn) -> None:
    fill(world, karen, 2)
    assert "0 sager" in text(as_(world.employee("Ida", unit="visitation")).get("/sag/liste/"))


def test_a_saved_view_is_kept_counted_and_forgotten(world: World, karen: Actor, as_: LogIn, now: datetime) -> None:
    fill(world, karen, 4)
    client = as_(karen)
    client.post("/sag/liste/gem/", {"name": "Mine biler", "query": "sagsbehandler=mig"})
    assert "Mine biler (2)" in text(client.get("/sag/liste/"))
    assert "Mine biler 2" in text(client.get("/sag/"))
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        view = SavedView.objects.get()
    assert "Mine biler" not in text(as_(world.employee("Ida")).get("/sag/"))
    client = as_(karen)
    client.post("/sag/liste/glem/", {"view": view.pk})
    assert "Mine biler (2)" not in text(client.get("/sag/liste/"))


def test_a_leader_hands_out_and_a_caseworker_does_not(world: World, karen: Actor, as_: LogIn, now: datetime) -> None:
    bente = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    cases = fill(world, karen, 3)
    form = {"case": [str(case.pk) for case in cases], "to": str(karen.id), "query": "sagsbehandler=ingen"}
    assert as_(karen).post("/sag/liste/fordel/", form).status_code == 404
    client = as_(bente)
    told = client.post("/sag/liste/fordel/", form, follow=True)
    assert "3 sager er givet." in text(told)
    with acting_as(bente, purpose=Purpose.CASEWORK, at=now):
        assert set(Case.objects.values_list("caseworker_id", flat=True)) == {karen.id}
    stranger = world.employee("Ida", unit="visitation")
    refused = client.post("/sag/liste/fordel/", {**form, "to": str(stranger.id)}, follow=True)
    assert "(forvaltningsloven § 7)" in text(refused)
    other = world.case(citizen_id=world.person(), type_key="sel-100")
    assert client.post("/sag/liste/fordel/", {**form, "case": [str(other.pk)]}).status_code == 404


def test_the_export_holds_the_list_and_is_logged_as_an_extract(
    world: World, karen: Actor, as_: LogIn, now: datetime
) -> None:
    person = world.person("=cmd", "Overgaard")
    world.case(citizen_id=person, caseworker=karen)
    answer = as_(karen).get("/sag/liste/sager.csv?sagsbehandler=mig")
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][0] == "Sagsnummer"
    assert rows[1][1] == "'=cmd Overgaard"
    with acting_as(karen, purpose=Purpose.CASEWORK, at=now):
        assert Lookup.objects.filter(person_id=person, look="extract").count() == 1


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+45 20", "'+45 20"),
        ("-12,5", "-12,5"),
        ("-12a", "'-12a"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_no_cell_is_read_as_a_formula(cell: str, safe: str) -> None:
    assert neutral(cell) == safe


def test_the_list_prints_without_pages(world: World, karen: Actor, as_: LogIn) -> None:
    fill(world, karen, 3)
    shown = as_(karen).get("/sag/liste/?print=1").content.decode()
    assert "bf-paging" not in shown
    assert shown.count("data-row") == 3
