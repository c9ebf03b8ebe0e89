"""What each kind of case promises, row by row, and that no deadline of a shipped case type lacks a row."""

from __future__ import annotations

import pytest

from borgerfokus.core.dates import calendar_for, last_day
from borgerfokus.core.rules import Parameters
from tests.law import oracle
from tests.law.case_types import PromiseCase, missing, promise_cases, rule_of

CASES = promise_cases()
PARAMETERS = Parameters.load()
CALENDAR = calendar_for(range(2022, 2030), PARAMETERS)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_case_type_promises_what_the_table_says(case: PromiseCase) -> None:
    rule = rule_of(key=case.case_type, deadline=case.deadline, parameters=PARAMETERS, on=case.start)
    found = last_day(received=case.start, amount=rule.amount, unit=rule.unit, calendar=CALENDAR)
    assert (found, rule.reference.da) == (case.last_day, case.article), case.why


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_oracle_agrees(case: PromiseCase) -> None:
    rule = rule_of(key=case.case_type, deadline=case.deadline, parameters=PARAMETERS, on=case.start)
    assert oracle.last_day(case.start, rule.amount, rule.unit.value) == case.last_day


def test_no_deadline_of_a_case_type_lacks_a_row() -> None:
    assert list(missing()) == [], "run: python -m tests.law.case_types"


def test_no_question_stands_twice() -> None:
    questions = [str(case) for case in CASES]
    assert len(set(questions)) == len(questions)
