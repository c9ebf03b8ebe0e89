"""The statistics against published worked examples, and nothing told of few people.

Sources: Student, "The probable error of a mean", Biometrika 6 (1908), the sleep data with the paired interval that
statistics packages print for it; Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
Medicine 17 (1998), table I, method 3; critical values of t from the printed tables of Fisher and Yates.
"""

from math import isclose

import pytest

from borgerfokus.core.disclosure import Rule
from borgerfokus.core.effect import paired_change, proportion, student, wilson

OPEN = Rule(suppress_up_to=0, round_to=1)
LOT = (2**63).to_bytes(8, "big")
"""The lot in the middle, which shakes nothing."""
CLOSED = Rule(suppress_up_to=4, round_to=5)
SLEEP = list(
    zip(
        (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
        (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4),
        strict=True,
    )
)


def test_students_sleep_data() -> None:
    found = paired_change(SLEEP, started=10, rule=OPEN)
    assert found is not None
    assert isclose(found.mean, 1.58, abs_tol=1e-9)
    assert isclose(found.interval.low, 0.7001142, abs_tol=1e-7)
    assert isclose(found.interval.high, 2.4598858, abs_tol=1e-7)
    assert found.p is not None
    assert isclose(found.p, 0.00283289, abs_tol=1e-8)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_newcombes_score_intervals(part: int, whole: int, low: float, high: float) -> None:
    found = wilson(part, whole)
    assert isclose(found.low, low, abs_tol=5e-5)
    assert isclose(found.high, high, abs_tol=5e-5)


@pytest.mark.parametrize(
    ("confidence", "df", "t"),
    [
        (0.95, 1, 12.706),
        (0.95, 4, 2.776),
        (0.95, 9, 2.262),
        (0.95, 30, 2.042),
        (0.95, 120, 1.980),
        (0.99, 5, 4.032),
        (0.90, 10, 1.812),
    ],
)
def test_printed_critical_values_of_t(confidence: float, df: int, t: float) -> None:
    assert isclose(student.quantile(confidence, df=df), t, abs_tol=5e-4)
    assert isclose(student.two_sided_tail(student.quantile(confidence, df=df), df=df), 1 - confidence, abs_tol=1e-9)


@pytest.mark.parametrize("t", [0.0, 0.5, 2.0, 40.0])
def test_one_degree_of_freedom_is_cauchys_own(t: float) -> None:
    """With one degree of freedom the tail is known outright: 1 - 2·arctan(t)/π."""
    from math import atan, pi

    assert isclose(student.two_sided_tail(t, df=1), 1 - 2 * atan(t) / pi, abs_tol=1e-12)


@pytest.mark.parametrize("number", [0, 1, 2, 4])
def test_nothing_is_told_of_few_people(number: int) -> None:
    """The sabotage is a rule that holds nothing back: then the same people are told of."""
    assert paired_change(SLEEP[:number], started=number, rule=CLOSED) is None
    assert proportion(number // 2, number, rule=CLOSED, lot=LOT) is None
    assert (paired_change(SLEEP[:number], started=number, rule=OPEN) is None) is (number < 2)


def test_counts_are_rounded_and_the_interval_is_that_of_the_rounded_counts() -> None:
    found = proportion(17, 41, rule=CLOSED, lot=LOT)
    assert found is not None
    assert (found.part, found.whole, found.percent) == (16, 40, 40)
    assert found.interval == wilson(16, 40)
    change = paired_change(SLEEP, started=12, rule=CLOSED)
    assert change is not None
    assert (change.both, change.lost) == (10, 0.0), "two who dropped out are too few to be told of"
    assert (change.mean, change.reach) == (1.5, 1.0), "means are rounded to a step that hides one person"


def words(*, started: int = 10, chosen_by_score: bool = False) -> str:
    found = paired_change(SLEEP, started=started, rule=OPEN)
    assert found is not None
    return " ".join(one.da + one.en for one in found.cautions(chosen_by_score=chosen_by_score))


def test_a_change_is_never_called_an_effect() -> None:
    assert "ikke en virkning" in words()


def test_drop_out_is_said_beside_the_figure() -> None:
    assert "faldt fra" not in words()
    assert "9 procent faldt fra" in words(started=11)
    assert "mest fortæller om dem, der blev" in words(started=20)


def test_regression_to_the_mean_is_said_where_people_were_chosen_by_their_score() -> None:
    assert "regression" not in words()
    assert "regression mod gennemsnittet" in words(chosen_by_score=True)
    assert "regression to the mean" in words(chosen_by_score=True)


def test_everybody_who_changes_alike_has_no_standardised_size() -> None:
    found = paired_change([(1, 2)] * 10, started=10, rule=OPEN)
    assert found is not None
    assert (found.mean, found.size, found.p) == (1, None, None)


def test_what_remains_if_the_lost_stood_still() -> None:
    found = paired_change(SLEEP, started=20, rule=OPEN)
    assert found is not None
    assert isclose(found.if_the_lost_stood_still, 0.79, abs_tol=1e-9)
    assert found.is_sure


def test_more_pairs_than_people_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="twice"):
        paired_change(SLEEP, started=9, rule=OPEN)
