"""Booking as one does it in these tests: the first free time, with the caseworker, by phone."""

from datetime import datetime, timedelta

from tests.apps.coordination.household import Household

from borgerfokus.apps.booking import service as booking
from borgerfokus.apps.booking.models import Appointment
from borgerfokus.core.booking.words import Place
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor


def times(home: Household, by: Actor, **more: object) -> list[datetime]:
    """When the free times of a follow-up with Karen begin."""
    given: dict[str, object] = {
        "employees": frozenset({home.karen.id}),
        "place": Place.PHONE,
        "unit_id": home.support.unit_id,
        "for_staff": by.is_employee,
    }
    key = str(more.pop("reason", "opfoelgning"))
    with home.as_(by):
        asked = booking.Asked(reason=booking.reason(key=key), **{**given, **more})  # type: ignore[arg-type]
        return [one.span.starts for one in booking.times(asked=asked, at=home.at)]


def book(home: Household, by: Actor, **more: object) -> int | Refusal:
    """Book in Karen's case; the first free time when none is said."""
    case_id = more.pop("case_id", home.support.pk)
    given: dict[str, object] = {
        "reason": "opfoelgning",
        "place": Place.PHONE,
        "employees": frozenset({home.karen.id}),
        **more,
    }
    given.setdefault("starts", times(home, by)[0] if "starts" not in given else None)
    with home.as_(by):
        new = booking.NewAppointment(**given)  # type: ignore[arg-type]
        return booking.book(case_id=case_id, new=new, by=by, at=home.at)  # type: ignore[arg-type]


def booked(home: Household, by: Actor, **more: object) -> Appointment:
    """The appointment, which must have been booked."""
    made = book(home, by, **more)
    assert isinstance(made, int), made
    return row(home, made)


def row(home: Household, number: int) -> Appointment:
    """The appointment as it now stands."""
    with home.as_system():
        return Appointment.objects.select_related("reason", "room").get(pk=number)


def in_days(home: Household, days: int, hour: int = 10) -> datetime:
    """A moment some days ahead."""
    return home.at.replace(hour=hour, minute=0) + timedelta(days=days)
