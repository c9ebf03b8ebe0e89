"""Nobody reviews an own case, and the cases are spread as evenly as that allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borgerfokus.core.supervision.assigning import NobodyImpartial, assign, impartial, spread

CASES = st.integers(1, 40).map(lambda number: [f"{one:03d}" for one in range(number)])
REVIEWERS = st.sets(st.integers(1, 8), min_size=1, max_size=6)


@given(cases=CASES, reviewers=REVIEWERS, data=st.data())
def test_nobody_gets_a_case_that_one_had_a_part_in(cases: list[str], reviewers: set[int], data: st.DataObject) -> None:
    involved = {one: data.draw(st.sets(st.integers(1, 10), max_size=4)) for one in cases}
    if any(not reviewers - involved[one] for one in cases):
        with pytest.raises(NobodyImpartial):
            assign(cases, reviewers=reviewers, involved=involved)
        return
    given_to = assign(cases, reviewers=reviewers, involved=involved)
    assert set(given_to) == set(cases)
    assert all(given_to[one] in reviewers - involved[one] for one in cases)


@given(cases=CASES, reviewers=REVIEWERS)
def test_without_conflicts_nobody_has_two_more_than_another(cases: list[str], reviewers: set[int]) -> None:
    given_to = assign(cases, reviewers=reviewers, involved={})
    assert spread(given_to, reviewers=reviewers) <= 1


@given(data=st.data(), cases=st.integers(1, 9), reviewers=st.integers(1, 3))
def test_the_load_is_as_even_as_the_conflicts_allow(data: st.DataObject, cases: int, reviewers: int) -> None:
    """Against every possible assignment: the heaviest load is the smallest there can be."""
    names, hands = [str(one) for one in range(cases)], set(range(reviewers))
    involved = {one: data.draw(st.sets(st.sampled_from(sorted(hands)), max_size=reviewers - 1)) for one in names}
    found = assign(names, reviewers=hands, involved=involved)
    most = max(list(found.values()).count(hand) for hand in hands)
    assert most == smallest_heaviest(names, hands, involved)


def smallest_heaviest(names: list[str], hands: set[int], involved: dict[str, set[int]]) -> int:
    loads = {tuple([0] * len(hands))}
    for name in names:
        loads = {
            tuple(load[place] + (place == hand) for place in range(len(hands)))
            for load in loads
            for hand in impartial(reviewers=hands, involved=involved[name])
        }
    return min(max(load) for load in loads)


def test_the_same_cases_are_given_the_same_way() -> None:
    cases = [f"{one:03d}" for one in range(20)]
    involved = {one: {int(one) % 3} for one in cases}
    once = assign(cases, reviewers={0, 1, 2}, involved=involved)
    assert once == assign(cases, reviewers={2, 1, 0}, involved=involved)


def test_the_case_that_nobody_may_review_is_named() -> None:
    with pytest.raises(NobodyImpartial) as caught:
        assign(["007"], reviewers={1}, involved={"007": {1}})
    assert caught.value.number == "007"
