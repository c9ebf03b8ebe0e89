"""Each row of the deadline tables, and proof that the tables would notice a wrong rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from borgerfokus.core.dates import Channel, WorkingCalendar, calendar_for, last_day, receipt_day
from borgerfokus.core.rules import Parameters, Status, Value
from tests.law import oracle
from tests.law.tables import DeadlineCase, deadline_cases

CASES = deadline_cases()
PARAMETERS = Parameters.load()
CALENDAR = calendar_for(range(2022, 2030), PARAMETERS)
LEAST_ROWS = 60


def outcome(case: DeadlineCase, calendar: WorkingCalendar = CALENDAR) -> tuple[date, date]:
    """The day of receipt and the last day, as the program says."""
    received = receipt_day(sent=case.sent, channel=case.channel, calendar=calendar, parameters=PARAMETERS)
    rule = PARAMETERS.at(case.rule, on=received)
    return received, last_day(received=received, amount=rule.number, unit=rule.unit, calendar=calendar)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_table_holds(case: DeadlineCase) -> None:
    assert outcome(case) == (case.received, case.last_day), case.why


def test_the_tables_are_long_enough_and_have_no_row_twice() -> None:
    questions = [(case.sent, case.channel, case.rule) for case in CASES]
    assert len(set(questions)) == len(questions) >= LEAST_ROWS


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_oracle_agrees_with_the_table(case: DeadlineCase) -> None:
    rule: Value = PARAMETERS.at(case.rule, on=case.received)
    assert oracle.last_day(case.received, rule.number, rule.unit.value) == case.last_day
    if case.channel is Channel.PAPER:
        assert oracle.last_day(case.sent, 6, "working_days") == case.received


def _with(extra: set[date]) -> WorkingCalendar:
    return WorkingCalendar(holidays=CALENDAR.holidays | extra)


SABOTAGES: dict[str, Callable[[], WorkingCalendar]] = {
    "no holidays": lambda: WorkingCalendar(holidays=frozenset()),
    "Store Bededag kept": lambda: _with({date(2024, 4, 26), date(2025, 5, 16)}),
    "Store Bededag gone too early": lambda: WorkingCalendar(CALENDAR.holidays - {date(2023, 5, 5)}),
    "Constitution Day open": lambda: _without("06-05"),
    "Christmas Eve open": lambda: _without("12-24"),
    "New Year's Eve open": lambda: _without("12-31"),
    "Easter a day late": lambda: WorkingCalendar(
        frozenset(day + timedelta(days=day.month in (3, 4)) for day in CALENDAR.holidays)
    ),
}


def _without(month_day: str) -> WorkingCalendar:
    return WorkingCalendar(frozenset(day for day in CALENDAR.holidays if f"{day:%m-%d}" != month_day))


@pytest.mark.parametrize("sabotage", SABOTAGES)
def test_a_wrong_calendar_turns_the_tables_red(sabotage: str) -> None:
    calendar = SABOTAGES[sabotage]()
    assert any(outcome(case, calendar) != (case.received, case.last_day) for case in CASES)


def test_a_receipt_day_that_counts_turns_the_tables_red() -> None:
    assert any(outcome(case)[1] != _counting_receipt(case) for case in CASES)


def _counting_receipt(case: DeadlineCase) -> date:
    rule = PARAMETERS.at(case.rule, on=case.received)
    before = case.received - timedelta(days=1)
    return last_day(received=before, amount=rule.number, unit=rule.unit, calendar=CALENDAR)


def test_the_appeal_deadline_is_verified_and_names_its_article() -> None:
    value = PARAMETERS.at("rsl.appeal_deadline", on=date(2026, 11, 21))
    assert value.status is Status.VERIFIED
    assert value.reference.text.da == "retssikkerhedsloven § 67"
