"""P2 on lengths: no median, percentile or mean that is told says how long somebody took.

0 of 1,000 bounds the rate at 3 in 1,000 (95 %). With the rounding off the same attack succeeds.
"""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.disclosure.lengths_of_all_but_one import is_told, own_figures, took

from borgerfokus.core.disclosure import Rule
from borgerfokus.core.disclosure.lengths import MEDIAN, NINTH, length, most, outer

RULE = Rule(suppress_up_to=7, round_to=5)
OFF = Rule(suppress_up_to=0, round_to=1)
POPULATIONS = 1_000


@pytest.mark.slow
def test_whoever_knows_how_long_all_but_one_took_is_certain_of_nobody() -> None:
    assert [seed for seed in range(POPULATIONS) if is_told(seed, RULE)] == []


def test_the_first_of_them_are_always_tried() -> None:
    assert [seed for seed in range(8) if is_told(seed, RULE)] == []


def test_with_the_rounding_off_the_one_is_told() -> None:
    """Sabotage."""
    assert sum(is_told(seed, OFF) for seed in range(20)) > 10


def test_without_rounded_lengths_figures_are_somebodys_own() -> None:
    """Sabotage: weights alone leave a median what it is, somebody's own time."""
    bare = [own_figures(took(Random(seed)), RULE, seed, lengths=lambda value, **_of: value) for seed in range(20)]
    assert all(own == told > 0 for own, told in bare)
    rounded = [own_figures(took(Random(seed)), RULE, seed) for seed in range(20)]
    assert sum(own for own, _told in rounded) < 0.1 * sum(told for _own, told in rounded)


@given(st.floats(0, 1_000), st.integers(8, 2_000), st.sampled_from([MEDIAN, NINTH]))
def test_what_is_told_is_near_and_coarser_the_further_out(value: float, people: int, share: float) -> None:
    told = length(value, people=people, rule=RULE, share=share)
    assert told * 2 == int(told * 2)
    assert abs(told - value) <= max(1, 5 * value / (people * (1 - share)))
    assert length(value, people=people, rule=OFF, share=share) == value


def test_what_is_far_out_is_told_of_many_alone() -> None:
    assert outer(40.0, people=70, rule=RULE) is None
    assert outer(40.0, people=75, rule=RULE) == 40
    assert outer(40.3, people=1, rule=OFF) == 40.3
    assert most(20.0, rule=RULE) == 60
    assert most(0.0, rule=RULE) == 3


def test_of_nobody_nothing_is_told() -> None:
    with pytest.raises(ValueError, match="somebody"):
        length(3.0, people=0, rule=RULE)
