"""The weeks ahead against simulated ones."""

import random

import pytest

from borgerfokus.core.forecast import (
    Coming,
    Curve,
    decided_by_week,
    hours_by_week,
    incoming_by_week,
    mean_days,
    missed_by_week,
    pace,
)

FIVE = [5] * 52


def waits(mean: float, *, seed: int = 7) -> Curve:
    chance = random.Random(seed)
    return Curve.of((chance.expovariate(1 / mean), True) for _ in range(2_000))


def test_decisions_of_the_weeks_ahead_fall_within_the_range_nine_times_of_ten():
    chance, curve = random.Random(8), waits(30)
    weeks = decided_by_week([curve] * 120, starts=3, weeks=8)
    held = 0
    for _ in range(400):
        ends = [chance.expovariate(1 / 30) for _ in range(120)]
        counts = [sum(3 + 7 * n <= end < 3 + 7 * (n + 1) for end in ends) for n in range(8)]
        held += sum(week.low <= count <= week.high for week, count in zip(weeks, counts, strict=True))
    assert 0.87 <= held / (400 * 8) <= 0.96
    assert sum(week.expected for week in weeks) < 120


def test_incoming_cases_follow_the_working_days_and_spread_at_least_as_chance_does():
    even, uneven = (incoming_by_week(counts, days=FIVE, ahead=[5, 2]) for counts in ([10] * 52, [2, 18] * 26))
    assert [one.mean for one in even] == pytest.approx([10, 4])
    assert even[0].week.low < 10 < even[0].week.high < uneven[0].week.high
    assert even[1].week.high < even[0].week.high
    with pytest.raises(ValueError, match="1"):
        incoming_by_week([1] * 7, days=[5] * 7, ahead=[5])


def test_a_level_that_has_moved_is_followed_and_less_is_known_further_ahead():
    found = incoming_by_week([10] * 26 + [20] * 26, days=FIVE, ahead=[5] * 8)
    assert found[0].mean > 17, "the mean of all would say 15"
    assert found[7].variance > found[0].variance


def test_incoming_weeks_fall_within_the_range_nine_times_of_ten():
    chance, held, asked = random.Random(3), 0, 0
    for _ in range(60):
        counts = [sum(chance.random() < 0.12 for _ in range(100)) for _ in range(60)]
        weeks = incoming_by_week(counts[:52], days=FIVE, ahead=[5] * 8)
        held += sum(one.week.low <= count <= one.week.high for one, count in zip(weeks, counts[52:], strict=True))
        asked += 8
    assert 0.86 <= held / asked <= 0.97


def test_dates_that_are_missed_fall_in_their_week():
    weeks = missed_by_week([(2, 0.9), (3, 1.0), (9, 0.5), (10, 0.5), (80, 1.0)], starts=3, weeks=2)
    assert [week.expected for week in weeks] == [1.5, 0.5]
    assert [(week.low, week.high) for week in weeks] == [(1, 2), (0, 1)]


def test_hours_are_those_of_cases_that_wait_and_of_those_that_come():
    curve = waits(28)
    kind = pace(12, curve)
    assert mean_days(curve) == pytest.approx(28, rel=0.1)
    assert kind.weekly == pytest.approx(3, rel=0.1), "twelve hours over four weeks"
    incoming = incoming_by_week([10] * 52, days=FIVE, ahead=[5] * 8)
    some = hours_by_week([(kind.weekly, curve)] * 40, [Coming(1.0, kind)], incoming, starts=0)
    none = hours_by_week([], [], incoming, starts=0)
    assert [week.expected for week in none] == [0] * 8
    assert some[7].expected == pytest.approx(120, rel=0.15), "ten cases a week, each of twelve hours, once steady"
    assert all(week.low < week.expected < week.high for week in some)


def test_hours_fall_within_the_range_nine_times_of_ten():
    chance, curve = random.Random(5), waits(28)
    kind = pace(12, curve)
    incoming = incoming_by_week([10] * 52, days=FIVE, ahead=[5] * 8)
    weeks = hours_by_week([(kind.weekly, curve)] * 40, [Coming(1.0, kind)], incoming, starts=0)
    held = 0
    for _ in range(200):
        ends = [chance.expovariate(1 / 28) for _ in range(40)]
        for week in range(8):
            came = [sum(chance.random() < 0.1 for _ in range(100)) for _ in range(week + 1)]
            backs = [back for back, number in enumerate(reversed(came)) for _ in range(number)]
            late = sum(chance.expovariate(1 / 28) > 7 * back + 3.5 for back in backs)
            hours = kind.weekly * (sum(end > 7 * week + 3.5 for end in ends) + late)
            held += weeks[week].low <= hours <= weeks[week].high
    assert 0.85 <= held / 1_600 <= 0.98
