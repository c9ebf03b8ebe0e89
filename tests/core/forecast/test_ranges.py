"""The ranges hold what they say on later cases, also where cases change; without calibration they would not."""

import random
from collections.abc import Callable

import pytest

from borgerfokus.core.forecast import Spell, levels_of, like, proving, record, trials
from borgerfokus.core.forecast.levels import Levels, calibrated

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


@pytest.mark.parametrize("seed", range(5))
def test_nine_of_ten_are_nine_of_ten_on_the_later_half(seed: int):
    found = record(trials({("a", "information"): cases(3_000, steady, seed=seed)}))
    assert found is not None
    assert 0.88 <= found.nine_of_ten <= 0.92
    assert 0.44 <= found.half <= 0.56
    assert found.off < found.off_mean_of_phase


def test_where_cases_change_the_levels_are_moved():
    found = record(trials({("a", "information"): cases(3_000, uneven)}))
    assert found is not None
    assert 0.86 <= found.nine_of_ten <= 0.94


def test_without_calibration_it_would_not_hold(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(proving, "calibrated", lambda places: Levels())
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


def test_few_later_cases_leave_the_levels_as_they_are():
    assert calibrated([0.5] * 39) == Levels()
    assert calibrated([place / 100 for place in range(1, 100)]) == Levels()
    assert levels_of(cases(50, steady)) == Levels()
