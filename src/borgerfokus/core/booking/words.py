"""The closed word lists of appointments, with their names in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from borgerfokus.core.texts import Text


class Place(StrEnum):
    """Where people meet. The value is stored."""

    OFFICE = "office"
    HOME = "home"
    PHONE = "phone"
    VIDEO = "video"


class Booker(StrEnum):
    """Who may book for a reason. Staff always may."""

    CITIZEN = "citizen"
    PARTNER = "partner"


class State(StrEnum):
    """What has become of an appointment."""

    BOOKED = "booked"
    HELD = "held"
    CANCELLED = "cancelled"
    MISSED = "missed"
    OFFERED = "offered"


class Interpreting(StrEnum):
    """Whether there is an interpreter: none is needed, asked for and still missing, or confirmed."""

    NONE = "none"
    MISSING = "missing"
    CONFIRMED = "confirmed"


class Change(StrEnum):
    """One line of an appointment's history."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"
    HELD = "held"
    MISSED = "missed"
    INTERPRETER = "interpreter"
    REMINDED = "reminded"
    OFFERED = "offered"
    PASSED_ON = "passed_on"


PLACE_NAMES: Mapping[Place, Text] = {
    Place.OFFICE: Text(da="På kontoret", en="At the office"),
    Place.HOME: Text(da="Hjemme hos dig", en="At your home"),
    Place.PHONE: Text(da="På telefonen", en="By phone"),
    Place.VIDEO: Text(da="På video", en="On video"),
}
BOOKER_NAMES: Mapping[Booker, Text] = {
    Booker.CITIZEN: Text(da="Borgeren selv", en="The citizen"),
    Booker.PARTNER: Text(da="Samarbejdspartnere", en="Partners"),
}
STATE_NAMES: Mapping[State, Text] = {
    State.BOOKED: Text(da="Aftalt", en="Booked"),
    State.HELD: Text(da="Holdt", en="Held"),
    State.CANCELLED: Text(da="Aflyst", en="Cancelled"),
    State.MISSED: Text(da="Udeblevet", en="No-show"),
    State.OFFERED: Text(da="Tilbudt", en="Offered"),
}
INTERPRETING_NAMES: Mapping[Interpreting, Text] = {
    Interpreting.NONE: Text(da="Ingen tolk", en="No interpreter"),
    Interpreting.MISSING: Text(da="Tolk mangler", en="Interpreter missing"),
    Interpreting.CONFIRMED: Text(da="Tolk bekræftet", en="Interpreter confirmed"),
}
CHANGE_NAMES: Mapping[Change, Text] = {
    Change.BOOKED: Text(da="Tiden er booket", en="The time was booked"),
    Change.MOVED: Text(da="Aftalen er flyttet", en="The appointment was moved"),
    Change.CANCELLED: Text(da="Aftalen er aflyst", en="The appointment was cancelled"),
    Change.HELD: Text(da="Aftalen er holdt", en="The appointment was held"),
    Change.MISSED: Text(da="Borgeren kom ikke", en="The citizen did not come"),
    Change.INTERPRETER: Text(da="Tolken er ændret", en="The interpreter was changed"),
    Change.REMINDED: Text(da="Påmindelse er sendt", en="A reminder was sent"),
    Change.OFFERED: Text(da="Tiden er tilbudt fra ventelisten", en="The time was offered from the waiting list"),
    Change.PASSED_ON: Text(da="Tiden blev ikke taget", en="The time was not taken"),
}
NEUTRAL = Text(da="Aftale med kommunen", en="Appointment with the municipality")
"""What an appointment is called where others may read along, and everywhere outside when its reason is sensitive."""
