"""A draw is random, can be repeated, and shows when somebody has touched the seed, the list or the sample."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from borgerfokus.core.logcontrol import ending, rounds
from borgerfokus.core.logcontrol.rounds import Fault
from borgerfokus.core.logcontrol.words import ENDED, State

UNIT_OF = {number: number % 7 for number in range(1, 701)}


def test_the_same_seed_draws_the_same_and_another_draws_others() -> None:
    first = rounds.draw(UNIT_OF, size=40, seed="a" * 32)
    assert rounds.draw(dict(reversed(UNIT_OF.items())), size=40, seed="a" * 32) == first
    assert len(set(first.ids)) == 40
    assert set(rounds.draw(UNIT_OF, size=40, seed="b" * 32).ids) != set(first.ids)


def test_every_look_up_is_drawn_about_as_often_over_many_seeds() -> None:
    taken = Counter(one for seed in range(400) for one in rounds.draw(UNIT_OF, size=70, seed=str(seed)).ids)
    assert len(taken) == len(UNIT_OF)
    spread = sum((taken[one] - 40) ** 2 / 40 for one in UNIT_OF)
    assert spread < 800, "chi-square over 693 degrees of freedom, variance a tenth smaller without replacement"


def test_each_unit_has_one_however_small_the_sample() -> None:
    drawn = rounds.draw(UNIT_OF, size=1, seed="x")
    assert {UNIT_OF[one] for one in drawn.ids} == set(range(7))


@pytest.mark.parametrize(
    ("touched", "fault"),
    [
        ({"seed": "other"}, {Fault.PROMISE, Fault.SAMPLE}),
        ({"unit_of": {**UNIT_OF, 9_999: 3}}, {Fault.LIST}),
        ({"unit_of": {one: unit for one, unit in UNIT_OF.items() if one != 350}}, {Fault.LIST}),
    ],
)
def test_a_touched_draw_is_found(touched: dict[str, object], fault: set[Fault]) -> None:
    told = rounds.draw(UNIT_OF, size=40, seed="seed")
    asked: dict[str, object] = {"unit_of": UNIT_OF, "seed": "seed", "promised": rounds.promise("seed"), "told": told}
    assert rounds.faults(size=40, **asked) == ()  # type: ignore[arg-type]
    assert fault <= set(rounds.faults(size=40, **{**asked, **touched}))  # type: ignore[arg-type]


def test_a_swapped_look_up_in_the_sample_is_found() -> None:
    told = rounds.draw(UNIT_OF, size=40, seed="seed")
    other = next(one for one in UNIT_OF if one not in told.ids)
    swapped = replace(told, ids=(other, *told.ids[1:]))
    found = rounds.faults(UNIT_OF, size=40, seed="seed", promised=rounds.promise("seed"), told=swapped)
    assert found == (Fault.SAMPLE,)


def test_months_and_half_years() -> None:
    assert rounds.month_of(date(2026, 12, 31)) == (date(2026, 12, 1), date(2027, 1, 1))
    assert rounds.half_year_of(date(2026, 7, 1)) == (date(2026, 7, 1), date(2027, 1, 1))
    assert rounds.half_year_of(date(2026, 6, 30)) == (date(2026, 1, 1), date(2026, 7, 1))


def test_every_state_leads_to_an_end() -> None:
    for state in set(State) - ENDED:
        assert ending.after(state, ending.CLOSE) is State.CLOSED
        assert ending.after(state, ending.ESCALATE) is State.ESCALATED
    assert ending.after(State.CLOSED, ending.ASK) is None
    assert ending.after(State.OPEN, ending.ANSWER) is None


def test_nobody_judges_an_own_look_up() -> None:
    assert ending.may_judge(judge=1, employee=2, reviewer=1, is_officer=False)
    assert ending.may_judge(judge=3, employee=2, reviewer=1, is_officer=True)
    assert not ending.may_judge(judge=2, employee=2, reviewer=2, is_officer=True)
    assert not ending.may_judge(judge=3, employee=2, reviewer=1, is_officer=False)
