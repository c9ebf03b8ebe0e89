"""What booking announces. A sensitive reason stands as a neutral title, so that no list of events gives it away."""

from dataclasses import dataclass
from typing import ClassVar

from borgerfokus.apps.casework.events import Fact


@dataclass(frozen=True)
class AppointmentBooked(Fact):
    """The citizen has an appointment."""

    kind: ClassVar[str] = "appointment.booked"
    appointment: int
    title: str
    starts: str


@dataclass(frozen=True)
class AppointmentMoved(Fact):
    """The appointment has another time, or another place."""

    kind: ClassVar[str] = "appointment.moved"
    appointment: int
    title: str
    before: str
    starts: str


@dataclass(frozen=True)
class AppointmentCancelled(Fact):
    """The appointment is off; `reason` is told the citizen when the municipality cancels."""

    kind: ClassVar[str] = "appointment.cancelled"
    appointment: int
    title: str
    starts: str
    reason: str


@dataclass(frozen=True)
class AppointmentHeld(Fact):
    """The citizen came (`came`), or did not."""

    kind: ClassVar[str] = "appointment.held"
    appointment: int
    title: str
    starts: str
    came: bool


@dataclass(frozen=True)
class AppointmentReminded(Fact):
    """The citizen is reminded of an appointment."""

    kind: ClassVar[str] = "appointment.reminded"
    appointment: int
    title: str
    starts: str


@dataclass(frozen=True)
class AppointmentOffered(Fact):
    """A time that became free is offered to the citizen, who has waited, until a moment."""

    kind: ClassVar[str] = "appointment.offered"
    appointment: int
    title: str
    starts: str
    until: str


@dataclass(frozen=True)
class AppointmentPassedOn(Fact):
    """The citizen said no to an offered time (`declined`), or did not answer; it goes on to the next who waits."""

    kind: ClassVar[str] = "appointment.passed_on"
    appointment: int
    title: str
    starts: str
    declined: bool
