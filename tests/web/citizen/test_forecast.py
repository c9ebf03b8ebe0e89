"""The citizen's case says what cases like it tell, once there is enough to tell."""

from datetime import date

import pytest
from django.test import Client
from tests.web.citizen.scene import Scene

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
def test_the_range_stands_on_the_case_with_its_words(
    scene: Scene, mads: Client, monkeypatch: pytest.MonkeyPatch, expected: Forecast | None
) -> None:
    monkeypatch.setattr(insight, "told_outlook", lambda **asked: expected)
    body = mads.get(f"/min/sag/{scene.case.number}/").content.decode()
    assert ("Vi har set på 214 sager som denne." in body) is (expected is not None)
    assert ("I halvdelen kom svaret mellem den 2. december 2026 og den 11. december 2026." in body) is bool(expected)
    assert ("Det er et skøn og ikke et løfte." in body) is bool(expected)
