"""What is told of the whole municipality: by the released log alone, counts rounded, never by the log of the cases."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.apps.insight.test_forecasting import AT, make, many
from tests.apps.insight.written import Written, write

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions.reckoning import prove_released
from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.flow.chart import Way
from borgerfokus.core.simulation import Change, calibrated

pytestmark = pytest.mark.slow

RULE = Rule(suppress_up_to=7, round_to=5)
ASKED = {"kind": "sel-85", "phase": "information", "since": AT - timedelta(days=10), "at": AT}


def test_when_a_case_can_be_expected_is_told_by_the_released_log(tmp_path: Path) -> None:
    make(tmp_path / insight.CASEWORK, many(300))
    assert insight.told_outlook(root=tmp_path, rule=RULE, **ASKED) is None
    make(tmp_path / insight.RELEASED, many(300))
    exact = insight.outlook(folder=tmp_path / insight.RELEASED, **ASKED)
    told = insight.told_outlook(root=tmp_path, rule=RULE, **ASKED)
    assert told is not None
    assert exact is not None
    assert told.cases == disclosure.count(exact.cases, rule=RULE)
    assert told.middle == exact.middle


def test_the_records_are_reckoned_once_for_each_released_log(tmp_path: Path) -> None:
    assert not prove_released(root=tmp_path)
    make(tmp_path / insight.RELEASED, many(900))
    assert prove_released(root=tmp_path)
    assert not prove_released(root=tmp_path)
    told, exact = insight.told_proven(tmp_path, rule=RULE), insight.proven(tmp_path / insight.RELEASED)
    assert told is not None
    assert told.whole is not None
    assert exact is not None
    assert exact.whole is not None
    assert told.whole.cases == disclosure.count(exact.whole.cases, rule=RULE)
    assert insight.told_record(tmp_path, rule=RULE) is not None


def test_sabotage_without_the_rule_the_record_is_told_exactly(tmp_path: Path) -> None:
    make(tmp_path / insight.RELEASED, many(900))
    prove_released(root=tmp_path)
    exact = insight.proven(tmp_path / insight.RELEASED)
    told = insight.told_proven(tmp_path, rule=Rule(suppress_up_to=0, round_to=1))
    assert told is not None
    assert exact is not None
    assert told.whole == exact.whole


def lengths_in(told: Any) -> Iterator[float]:
    """Every length and mean in what is told, shares of cases and places on the map left out."""
    if isinstance(told, float):
        yield told
    elif isinstance(told, list | tuple):
        for one in told:
            yield from lengths_in(one)
    elif isinstance(told, dict):
        yield from lengths_in(list(told.values()))
    elif isinstance(told, Way):
        yield from (
            us / 86_400_000_000
            for us in (told.median_us, told.q1_us, told.q3_us, told.p90_us, told.mean_us)
            if us is not None
        )
    elif is_dataclass(told):
        yield from lengths_in([getattr(told, one.name) for one in fields(told) if one.name not in {"share", "rank"}])


def coarse(told: Any) -> bool:
    """Whether all lengths are told in halves and means in tenths, which nobody's own time is."""
    found = list(lengths_in(told))
    return len(found) > 10 and all(abs(10 * one - round(10 * one)) < 1e-6 for one in found)


def log_of_lengths(folder: Path) -> insight.Log:
    """Sixty cases that take as long as chance has it, one of which takes three years, and a step that few wait for."""
    chance = Random(3)
    cases = []
    for number in range(60):
        first, second = chance.uniform(0.3, 20), chance.lognormvariate(3, 0.5)
        ends = 1_000.0 if number == 7 else first + second
        again = ((first + 0.05, "phase.information"), (first + 0.1, "phase.intake")) if number < 3 else ()
        closed = ((ends, "decision.issued"), (ends, "phase.closed"))
        told = ((0.0, "phase.intake"), (first, "phase.information"), *again, *closed)
        cases.append(Written(number + 1, told, days_ago=1_100))
    return write(folder, cases, at=AT)


def test_no_length_is_told_as_it_is(tmp_path: Path) -> None:
    log, question = log_of_lengths(tmp_path / insight.RELEASED), insight.Question("sel-85")
    flow, stream = insight.told_flow(log, question, rule=RULE), insight.told_stream(log, question, rule=RULE)
    assert coarse((flow, stream))
    changes = [Change(faster=0.2)]
    setting = calibrated(insight.told_courses(log, question, rule=RULE), [0.0, 1.0] * 30, workers=8, seed=1)
    (answer,) = insight.told_answers(setting, changes, within=30, rule=RULE)
    assert all(one == int(one) for one in lengths_in((answer.now, answer.then, answer.saved)))


def test_sabotage_without_the_rule_lengths_are_told_as_they_are(tmp_path: Path) -> None:
    log, question = log_of_lengths(tmp_path / insight.RELEASED), insight.Question("sel-85")
    for rule in (None, Rule(suppress_up_to=0, round_to=1)):
        assert not coarse(insight.told_flow(log, question, rule=rule))
        assert not coarse(insight.told_stream(log, question, rule=rule))


def test_one_who_took_three_years_makes_no_mean(tmp_path: Path) -> None:
    log, question = log_of_lengths(tmp_path / insight.RELEASED), insight.Question("sel-85")
    exact, told = insight.stream(log, question), insight.told_stream(log, question, rule=RULE)
    assert max(one.days for one in exact) > max(one.days for one in told) + 10
    assert max(one.days for one in told) <= 3 * max(one.median_days for one in told)


def test_a_wait_of_few_is_not_told(tmp_path: Path) -> None:
    """Three of sixty came back to a step that all had: what they waited is theirs."""
    log, question = log_of_lengths(tmp_path / insight.RELEASED), insight.Question("sel-85")
    exact, told = (insight.told_flow(log, question, rule=rule) for rule in (None, RULE))
    assert exact is not None
    assert told is not None
    by_name = [{one.activity: one for one in each.facts} for each in (exact, told)]
    assert by_name[0]["phase.intake"].handled_hours is not None
    assert by_name[1]["phase.intake"].handled_hours is None
