"""Each row of the table of deadlines in hours."""

from __future__ import annotations

from datetime import timedelta

import pytest

from borgerfokus.core.dates import add_hours, day_of
from borgerfokus.core.rules import Parameters, Unit
from tests.law.tables import HourCase, hour_cases

CASES = hour_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.start:%Y-%m-%dT%H:%M}-{case.rule}")
def test_the_table_holds(case: HourCase) -> None:
    rule = Parameters.load().at(case.rule, on=day_of(case.start))
    assert rule.unit is Unit.HOURS
    found = add_hours(case.start, rule.number)
    assert (found, found.utcoffset()) == (case.end, case.end.utcoffset())


def test_adding_on_the_clock_instead_turns_the_table_red() -> None:
    parameters = Parameters.load()
    assert any(
        case.start + timedelta(hours=parameters.at(case.rule, on=day_of(case.start)).number) != case.end
        for case in CASES
    )
