"""Appeals: when the time runs out, until when to reassess, and who may appeal.

Every number is an argument and comes from the dated parameters; the sources are retssikkerhedsloven §§ 60, 66
and 67 and the rules for calculating deadlines (receipt not counted, weeks as weeks, an end on a closed day
moves on).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import WorkingCalendar, add_weeks
from borgerfokus.core.periods import Period
from borgerfokus.core.texts import Text

ARTICLE = "retssikkerhedsloven § 67"


@dataclass(frozen=True)
class AccessRequest:
    """A request for access to the file while the appeal time runs; `answered_on` is None while it waits."""

    asked_on: date
    answered_on: date | None


class Standing(StrEnum):
    """What a person is to the case."""

    PARTY = "party"
    GUARDIAN = "guardian"
    POWER_OF_ATTORNEY = "power_of_attorney"
    PARTY_REPRESENTATIVE = "party_representative"
    RELATIVE = "relative"
    NONE = "none"

    @property
    def acts_for_party(self) -> bool:
        """True for those who may act for the party if their representation is valid."""
        return self in (Standing.GUARDIAN, Standing.POWER_OF_ATTORNEY, Standing.PARTY_REPRESENTATIVE)


@dataclass(frozen=True)
class Representation:
    """When somebody may act for the party, and whether the scope covers appeals in this case."""

    valid: Period
    covers_appeal: bool
    revoked_on: date | None = None


def last_day(
    *, received_on: date | None, guidance_given: bool, weeks: int, calendar: WorkingCalendar
) -> date | None:
    """Last day to appeal, until midnight; None while the time has not begun.

    It begins at receipt (`core.dates.receipt_day`): a letter that never arrived starts nothing, and neither
    does one without appeal guidance.
    """
    if received_on is None or not guidance_given:
        return None
    return calendar.next_working_day(add_weeks(received_on, weeks))


def counts_from(*, party: date | None, guardians: Iterable[date | None] = ()) -> date | None:
    """The day of receipt from which the time to appeal counts (retssikkerhedsloven § 67).

    It is the day on which the party has the decision. Where guardians look after the party's affairs they are the
    ones who can appeal, so it never begins before each of them has it too. Somebody who merely gets the post, or holds
    a power of attorney, moves nothing. None while the party, or a guardian, has no letter.
    """
    days = [party, *guardians]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def last_day_after_access(
    *, last: date, request: AccessRequest, minimum_days: int, calendar: WorkingCalendar
) -> date | None:
    """Last day to appeal when the party asked for the file in time: the time stands still while the request
    waits.

    None while it is not answered. After the answer the party has the days that were left, and never fewer
    than `minimum_days` (a parameter). A request after the last day moves nothing.
    """
    if request.asked_on > last:
        return last
    if request.answered_on is None:
        return None
    left = max((last - request.asked_on).days, minimum_days)
    return max(last, calendar.next_working_day(request.answered_on + timedelta(days=left)))


def too_late(*, appealed_on: date, last: date | None) -> bool:
    """True when the appeal came after the last day. A late appeal is still registered."""
    return last is not None and appealed_on > last


def reassess_by(*, appealed_on: date, weeks: int, calendar: WorkingCalendar) -> date:
    """Last day for the municipality to reassess and, short of a full reversal, to forward (§ 66)."""
    return calendar.next_working_day(add_weeks(appealed_on, weeks))


def may_appeal(*, standing: Standing, representation: Representation | None, on: date) -> Refusal | None:
    """None when this person may appeal the decision on the day `on`; otherwise why not, and what would help.

    A party may. Somebody who acts for the party may, within the period and scope of the representation and
    until it is withdrawn. Nobody else may: neither a relative nor somebody who knows the number of the case.
    """
    if standing is Standing.PARTY:
        return None
    if not standing.acts_for_party or representation is None:
        return _refusal("not_a_party")
    if representation.revoked_on is not None and on >= representation.revoked_on:
        return _refusal("representation_revoked")
    if not representation.valid.contains(on):
        return _refusal("representation_not_valid")
    if not representation.covers_appeal:
        return _refusal("representation_too_narrow")
    return None


def _refusal(code: str) -> Refusal:
    return Refusal(code=code, text=_REFUSALS[code], article="retssikkerhedsloven § 60 og forvaltningsloven § 8")


_REFUSALS = {
    "not_a_party": Text(
        da="Kun borgeren selv eller en gyldig repræsentant kan klage. Bed borgeren om en fuldmagt.",
        en="Only the citizen or a valid representative may appeal. Ask the citizen for a power of attorney.",
    ),
    "representation_revoked": Text(
        da="Fuldmagten er trukket tilbage. Borgeren kan selv klage eller give en ny.",
        en="The power of attorney was withdrawn. The citizen may appeal or give a new one.",
    ),
    "representation_not_valid": Text(
        da="Fuldmagten gælder ikke i dag. Borgeren kan selv klage eller give en ny.",
        en="The power of attorney is not valid today. The citizen may appeal or give a new one.",
    ),
    "representation_too_narrow": Text(
        da="Fuldmagten dækker ikke klager. Borgeren kan selv klage eller udvide den.",
        en="The power of attorney does not cover appeals. The citizen may appeal or extend it.",
    ),
}
