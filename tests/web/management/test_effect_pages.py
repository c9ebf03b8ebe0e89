"""The page of effect and that of experience: the finding first, the table beside, and never a word of few."""

import csv
import re
from datetime import datetime
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.apps.insight.conftest import Town, Way
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.insight.actions import releasing
from borgerfokus.core.access import Role
from borgerfokus.core.disclosure import Rule

pytestmark = pytest.mark.usefixtures("everybody_counts_once")
EFFECT = reverse("management:effect")


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def town(world: World) -> Town:
    return Town(world)


@pytest.fixture
def leader(client: Client, world: World, now: datetime) -> Client:
    log_in(client, world.employee("Bente", role=Role.TEAM_LEADER, leads=True), at=now)
    return client


def live(town: Town) -> None:
    """Many with one offer, many with another, and four with a third."""
    offers = {
        "gruppe": town.offer("gruppe", "Mestring"),
        "hjem": town.offer("hjem", "=Recovery"),
        "faa": town.offer("faa"),
    }
    ways = [Way("gruppe", 3, 1 if place % 3 else 3) for place in range(40)]
    ways += [Way("hjem", 2, 2 if place % 2 else 1, theme="relations", unit="visitation") for place in range(40)]
    ways += [Way("faa", 3, 2) for _ in range(4)]
    town.live(ways, offers=offers)


def text(client: Client, **query: str) -> str:
    answer = client.get(EFFECT, query)
    assert answer.status_code == 200
    return answer.content.decode()


def sheet(client: Client, **query: str) -> list[list[str]]:
    answer = client.get(EFFECT, {**query, "format": "csv"})
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def every_page(client: Client) -> list[list[list[str]]]:
    """Every sheet that the form can ask for."""
    found = []
    for by in ("tilbud", "metode", "enhed", "niveau", "behov"):
        only = re.findall(r'<option value="(\w+:[^"]+)"', text(client, efter=by))
        found += [sheet(client, efter=by, kun=one) for one in ["", *only]]
    return found


def test_the_finding_stands_first_and_the_figure_is_never_alone(town: Town, leader: Client) -> None:
    live(town)
    town.release()
    told = text(leader)
    assert told.index("borgere er i gennemsnit rykket") < told.index('<svg class="bf-chart bf-forest')
    for said in ("ikke en virkning", "regression mod gennemsnittet", "Faldt fra", "Hvis de frafaldne stod stille"):
        assert said in told
    assert "Hjem · " in re.sub(r"<[^>]+>", "", told)


def test_few_are_named_and_not_told_of(town: Town, leader: Client) -> None:
    live(town)
    town.release()
    told = text(leader)
    assert "For få til at vise: Faa" in told
    rows = {row[0]: row[1:] for row in sheet(leader)}
    assert rows["Faa"] == ["for få til at vise"]


def test_no_page_tells_of_few_and_no_two_pages_differ_by_few(town: Town, leader: Client) -> None:
    """The attack by differences: every count of every page, and every difference from its total, is none or many."""
    live(town)
    town.release()
    pages = every_page(leader)
    assert len(pages) > 20
    counts = [int(row[1]) for page in pages for row in page[1:] if len(row) > 2]
    assert counts
    assert min(counts) >= 10
    offers = {row[0]: row[1:] for row in sheet(leader)}
    units = {row[0]: row[1:] for row in sheet(leader, efter="enhed")}
    assert len(units["Voksenteamet"]) > 1
    assert offers["Gruppe"] == ["for få til at vise"], "its unit less these would be the four"


def test_with_the_threshold_off_the_same_attack_finds_the_few(
    town: Town, leader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sabotage: under a rule that holds nothing back the four stand in the open."""
    live(town)
    monkeypatch.setattr(releasing, "Rule", lambda **_: Rule(suppress_up_to=0, round_to=1))
    town.release()
    counts = [int(row[1]) for page in every_page(leader) for row in page[1:] if len(row) > 2]
    assert min(counts) == 4


def test_a_cell_that_would_run_is_neutral_in_the_sheet(town: Town, leader: Client) -> None:
    live(town)
    town.release()
    names = [row[0] for row in sheet(leader, efter="metode")]
    assert "'=Recovery" in names


def test_a_filter_that_is_none_filters_nothing(town: Town, leader: Client) -> None:
    live(town)
    town.release()
    assert sheet(leader, efter="vrøvl", kun="enhed:ukendt") == sheet(leader)
    narrowed = text(leader, efter="behov", kun="tilbud:hjem")
    assert "Tilbud: Hjem" in narrowed
    assert "Relationer" in narrowed


def test_before_the_first_release_the_page_says_so(leader: Client) -> None:
    assert "Ingen tal endnu" in text(leader)
    assert "Ingen tal endnu" in leader.get(reverse("management:experience")).content.decode()


@pytest.mark.parametrize(("role", "status"), [(Role.POLITICIAN, 200), (Role.CONTROLLER, 200), (Role.CASEWORKER, 404)])
def test_who_sees_figures(client: Client, world: World, now: datetime, role: Role, status: int) -> None:
    log_in(client, world.employee("Poul", role=role), at=now)
    assert client.get(EFFECT).status_code == status


def test_the_page_takes_few_queries(
    town: Town,
    leader: Client,
    django_assert_max_num_queries,  # type: ignore[no-untyped-def] # noqa: ANN001
) -> None:
    live(town)
    town.release()
    with django_assert_max_num_queries(12):
        text(leader)
