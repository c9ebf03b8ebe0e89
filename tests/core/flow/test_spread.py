"""Spread, loops and handovers against a second, plain reckoning; and when two medians are told apart."""

import random
from collections import Counter, defaultdict
from itertools import pairwise
from statistics import median, quantiles
from typing import Any

import pytest
from tests.core.flow.test_measures import by_case, log

from borgerfokus.core.flow import spread
from borgerfokus.core.flow.chart import Way
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.flow.comparing import differ, pairs
from borgerfokus.core.flow.stops import stops_of

__all__ = ["log"]


def rows_of(table: Any) -> list[dict[str, Any]]:
    return list(table.to_pyarrow().to_pylist())


def test_ways_with_quartiles_and_the_longest_tenth(log: Any) -> None:
    rows, events, _ = log
    times = defaultdict(list)
    for case in by_case(rows).values():
        for one, other in pairwise(case):
            times[one["activity"], other["activity"]].append(other["us"] - one["us"])
    found = {(row["before"], row["activity"]): row for row in rows_of(spread.ways(events))}
    assert found.keys() == times.keys()
    for pair, told in times.items():
        row = found[pair]
        assert row["times"] == len(told)
        assert row["median_us"] == median(told)
        if len(told) > 1:
            deciles, quarters = (quantiles(told, n=n, method="inclusive") for n in (10, 4))
            assert row["p90_us"] == pytest.approx(deciles[-1])
            assert (row["q1_us"], row["q3_us"]) == (pytest.approx(quarters[0]), pytest.approx(quarters[2]))


def test_steps_tell_waiting_from_work(log: Any) -> None:
    rows, events, _ = log
    waited, handled = defaultdict(list), defaultdict(list)
    for case in by_case(rows).values():
        for one, other in pairwise(case):
            gap = other["us"] - one["us"]
            (waited if gap > spread.TOUCH else handled)[other["activity"]].append(gap)
    for row in rows_of(spread.steps(events)):
        assert row["waited_us"] == (median(waited[row["activity"]]) if waited[row["activity"]] else None)
        assert (row["handled_us"] is None) == (not handled[row["activity"]])


def test_loops_at_once_and_by_one_other(log: Any) -> None:
    rows, events, _ = log
    told: Counter[tuple[int, int]] = Counter()
    for case in by_case(rows).values():
        order = [row["activity"] for row in case]
        told.update((one, NONE) for one, other in pairwise(order) if one == other)
        triples = zip(order, order[1:], order[2:], strict=False)
        told.update((third, second) for first, second, third in triples if first == third != second)
    assert {(row["activity"], row["through"]): row["times"] for row in rows_of(spread.loops(stops_of(events)))} == told


def test_handovers_from_unit_to_unit(log: Any) -> None:
    rows, events, cases = log
    told: Counter[tuple[int, int]] = Counter()
    for case in by_case(rows).values():
        units = [row["unit"] for row in case if row["unit"] != NONE]
        told.update(pair for pair in pairwise(units) if pair[0] != pair[1])
    found = {(row["unit_before"], row["unit"]): row["times"] for row in rows_of(spread.handovers(events))}
    assert found == told
    assert sum(found.values()) == cases.units.sum().to_pyarrow().as_py()


def way(times: list[float]) -> Way:
    q1, middle, q3 = quantiles(times, n=4, method="inclusive")
    return Way(1, 2, len(times), middle, q1, q3)


def test_the_same_days_seldom_differ_and_others_always() -> None:
    chance = random.Random(5)
    draws = [way([chance.gammavariate(2, 5) for _ in range(60)]) for _ in range(200)]
    alarms = sum(differ(one, other) for one, other in zip(draws[::2], draws[1::2], strict=True))
    assert alarms <= 10
    slow = [way([15 + chance.gammavariate(2, 5) for _ in range(60)]) for _ in range(50)]
    assert all(differ(one, other) for one, other in zip(draws, slow, strict=False))


def test_few_are_never_told_apart_and_what_differs_comes_first() -> None:
    few, many, late = (way([start + n / 10 for n in range(count)]) for start, count in ((0, 7), (0, 90), (50, 90)))
    assert not differ(few, late)
    told = pairs({("a", "b"): many, ("c", "d"): many, ("e", "f"): few}, {("a", "b"): many, ("c", "d"): late})
    assert [(pair.before, pair.differs) for pair in told] == [("c", True), ("a", False), ("e", False)]
    assert told[-1].other is None
