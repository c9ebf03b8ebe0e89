"""A reminder to staff says how much waits, in both languages, and nothing else."""

from datetime import date

import pytest

from borgerfokus.core.reminders import Waiting, body, first_day, last_day


def said(waiting: Waiting, *, weekly: bool = False, language: str = "da") -> str:
    return "\n".join(one.in_(language) for one in body(waiting=waiting, weekly=weekly, page="/sag/", end="/stop/"))


@pytest.mark.parametrize(
    ("waiting", "weekly", "danish", "english"),
    [
        (Waiting(deadlines=3), False, "Du har 3 frister i denne uge.", "You have 3 deadlines this week."),
        (Waiting(deadlines=1), False, "Du har 1 frist i denne uge.", "You have 1 deadline this week."),
        (Waiting(over=2), False, "2 sager er over fristen.", "2 cases are past their deadline."),
        (Waiting(appointments=1), False, "Du har 1 aftale i dag.", "You have 1 appointment today."),
        (Waiting(appointments=4), True, "Du har 4 aftaler i denne uge.", "You have 4 appointments this week."),
        (Waiting(messages=1), False, "1 besked venter på svar.", "1 message waits for an answer."),
        (Waiting(messages=5), False, "5 beskeder venter på svar.", "5 messages wait for an answer."),
    ],
)
def test_it_counts(waiting: Waiting, weekly: bool, danish: str, english: str) -> None:
    assert danish in said(waiting, weekly=weekly)
    assert english in said(waiting, weekly=weekly, language="en")


def test_what_was_not_asked_for_or_is_none_is_not_said() -> None:
    text = said(Waiting(over=0, deadlines=2, appointments=None, messages=0))
    assert text.count("- ") == 1
    assert Waiting(over=0, deadlines=0, messages=None).nothing
    assert not Waiting(over=1).nothing


def test_a_week_is_counted_from_monday_to_sunday() -> None:
    friday = date(2026, 11, 27)
    assert first_day(weekly=True, day=friday) == date(2026, 11, 23)
    assert first_day(weekly=False, day=friday) == friday
    assert last_day(day=friday) == date(2026, 11, 29)
