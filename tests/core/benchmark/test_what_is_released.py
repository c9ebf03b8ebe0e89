"""What of a municipality's own values is released: few are never told of, and noise is part of the error."""

from hashlib import sha256

import pytest

from borgerfokus.core import disclosure
from borgerfokus.core.benchmark.releasing import Counted, released, share_error
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.disclosure.cube import Cell
from borgerfokus.core.indicators import Statistic

RULE = Rule(suppress_up_to=7, round_to=5)


def lot(cell: Cell) -> bytes:
    return sha256(f"{cell}".encode()).digest()


def weight(person: int) -> int:
    return disclosure.weight(sha256(f"{person}".encode()).digest())


def told(statistic: Statistic, values: list[float], *, rule: Rule = RULE, kind: str = "a", other: int = 0):  # type: ignore[no-untyped-def]
    counted = [Counted(person, kind, value) for person, value in enumerate(values)]
    counted += [Counted(1000 + person, "b", values[0]) for person in range(other)]
    found = released("x", statistic, counted, rule=rule, weight=weight, lot=lot)
    return {one.kind: one for one in found}


def test_a_share_of_many_is_told_with_an_error_that_holds_what_was_shaken() -> None:
    found = told(Statistic.SHARE, [1.0] * 70 + [0.0] * 30)[""]
    assert found.cases == 105, "by their weights they count for so many"
    assert found.value == pytest.approx(0.7, abs=0.1)
    assert found.error is not None
    assert found.error > share_error(found.value or 0, 105)


@pytest.mark.parametrize("statistic", list(Statistic))
def test_few_are_held_back(statistic: Statistic) -> None:
    assert told(statistic, [1.0] * 10)[""].cases is None


def test_with_the_rule_off_few_stand_open() -> None:
    """Sabotage: the same ten under a rule that holds nothing back."""
    found = told(Statistic.SHARE, [1.0] * 10, rule=Rule(suppress_up_to=0, round_to=1))[""]
    assert (found.cases, found.value) == (10, 1.0)


def test_a_kind_that_would_be_reckoned_out_is_held_back_too() -> None:
    found = told(Statistic.SHARE, [1.0, 0.0] * 30, other=4)
    assert found["b"].cases is None
    assert found["a"].cases is None, "all less these are the four"
    assert found[""].cases == 65, "64 by their weights"


def test_a_median_needs_more_than_the_rule_in_each_quarter() -> None:
    assert told(Statistic.MEDIAN, [float(n) for n in range(34)])[""].value is None
    found = told(Statistic.MEDIAN, [float(n) for n in range(100)])[""]
    assert found.value == pytest.approx(50, abs=5)
    assert found.error == pytest.approx(0.93 * 50 / 100**0.5 * (4 / 3) ** 0.5, rel=0.15)


def test_a_median_where_everybody_has_the_same_is_not_told_as_certain() -> None:
    found = told(Statistic.MEDIAN, [3.0] * 60)[""]
    assert found.value == 3.0
    assert found.error is not None
    assert found.error > 0


def test_a_number_of_things_is_rounded() -> None:
    found = told(Statistic.COUNT, [1.0] * 61)[""]
    assert found.value == 60


def test_somebody_with_many_cases_is_one_somebody() -> None:
    counted = [Counted(person % 6, "a", 1.0) for person in range(60)]
    assert all(one.cases is None for one in released("x", Statistic.SHARE, counted, rule=RULE, weight=weight, lot=lot))
