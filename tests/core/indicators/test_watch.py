"""Alerts explain themselves: which rule fires, since which month, and never for what is good or only noise."""

import pytest
from tests.core.indicators.test_documents import GOOD

from borgerfokus.core.indicators import Figure, Indicator, Raised, WatchRule, raised, read

QUIET = [40.0, 41.0, 39.0, 40.0, 42.0, 40.0, 39.0, 41.0, 40.0, 41.0, 39.0, 40.0]


def indicator(direction: str = "lower", target: str = "") -> Indicator:
    text = GOOD.replace('direction = "lower"', f'direction = "{direction}"')
    return read(text.replace("version = 1", f"version = 1\ntarget = {target}") if target else text)


def months(values: list[float]) -> list[Figure]:
    return [Figure(202501 + 100 * (place // 12) + place % 12, value, 20) for place, value in enumerate(values)]


def test_ordinary_variation_is_no_alert():
    assert raised(months(QUIET), indicator()) == []
    assert raised([], indicator()) == []


def test_a_month_outside_the_limits_is_one_since_the_first_such_month():
    found = raised(months([*QUIET, 70.0]), indicator())
    assert found == [Raised(WatchRule.OUTSIDE, 202601, 70.0)]


@pytest.mark.parametrize("direction", ["higher", "neither"])
def test_what_is_good_or_neither_is_no_alert(direction: str):
    assert raised(months([*QUIET, 70.0]), indicator(direction)) == []


def test_eight_in_a_row_on_the_bad_side_are_one_since_the_first_of_them():
    values = [*QUIET, *[43.0] * 8]
    assert raised(months(values), indicator()) == [Raised(WatchRule.RUN, 202601, 43.0)]
    assert raised(months(values), indicator("higher")) == []


def test_a_target_missed_three_months_in_a_row_is_one():
    values = [40.0, 56.0, 57.0, 58.0]
    assert raised(months(values), indicator(target="50")) == [Raised(WatchRule.TARGET, 202502, 58.0)]
    assert raised(months(values[:3]), indicator(target="50")) == []
    assert raised(months([60.0, 60.0, 60.0, 49.0]), indicator(target="50")) == []
    assert raised(months(values), indicator("higher", target="50")) == []


def test_sabotage_without_the_direction_good_news_would_alarm(monkeypatch: pytest.MonkeyPatch):
    from borgerfokus.core.indicators import watch

    monkeypatch.setattr(watch, "_rule", lambda signal, _direction: WatchRule.OUTSIDE if signal else None)
    assert raised(months([*QUIET, 70.0]), indicator("higher"))
