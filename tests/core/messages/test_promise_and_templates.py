"""The promise of an answer, what a unit's answers say, and the words of templates."""

from datetime import date

from borgerfokus.core.dates import WorkingCalendar
from borgerfokus.core.messages.promise import Answered, answered, together
from borgerfokus.core.messages.template import Word, filled, unknown_words

CALENDAR = WorkingCalendar(holidays=frozenset())
FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)


def test_an_answer_is_measured_in_working_days_and_the_last_day_belongs_to_the_promise() -> None:
    assert answered(asked=FRIDAY, due=MONDAY, on=MONDAY, calendar=CALENDAR) == Answered(1, kept=True)
    assert answered(asked=FRIDAY, due=MONDAY, on=TUESDAY, calendar=CALENDAR) == Answered(2, kept=False)
    assert answered(asked=FRIDAY, due=MONDAY, on=FRIDAY, calendar=CALENDAR) == Answered(0, kept=True)


def test_the_answers_of_a_unit_are_a_median_and_a_share() -> None:
    found = together([Answered(1, kept=True), Answered(2, kept=True), Answered(9, kept=False)])
    assert (found.answers, found.median) == (3, 2.0)
    assert found.share is not None
    assert round(found.share, 2) == 0.67
    assert together([]).median is None


def test_a_template_fills_in_what_it_knows_and_reads_no_value_again() -> None:
    text = "Hej {navn}, ring til {enhed}. {ukendt}"
    assert unknown_words(text=text) == ("ukendt",)
    said = filled(text=text, values={Word.NAME: "{enhed}", Word.UNIT: "Voksenteamet"})
    assert said == "Hej {enhed}, ring til Voksenteamet. {ukendt}"
