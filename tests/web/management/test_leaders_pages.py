"""The leader's pages: load and dates of own units, and each use of break-glass reviewed."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.scope import Purpose, acting_as

REASON = "Borgeren ringer fra skadestuen og har brug for sin medicinliste nu."


@pytest.fixture
def now() -> datetime:
    """Pages read the clock themselves."""
    return timezone.now()


def test_the_leader_sees_load_and_what_is_late(world: World, client: Client, now: datetime) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person(), caseworker=karen, days_ago=120)
    log_in(client, world.employee("Birgitte", role=Role.TEAM_LEADER, leads=True), at=world.at)
    answer = client.get(reverse("management:team"))
    assert answer.status_code == 200
    assert "Karen" in answer.content.decode()
    assert case.number in answer.content.decode()


def test_each_figure_opens_the_cases_that_it_counts(world: World, client: Client) -> None:
    late = world.case(citizen_id=world.person(), caseworker=world.employee("Karen"), days_ago=400)
    nobodys = world.case(citizen_id=world.person())
    log_in(client, world.employee("Birgitte", role=Role.TEAM_LEADER, leads=True), at=world.at)
    page = client.get(reverse("management:team")).content.decode()
    for asked_for, there, not_there in (("frist=over", late, nobodys), ("sagsbehandler=ingen", nobodys, late)):
        address = f"{reverse('staff:list')}?{asked_for}"
        assert f'href="{address}"' in page
        opened = client.get(address).content.decode()
        assert there.number in opened
        assert not_there.number not in opened


def test_a_director_who_sees_no_cases_gets_the_figures(world: World, client: Client) -> None:
    world.case(citizen_id=world.person(), caseworker=world.employee("Karen"))
    log_in(client, world.employee("Torben", role=Role.DIRECTOR, leads=True), at=world.at)
    answer = client.get(reverse("management:team"), follow=True)
    assert answer.redirect_chain == [(reverse("management:indicators"), 302)]
    page = answer.content.decode()
    assert f'href="{reverse("management:team")}"' not in page
    assert f'href="{reverse("management:kodeks")}"' in page


def test_the_figures_can_be_taken_along(world: World, client: Client, now: datetime) -> None:
    karen = world.employee("=Karen")
    world.case(citizen_id=world.person(), caseworker=karen)
    log_in(client, world.employee("Birgitte", role=Role.TEAM_LEADER, leads=True), at=world.at)
    answer = client.get(reverse("management:team"), {"format": "csv"})
    assert answer["Content-Type"].startswith("text/csv")
    assert "'=Karen;1;" in answer.content.decode("utf-8-sig")


def test_a_caseworker_has_no_leaders_page(world: World, client: Client) -> None:
    log_in(client, world.employee("Karen"), at=world.at)
    for name in ("team", "emergencies", "lookups"):
        assert client.get(reverse(f"management:{name}")).status_code == 404


def test_a_use_of_break_glass_waits_until_it_is_reviewed(world: World, client: Client, now: datetime) -> None:
    case = world.case(citizen_id=world.person())
    stranger = world.employee("Ida", unit="visitation")
    with acting_as(stranger, purpose=Purpose.BREAK_GLASS, at=now):
        assert casework.break_glass(number=case.number, reason=REASON, by=stranger, at=now) is None
    leader = world.employee("Birgitte", role=Role.TEAM_LEADER, leads=True)
    log_in(client, leader, at=world.at)
    page = reverse("management:emergencies")
    assert REASON in client.get(page).content.decode()
    with acting_as(leader, purpose=Purpose.SUPERVISION, at=now):
        (use,) = casework.emergency_uses(by=leader, at=now)
    client.post(page, {"grant": use.grant_id, "note": ""})
    with acting_as(leader, purpose=Purpose.SUPERVISION, at=now):
        assert casework.emergency_uses(by=leader, at=now)[0].reviewed_at is None
    client.post(page, {"grant": use.grant_id, "note": "I orden. Jeg har talt med Ida."})
    with acting_as(leader, purpose=Purpose.SUPERVISION, at=now):
        assert casework.emergency_uses(by=leader, at=now)[0].note.startswith("I orden")


def test_another_units_leader_reviews_nothing_here(world: World, client: Client, now: datetime) -> None:
    case = world.case(citizen_id=world.person())
    stranger = world.employee("Ida", unit="visitation")
    with acting_as(stranger, purpose=Purpose.BREAK_GLASS, at=now):
        assert casework.break_glass(number=case.number, reason=REASON, by=stranger, at=now) is None
    other = world.employee("Bo", unit="visitation", role=Role.TEAM_LEADER, leads=True)
    log_in(client, other, at=world.at)
    assert REASON not in client.get(reverse("management:emergencies")).content.decode()
    with acting_as(other, purpose=Purpose.SUPERVISION, at=now):
        assert casework.emergency_uses(by=other, at=now) == []


def test_the_data_protection_officer_reads_the_log(world: World, client: Client, now: datetime) -> None:
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person("Mads", "Ellekjær"), caseworker=karen)
    reader = Client()
    log_in(reader, karen, at=world.at)
    reader.get(reverse("staff:case", args=[case.number]))
    log_in(client, world.employee("Dorte", role=Role.DATA_PROTECTION_OFFICER), at=world.at)
    answer = client.get(reverse("management:lookups")).content.decode()
    assert "Karen" in answer
    assert "Mads Ellekjær" in answer


def test_reading_the_log_does_not_bury_it(world: World, client: Client, now: datetime) -> None:
    """One's own look-ups in supervision are shown when one asks for them, and to every other reader."""
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person("Mads", "Ellekjær"), caseworker=karen)
    reader = Client()
    log_in(reader, karen, at=world.at)
    reader.get(reverse("staff:case", args=[case.number]))
    officer = world.employee("Dorte", role=Role.DATA_PROTECTION_OFFICER)
    log_in(client, officer, at=world.at)
    address, own = reverse("management:lookups"), f"?medarbejder={officer.id}"
    client.get(address)
    assert own not in client.get(address).content.decode()
    assert own in client.get(address, {"formaal": "supervision"}).content.decode()
    other = Client()
    log_in(other, world.employee("Ditte", role=Role.DATA_PROTECTION_OFFICER), at=world.at)
    assert own in other.get(address).content.decode()
