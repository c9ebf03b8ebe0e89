"""When the time to appeal runs out. A case table that a lawyer can read."""

from __future__ import annotations

from datetime import date

import pytest

from borgerfokus.core.dates import WorkingCalendar
from borgerfokus.core.decisions.appeal import (
    AccessRequest,
    last_day,
    last_day_after_access,
    reassess_by,
    too_late,
)

CALENDAR = WorkingCalendar(
    holidays=frozenset({date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1), date(2027, 3, 26)})
)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        pytest.param(
            date(2026, 11, 18), date(2026, 12, 16), id="wednesday to wednesday, day of receipt not counted"
        ),
        pytest.param(date(2026, 11, 21), date(2026, 12, 21), id="received on a saturday: ends on monday"),
        pytest.param(date(2026, 11, 22), date(2026, 12, 21), id="received on a sunday: ends on monday"),
        pytest.param(
            date(2026, 11, 27), date(2026, 12, 28), id="ends on christmas day, a friday: moves to monday"
        ),
        pytest.param(
            date(2027, 2, 26), date(2027, 3, 29), id="ends on good friday in this calendar: moves to monday"
        ),
    ],
)
def test_four_weeks_from_receipt(received: date, last: date) -> None:
    assert last_day(received_on=received, guidance_given=True, weeks=4, calendar=CALENDAR) == last


def test_a_letter_that_never_arrived_starts_no_clock() -> None:
    assert last_day(received_on=None, guidance_given=True, weeks=4, calendar=CALENDAR) is None


def test_without_appeal_guidance_the_time_does_not_begin() -> None:
    found = last_day(received_on=date(2026, 11, 18), guidance_given=False, weeks=4, calendar=CALENDAR)
    assert found is None
    assert not too_late(appealed_on=date(2030, 1, 1), last=found)


@pytest.mark.parametrize(("day", "late"), [(15, False), (16, False), (17, True)])
def test_the_last_day_counts_whole(day: int, late: bool) -> None:
    assert too_late(appealed_on=date(2026, 12, day), last=date(2026, 12, 16)) is late


@pytest.mark.parametrize(
    ("asked", "answered", "last"),
    [
        pytest.param(date(2026, 12, 1), None, None, id="waiting: no last day yet"),
        pytest.param(date(2026, 11, 25), date(2026, 12, 2), date(2026, 12, 23), id="21 days were left"),
        pytest.param(
            date(2026, 12, 14), date(2026, 12, 18), date(2027, 1, 4), id="2 days were left: at least 14"
        ),
        pytest.param(
            date(2026, 12, 17), date(2026, 12, 18), date(2026, 12, 16), id="asked too late: nothing moves"
        ),
    ],
)
def test_a_request_for_the_file_stops_the_time(asked: date, answered: date | None, last: date | None) -> None:
    found = last_day_after_access(
        last=date(2026, 12, 16), request=AccessRequest(asked, answered), minimum_days=14, calendar=CALENDAR
    )
    assert found == last


def test_reassessment_is_due_in_weeks_from_the_appeal() -> None:
    assert reassess_by(appealed_on=date(2026, 11, 27), weeks=4, calendar=CALENDAR) == date(2026, 12, 28)
