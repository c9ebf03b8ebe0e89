"""What is published never lets a small group be counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.disclosure import Rule, count, share

RULE = Rule(suppress_up_to=7, round_to=5)


@pytest.mark.parametrize(("number", "shown"), [(0, None), (7, None), (8, 10), (12, 10), (13, 15), (62, 60), (68, 70)])
def test_counts(number: int, shown: int | None) -> None:
    assert count(number, rule=RULE) == shown


def test_a_share_is_reckoned_from_what_is_shown() -> None:
    found = share(62, 88, rule=RULE)
    assert found is not None
    assert (found.part, found.whole, found.percent) == (60, 90, 67)


@pytest.mark.parametrize(("part", "percent"), [(0, 0), (7, 0), (93, 100), (100, 100), (50, 50)])
def test_a_small_part_or_rest_shows_as_nothing_or_all(part: int, percent: int) -> None:
    found = share(part, 100, rule=RULE)
    assert found is not None
    assert found.percent == percent


def test_a_small_whole_is_not_shown() -> None:
    assert share(3, 7, rule=RULE) is None


@given(whole=st.integers(8, 5000), data=st.data())
def test_the_true_count_is_never_certain(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    found = share(part, whole, rule=RULE)
    assert found is not None
    near = range(max(0, part - 8), min(whole, part + 8) + 1)
    same = [other for other in near if share(other, whole, rule=RULE) == found]
    assert len(same) >= 3


@pytest.mark.parametrize("wrong", [(-1, 5), (7, 0)])
def test_a_rule_that_protects_nothing_is_refused(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="disclosure rule"):
        Rule(suppress_up_to=wrong[0], round_to=wrong[1])


def test_without_rounding_a_count_is_certain() -> None:
    """Sabotage: with rounding off the property above fails, so it can see what it is there for."""
    off = Rule(suppress_up_to=0, round_to=1)
    same = [other for other in range(54, 71) if share(other, 88, rule=off) == share(62, 88, rule=off)]
    assert same == [62]
