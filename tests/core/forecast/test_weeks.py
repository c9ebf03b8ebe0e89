"""The weeks ahead against simulated ones."""

import random

import pytest

from borgerfokus.core.forecast import Curve, decided_by_week, incoming_by_week


def test_decisions_of_the_weeks_ahead_fall_within_the_range_nine_times_of_ten():
    chance = random.Random(7)
    curve = Curve.of((chance.expovariate(1 / 30), True) for _ in range(2_000))
    weeks = decided_by_week([curve] * 120, weeks=8)
    held = 0
    for _ in range(400):
        ends = [chance.expovariate(1 / 30) for _ in range(120)]
        counts = [sum(7 * n <= end < 7 * (n + 1) for end in ends) for n in range(8)]
        held += sum(week.low <= count <= week.high for week, count in zip(weeks, counts, strict=True))
    assert 0.87 <= held / (400 * 8) <= 0.96
    assert sum(week.expected for week in weeks) < 120


def test_incoming_cases_spread_at_least_as_chance_does():
    even, uneven = (incoming_by_week(counts, weeks=8)[0] for counts in ([10] * 26, [2, 18] * 13))
    assert (even.expected, uneven.expected) == (10, 10)
    assert uneven.high > even.high > 10 > even.low > uneven.low - 1
    with pytest.raises(ValueError, match="1"):
        incoming_by_week([1] * 7, weeks=8)
