"""The table of parameters: every parameter's value and article on chosen days."""

from __future__ import annotations

import pytest

from borgerfokus.core.rules import NotInForce, Parameters
from tests.law.overview import missing_rows
from tests.law.shown import shown
from tests.law.tables import ValueCase, value_cases

CASES = value_cases()
PARAMETERS = Parameters.load()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.key}@{case.day}")
def test_the_table_holds(case: ValueCase) -> None:
    if case.value == "–":
        with pytest.raises(NotInForce):
            PARAMETERS.at(case.key, on=case.day)
        return
    value = PARAMETERS.at(case.key, on=case.day)
    assert (shown(value), value.reference.text.da) == (case.value, case.article)


def test_every_parameter_and_every_change_stands_in_the_table() -> None:
    missing = "\n".join(missing_rows())
    assert not missing, f"read these rows, and put them in tests/law/parameters.md:\n{missing}"


def test_a_change_that_is_not_in_the_table_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    without = tuple(case for case in CASES if case.key != "rsl.appeal_deadline")
    monkeypatch.setattr("tests.law.overview.value_cases", lambda: without)
    assert list(missing_rows()) == [
        "| rsl.appeal_deadline | onsdag 01-07-1998 | 4 uger | retssikkerhedsloven § 67 |"
    ]


def test_the_table_names_no_parameter_that_is_not_there() -> None:
    assert {case.key for case in CASES} == {parameter.key for parameter in PARAMETERS}
