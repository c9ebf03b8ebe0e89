"""Background work of booking."""

from datetime import datetime

from borgerfokus.apps.booking.actions import offering, reminding, seats
from borgerfokus.foundation import jobs


@jobs.daily(name="booking.remind", hour=8, own_transactions=True)
def remind(*, at: datetime) -> None:
    """Remind citizens of what is to come, each morning."""
    reminding.run(at=at)


@jobs.job(name="booking.offer_freed", own_transactions=True)
def offer_freed(*, at: datetime, appointment_id: int) -> None:
    """Offer a time that has become free to whoever has waited longest."""
    offering.offer_freed(appointment_id=appointment_id, at=at)


@jobs.job(name="booking.offer_seats", own_transactions=True)
def offer_seats(*, at: datetime, group_id: int) -> None:
    """Offer the seats of a new group to those who wait."""
    seats.offer_seats(group_id=group_id, at=at)


@jobs.every_minute(name="booking.lapse", own_transactions=True)
def lapse(*, at: datetime) -> None:
    """Pass on offers that nobody has answered in time."""
    offering.lapse(at=at)


@jobs.every_minute(name="booking.synchronise", own_transactions=True)
def synchronise(*, at: datetime) -> None:
    """Bring the calendars outside up to date."""
    reminding.synchronise_due(at=at)
