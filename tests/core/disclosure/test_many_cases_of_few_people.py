"""P2 where some people have many cases: no figure of cases tells of few people, nor how many cases somebody has.

0 of 1,000 bounds the rate at 3 in 1,000 (95 %). Each attack is also made where figures count cases as if each were
another person's, and there it succeeds.
"""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.disclosure.attacking import SPLITS, Programme, _atom, people_of, weights
from tests.core.disclosure.many_of_one import NUMBERS, Known, in_few_hands, lonely, publish, returning

from borgerfokus.core.disclosure import Rule, evenly, is_few
from borgerfokus.core.disclosure.cube import Record, cube

RULE = Rule(suppress_up_to=7, round_to=5)
OFF = Rule(suppress_up_to=0, round_to=1)
CERTAIN = 0.99
POPULATIONS = 1_000


def few_told(seed: int, *, of_people: bool) -> int:
    """How many shown cells hold few people. Without `of_people` each case is taken for another person's."""
    found = in_few_hands(Random(seed))
    asked = found if of_people else [Record(place, one.values) for place, one in enumerate(found)]
    shown = cube(asked, splits=SPLITS, rule=RULE, weight=weights(seed), of_things=True).shown
    return sum(len({found[place].person for place in places}) <= RULE.suppress_up_to for places in shown.values())


def tells_how_many(seed: int, rule: Rule, *, protected: bool) -> bool:
    """Whether whoever knows all but the one with thirty cases is certain of the group of that one, or how many."""
    found = lonely(Random(seed))
    known = Known(found, publish(found, rule, weights(seed), protected=protected), rule, protected=protected)
    likely = known.many((1,) if protected and rule.round_to > 1 else NUMBERS)
    group = _atom(found[0])
    of_group = sum(one for (atom, _number), one in likely.items() if atom == group)
    of_number = sum(one for (_atom_of, number), one in likely.items() if number == 30)
    return max(of_group, of_number) > CERTAIN


def tells_where(seed: int, rule: Rule) -> bool:
    """Whether whoever knows all but one who came twice is certain of a group of that one."""
    found = returning(Random(seed))
    likely = Known(found, publish(found, rule, weights(seed), protected=True), rule, protected=True).two()
    mine = {_atom(one) for one in found if one.person == 0}
    return any(sum(one for places, one in likely.items() if atom in places) > CERTAIN for atom in mine)


def narrowest(seed: int, rule: Rule) -> int:
    """How wide the narrowest interval is that linear programming leaves of three cells, in people."""
    draw = Random(seed)
    found = returning(draw)
    releases = publish(found, rule, weights(seed), protected=True)
    programme = Programme(found, releases, rule)
    cells = draw.sample(sorted(releases[1].counts), 3)
    intervals = [programme.interval(cell) for cell in cells]
    sides = [(low, high) if rule.round_to == 1 else people_of(low, high) for low, high in intervals]
    return min(most - fewest for fewest, most in sides)


@pytest.mark.slow
def test_many_cases_of_few_people_are_never_shown() -> None:
    assert sum(few_told(seed, of_people=True) for seed in range(POPULATIONS)) == 0


@pytest.mark.slow
def test_whoever_knows_all_but_the_one_with_most_cases_tells_neither_where_nor_how_many() -> None:
    assert [seed for seed in range(POPULATIONS) if tells_how_many(seed, RULE, protected=True)] == []


@pytest.mark.slow
def test_whoever_knows_all_but_one_who_came_twice_recovers_nobody() -> None:
    assert [seed for seed in range(POPULATIONS) if tells_where(seed, RULE)] == []


@pytest.mark.slow
def test_linear_programming_leaves_at_least_five_people_wide() -> None:
    assert min(narrowest(seed, RULE) for seed in range(POPULATIONS)) >= 5


def test_most_is_still_told() -> None:
    """What tells nothing tells nobody of anybody: the attacks above have tables to work on."""
    told = [publish(returning(Random(seed)), RULE, weights(seed), protected=True)[1].counts for seed in range(50)]
    assert sum(any(count is not None for count in counts.values()) for counts in told) > 45


def test_where_each_case_is_another_person_few_people_are_shown() -> None:
    """Sabotage: a table that knows no people."""
    assert sum(few_told(seed, of_people=False) > 0 for seed in range(20)) > 10


def test_where_cases_are_counted_the_one_with_most_is_recovered() -> None:
    """Sabotage: weights alone hide one case and not thirty."""
    assert sum(tells_how_many(seed, RULE, protected=False) for seed in range(40)) > 10


def test_with_the_rounding_off_everything_is_told() -> None:
    """Sabotage."""
    assert all(tells_where(seed, OFF) for seed in range(5))
    assert min(narrowest(seed, OFF) for seed in range(5)) == 0


def test_a_group_counts_as_evenly_as_its_people_have() -> None:
    assert evenly([(1, 1.0)] * 20) == 20
    assert evenly([(2, 3.0)] * 10) == 20, "by weight, whatever each has"
    assert evenly([(1, 30.0), *[(1, 1.0)] * 100]) == 1
    assert evenly([]) == 0
    assert is_few(people=101, weighted=evenly([(1, 30.0), *[(1, 1.0)] * 100]), rule=RULE)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(1, 40)), max_size=60))
def test_a_group_never_counts_for_more_than_its_weights(things: list[tuple[int, int]]) -> None:
    assert 0 <= evenly(things) <= sum(weight for weight, _number in things)
