"""What citizens tell of their course: shares with their uncertainty by team and kind of case, and never of few."""

import csv
from datetime import datetime
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.insight.conftest import SYSTEM, Town
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.dialogue.models import PhaseQuestion
from borgerfokus.apps.insight.actions import releasing
from borgerfokus.core.access import Role
from borgerfokus.core.disclosure import Rule
from borgerfokus.foundation.access.scope import Purpose, acting_as

pytestmark = pytest.mark.usefixtures("everybody_counts_once")
PAGE = reverse("management:experience")


@pytest.fixture
def leader(client: Client, world: World, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(timezone, "now", lambda: now)
    log_in(client, world.employee("Bente", role=Role.TEAM_LEADER, leads=True), at=now)
    return client


@pytest.fixture
def town(world: World) -> Town:
    """Many of one team, most of them content, and many of another. Nobody has a goal."""
    town = Town(world)
    town.tell(44, type_key="sel-85", unit="voksenteamet", yes=32, silent=4)
    town.tell(40, type_key="sel-100", unit="ydelsesteamet", yes=10)
    return town


def few(town: Town) -> None:
    town.tell(4, type_key="sel-83", unit="visitation", yes=4)


def sheet(client: Client, **query: str) -> dict[str, list[str]]:
    """The first question of each row."""
    answer = client.get(PAGE, {**query, "format": "csv"})
    rows = csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    return {row[0]: row[2:] for row in rows if row[1].startswith("Var forløbet")}


def test_each_team_has_its_share_and_how_sure_it_is(town: Town, leader: Client) -> None:
    town.release()
    found = sheet(leader)
    assert int(found["Voksenteamet"][3]) == pytest.approx(80, abs=15)
    assert int(found["Ydelsesteamet"][3]) == pytest.approx(25, abs=15)
    page = leader.get(PAGE).content.decode()
    assert "Var forløbet til at forstå? Ja, siger" in page
    assert "af dem, der er spurgt, har svaret" in page


def test_the_charts_stand_beside_the_table_and_never_show_the_few(town: Town, leader: Client) -> None:
    town.release()
    page = leader.get(PAGE).content.decode()
    charts = page[page.index('id="chart-1"') :]
    assert "Færrest ja: Ydelsesteamet" in charts
    assert charts.count('class="bf-shares ') >= 1
    few(town)
    town.release()
    assert "Visitation" not in leader.get(PAGE).content.decode().partition('id="chart-1"')[2]


def test_few_are_never_told_of(town: Town, leader: Client) -> None:
    """Nor are the others, where the whole less them would tell of the few."""
    few(town)
    town.release()
    assert sheet(leader)["Visitation"] == ["for få til at vise"]
    for by in ("enhed", "sagstype", "skridt"):
        for name, told in sheet(leader, efter=by).items():
            assert len(told) == 1 or int(told[1]) >= 10, (name, told)


def test_with_the_threshold_off_the_few_stand_in_the_open(
    town: Town, leader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sabotage: under a rule that holds nothing back, and without the fewest answers, the four are told of."""
    few(town)
    made = releasing.experience_figures
    monkeypatch.setattr(releasing, "Rule", lambda **_: Rule(suppress_up_to=0, round_to=1))
    monkeypatch.setattr(releasing, "experience_figures", lambda said, **asked: made(said, **{**asked, "fewest": 1}))
    town.release()
    assert int(sheet(leader)["Visitation"][1]) <= 4


def test_before_the_quarter_is_over_nothing_of_it_is_told(town: Town, leader: Client) -> None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=town.at):
        PhaseQuestion.objects.update(asked_at=town.at)
    town.release()
    assert sheet(leader) == {}
