"""The caseworker reads on the case what the citizen reads: when cases like it were decided, once there is enough."""

from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.insight import service as insight
from borgerfokus.core.casework.picture import Forecast

EXPECTED = Forecast(
    cases=214,
    low=date(2026, 11, 25),
    quarter=date(2026, 12, 2),
    middle=date(2026, 12, 5),
    three_quarters=date(2026, 12, 11),
    high=date(2027, 1, 4),
)


@pytest.mark.parametrize("expected", [EXPECTED, None])
def test_the_line_stands_on_the_case_page(
    world: World, client: Client, now: datetime, monkeypatch: pytest.MonkeyPatch, expected: Forecast | None
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)
    monkeypatch.setattr(insight, "told_outlook", lambda **asked: expected)
    karen = world.employee("Karen")
    case = world.case(citizen_id=world.person(), caseworker=karen)
    log_in(client, karen, at=now)
    page = client.get(reverse("staff:case", args=[case.number])).content.decode()
    assert ("Vi har set på 214 sager som denne." in page) is bool(expected)
    assert ("I halvdelen kom svaret mellem den 2. december 2026 og den 11. december 2026." in page) is bool(expected)
