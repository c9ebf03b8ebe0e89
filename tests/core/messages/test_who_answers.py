"""Who a thread lies with: the caseworker, the colleague who answers meanwhile, else the unit. Never nobody."""

import pytest

from borgerfokus.core.messages.holding import Duty

KAREN, SARA, OSKAR = 1, 2, 3
UNIT, OTHER = 10, 20
ALL_HERE = {KAREN: {UNIT}, SARA: {UNIT}, OSKAR: {UNIT}}


@pytest.mark.parametrize(
    ("away", "works_in", "owner", "sealed", "holder"),
    [
        ({}, ALL_HERE, KAREN, False, KAREN),
        ({}, ALL_HERE, None, False, None),
        ({KAREN: SARA}, ALL_HERE, KAREN, False, SARA),
        ({KAREN: SARA}, ALL_HERE, KAREN, True, KAREN),
        ({KAREN: SARA, SARA: OSKAR}, ALL_HERE, KAREN, False, OSKAR),
        ({KAREN: SARA, SARA: KAREN}, ALL_HERE, KAREN, False, None),
        ({KAREN: SARA}, {KAREN: {UNIT}, SARA: {OTHER}}, KAREN, False, None),
        ({KAREN: SARA}, {KAREN: {UNIT}}, KAREN, False, None),
        ({}, {}, KAREN, False, None),
    ],
    ids=[
        "the caseworker",
        "a case without one lies with the unit",
        "the delegate while it lasts",
        "a seal is not opened by a delegation",
        "the delegate's delegate",
        "a circle lies with the unit",
        "a delegate elsewhere leaves it to the unit",
        "a delegate who has left leaves it to the unit",
        "a caseworker who has left leaves it to the unit",
    ],
)
def test_a_thread_lies_with(
    away: dict[int, int], works_in: dict[int, set[int]], owner: int | None, sealed: bool, holder: int | None
) -> None:
    assert Duty(away=away, works_in=works_in).holder(owner=owner, unit=UNIT, sealed=sealed) == holder


def test_what_lies_with_an_employee_is_what_the_holder_says() -> None:
    """The inbox asks from the other end; both must give the same answer for every employee."""
    duty = Duty(away={KAREN: SARA, SARA: OSKAR}, works_in=ALL_HERE)
    for employee in ALL_HERE:
        theirs = {owner for owner in ALL_HERE if duty.holder(owner=owner, unit=UNIT, sealed=False) == employee}
        own = set() if employee in duty.away else {employee}
        assert duty.held_for(employee) | own == theirs


def test_a_circle_lies_with_nobody_in_particular() -> None:
    duty = Duty(away={KAREN: SARA, SARA: KAREN}, works_in=ALL_HERE)
    assert duty.held_for(KAREN) == duty.held_for(SARA) == frozenset()
