"""The measures against a second, plain reckoning of the same made-up logs."""

import random
from collections import Counter, defaultdict
from itertools import pairwise
from statistics import mean, median
from typing import Any

import ibis
import pyarrow as pa
import pytest

from borgerfokus.core.flow import coding, measures
from borgerfokus.core.flow.columns import NONE
from borgerfokus.core.flow.stops import stops_of

Told = list[dict[str, int]]


def made_up(seed: int) -> Told:
    """Cases of up to a dozen events, some at the same moment, by a few employees in a few units."""
    chance = random.Random(seed)
    rows: Told = []
    for case in range(1, 60):
        us = chance.randrange(10**12)
        for place in range(1, chance.randrange(2, 13)):
            us += chance.choice([0, chance.randrange(10**11)])
            employed = chance.random() < 0.7
            rows.append(
                {
                    "case_no": case,
                    "place": place,
                    "activity": chance.randrange(6),
                    "us": us,
                    "unit": chance.randrange(3) if employed else NONE,
                    "actor": int(employed),
                    "hand": chance.randrange(4) if employed else NONE,
                    "kind": case % 2,
                }
            )
    chance.shuffle(rows)
    return rows


def by_case(rows: Told) -> dict[int, Told]:
    found: dict[int, Told] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row["case_no"], row["place"])):
        found[row["case_no"]].append(row)
    return found


@pytest.fixture(params=range(5))
def log(request: pytest.FixtureRequest) -> Any:
    rows = made_up(request.param)
    engine = ibis.duckdb.connect()
    told = engine.create_table("told", pa.Table.from_pylist(rows, schema=coding.TOLD.to_pyarrow()))
    events = engine.create_table("events", coding.events_of(told))
    return rows, events, engine.create_table("cases", coding.cases_of(events))


def test_edges(log: Any):
    rows, events, _ = log
    gaps = defaultdict(list)
    for case in by_case(rows).values():
        for one, other in pairwise(case):
            gaps[one["activity"], other["activity"]].append(other["us"] - one["us"])
    found = measures.edges(events).to_pyarrow().to_pylist()
    told = {(row["before"], row["activity"]): (row["times"], row["mean_us"], row["median_us"]) for row in found}
    assert told == {pair: (len(times), pytest.approx(mean(times)), median(times)) for pair, times in gaps.items()}
    assert [row["times"] for row in found] == sorted((len(times) for times in gaps.values()), reverse=True)


def test_variants_and_their_durations(log: Any):
    rows, _, cases = log
    orders = Counter(tuple(row["activity"] for row in case) for case in by_case(rows).values())
    found = measures.variants(cases).to_pyarrow().to_pylist()
    assert sorted(row["cases"] for row in found) == sorted(orders.values())
    timed = measures.variant_durations(cases).to_pyarrow().to_pylist()
    assert {row["variant"] for row in timed} == {row["variant"] for row in found}


def test_durations(log: Any):
    rows, _, cases = log
    spans = [case[-1]["us"] - case[0]["us"] for case in by_case(rows).values()]
    (row,) = measures.durations(cases).to_pyarrow().to_pylist()
    assert row["cases"] == len(spans)
    assert row["median_us"] == median(spans)
    assert row["mean_us"] == pytest.approx(mean(spans))


def test_what_is_done_again(log: Any):
    rows, events, _ = log
    times, cases = Counter(), Counter()
    for case in by_case(rows).values():
        inside = Counter(row["activity"] for row in case)
        times += inside
        cases += Counter(inside.keys())
    found = {row["activity"]: row for row in measures.activities(events).to_pyarrow().to_pylist()}
    assert {one: (row["times"], row["cases"], row["again"]) for one, row in found.items()} == {
        one: (times[one], cases[one], times[one] - cases[one]) for one in times
    }


def test_changes_of_hands_and_units(log: Any):
    rows, _, cases = log
    hands, units = {}, {}
    for number, case in by_case(rows).items():
        by = [row["hand"] for row in case if row["hand"] != NONE]
        hands[number] = sum(one != other for one, other in pairwise(by))
        in_units = [row["unit"] for row in case if row["unit"] != NONE]
        units[number] = sum(one != other for one, other in pairwise(in_units))
    found = cases.to_pyarrow().to_pylist()
    assert {row["case_no"]: row["hands"] for row in found} == hands
    assert {row["case_no"]: row["units"] for row in found} == units


def test_stops_are_of_some_activities(log: Any):
    rows, events, _ = log
    kept = [row for row in rows if row["activity"] in {0, 2}]
    pairs = Counter(
        (one["activity"], other["activity"])
        for case in by_case(kept).values()
        for one, other in pairwise(case)
    )
    found = measures.edges(stops_of(events, activities=[0, 2])).to_pyarrow().to_pylist()
    assert {(row["before"], row["activity"]): row["times"] for row in found} == dict(pairs)
