"""The hash of a variant: one for each order of activities, the same on the engine as by hand."""

from itertools import permutations

import ibis
import pyarrow as pa

from borgerfokus.core.flow import coding, variant


def by_hand(order: tuple[int, ...]) -> int:
    sums = [
        sum(variant.term(activity=activity, place=place, modulus=modulus) for place, activity in enumerate(order, 1))
        for modulus in variant.MODULI
    ]
    return variant.combined(sum_1=sums[0], sum_2=sums[1])


def test_every_order_of_the_same_activities_has_a_hash_of_its_own():
    orders = list(permutations(range(7)))
    assert len({by_hand(order) for order in orders}) == len(orders)


def test_an_order_and_its_beginning_differ():
    assert by_hand((1, 2)) != by_hand((1, 2, 2)) != by_hand((1, 2, 1))


def test_the_engine_says_the_same_and_fits_in_63_bits():
    orders = [(3, 1, 2), (32_767,) * 40, tuple(range(200))]
    rows = [
        {"case_no": case, "place": place, "activity": activity, "us": 0, "unit": -1, "actor": 0, "hand": -1, "kind": 0}
        for case, order in enumerate(orders)
        for place, activity in enumerate(order, 1)
    ]
    engine = ibis.duckdb.connect()
    told = engine.create_table("told", pa.Table.from_pylist(rows, schema=coding.TOLD.to_pyarrow()))
    cases = coding.cases_of(coding.events_of(told)).order_by("case_no").to_pyarrow()
    found = cases["variant"].to_pylist()
    assert found == [by_hand(order) for order in orders]
    assert all(0 <= one < 2**63 for one in found)
