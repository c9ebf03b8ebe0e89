"""Where the parts of a process map stand."""

import pytest

from borgerfokus.core.flow.chart import TALL, WIDE, Geometry, Step, Way, draw

_STEPS = [Step(7, 0.9, 10, 10), Step(3, 0.1, 10, 12), Step(5, 0.5, 8, 9)]
_WAYS = [Way(*ends, times, 1.0) for *ends, times in ((3, 5, 9), (5, 7, 6), (3, 7, 2), (7, 5, 1), (5, 5, 4), (3, 99, 1))]


@pytest.mark.parametrize("geometry", [WIDE, TALL])
def test_steps_stand_in_their_usual_order_and_ways_on_their_side(geometry: Geometry):
    chart = draw(steps=_STEPS, ways=_WAYS, geometry=geometry)
    assert [placed.step.key for placed in chart.steps] == [3, 5, 7]
    sides = {(one.way.before, one.way.after): one.side for one in chart.ways}
    assert sides == {(3, 5): "on", (5, 7): "on", (3, 7): "right", (7, 5): "left"}
    assert [one.way.times for one in chart.ways] == sorted(one.way.times for one in chart.ways)


@pytest.mark.parametrize("geometry", [WIDE, TALL])
def test_nothing_leaves_the_drawing(geometry: Geometry):
    steps = [Step(key, key / 40, 1, 1) for key in range(40)]
    ways = [Way(one, other, 1, 0.0) for one in range(40) for other in range(40)]
    chart = draw(steps=steps, ways=ways, geometry=geometry)
    assert all(0 <= one.x <= geometry.space for one in chart.ways)
    assert max(placed.y for placed in chart.steps) + geometry.height == chart.height


def test_a_map_of_nothing_is_empty():
    chart = draw(steps=[], ways=[], geometry=WIDE)
    assert (chart.steps, chart.ways) == ((), ())
