"""Places, funnels and likeness in small cases that can be checked by hand."""

from math import sqrt

import pytest

from borgerfokus.core.benchmark import quarter_ends
from borgerfokus.core.benchmark.funnel import FEWEST, funnel
from borgerfokus.core.benchmark.likeness import neighbours
from borgerfokus.core.benchmark.ranks import Estimate, pairwise_reach, places, steadied


def test_two_who_are_far_apart_have_a_place_each() -> None:
    first, second = places([Estimate("a", 10, 1, 50), Estimate("b", 20, 1, 50)], higher_is_better=False)
    assert (first.estimate.key, first.rank, first.first, first.last) == ("a", 1, 1, 1)
    assert (second.estimate.key, second.rank, second.first, second.last) == ("b", 2, 2, 2)


def test_two_who_are_near_share_both_places() -> None:
    placed = places([Estimate("a", 10, 5, 50), Estimate("b", 12, 5, 50)], higher_is_better=False)
    assert [(one.rank, one.first, one.last) for one in placed] == [(1, 1, 2), (2, 1, 2)]


def test_equals_share_the_rank() -> None:
    three = [Estimate("a", 10, 1, 50), Estimate("b", 10, 1, 50), Estimate("c", 90, 1, 9)]
    placed = places(three, higher_is_better=True)
    assert [(one.estimate.key, one.rank) for one in placed] == [("c", 1), ("a", 2), ("b", 2)]


def test_the_more_pairs_the_more_must_they_differ() -> None:
    assert pairwise_reach(2, confidence=0.95) == pytest.approx(1.96, abs=0.001)
    assert pairwise_reach(98, confidence=0.95) == pytest.approx(4.41, abs=0.01)


@pytest.mark.parametrize(("error", "cases"), [(0, 5), (-1, 5), (1, 0)])
def test_a_figure_without_error_or_cases_is_none(error: float, cases: int) -> None:
    with pytest.raises(ValueError, match="standard error"):
        Estimate("a", 1, error, cases)


def test_few_cases_are_no_surer_than_the_spread_of_everybody() -> None:
    lucky = Estimate("lucky", 10, 0.01, 9)
    others = [Estimate(str(n), 10, 1, 100) for n in range(4)]
    found = {one.key: one.error for one in steadied([lucky, *others])}
    assert found["lucky"] == pytest.approx(10 / sqrt(9))
    assert found["0"] == 1
    assert steadied([]) == []


def test_a_funnel_needs_a_few_and_narrows_with_the_cases() -> None:
    many = [Estimate(str(n), 10 + n % 2, 10 / sqrt(50 * (n + 1)), 50 * (n + 1)) for n in range(8)]
    assert funnel(many[: FEWEST - 1]) is None
    found = funnel(many)
    assert found is not None
    (low, high), (closer_low, closer_high) = (found.limits(cases, reach=2) for cases in (50, 400))
    assert low < closer_low < found.middle < closer_high < high


def test_distance_is_the_root_of_the_mean_square_in_standard_deviations() -> None:
    near = neighbours(own="a", areas=["a", "b", "c"], background={"older": {"a": 10, "b": 20, "c": 10}})
    assert [one.area for one in near] == ["c", "b"]
    assert near[0].distance == 0
    assert near[1].distance == near[1].apart["older"] == pytest.approx(10 / (sqrt(2) / 3 * 10))


def test_what_we_lack_or_nobody_differs_in_tells_nothing() -> None:
    assert neighbours(own="x", areas=["a"], background={"older": {"a": 1, "b": 2}}) == ()
    assert neighbours(own="a", areas=["b"], background={"older": {"a": 1, "b": 1}}) == ()
    assert neighbours(own="a", areas=["b"], background={}) == ()


def test_a_figure_that_spans_widely_is_compared_by_its_logarithm() -> None:
    near = neighbours(own="a", areas=["b", "c"], background={"population": {"a": 100, "b": 10, "c": 1000}})
    assert near[0].distance == pytest.approx(near[1].distance)


@pytest.mark.parametrize(("quarter", "ends"), [("2026Q3", "2026-10-01"), ("2026Q4", "2027-01-01")])
def test_the_end_of_a_quarter(quarter: str, ends: str) -> None:
    assert quarter_ends(quarter).isoformat() == ends


def test_what_is_no_quarter_has_no_end() -> None:
    with pytest.raises(ValueError, match="no quarter"):
        quarter_ends("2026K3")
