"""What a parameter's value counts, and how each kind is read from a document."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """The kind of a value. Lengths of time and counts are whole numbers."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    COUNT = "count"
    PERCENT = "percent"
    ORE = "ore"
    BOOLEAN = "boolean"
    TEXT = "text"
    CODE = "code"
    CHOICE = "choice"
    CHOICES = "choices"
    MONTH_DAYS = "month_days"

    @property
    def is_whole_number(self) -> bool:
        """Whether values of this unit are whole numbers (`Value.number`)."""
        return self in _WHOLE_NUMBERS


_WHOLE_NUMBERS = frozenset(
    {
        Unit.MINUTES,
        Unit.HOURS,
        Unit.DAYS,
        Unit.WORKING_DAYS,
        Unit.WEEKS,
        Unit.MONTHS,
        Unit.YEARS,
        Unit.COUNT,
        Unit.ORE,
    }
)


class Status(StrEnum):
    """How sure a value is: read in public material with a named source, or still to be confirmed."""

    VERIFIED = "verified"
    TO_BE_CONFIRMED = "to be confirmed by the municipality's lawyer"


class DecidedBy(StrEnum):
    """Who may change a value: the legislator (a new row in the file) or the municipality (its own row)."""

    ACT = "act"
    MUNICIPALITY = "municipality"
