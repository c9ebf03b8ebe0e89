"""The clock of a request for access: working days, how near it is, and the time to appeal that waits."""

from datetime import date

import pytest

from borgerfokus.core.dates import calendar_for
from borgerfokus.core.rights import Left, appeal_until_after, due_on, left
from borgerfokus.core.rules import Parameters

PARAMETERS = Parameters.load()
CALENDAR = calendar_for([2026], PARAMETERS)


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        (date(2026, 11, 23), 7, date(2026, 12, 2)),
        (date(2026, 11, 28), 7, date(2026, 12, 8)),
        (date(2026, 12, 21), 7, date(2027, 1, 5)),
        (date(2026, 11, 23), 2, date(2026, 11, 25)),
    ],
)
def test_the_last_day_is_counted_in_working_days_from_the_day_after(received: date, days: int, due: date) -> None:
    assert due_on(received=received, working_days=days, calendar=CALENDAR) == due


def test_the_parameters_carry_the_days_of_the_acts() -> None:
    on = date(2026, 11, 23)
    assert PARAMETERS.at("fvl.access_deadline", on=on).number == 7
    assert PARAMETERS.at("ofl.access_deadline", on=on).number == 7
    assert PARAMETERS.at("ofl.access_simple", on=on).number == 2
    assert PARAMETERS.at("gdpr.answer", on=on).number == 1


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 11, 24), (6, Left.FINE)),
        (date(2026, 11, 30), (2, Left.SOON)),
        (date(2026, 12, 2), (0, Left.SOON)),
        (date(2026, 12, 3), (-1, Left.OVER)),
        (date(2026, 12, 5), (-2, Left.OVER)),
    ],
)
def test_how_much_time_is_left(on: date, expected: tuple[int, Left]) -> None:
    assert left(due=date(2026, 12, 2), on=on, calendar=CALENDAR) == expected


@pytest.mark.parametrize(
    ("until", "asked", "answered", "expected"),
    [
        (date(2026, 12, 21), date(2026, 11, 23), date(2026, 12, 1), date(2026, 12, 29)),
        (date(2026, 11, 25), date(2026, 11, 23), date(2026, 12, 1), date(2026, 12, 15)),
        (date(2026, 11, 20), date(2026, 11, 23), date(2026, 12, 1), None),
        (None, date(2026, 11, 23), date(2026, 12, 1), None),
    ],
)
def test_the_days_that_were_left_go_on_and_there_are_at_least_so_many(
    until: date | None, asked: date, answered: date, expected: date | None
) -> None:
    assert appeal_until_after(until=until, asked_on=asked, answered_on=answered, minimum_days=14) == expected
