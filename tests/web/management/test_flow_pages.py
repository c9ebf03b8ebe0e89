"""The pages of flow: who sees true counts and the cases behind them, and what everybody else sees."""

from datetime import datetime
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.insight.written import Written, write
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.insight.models import CaseNumber
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as

BROKEN = ((0.0, "phase.intake"), (4.0, "phase.intervention"), (60.0, "phase.follow_up"))
KEPT = ((0.0, "phase.intake"), (4.0, "phase.information"), (9.0, "phase.assessment"), (14.0, "phase.decision"))
RULE = "along-the-path"


@pytest.fixture
def now() -> datetime:
    """Pages read the clock themselves."""
    return timezone.now()


@pytest.fixture
def root(settings: LazySettings, tmp_path: Path) -> Path:
    settings.INSIGHT_ROOT = tmp_path
    return tmp_path


class House:
    """Two cases of the own unit and one of another that break a rule, and many that keep it."""

    def __init__(self, world: World, root: Path) -> None:
        self.own = [world.case(citizen_id=world.person()) for _ in range(2)]
        self.other = world.case(citizen_id=world.person())
        with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
            Case.objects.filter(pk=self.other.pk).update(unit=world.units["ydelsesteamet"])
            numbers = {case.pk: CaseNumber.objects.create(case=case).pk for case in (*self.own, self.other)}
        told = [Written(numbers[case.pk], BROKEN) for case in (*self.own, self.other)]
        decided = (*KEPT, (20.0, "decision.issued", "outcome.granted"))
        many = [Written(number, decided, days_ago=500 - number % 400) for number in range(10_000, 10_060)]
        for folder in ("casework", "released"):
            write(root / folder, [*told, *many], at=world.at)
        write(root / "gammel", [Written(n, BROKEN, kind="gammel", unit="Vest") for n in range(1, 21)], at=world.at)


@pytest.fixture
def house(world: World, root: Path) -> House:
    return House(world, root)


def page(client: Client, name: str, *arguments: str, **query: str) -> str:
    answer = client.get(reverse(f"management:{name}", args=arguments), query)
    assert answer.status_code == 200
    return answer.content.decode()


def leader(world: World) -> Actor:
    return world.employee("Birgitte", role=Role.TEAM_LEADER, leads=True)


def test_a_leader_gets_to_the_cases_behind_a_rule_but_only_to_the_own_ones(
    world: World, client: Client, house: House
) -> None:
    """The log says that the third case is of the unit too: the cases themselves decide."""
    log_in(client, leader(world), at=world.at)
    assert f"{reverse('management:flow-rule', args=[RULE])}?" in page(client, "flow-rules")
    opened = page(client, "flow-rule", RULE)
    assert all(case.number in opened for case in house.own)
    assert house.other.number not in opened
    sheet = page(client, "flow-rule", RULE, format="csv")
    assert house.own[0].number in sheet
    assert house.other.number not in sheet


def test_who_sees_no_cases_gets_no_number_of_few_and_no_way_down(world: World, client: Client, house: House) -> None:
    log_in(client, world.employee("Torben", role=Role.DIRECTOR), at=world.at)
    text = page(client, "flow-rules")
    assert reverse("management:flow-rule", args=[RULE]) not in text
    rows = [line for line in page(client, "flow-rules", format="csv").splitlines() if "65" in line or "60" in line]
    assert rows, "the whole is told, rounded"
    assert all(";3;" not in row for row in rows), "three of sixty are not told"
    assert client.get(reverse("management:flow-rule", args=[RULE])).status_code == 404


def test_a_log_from_outside_is_held_back_for_leaders_too(world: World, client: Client, house: House) -> None:
    log_in(client, leader(world), at=world.at)
    text = page(client, "flow", log="gammel")
    assert "Indlæst log: gammel" in text
    assert "Små tal holdes tilbage" in text
    assert "Vælg, hvilken sagstype" in page(client, "flow-rules", log="gammel")
    held = page(client, "flow-rules", log="gammel", som="sel-85")
    assert "Faser i en anden orden" in held
    below = reverse("management:flow-rule", args=[RULE], query={"log": "gammel", "som": "sel-85"})
    assert client.get(below).status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["flow", "flow-compare", "flow-stream", "flow-rules", "flow-whatif"]
)
def test_every_page_answers_with_and_without_a_log_and_to_what_makes_no_sense(
    world: World, client: Client, root: Path, name: str
) -> None:
    log_in(client, leader(world), at=world.at)
    assert "klar om et minut" in page(client, name)
    House(world, root)
    assert "klar om et minut" not in page(client, name)
    page(client, name, fra="i går", detalje="9", udfald="x", enhed="x", variant="x", haender="0", uden="x")
    page(client, name, log="../casework")
    page(client, name, fra="2031-01-01")


def test_what_if_says_what_a_change_does(world: World, client: Client, house: House) -> None:
    log_in(client, leader(world), at=world.at)
    text = page(client, "flow-whatif", uden="information", haender="2")
    assert "Uden fasen sagsoplysning" in text
    assert "tidligere" in text
    assert "tog ikke længere end andre" in text


def test_two_halves_are_held_side_by_side(world: World, client: Client, house: House) -> None:
    log_in(client, leader(world), at=world.at)
    text = page(client, "flow-compare", fra="2020-01-01", mod_fra="2020-01-01", mod_til="2099-01-01")
    assert "Ingen skridt adskiller sig mere" in text
    assert "er ikke alle nået til de sidste skridt" in text
    past = {"fra": "2020-01-01", "til": "2021-01-01", "mod_fra": "2021-01-01", "mod_til": "2022-01-01"}
    assert "er ikke alle nået til de sidste skridt" not in page(client, "flow-compare", **past)
    assert 'id="side-0"' in text
    assert 'id="side-1"' in text
