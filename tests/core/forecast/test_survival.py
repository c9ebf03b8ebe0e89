"""The curve against a published example, and against scipy's."""

import random

import pytest
from scipy import stats

from borgerfokus.core.forecast import Curve

FREIREICH = [(6, 1), (6, 1), (6, 1), (6, 0), (7, 1), (9, 0), (10, 1), (10, 0), (11, 0), (13, 1), (16, 1), (17, 0)]
FREIREICH += [(19, 0), (20, 0), (22, 1), (23, 1), (25, 0), (32, 0), (32, 0), (34, 0), (35, 0)]
"""Weeks in remission with 6-MP (Freireich and others 1963), the textbook example of the method."""


def test_the_textbook_example():
    curve = Curve.of((day, bool(ended)) for day, ended in FREIREICH)
    expected = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert dict(zip(curve.days, (round(left, 3) for left in curve.left), strict=True)) == expected
    assert curve.day_of(0.5) == 23
    assert curve.day_of(0.9) is None
    assert (curve.still_waits(5.9), curve.still_waits(6)) == (1.0, pytest.approx(0.857, abs=0.001))


def test_the_same_as_scipy():
    chance = random.Random(20261128)
    waits = [(round(chance.expovariate(0.05), 1), chance.random() < 0.7) for _ in range(400)]
    ended = [day for day, seen in waits if seen]
    data = stats.CensoredData(uncensored=ended, right=[day for day, seen in waits if not seen])
    peer = stats.ecdf(data).sf
    curve = Curve.of(waits)
    for day in sorted(set(ended)):
        assert curve.still_waits(day) == pytest.approx(float(peer.evaluate([day])[0]), abs=1e-12)


def test_nobody_waits():
    assert Curve.of([]) == Curve((), ())
    assert Curve.of([]).day_of(0.5) is None
