"""Who had the ball: the line of one case, and the same rule over all cases at once."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import ibis
import pyarrow as pa
import pytest

from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.flow import balls, coding, spread
from borgerfokus.core.flow.balls import HOLDERS, Codes, Happened, gaps, held, turns
from borgerfokus.core.flow.columns import DETAILS, NONE

_START = datetime(2026, 3, 2, 8, tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SEEN = _START + timedelta(days=400)
ACTIVITIES = (
    "case.opened", "phase.information", "phase.decision", "phase.intervention", "phase.follow_up", "phase.closed",
    "case.suspended", "case.resumed", "hearing.sent", "hearing.answered", "decision.issued", "plan.shown",
    "plan.signed", "journal.note",
)  # fmt: skip
FOR = ("for.you", "for.other")


def at(day: float) -> datetime:
    return _START + timedelta(days=day)


def line(*told: tuple[float, str] | tuple[float, str, str]) -> list[Happened]:
    return [Happened(at(one[0]), *one[1:]) for one in told]


def said(events: list[Happened], until: float = 100) -> list[tuple[str, float, float]]:
    found = turns(events, until=at(until))
    return [(one.ball.value, (one.starts - _START).days, (one.ends - _START).days) for one in found]


def test_a_pause_gives_the_ball_to_whom_it_waits_for_until_it_is_taken_up_again():
    events = line((0, "case.opened"), (3, "phase.information"), (5, "case.suspended", "for.other"), (9, "case.resumed"))
    assert said([*events, *line((12, "phase.closed"))]) == [("us", 0, 3), ("us", 3, 5), ("other", 5, 9), ("us", 9, 12)]


def test_a_hearing_is_the_citizens_turn_until_the_answer_or_the_decision():
    deciding = line((0, "phase.decision"), (0, "hearing.sent"))
    assert said([*deciding, *line((4, "journal.note"), (8, "hearing.answered"), (9, "phase.closed"))]) == [
        ("you", 0, 8),
        ("us", 8, 9),
    ]
    assert said([*deciding, *line((20, "decision.issued"))], until=21) == [("you", 0, 20), ("us", 20, 21)]
    early = line((0, "phase.information"), (1, "hearing.sent"), (5, "phase.decision"))
    assert said(early, until=7) == [("us", 0, 5), ("you", 5, 7)], "the case does not wait for it before the decision"


def test_a_pause_goes_before_a_hearing_and_help_is_carried_out_by_others():
    deciding = line((0, "phase.decision"), (0, "hearing.sent"))
    assert said([*deciding, *line((2, "case.suspended", "for.other"), (4, "case.resumed"))], until=5) == [
        ("you", 0, 2),
        ("other", 2, 4),
        ("you", 4, 5),
    ]
    assert said(line((0, "phase.intervention"), (2, "phase.follow_up")), until=3) == [("other", 0, 2), ("us", 2, 3)]


def test_nobody_has_the_ball_of_a_closed_case_and_somebody_again_when_it_is_reopened():
    assert said(line((0, "phase.closed"), (30, "phase.information")), until=31) == [("us", 30, 31)]


def random_case(chance: random.Random) -> list[Happened]:
    day, events = 0.0, []
    for _ in range(chance.randrange(1, 16)):
        activity = chance.choice(ACTIVITIES)
        events.append(Happened(at(day), activity, chance.choice(FOR) if activity == "case.suspended" else ""))
        day += chance.choice([0, 0.1, chance.uniform(0, 20)])
    return events


def tables(cases: list[list[Happened]]) -> tuple[Any, Any, Codes]:
    """The cases as the event table and its details."""
    codes = Codes({word: n for n, word in enumerate(ACTIVITIES)}, {word: n for n, word in enumerate(FOR)})
    rows, details = [], []
    for number, case in enumerate(cases, start=1):
        for place, one in enumerate(case, start=1):
            shared = {"unit": NONE, "actor": NONE, "hand": NONE, "kind": 0}
            us = (one.at - _EPOCH) // timedelta(microseconds=1)
            code = codes.activities[one.activity]
            rows.append({"case_no": number, "place": place, "us": us, "activity": code, **shared})
            if one.detail:
                details.append({"case_no": number, "place": place, "detail": codes.details[one.detail]})
    engine = ibis.duckdb.connect()
    told = engine.create_table("told", pa.Table.from_pylist(rows, schema=coding.TOLD.to_pyarrow()))
    events = engine.create_table("events", coding.events_of(told))
    said = engine.create_table("details", pa.Table.from_pylist(details, schema=DETAILS.to_pyarrow()))
    return events, said, codes


@pytest.mark.parametrize("seed", range(4))
def test_all_cases_at_once_say_what_each_says_by_itself(seed: int):
    chance = random.Random(seed)
    cases = [random_case(chance) for _ in range(80)]
    events, details, codes = tables(cases)
    seen = (SEEN - _EPOCH) // timedelta(microseconds=1)
    table = held(events, details, codes=codes, seen=seen).order_by("case_no", "place").to_pyarrow().to_pylist()
    words = {code: word for word, code in codes.activities.items()}
    found = [
        (HOLDERS[row["holder"]], words.get(row["phase"], "").removeprefix("phase."), row["gap"]) for row in table
    ]
    told = []
    for case in cases:
        for one in gaps(case, until=SEEN):
            still = one.ball is Ball.NONE and one.ends == SEEN
            gap = 0 if still else (one.ends - one.starts) // timedelta(microseconds=1)
            told.append((one.ball, one.phase, gap))
    assert found == told


def test_the_rule_goes_red_without_the_pause(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(balls, "WAITS", balls.WAITS[1:])
    with pytest.raises(AssertionError):
        test_a_pause_gives_the_ball_to_whom_it_waits_for_until_it_is_taken_up_again()


def test_the_value_stream_adds_up_to_the_time_that_passed():
    chance = random.Random(9)
    cases = [random_case(chance) for _ in range(60)]
    events, details, codes = tables(cases)
    seen = (SEEN - _EPOCH) // timedelta(microseconds=1)
    table = held(events, details, codes=codes, seen=seen)
    parts = spread.stream(table).to_pyarrow().to_pylist()
    whole = table.gap.sum().to_pyarrow().as_py()
    assert sum(row["touched_us"] + row["waited_us"] for row in parts) == whole
    assert all(row["touched_us"] == 0 for row in parts if row["holder"] != 0)
