"""Obtaining facts from others: from whom only with the citizen's leave, where a request stands, and when to remind.

Retssikkerhedsloven § 11 a: the municipality asks for the citizen's consent before it obtains facts from doctors,
hospitals, schools and those who help the citizen. Another unit of the municipality, and a partner that works on the
case for it, are asked within forvaltningsloven §§ 28 and 29.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from borgerfokus.core.casework.casetype import Source

CONSENT_ARTICLE = "retssikkerhedsloven § 11 a"
WITH_CONSENT = frozenset({Source.DOCTOR, Source.HOSPITAL, Source.SCHOOL, Source.PROVIDER})
"""Who is asked only when the citizen has given leave."""
NOBODY_ELSE = frozenset({Source.CASEWORKER})
"""Who cannot be asked: the fact is for the caseworker to establish."""


class Standing(StrEnum):
    """Where a request for a fact stands, in the order in which it needs somebody."""

    LATE = "late"
    REFUSED = "refused"
    CONSENT = "consent"
    REMINDED = "reminded"
    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        return self in (Standing.LATE, Standing.CONSENT, Standing.REMINDED, Standing.ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chased:
    """What is known of one request. `awaits_consent`: it goes out only when the citizen has said yes."""

    due: date
    reminded_on: date | None = None
    reminders: int = 0
    awaits_consent: bool = False
    consent_refused: bool = False
    answered: bool = False
    withdrawn: bool = False


def standing(chased: Chased, *, on: date) -> Standing:
    """Where a request stands on the day."""
    if chased.answered:
        return Standing.ANSWERED
    if chased.consent_refused:
        return Standing.REFUSED
    if chased.withdrawn:
        return Standing.WITHDRAWN
    if chased.awaits_consent:
        return Standing.CONSENT
    if chased.due < on:
        return Standing.LATE
    return Standing.REMINDED if chased.reminders else Standing.ASKED


def is_reminded(chased: Chased, *, on: date, every_days: int, most: int) -> bool:
    """Whether the program reminds today: the day has passed, and the last reminder is old enough, a few times at most.

    Whoever reminds by hand may do it whenever they like, and moves the next one.
    """
    if standing(chased, on=on) is not Standing.LATE or chased.reminders >= most:
        return False
    return chased.reminded_on is None or chased.reminded_on + timedelta(days=every_days) <= on
