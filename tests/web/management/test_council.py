"""The year's reversals before the council: figures beside the year before, a paper, and what was decided."""

from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.decisions.models import CouncilTreatment
from borgerfokus.core.access import Role

PAGE = "/ledelse/klager/"
TEXT = "Vi læser to sager i hver gruppe."
FORM = {"aar": "2026", "treated_on": "2026-11-20", "plan": "yes", "text": TEXT, "told_on": ""}


@pytest.fixture
def leader(world: World, client: Client, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(timezone, "now", lambda: now)
    log_in(client, world.employee("Bente", role=Role.TEAM_LEADER, leads=True), at=now)
    return client


def test_the_council_decides_and_a_correction_is_a_new_row(leader: Client) -> None:
    assert "Byrådet har ikke behandlet året endnu." in leader.get(PAGE).content.decode()
    assert leader.post(PAGE, FORM).status_code == 302
    assert TEXT in leader.get(PAGE).content.decode()
    leader.post(PAGE, {**FORM, "plan": "no", "text": "Tallene er gode.", "told_on": "2026-11-21"})
    page = leader.get(PAGE).content.decode()
    assert "Tallene er gode." in page
    assert "Ankestyrelsen fik besked 21. november 2026" in page
    assert CouncilTreatment.objects.count() == 2


@pytest.mark.parametrize(
    "change", [{"plan": "no"}, {"text": " "}, {"treated_on": "2027-01-01"}, {"treated_on": "i går"}]
)
def test_what_is_missing_is_told_and_nothing_is_saved(leader: Client, change: dict[str, str]) -> None:
    assert leader.post(PAGE, {**FORM, **change}, follow=True).status_code == 200
    assert not CouncilTreatment.objects.exists()


def test_the_paper_for_the_council_is_a_pdf(leader: Client) -> None:
    assert leader.get(f"{PAGE}?format=pdf").content.startswith(b"%PDF-")


def test_the_reversals_split_into_the_quarters_and_months_of_the_year(
    leader: Client, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {(now.year, 1): (4, 1), (now.year, 3): (4, 3), (now.year, 11): (2, 2), (now.year - 1, 2): (5, 0)}
    monkeypatch.setattr("borgerfokus.apps.decisions.service.rates", lambda **_asked: known)
    quarters = leader.get(f"{PAGE}?efter=kvartal").content.decode()
    assert f"1. kvartal {now.year}: 50 % omgjort" in quarters
    assert f"4. kvartal {now.year}: 100 % omgjort" in quarters
    months = leader.get(f"{PAGE}?efter=maaned").content.decode()
    assert f"marts {now.year}: 75 % omgjort" in months
    assert f"december {now.year}" not in months
    years = leader.get(PAGE).content.decode()
    assert f"{now.year}: 60 % omgjort" in years
    assert f"{now.year - 1}: 0 % omgjort" in years
