"""What is told of the whole municipality: by the released log alone, counts rounded, never by the log of the cases."""

from datetime import timedelta
from pathlib import Path

from tests.apps.insight.test_forecasting import AT, make, many

from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions.reckoning import prove_released
from borgerfokus.core import disclosure
from borgerfokus.core.disclosure import Rule

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
