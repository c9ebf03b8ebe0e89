"""The weeks ahead and the years ahead as pages: figures of own teams, charts with their tables, and nothing of few."""

import csv
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from tests.apps.insight.test_forecasting import case, make, many
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.insight import service as insight
from borgerfokus.cli.demo import projection
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

WEEKS, YEARS = "/ledelse/prognose/", "/ledelse/befolkning/"
SYSTEM = system("test")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: LazySettings, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.INSIGHT_ROOT = tmp_path
    monkeypatch.setattr(timezone, "now", lambda: now)
    return make(tmp_path / insight.CASEWORK, many(300))


def reader(client: Client, world: World, now: datetime, role: Role, *, leads: bool) -> Client:
    log_in(client, world.employee("Bente", role=role, leads=leads), at=now)
    return client


@pytest.fixture
def leader(client: Client, world: World, now: datetime) -> Client:
    return reader(client, world, now, Role.TEAM_LEADER, leads=True)


def test_the_weeks_begin_on_mondays_and_have_their_figures_and_ranges(
    leader: Client, world: World, folder: Path
) -> None:
    make(folder, [case(698 * number / 600, phase=10, waits=5) for number in range(600)])
    for number in range(3):
        world.case(citizen_id=world.person(), days_ago=5 + number)
    answer = leader.get(WEEKS, {"format": "csv"})
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    days = [date.fromisoformat(row["Uge, der begynder"]) for row in rows]
    assert [day.weekday() for day in days] == [0] * insight.WEEKS
    assert days[0] == date(2026, 11, 23)
    assert len({row["Nye sager"] for row in rows}) > 1, "Christmas has fewer working days than other weeks"
    for row in rows:
        for name in ("Nye sager", "Timer", "Afgørelser", "Frister over"):
            low, high = (int(row[f"{name}, {end}"]) for end in ("fra", "til"))
            assert low <= float(row[name].replace(",", ".")) + 0.5
            assert high >= low


def test_before_the_log_is_read_nothing_stands_as_a_figure(
    leader: Client, world: World, settings: LazySettings, tmp_path: Path
) -> None:
    settings.INSIGHT_ROOT = tmp_path / "none"
    world.case(citizen_id=world.person(), days_ago=5)
    page = leader.get(WEEKS).content.decode()
    assert "Tallene er ved at blive lavet" in page
    assert "Venter på afgørelse" not in page
    assert "Har skønnet holdt?" not in page
    assert leader.get(WEEKS, {"format": "csv"})["Content-Type"].startswith("text/html")


def test_charts_stand_with_their_table_and_say_where_the_hours_come_from(leader: Client) -> None:
    page = leader.get(WEEKS).content.decode()
    assert page.count('<svg class="bf-chart"') == 3
    assert 'aria-label="Timer. Flest timer ventes i uge' in page
    assert "Timerne er kommunens eget skøn pr. sagstype" in page
    assert "uge 48" in page


def test_the_record_is_on_the_page_with_what_chance_makes_of_it(leader: Client, tmp_path: Path, now: datetime) -> None:
    """The record is of the whole municipality, so leaders are told it by the released log as others are."""
    released = make(tmp_path / insight.RELEASED, many(900))
    told = insight.prove(folder=released, at=now)
    assert told is not None
    assert told.whole is not None
    page = leader.get(WEEKS).content.decode()
    assert f"på {told.whole.cases} senere" not in page
    assert "Vi har prøvet skønnet på" in page
    assert "holder" in page
    assert "Sagerne går, som de plejer." in page


def test_who_leads_no_team_sees_the_record_alone_and_it_rounded(
    client: Client, world: World, now: datetime, folder: Path
) -> None:
    told = insight.prove(folder=make(folder.with_name(insight.RELEASED), many(900)), at=now)
    assert told is not None
    assert told.whole is not None
    page = reader(client, world, now, Role.CONTROLLER, leads=False).get(WEEKS).content.decode()
    assert "De næste otte uger" not in page
    assert f"<td data-title=\"Sager\" class=\"bf-r bf-num\"><span>{told.whole.cases}</span>" not in page
    assert "Har skønnet holdt?" in page


def helped(world: World, root: Path, at: datetime, *, number: int) -> None:
    """So many citizens have help, all of them grown up; and the invented projection is there."""
    from borgerfokus.apps.interventions.models import Intervention, InterventionPeriod

    for _number in range(number):
        case = world.case(citizen_id=world.person(), days_ago=90)
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
            who = {"case": case, "at": at, "by": "system:0"}
            given = Intervention.objects.create(
                number=1, title="Støtte", form="course", provider="Kommunen", by_name="x", unit=case.unit, **who
            )
            InterventionPeriod.objects.create(
                intervention=given, starts=at.date() - timedelta(days=80), price_unit="free", **who
            )
    projection.load(now=at)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        assert insight.release_need(root=root, at=at)
        assert not insight.release_need(root=root, at=at), "once a month"


def test_ten_years_by_age_group_say_that_they_are_invented(
    leader: Client, world: World, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("borgerfokus.apps.insight.actions.projecting.weight_of", lambda person: 1)
    helped(world, tmp_path, now, number=16)
    page = leader.get(YEARS).content.decode()
    assert "Tallene for befolkningen er opdigtede til demoen." in page
    assert "for få til at vise" in page
    assert "Befolkningen alene giver" in page
    assert page.count('<svg class="bf-chart"') == 1
    answer = leader.get(YEARS, {"format": "csv"})
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert {int(row["År"]) for row in rows} == set(range(2026, 2037))
    told = [row for row in rows if row["Borgere med hjælp"]]
    assert {row["Alder"] for row in told} == {told[0]["Alder"]}, "one group is large enough"
    assert told[0]["Borgere med hjælp"] == "15"


def test_few_with_help_are_no_figure(leader: Client, world: World, now: datetime, tmp_path: Path) -> None:
    helped(world, tmp_path, now, number=5)
    answer = leader.get(YEARS, {"format": "csv"})
    rows = csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";")
    assert not any(row["Borgere med hjælp"] for row in rows)


def test_without_a_projection_the_page_says_how_to_get_one(leader: Client) -> None:
    assert "Hent tabellen FRKM som CSV i Statistikbanken" in leader.get(YEARS).content.decode()


def test_a_broken_file_leaves_the_projection_before_it(tmp_path: Path) -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    projection.load(now=at)
    kept = (tmp_path / "projection.json").read_text()
    broken = "OMRÅDE;ALDER;TID;INDHOLD\n990 X;0 år;2026;1\n990 X;0 år;2027;1.5\n".encode()
    with pytest.raises(insight.Unusable):
        insight.import_projection(root=tmp_path, content=broken, area="", source="x", invented=False, at=at)
    assert (tmp_path / "projection.json").read_text() == kept
