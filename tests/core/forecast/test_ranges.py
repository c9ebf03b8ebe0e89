"""The ranges hold what they say on later cases, also where cases change; without calibration they would not."""

import random
from collections.abc import Callable

import pytest

from borgerfokus.core.forecast import Spell, Way, drift, levels_for_now, like, proving, record, trials
from borgerfokus.core.forecast.levels import calibrated, plain

Wait = Callable[[random.Random, float], float]


def cases(number: int, wait: Wait, *, seed: int = 1, followed: float = 2_000.0) -> list[Spell]:
    """Cases of 1,000 days; nobody is followed longer than `followed` days after the first."""
    chance, found = random.Random(seed), []
    for place in range(number):
        began = 1_000 * place / number
        waited, seen = wait(chance, began), followed - began
        stayed = waited * chance.uniform(0.2, 0.9)
        found.append(Spell(began, min(stayed, seen), min(waited, seen), decided=waited <= seen))
    return found


def steady(chance: random.Random, began: float) -> float:
    del began
    return chance.lognormvariate(3.5, 0.6)


def uneven(chance: random.Random, began: float) -> float:
    """Cases differ more from the 300th day on."""
    return chance.lognormvariate(3.5, 1.0 if began > 300 else 0.5)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_nine_of_ten_are_nine_of_ten_on_the_later_half(seed: int):
    found = record(trials({("a", "information"): cases(3_000, steady, seed=seed, followed=1_000.0)}))
    assert found is not None
    assert 0.88 <= found.nine_of_ten <= 0.92
    assert 0.44 <= found.half <= 0.56
    assert found.off < found.off_mean_of_phase


@pytest.mark.slow
def test_where_cases_change_the_levels_are_moved():
    """For a while after the change the range is a little too wide, and never too narrow."""
    found = record(trials({("a", "information"): cases(3_000, uneven)}))
    assert found is not None
    assert 0.88 <= found.nine_of_ten <= 0.96


@pytest.mark.slow
def test_without_calibration_it_would_not_hold(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(proving, "calibrated", lambda places: None)
    found = record(trials({("a", "information"): cases(3_000, uneven)}))
    assert found is not None
    assert found.nine_of_ten < 0.86


def test_cases_that_are_still_open_do_not_shorten_the_wait():
    whole, cut = (like(cases(1_000, steady, followed=days), stood=0) for days in (2_000.0, 1_010.0))
    assert whole is not None
    assert cut is not None
    assert cut.curve.day_of(0.5) == pytest.approx(whole.curve.day_of(0.5), rel=0.05)


def test_a_case_that_has_stood_long_is_compared_with_those_that_did():
    spells = cases(1_000, steady)
    fresh, old = (like(spells, stood=stood) for stood in (0.0, 40.0))
    assert fresh is not None
    assert old is not None
    assert old.cases < fresh.cases
    assert all(spell.stayed >= 40 for spell in spells if spell.stayed >= 40)


def test_of_too_few_nothing_is_said():
    assert like(cases(29, steady), stood=0) is None
    assert like(cases(1_000, steady), stood=5_000) is None
    assert trials({}) == []
    assert record([]) is None


def test_few_later_cases_leave_the_levels_as_they_are_and_wide():
    assert calibrated([(0.5, True)] * 39) is None
    found = calibrated([(place / 100, True) for place in range(1, 100)])
    assert found is not None
    assert (found.low, found.middle, found.high) == (0.05, 0.5, pytest.approx(0.96, abs=0.011))
    assert plain(30).low < 0.05
    assert plain(30).high > 0.95
    assert plain(10_000).low == pytest.approx(0.05, abs=0.001)
    assert levels_for_now({("a", "b"): cases(50, steady)}) == {}


def test_few_cases_of_a_kind_borrow_from_the_others_in_the_phase():
    many, few = cases(600, uneven, seed=2), cases(60, uneven, seed=3)
    alone = levels_for_now({("few", "information"): few})
    found = levels_for_now({("many", "information"): many, ("few", "information"): few})
    assert alone == {}
    assert found["few", "information"].high > plain(60).high - 0.05
    assert set(found) == {("many", "information"), ("few", "information")}


def test_cases_that_are_still_open_do_not_pull_the_levels_down():
    """Of late cases the short ones end first: with only those, the range would lie too low."""
    places = [(place / 200, place / 200 < 0.5) for place in range(1, 200)]
    found, only_ended = calibrated(places), calibrated([one for one in places if one[1]])
    assert found is not None
    assert only_ended is not None
    assert found.low > only_ended.low
    assert found.high == 1.0 > only_ended.high


@pytest.mark.slow
@pytest.mark.parametrize(("factor", "way"), [(1.0, Way.NONE), (1.6, Way.SLOWER), (0.6, Way.FASTER)])
def test_that_cases_go_otherwise_is_noticed(factor: float, way: Way):
    def moved(chance: random.Random, began: float) -> float:
        return steady(chance, began) * (factor if began > 880 else 1.0)

    found = drift(trials({("a", "information"): cases(3_000, moved)}))
    assert found is not None
    assert found.way is way, found
    assert drift([]) is None
