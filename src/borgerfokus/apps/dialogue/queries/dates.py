"""The date that the citizen is promised an answer by, from the one source of dates."""

from collections.abc import Iterable
from datetime import date, datetime

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case
from borgerfokus.core.casework.casetype.vocabulary import Moment
from borgerfokus.core.casework.deadline import Basis, Deadline
from borgerfokus.core.dates import WorkingCalendar, calendar_for, day_of, last_day
from borgerfokus.core.texts import Text
from borgerfokus.foundation.parameters import service as parameters

CASE_DEADLINE = "rsl.case_deadline"
CITIZEN_REPLY = "rsl.citizen_reply"

_BASES = {
    Basis.STATUTORY: Text(da="Datoen står i loven.", en="The date is set by law."),
    Basis.OWN: Text(da="Datoen er kommunens egen frist.", en="The date is the municipality's own deadline."),
    Basis.AGREEMENT: Text(da="Datoen er en aftale.", en="The date is an agreement."),
}


def dates_of(*, case: Case, at: datetime) -> tuple[Deadline, ...]:
    """The dates of a case as they stand. Two queries."""
    return casework.dates_of(
        case=case, at=at, suspensions=list(case.suspensions.all()), extensions=list(case.extensions.all())
    )


def answer_of(dates: Iterable[Deadline]) -> Deadline | None:
    """The date by which the citizen gets an answer, or None when none is running."""
    wanted = [one for one in dates if one.is_open and one.due and one.ends_with == Moment.DECISION_ISSUED]
    return min(wanted, key=lambda one: one.due or date.max, default=None)


def promised(*, case: Case, dates: Iterable[Deadline]) -> tuple[date, Text]:
    """The date that a receipt gives, and where it comes from.

    A case type without a date for its answer falls under the municipality's general one (retssikkerhedsloven § 3).
    """
    found = answer_of(dates)
    if found is not None and found.due is not None:
        return found.due, _BASES[found.basis]
    received = day_of(case.received_at)
    value = parameters.at(CASE_DEADLINE, on=received)
    due = last_day(received=received, amount=value.number, unit=value.unit, calendar=_calendar(received))
    return due, _BASES[Basis.OWN]


def reply_by(*, on: date) -> date:
    """The last day to answer for a citizen who is asked, or asked again, on a day."""
    value = parameters.at(CITIZEN_REPLY, on=on)
    return last_day(received=on, amount=value.number, unit=value.unit, calendar=_calendar(on))


def _calendar(day: date) -> WorkingCalendar:
    return calendar_for((day.year, day.year + 1), parameters.parameters())
