"""Who may book what with whom, and what may be done to an appointment when. Every no says what helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from borgerfokus.core.booking.words import Booker, Place, State
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What an appointment can be about, as the municipality has decided it.

    `minutes` without `buffer`, which is the time after it; `notice_hours` and `horizon_days` bound when a citizen or a
    partner may book. `own_caseworker`: only with the case's owner. `group_size` 1 is not a group.
    """

    key: str
    minutes: int
    places: frozenset[Place]
    bookers: frozenset[Booker] = frozenset()
    buffer: int = 0
    notice_hours: int = 0
    horizon_days: int = 60
    own_caseworker: bool = True
    sensitive: bool = False
    interpreter: bool = False
    group_size: int = 1

    @property
    def is_group(self) -> bool:
        """Whether several citizens come at the same time."""
        return self.group_size > 1


def wrong(reason: Reason) -> Refusal | None:
    """What is wrong with a reason as it is written, or None."""
    if not reason.places:
        return NO_PLACE
    if not (_SHORTEST <= reason.minutes <= _LONGEST and 0 <= reason.buffer <= _LONGEST and reason.group_size >= 1):
        return LENGTHS
    return WINDOW if reason.notice_hours >= reason.horizon_days * 24 else None


def may_meet(*, reason: Reason, booker: Booker | None, wanted: frozenset[int], owner: int | None) -> Refusal | None:
    """Why these employees cannot be booked, or None. `booker` None is the municipality's own staff.

    A follow-up is with the case's own caseworker and nobody else: whoever books from outside can neither choose
    another nor bring another along. Staff may bring colleagues, and the owner is among them.
    """
    if booker is not None and booker not in reason.bookers:
        return NOT_YOURS
    if not wanted:
        return NOBODY
    if not reason.own_caseworker:
        return None
    if owner is None:
        return NO_OWNER
    if owner not in wanted or (booker is not None and wanted != {owner}):
        return NOT_OWNER
    return None


def may_change(*, state: State, starts: datetime, at: datetime) -> Refusal | None:
    """Why an appointment can no longer be moved or cancelled, or None."""
    if state is not State.BOOKED:
        return OVER
    return BEGUN if starts <= at else None


def may_tell(*, state: State, starts: datetime, at: datetime) -> Refusal | None:
    """Why it cannot be said yet, or again, whether the citizen came; None when it can."""
    if state is not State.BOOKED:
        return OVER
    return NOT_YET if starts > at else None


def offered_until(*, starts: datetime, at: datetime, hours: int, notice_hours: int) -> datetime | None:
    """Until when a time that became free is offered to who has waited; None when it begins too soon to be offered.

    The answer comes within `hours`, and no later than others could book the time.
    """
    until = min(at + timedelta(hours=hours), starts - timedelta(hours=notice_hours))
    return until if until >= at + _TO_ANSWER else None


def may_answer(*, state: State, until: datetime | None, at: datetime) -> Refusal | None:
    """Why an offered time can no longer be taken, or None."""
    return None if state is State.OFFERED and until is not None and at < until else OFFER_OVER


_TO_ANSWER = timedelta(hours=1)
_SHORTEST, _LONGEST = 5, 480


def _no(code: str, da: str, en: str, article: str = "") -> Refusal:
    return Refusal(code=f"booking.{code}", text=Text(da=da, en=en), article=article)


NO_PLACE = _no("no_place", "Vælg mindst ét sted at mødes.", "Choose at least one place to meet.")
LENGTHS = _no(
    "lengths",
    "En aftale varer fra 5 minutter til 8 timer, og der skal være plads til mindst én.",
    "An appointment lasts from 5 minutes to 8 hours, and there must be room for at least one.",
)
WINDOW = _no(
    "window",
    "Varslet er længere end den tid, man kan booke frem. Så er der ingen tider.",
    "The notice is longer than how far ahead one can book. There would be no times.",
)
NOT_YOURS = _no(
    "not_yours",
    "Du kan ikke selv booke den slags aftale. Ring til os, så finder vi en tid.",
    "You cannot book this kind of appointment yourself. Call us, and we will find a time.",
)
NOBODY = _no("nobody", "Vælg, hvem aftalen er med.", "Choose whom the appointment is with.")
NO_OWNER = _no(
    "no_owner",
    "Sagen har ingen sagsbehandler endnu. Der kan bookes, når den har fået en.",
    "The case has no caseworker yet. It can be booked once it has one.",
    "retssikkerhedsloven § 4",
)
NOT_OWNER = _no(
    "not_owner",
    "En opfølgning er med sagens egen sagsbehandler.",
    "A follow-up is with the case's own caseworker.",
    "retssikkerhedsloven § 4",
)
OVER = _no(
    "over",
    "Aftalen er slut eller aflyst. Book en ny tid i stedet.",
    "The appointment is over or cancelled. Book a new time instead.",
)
BEGUN = _no("begun", "Aftalen er begyndt og kan ikke ændres.", "The appointment has begun and cannot be changed.")
NOT_YET = _no("not_yet", "Aftalen er ikke begyndt endnu.", "The appointment has not begun yet.")
TAKEN = _no(
    "taken",
    "Tiden er lige blevet taget. Vælg en anden.",
    "The time has just been taken. Choose another.",
)
OFFER_OVER = _no(
    "offer_over",
    "Tiden er ikke tilbudt mere. Du står stadig på ventelisten.",
    "The time is no longer offered. You are still on the waiting list.",
)
FULL = _no(
    "full", "Holdet er fyldt. Vælg et andet, eller kom på venteliste.", "The group is full. Choose another, or wait."
)
