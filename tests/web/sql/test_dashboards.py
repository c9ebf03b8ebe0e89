"""The dashboards and what stands beside them, each with several rows: a query for each is noticed."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World
from tests.web.sql.snapshot import assert_sql

from borgerfokus.apps.insight import jobs
from borgerfokus.apps.insight.models import FigureAlert, FigureNote, FigureSubscription, IndicatorFigure
from borgerfokus.core.access import Role
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as


@pytest.fixture(autouse=True)
def clock(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages read the clock themselves."""
    monkeypatch.setattr(timezone, "now", lambda: world.at)


@pytest.fixture
def leader(world: World, settings: LazySettings, tmp_path: Path) -> Client:
    """A leader with several cases, alerts and notes, beside several released figures."""
    settings.INSIGHT_ROOT = tmp_path
    for _one in range(6):
        world.case(citizen_id=world.person(), days_ago=80)
    jobs.refresh_events(at=world.at)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        for place, key in enumerate(("decision_time", "heard", "hands")):
            day = world.at.date().replace(day=1 + place)
            when = {"since": 202601, "month": 202610, "raised_at": world.at}
            FigureAlert.objects.create(indicator=key, unit="voksenteamet", rule="run", value=1.0, **when)
            FigureNote.objects.create(
                on=day, text=f"Note {place}", written_at=world.at, written_by="employee:1", written_by_name="Bente"
            )
            IndicatorFigure.objects.create(
                until=day, indicator="decision_time", version=1, value=50.0, cases=40, reckoned_at=world.at
            )
    bente = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=world.at):
        for unit in ("", "voksenteamet", "fjordby"):
            FigureSubscription.objects.create(
                employee_id=bente.id, unit=unit, rhythm="weekly", language="da", begun_at=world.at
            )
    client = Client()
    log_in(client, bente, at=world.at)
    return client


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("management-overview", "/ledelse/overblik/"),
        ("management-alerts", "/ledelse/varsler/"),
        ("management-notes", "/ledelse/noter/"),
        ("management-subscriptions", "/ledelse/abonnement/"),
        ("management-demography", "/ledelse/befolkning/"),
        ("management-committee", "/ledelse/udvalg/"),
        ("management-forecast", "/ledelse/prognose/"),
        ("management-indicator-cases", "/ledelse/noegletal/open_age/sager/"),
    ],
)
def test_a_leaders_page(leader: Client, name: str, address: str) -> None:
    assert_sql(leader, address, name=name, most=12)


def test_what_everybody_reads(leader: Client) -> None:
    assert_sql(Client(), "/noegletal/", name="public-figures", most=5)
