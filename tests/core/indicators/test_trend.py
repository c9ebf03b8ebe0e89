"""The control chart of single values: limits by the textbook formula, and what counts as a signal."""

import pytest

from borgerfokus.core.indicators import Signal, limits_of, signals

VALUES = [39.0, 41.0, 41.0, 41.0, 43.0, 44.0, 40.0, 41.0, 42.0, 40.0]
"""Mean 41.2; moving ranges 2 0 0 2 1 4 1 1 2, mean 13/9."""


def test_a_series_that_goes_below_nothing_has_no_lowest():
    values = [-1.0, 0.5, -0.5, 1.0, -1.0, 0.0, 0.5]
    found, usual = limits_of(values), limits_of([abs(value) for value in values])
    assert found is not None
    assert found.lower < -1
    assert usual is not None
    assert usual.lower == 0


def test_limits_by_hand():
    found = limits_of(VALUES)
    assert found is not None
    assert found.middle == pytest.approx(41.2)
    assert found.upper - found.middle == pytest.approx(2.66 * 13 / 9)
    assert found.middle - found.lower == pytest.approx(2.66 * 13 / 9)
    assert signals(VALUES, found) == [None] * 10


def test_too_few_values_have_no_limits():
    assert limits_of(VALUES[:5]) is None
    assert limits_of(VALUES[:6]) is not None


def test_limits_stay_within_what_the_figure_can_be():
    found = limits_of([0.0, 1.0] * 5, highest=1.0)
    assert found is not None
    assert (found.lower, found.upper) == (0.0, 1.0)


def test_a_value_outside_is_a_signal():
    found = limits_of(VALUES)
    assert found is not None
    assert signals([46.0, 41.0, 36.0], found) == [Signal.ABOVE, None, Signal.BELOW]


def test_the_eighth_in_a_row_on_one_side_is_a_signal_and_not_the_seventh():
    found = limits_of(VALUES)
    assert found is not None
    assert signals([42.0] * 9, found) == [None] * 7 + [Signal.RUN_ABOVE] * 2
    assert signals([40.0] * 8 + [42.0], found) == [None] * 7 + [Signal.RUN_BELOW, None]
    assert signals([41.2] * 9, found) == [None] * 9
