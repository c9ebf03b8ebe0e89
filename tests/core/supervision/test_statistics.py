"""Shares with their uncertainty, held against published and hand-reckoned examples."""

from math import comb, inf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.effect import wilson
from borgerfokus.core.supervision.statistics import (
    Judged,
    agreement,
    effective_size,
    estimate,
    precision,
    precision_in_words,
    wilson_share,
)

NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
"""Newcombe 1998 (Statistics in Medicine 17, 857-872), table I, method 3: Wilson without continuity correction."""


@pytest.mark.parametrize(("part", "whole", "low", "high"), NEWCOMBE)
def test_published_intervals_come_out(part: int, whole: int, low: float, high: float) -> None:
    found = wilson_share(part / whole, whole)
    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


@given(part=st.integers(0, 200), more=st.integers(0, 200))
def test_it_is_the_interval_of_core_effect_for_whole_numbers(part: int, more: int) -> None:
    if part + more:
        found, known = wilson_share(part / (part + more), part + more), wilson(part, part + more)
        assert found.low == pytest.approx(known.low, abs=1e-12)
        assert found.high == pytest.approx(known.high, abs=1e-12)


@pytest.mark.parametrize("size", [3.0, 4.2, 6.3, 7.7, 12.1])
def test_nothing_found_is_no_less_than_nothing(size: float) -> None:
    """Rounding must not make a share of none look better than another share of none."""
    assert wilson_share(0.0, size).low == 0.0
    assert wilson_share(1.0, size).high == 1.0


def test_all_cases_leave_no_uncertainty() -> None:
    found = estimate([Judged(one % 3 == 0, 1.0) for one in range(30)])
    assert found is not None
    assert (found.interval.low, found.interval.high) == (found.share, found.share)


def test_a_sample_of_few_cases_is_surer_by_the_finite_population_correction() -> None:
    """50 of 100 drawn alike: the effective size is 50 · 99/50 = 99, so the interval is that of 99 cases."""
    assert effective_size([2.0] * 50, population=100) == pytest.approx(99)
    found = estimate([Judged(one < 25, 2.0) for one in range(50)])
    assert found is not None
    assert found.interval == wilson_share(0.5, 99)


def test_unequal_weights_are_reckoned_by_hand() -> None:
    """Two strata: 4 of 40 drawn (weight 10) with 3 met, 2 of 4 (weight 2) with none met.

    Share: (3 · 10) / (4 · 10 + 2 · 2) = 30/44. Kish: 44² / (4 · 100 + 2 · 4) = 1936/408. FPC: 43/38.
    """
    judged = [Judged(one < 3, 10.0) for one in range(4)] + [Judged(False, 2.0)] * 2
    found = estimate(judged)
    assert found is not None
    assert found.share == pytest.approx(30 / 44)
    assert found.interval == wilson_share(30 / 44, 1936 / 408 * 43 / 38)
    assert (found.met, found.judged) == (3, 6)


def test_nothing_that_applies_gives_no_estimate() -> None:
    assert estimate([]) is None
    with pytest.raises(ValueError, match="nobody"):
        effective_size([], population=5)
    with pytest.raises(ValueError, match="share"):
        wilson_share(1.2, 10)


def test_the_precision_before_the_draw_is_that_of_the_widest_interval() -> None:
    assert precision(100, population=10**9) == pytest.approx(1.96 / sqrt(100 + 1.96**2) / 2, abs=1e-3)
    assert precision(40, population=40) == 0
    assert precision(20, population=400) > precision(40, population=400)
    assert "±15" in precision_in_words(40, population=10_000).da
    assert "Alle 12 sager" in precision_in_words(50, population=12).da


@given(size=st.integers(1, 300), population=st.integers(1, 2_000))
def test_the_precision_lies_between_nothing_and_half(size: int, population: int) -> None:
    assert 0 <= precision(size, population=population) <= 0.5


@given(st.lists(st.tuples(st.booleans(), st.floats(1, 50)), min_size=1, max_size=60))
def test_a_share_lies_in_its_interval(rows: list[tuple[bool, float]]) -> None:
    found = estimate([Judged(met, weight) for met, weight in rows])
    assert found is not None
    assert 0 <= found.interval.low <= found.share + 1e-9
    assert found.share - 1e-9 <= found.interval.high <= 1


@pytest.mark.parametrize(("cases", "drawn"), [(16, 8), (40, 12), (60, 30), (200, 40)])
def test_the_interval_covers_the_truth_about_as_often_as_it_says(cases: int, drawn: int) -> None:
    """Every truth and every sample, by the hypergeometric chances: on average at least 93 of 100 intervals hold it.

    In single truths it is less, as with every interval for whole numbers (Brown, Cai and DasGupta 2001).
    """
    covered = 0.0
    for truth in range(1, cases):
        for met in range(max(0, drawn - (cases - truth)), min(drawn, truth) + 1):
            found = estimate([Judged(one < met, cases / drawn) for one in range(drawn)])
            assert found is not None
            if found.interval.low <= truth / cases <= found.interval.high:
                covered += comb(truth, met) * comb(cases - truth, drawn - met) / comb(cases, drawn)
    assert covered / (cases - 1) >= 0.93


def test_agreement_is_reckoned_as_in_the_textbook() -> None:
    """Cohen 1960: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed 0.7, by chance 0.5, kappa 0.4."""
    pairs = [(True, True)] * 20 + [(True, False)] * 5 + [(False, True)] * 10 + [(False, False)] * 15
    alike, whole, kappa = agreement(pairs)
    assert (alike, whole) == (35, 50)
    assert kappa == pytest.approx(0.4)
    assert agreement([]) == (0, 0, None)
    assert agreement([(True, True)]) == (1, 1, None)


def test_an_endless_size_is_a_point() -> None:
    assert wilson_share(0.3, inf).low == 0.3
