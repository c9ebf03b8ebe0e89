"""Attacks on figures of groups: by what is hidden, by differences of filters, and by knowing everybody but one.

Each attack is also made on a build with the protection off, where it must succeed: so it can see what it is for.
"""

from hashlib import blake2b
from itertools import combinations
from math import inf
from random import Random
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from borgerfokus.core.disclosure import Rule, Share, count, is_few, kept, rate, rate_step, weight, weighted_rule
from borgerfokus.core.disclosure.cube import Cell, Cube, Record, cube
from borgerfokus.core.effect import Change, paired_change

RULE = Rule(suppress_up_to=7, round_to=5)
OFF = Rule(suppress_up_to=0, round_to=1)
MIDDLE = (2**63).to_bytes(8, "big")
"""The lot in the middle, which shakes nothing."""
SPLITS = (("level", "offer"), ("offer", "unit"), ("level", "unit"), ("method", "unit"))
Pair = tuple[int, int]


def records(draw: Random, number: int) -> list[Record]:
    """People with one to three goals each, more in some groups than in others; a method belongs to an offer."""
    methods = {"a": ("m1",), "b": ("m1", "m2"), "c": ("m2",), "d": ()}
    found = []
    for person in range(number):
        unit = draw.choices("xyz", (8, 3, 1))[0]
        for _ in range(draw.randint(1, 3)):
            offer = draw.choices("abcd", (9, 5, 2, 1))[0]
            level = draw.choices("1234", (1, 5, 8, 2))[0]
            values = {"offer": (offer,), "unit": (unit,), "level": (level,), "method": methods[offer]}
            found.append(Record(person=person, values=values))
    return found


def people(found: list[Record], places: object) -> set[int]:
    return {found[place].person for place in places}  # type: ignore[attr-defined]


def small_differences(found: list[Record], given: Cube, few: int) -> list[tuple[Cell, Cell]]:
    """Every two shown cells of which one lies in the other and all but few of its people."""
    small = []
    for wide, narrow in combinations(sorted(given.shown, key=len), 2):
        inner, outer = set(given.shown[narrow]), set(given.shown[wide])
        if inner < outer and 0 < len(people(found, outer - inner)) <= few:
            small.append((wide, narrow))
    return small


def small_remainders(found: list[Record], given: Cube, few: int) -> list[tuple[Cell, str]]:
    """Every shown cell that, less all that is shown of its parts, leaves few people."""
    small = []
    for wide in given.shown:
        for name in ("offer", "unit", "level", "method"):
            parts = [set(given.shown[one]) for one in given.shown if dict(one).keys() - dict(wide).keys() == {name}
                     and set(wide) <= set(one)]  # fmt: skip
            left = set(given.shown[wide]) - set().union(*parts)
            if parts and 0 < len(people(found, left)) <= few:
                small.append((wide, name))
    return small


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), number=st.integers(0, 160))
def test_no_small_group_stands_open_or_can_be_subtracted(seed: int, number: int) -> None:
    found = records(Random(seed), number)
    given = cube(found, splits=SPLITS, rule=RULE)
    assert all(len(people(found, places)) > 7 for places in given.shown.values())
    assert small_differences(found, given, 7) == []
    assert small_remainders(found, given, 7) == []


def test_the_attacks_see_small_groups_where_the_rule_is_off() -> None:
    """Sabotage: with the threshold off, small groups stand open and can be subtracted."""
    found = records(Random(4), 120)
    given = cube(found, splits=SPLITS, rule=OFF)
    assert any(len(people(found, places)) <= 7 for places in given.shown.values())
    assert small_differences(found, given, 7)
    assert not given.held


def test_a_threshold_without_a_second_hand_lets_a_group_be_subtracted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: with primary suppression alone, what is left over tells of the small group."""
    from borgerfokus.core.disclosure.cube import _Work

    monkeypatch.setattr(_Work, "hold_back", lambda self: False)
    found = [Record(person, {"unit": ("big" if person < 60 else "small",)}) for person in range(63)]
    given = cube(found, splits=(("unit",),), rule=RULE)
    assert small_differences(found, given, 7) == [((), (("unit", "big"),))]


def test_what_is_held_back_is_enough_to_hide_in() -> None:
    found = [Record(person, {"unit": ("abc"[person % 3] if person < 60 else "d",)}) for person in range(64)]
    given = cube(found, splits=(("unit",),), rule=RULE)
    assert len(given.held) == 2, "the small one, and the smallest of the others"
    assert () in given.shown


def feasible(found: list[Record], given: Cube, rule: Rule) -> dict[Cell, float]:
    """How wide each small group's count may lie, for whoever has every table: a linear programme over the cells."""
    atoms = sorted({tuple(sorted((name, value[0]) for name, value in one.values.items())) for one in found})
    rows, tops = [], []
    for cell, places in given.shown.items():
        row = [1.0 if set(cell) <= set(atom) else 0.0 for atom in atoms]
        shown = count(len(places), rule=rule)
        assert shown is not None
        fits = [one for one in range(shown + 6) if count(one, rule=rule) == shown]
        rows += [row, [-one for one in row]]
        tops += [max(fits), -min(fits)]
    widths = {}
    for cell in given.held or given.shown:
        aim = [1.0 if set(cell) <= set(atom) else 0.0 for atom in atoms]
        ends = [linprog([sign * one for one in aim], A_ub=rows, b_ub=tops).fun * sign for sign in (1, -1)]
        widths[cell] = ends[1] - ends[0]
    return widths


def test_nobody_with_every_table_can_tell_a_small_count() -> None:
    for seed in range(12):
        draw = Random(seed)
        found = [
            Record(person, {name: (draw.choices(words, (9, 4, 1))[0],) for name, words in
                            {"offer": "abc", "unit": "xyz", "level": "123"}.items()})
            for person in range(draw.randint(40, 160))
        ]  # fmt: skip
        splits = (("level", "offer"), ("offer", "unit"), ("level", "unit"))
        given = cube(found, splits=splits, rule=RULE)
        assert given.held
        assert min(feasible(found, given, RULE).values()) >= 5
        assert min(feasible(found, cube(found, splits=splits, rule=OFF), OFF).values()) < 1, "sabotage: exact without"


def lots(seed: int):  # type: ignore[no-untyped-def]
    return lambda person: blake2b(f"{seed}/{person}".encode(), key=b"secret").digest()


def shown(pairs: list[Pair], rule: Rule) -> Change | None:
    return paired_change(pairs, started=len(pairs), rule=rule)


def told(others: list[Pair], seen: Change | None, draw: Random, *, weighed: bool) -> bool:
    """Whether somebody who knows the others, and how weights are drawn, is 99 % certain of the last one's levels."""
    tries = 60 if weighed else 1
    likely = {
        pair: sum(shown(drawn([*others, pair], draw, weighed=weighed), RULE) == seen for _ in range(tries))
        for pair in [(b, a) for b in range(5) for a in range(5)]
    }
    return max(likely.values()) > 0.99 * sum(likely.values())


def drawn(pairs: list[Pair], draw: Random, *, weighed: bool) -> list[Pair]:
    return [pair for pair in pairs for _ in range(draw.choice((0, 1, 1, 1, 1, 2)) if weighed else 1)]


def attacked(tries: int, *, weighed: bool) -> int:
    """How many of so many groups an attacker who knows everybody but one can tell the last one of."""
    draw, certain = Random(17), 0
    for seed in range(tries):
        number = draw.randint(14, 24)
        firsts = [draw.randint(1, 4) for _ in range(number)]
        pairs = [(one, max(0, min(4, one + draw.choice((-2, -1, -1, 0, 0, 0, 1))))) for one in firsts]
        lot = lots(seed)
        known = kept(dict(enumerate(pairs)), rule=RULE, weight=lambda person, lot=lot: weight(lot(person)))
        victim = draw.randrange(number)
        others = [pair for place, pair in enumerate(pairs) if place != victim]
        certain += told(others, shown(known if weighed else pairs, RULE), draw, weighed=weighed)
    return certain


@pytest.mark.slow
def test_whoever_knows_everybody_but_one_is_never_certain_of_that_one() -> None:
    """Without the weights some are told, which is why people count by them."""
    assert attacked(60, weighed=True) == 0
    assert attacked(300, weighed=False) > 0


NORMAL = NormalDist()


def likely(part: int, whole: int, seen: Share, *, shaken: bool) -> float:
    """How likely a figure is when so many say yes, for somebody who knows how it is made but not the lot."""
    one = rate_step(whole)
    low, high = seen.percent / 100 - one / 2, seen.percent / 100 + one / 2
    low = -inf if seen.percent / 100 <= one + 1e-9 else low * whole - part
    high = inf if seen.percent / 100 >= 1 - one - 1e-9 else high * whole - part
    return NORMAL.cdf(high) - NORMAL.cdf(low) if shaken else float(low - 1e-9 <= 0 <= high + 1e-9)


def answers_told(tries: int, *, shaken: bool) -> int:
    """How many of so many groups whoever knows all answers but one is 99 % certain of the last one's."""
    draw, certain = Random(5), 0
    for seed in range(tries):
        whole = draw.randint(8, 60)
        answers = [draw.random() < draw.choice((0.05, 0.3, 0.6, 0.95)) for _ in range(whole)]
        lot = lots(seed)(0) if shaken else MIDDLE
        seen = rate(sum(answers), whole, rule=RULE, lot=lot)
        assert seen is not None
        others = sum(answers[1:])
        no, yes = (likely(others + one, whole, seen, shaken=shaken) for one in (0, 1))
        certain += max(no, yes) / (no + yes) > 0.99
    return certain


def test_whoever_knows_every_answer_but_one_is_never_certain_of_that_one() -> None:
    """0 of 3,000: at most 1 in 1,000 (95 %). Not shaken, rounding alone tells some."""
    assert answers_told(3_000, shaken=True) == 0
    assert answers_told(3_000, shaken=False) > 0


@pytest.mark.parametrize(("part", "percent"), [(0, 10), (3, 30), (5, 50), (10, 90)])
def test_nothing_and_all_are_never_told_of_few(part: int, percent: int) -> None:
    found = rate(part, 10, rule=RULE, lot=MIDDLE)
    assert found is not None
    assert found.percent == percent


def test_a_share_of_many_is_told_more_finely() -> None:
    found = rate(137, 400, rule=RULE, lot=MIDDLE)
    assert found is not None
    assert found.percent == 34
    assert rate(3, 7, rule=RULE, lot=MIDDLE) is None
    exact = rate(1, 3, rule=OFF, lot=MIDDLE)
    assert exact == Share(part=1, whole=3, percent=33)


def test_people_count_by_their_lots_and_once_without_rounding() -> None:
    everybody = {number: number for number in range(6_000)}

    def mine(person: int) -> int:
        return weight(lots(1)(person))

    found = kept(everybody, rule=RULE, weight=mine)
    assert found == kept(everybody, rule=RULE, weight=mine)
    assert len(found) == pytest.approx(6_000, abs=150), "right on average"
    assert {found.count(one) for one in range(60)} == {0, 1, 2}
    assert kept(everybody, rule=OFF, weight=mine) == sorted(everybody)


def test_a_group_must_be_large_by_its_weights_too() -> None:
    assert weighted_rule(RULE) == Rule(suppress_up_to=13, round_to=5)
    assert weighted_rule(OFF) == OFF
    assert is_few(people=7, weighted=14, rule=RULE)
    assert is_few(people=20, weighted=13, rule=RULE)
    assert not is_few(people=8, weighted=14, rule=RULE)
