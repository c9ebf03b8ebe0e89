"""Every kind of formula against a plain reckoning over the same made-up cases."""

import random
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import mean, median
from typing import Any

import ibis
import pyarrow as pa
import pytest
from tests.core.indicators.test_documents import GOOD

from borgerfokus.core import indicators
from borgerfokus.core.flow import coding
from borgerfokus.core.flow.columns import DETAILS, NONE
from borgerfokus.core.flow.marks import MARKS
from borgerfokus.core.indicators import Coded, Indicator, Window

_DAY = 86_400_000_000
_ACTIVITIES = {"request.received": 0, "case.taken": 1, "fact.asked": 2, "decision.issued": 3}
_ACTORS = {"citizen": 0, "employee": 1}
_MARKS = {"letter.kept=yes": 0, "letter.kept=no": 1, "open.age": 2}
_DETAILS = {"outcome.granted": 0, "outcome.refused": 1}
_START = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp()) * 1_000_000
Told = dict[int, list[dict[str, int]]]


def made_up() -> Told:
    chance = random.Random(11)
    cases: Told = {}
    for case in range(1, 120):
        us = _START + chance.randrange(300) * _DAY
        rows = []
        for place in range(1, chance.randrange(2, 9)):
            us += chance.randrange(20 * _DAY)
            rows.append(
                {
                    "case_no": case,
                    "place": place,
                    "activity": chance.randrange(4),
                    "us": us,
                    "unit": chance.randrange(2),
                    "actor": chance.randrange(2),
                    "hand": chance.choice([NONE, 5, 6]),
                    "kind": case % 2,
                }
            )
        cases[case] = rows
    return cases


@pytest.fixture(scope="module")
def log() -> tuple[Told, Coded]:
    cases = made_up()
    rows = [row for case in cases.values() for row in case]
    engine = ibis.duckdb.connect()
    told = engine.create_table("told", pa.Table.from_pylist(rows, schema=coding.TOLD.to_pyarrow()))
    events = engine.create_table("events", coding.events_of(told))
    marks = engine.create_table("marks", pa.Table.from_pylist(marked(cases), schema=MARKS.to_pyarrow()))
    tables = events, engine.create_table("cases", coding.cases_of(events))
    details = engine.create_table("details", pa.Table.from_pylist(detailed(cases), schema=DETAILS.to_pyarrow()))
    return cases, Coded(*tables, _ACTIVITIES, _ACTORS, marks, _MARKS, details, _DETAILS)


def marked(cases: Told) -> list[dict[str, float]]:
    """Each decision has a mark of one word in even cases and of another in odd ones; each case two with numbers."""
    found: list[dict[str, float]] = []
    for case, rows in cases.items():
        decided = [row["us"] for row in rows if row["activity"] == _ACTIVITIES["decision.issued"]]
        found += [{"mark": case % 2, "case_no": case, "us": us, "value": 1.0} for us in decided]
        found += [
            {"mark": 2, "case_no": case, "us": rows[0]["us"] + days * _DAY, "value": float(case + days)}
            for days in (40, 20)
            if rows
        ]
    return found


def detailed(cases: Told) -> list[dict[str, int]]:
    """Each decision of an even case was granted, of an odd one refused."""
    return [
        {"case_no": case, "place": row["place"], "detail": case % 2}
        for case, rows in cases.items()
        for row in rows
        if row["activity"] == _ACTIVITIES["decision.issued"]
    ]


def first(case: list[dict[str, int]], activity: str, after: int = 0) -> dict[str, int] | None:
    return next((row for row in case if row["activity"] == _ACTIVITIES[activity] and row["us"] >= after), None)


def between(case: list[dict[str, int]]) -> tuple[int, float] | None:
    begun = first(case, "request.received")
    end = first(case, "decision.issued", begun["us"]) if begun else None
    return (end["us"], (end["us"] - begun["us"]) / _DAY) if begun and end else None


def of_decided(value: Callable[[list[dict[str, int]], int], float]) -> Callable[[Any], tuple[int, float] | None]:
    def counted(case: list[dict[str, int]]) -> tuple[int, float] | None:
        decided = first(case, "decision.issued")
        return (decided["us"], value(case, decided["us"])) if decided else None

    return counted


def asked(case: list[dict[str, int]]) -> int:
    return sum(row["activity"] == _ACTIVITIES["fact.asked"] for row in case)


def asked_before(case: list[dict[str, int]], us: int) -> float:
    one = first(case, "fact.asked")
    return float(one is not None and one["us"] <= us)


def asked_after(case: list[dict[str, int]], us: int) -> bool:
    return any(row["activity"] == _ACTIVITIES["fact.asked"] and row["us"] > us for row in case)


def hands(case: list[dict[str, int]], _us: int) -> float:
    by = [row["hand"] for row in case if row["hand"] != NONE]
    return float(sum(one != other for one, other in zip(by, by[1:], strict=False)))  # noqa: RUF007 (the plain reckoning)


def by_citizen(case: list[dict[str, int]], _us: int) -> float:
    decided = first(case, "decision.issued")
    return float(decided is not None and decided["actor"] == _ACTORS["citizen"])


FORMULAS = [
    ('kind = "between", start = "request.received", end = "decision.issued"', "median", between),
    (
        'kind = "between", start = "request.received", end = "decision.issued", within = 20',
        "share",
        lambda case: (found[0], float(found[1] <= 20)) if (found := between(case)) else None,
    ),
    (
        'kind = "happens", of = "decision.issued", what = "fact.asked"',
        "share",
        of_decided(lambda case, _: float(asked(case) > 0)),
    ),
    (
        'kind = "happens", of = "decision.issued", what = "fact.asked", before = true, never = true',
        "share",
        of_decided(lambda case, us: 1 - asked_before(case, us)),
    ),
    (
        'kind = "times", of = "decision.issued", what = "fact.asked"',
        "mean",
        of_decided(lambda case, _: float(asked(case))),
    ),
    (
        'kind = "times", of = "decision.issued", what = "fact.asked", beyond = 1',
        "mean",
        of_decided(lambda case, _: float(max(0, asked(case) - 1))),
    ),
    ('kind = "changes", of = "decision.issued", what = "hands"', "mean", of_decided(hands)),
    (
        'kind = "happens", of = "decision.issued", what = "fact.asked", after = true, never = true',
        "share",
        of_decided(lambda case, us: float(not asked_after(case, us))),
    ),
    (
        'kind = "happens", of = "decision.issued", what = "decision.issued=granted"',
        "share",
        of_decided(lambda case, _: float(case[0]["case_no"] % 2 == 0)),
    ),
    (
        'kind = "happens", of = "decision.issued", what = "decision.issued=granted|refused"',
        "share",
        of_decided(lambda _case, _: 1.0),
    ),
    (
        'kind = "happens", of = "decision.issued", what = "letter.kept=no"',
        "share",
        of_decided(lambda case, _: float(case[0]["case_no"] % 2 == 1)),
    ),
    (
        'kind = "marked", of = "open.age"',
        "mean",
        lambda case: (case[0]["us"] + 20 * _DAY, case[0]["case_no"] + 20.0) if case else None,
    ),
    ('kind = "by", of = "decision.issued", actor = "citizen"', "share", of_decided(by_citizen)),
]


def indicator(formula: str, statistic: str) -> Indicator:
    text = GOOD.replace('kind = "between", start = "case.taken", end = "letter.received"', formula)
    measure = {"share": "percent", "median": "days"}.get(statistic, "number")
    text = text.replace('statistic = "median"', f'statistic = "{statistic}"')
    return indicators.read(text.replace('measure = "days"', f'measure = "{measure}"'))


@pytest.mark.parametrize(("formula", "statistic", "by_hand"), FORMULAS)
def test_a_formula_says_what_the_plain_reckoning_says(
    log: tuple[Told, Coded], formula: str, statistic: str, by_hand: Callable[[Any], tuple[int, float] | None]
):
    cases, coded = log
    one = indicator(formula, statistic)
    table = indicators.valued([one], coded).cache()
    window = Window(_START + 60 * _DAY, _START + 250 * _DAY)
    counted = [found for case in cases.values() if (found := by_hand(case))]
    values = [value for us, value in counted if window.starts_us <= us < window.ends_us]
    (row,) = indicators.whole(table, window).to_pyarrow().to_pylist()
    figure = indicators.figure(row, one)
    assert figure is not None
    assert figure.cases == len(values)
    assert figure.value == pytest.approx(median(values) if statistic == "median" else mean(values))


def test_the_parts_of_what_is_split_are_reckoned_each_and_add_up(log: tuple[Told, Coded]):
    """Each decision is of one of two words; the marks of another kind are of no part."""
    cases, coded = log
    text = GOOD.replace(
        'kind = "between", start = "case.taken", end = "letter.received"',
        'kind = "marked", of = "letter.kept=*", every = true',
    )
    text = text.replace('statistic = "median"', 'statistic = "count"').replace('measure = "days"', 'measure = "number"')
    one = indicators.read(f'split = "offer"\n{text}')
    rows = indicators.by_part(one, coded, Window(0, 2**62)).to_pyarrow().to_pylist()
    every = [mark for mark in marked(cases) if mark["mark"] != 2]
    assert {row["key"]: row["cases"] for row in rows} == {
        part: sum(mark["mark"] == part for mark in every) for part in (0, 1)
    }
    table = indicators.valued([one], coded).cache()
    (whole,) = indicators.whole(table, Window(0, 2**62)).to_pyarrow().to_pylist()
    assert whole["cases"] == len(every)


def test_months_add_up_and_small_ones_are_left_out(log: tuple[Told, Coded]):
    _cases, coded = log
    one = indicator('kind = "happens", of = "decision.issued", what = "fact.asked"', "share")
    table = indicators.valued([one], coded).cache()
    window = Window(0, 2**62)
    (whole,) = indicators.whole(table, window).to_pyarrow().to_pylist()
    months = indicators.by_month(table, window).to_pyarrow().to_pylist()
    assert sum(row["cases"] for row in months) == whole["cases"]
    assert [row["key"] for row in months] == sorted(row["key"] for row in months)
    assert all(1 <= row["key"] % 100 <= 12 for row in months)
    small = [row for row in months if row["cases"] < one.smallest]
    assert small
    assert [indicators.figure(row, one) for row in small] == [None] * len(small)


def test_units_and_kinds_narrow_what_is_counted(log: tuple[Told, Coded]):
    _cases, coded = log
    one = indicator('kind = "times", of = "decision.issued", what = "fact.asked"', "mean")
    table = indicators.valued([one], coded).cache()
    whole = Window(0, 2**62)
    units = indicators.by_unit(table, whole).to_pyarrow().to_pylist()
    for row in units:
        narrowed = Window(0, 2**62, units=frozenset({row["key"]}))
        (again,) = indicators.whole(table, narrowed).to_pyarrow().to_pylist()
        assert (again["cases"], again["mean"]) == (row["cases"], pytest.approx(row["mean"]))
    parts = [
        indicators.whole(table, Window(0, 2**62, kinds=frozenset({kind}))).to_pyarrow().to_pylist()[0]["cases"]
        for kind in (0, 1)
    ]
    assert sum(parts) == sum(row["cases"] for row in units)
