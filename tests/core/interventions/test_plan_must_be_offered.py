"""Whether a plan must be offered follows from the act's parameter, on the day, for the kind of plan."""

from datetime import date

import pytest

from borgerfokus.core.casework.casetype import PlanKind
from borgerfokus.core.interventions.plan import PLAN_DUTIES, must_offer
from borgerfokus.core.rules import Parameters

PARAMETERS = Parameters.load()


@pytest.mark.parametrize(
    ("kind", "on", "expected"),
    [
        (PlanKind.ACTION_PLAN, date(1998, 6, 30), False),
        (PlanKind.ACTION_PLAN, date(1998, 7, 1), True),
        (PlanKind.ACTION_PLAN, date(2026, 11, 28), True),
        (PlanKind.WHOLE_PLAN, date(2026, 11, 28), True),
        (PlanKind.CHILD_PLAN, date(2026, 11, 28), True),
        (PlanKind.YOUTH_PLAN, date(2026, 11, 28), True),
        (None, date(2026, 11, 28), False),
    ],
)
def test_the_parameter_decides(kind: PlanKind | None, on: date, expected: bool) -> None:
    assert must_offer(kind, parameters=PARAMETERS, on=on) is expected


def test_the_duties_are_parameters_that_there_are() -> None:
    assert {key in PARAMETERS for key in PLAN_DUTIES.values()} == {True}
