"""Where the parts of a process map stand: activities one below the other in the order they usually come.

What goes on to the next stands as a line between the two; what jumps ahead is an arc on the right, what goes back (work
that is done again) an arc on the left. The same steps read as a list from top to bottom.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Geometry:
    """The measures of a drawing: its width, from one activity to the next, and the box of an activity.

    An arc reaches `nearest` out from the boxes, `further` more for each activity that it passes, at most `farthest`.
    """

    space: int
    row: int
    height: int
    left: int
    width: int
    nearest: int
    further: int
    farthest: int


WIDE = Geometry(space=900, row=84, height=48, left=300, width=300, nearest=36, further=22, farthest=236)
TALL = Geometry(space=340, row=76, height=46, left=76, width=188, nearest=14, further=8, farthest=66)


@dataclass(frozen=True, slots=True)
class Step:
    """An activity of the map. `rank`: its usual place in a case, for the order."""

    key: int
    rank: float
    cases: int
    times: int


@dataclass(frozen=True, slots=True)
class Way:
    """From one activity to another: how often, and median, quartiles, 90th percentile and mean of the microseconds."""

    before: int
    after: int
    times: int
    median_us: float
    q1_us: float = 0.0
    q3_us: float = 0.0
    p90_us: float | None = 0.0
    mean_us: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """An activity with the upper edge of its box."""

    step: Step
    y: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A way with its path, the place of its text, and how thick it is (1 to 6). `back`: it goes upwards."""

    way: Way
    path: str
    x: int
    y: int
    thickness: int
    back: bool
    side: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The map: its measures and height, activities from top to bottom, ways."""

    geometry: Geometry
    height: int
    steps: tuple[Placed, ...]
    ways: tuple[Drawn, ...]


def draw(*, steps: Sequence[Step], ways: Sequence[Way], geometry: Geometry) -> Chart:
    """Place everything. Ways between activities that are not among the steps, or from one to itself, are left out."""
    ordered = sorted(steps, key=lambda step: (step.rank, -step.times, step.key))
    rows = {step.key: place for place, step in enumerate(ordered)}
    known = [way for way in ways if way.before in rows and way.after in rows and way.before != way.after]
    most = max((way.times for way in known), default=1)
    drawn = [_drawn(way, rows, most, geometry) for way in sorted(known, key=lambda way: way.times)]
    placed = tuple(Placed(step, rows[step.key] * geometry.row) for step in ordered)
    height = max(1, len(placed)) * geometry.row - (geometry.row - geometry.height)
    return Chart(geometry, height, placed, tuple(drawn))


def _drawn(way: Way, rows: Mapping[int, int], most: int, geometry: Geometry) -> Drawn:
    start, end = rows[way.before], rows[way.after]
    thickness = 1 + round(5 * way.times / most)
    return (_straight if end == start + 1 else _arc)(way, start, end, thickness, geometry)


def _straight(way: Way, start: int, end: int, thickness: int, geometry: Geometry) -> Drawn:
    middle = geometry.left + geometry.width // 2
    top, bottom = start * geometry.row + geometry.height, end * geometry.row
    path = f"M{middle} {top} V{bottom - 4}"
    return Drawn(way, path, middle + 12, (top + bottom) // 2 + 5, thickness, back=False, side="on")


def _arc(way: Way, start: int, end: int, thickness: int, geometry: Geometry) -> Drawn:
    back = end < start
    reach = min(geometry.farthest, geometry.nearest + geometry.further * abs(end - start))
    edge, outwards = (geometry.left, -1) if back else (geometry.left + geometry.width, 1)
    out, tip = edge + outwards * reach, edge + outwards * 5
    first, last = (row * geometry.row + geometry.height // 2 for row in (start, end))
    path = f"M{edge} {first} C{out} {first} {out} {last} {tip} {last}"
    text = edge + outwards * (round(0.75 * reach) + 4)
    return Drawn(way, path, text, (first + last) // 2 + 5, thickness, back=back, side="left" if back else "right")
