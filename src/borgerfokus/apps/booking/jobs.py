"""Background work of booking."""

from datetime import datetime

from borgerfokus.apps.booking.actions import reminding
from borgerfokus.foundation import jobs


@jobs.daily(name="booking.remind", hour=8, own_transactions=True)
def remind(*, at: datetime) -> None:
    """Remind citizens of what is to come, each morning."""
    reminding.run(at=at)


@jobs.every_minute(name="booking.synchronise", own_transactions=True)
def synchronise(*, at: datetime) -> None:
    """Bring the calendars outside up to date."""
    reminding.synchronise_due(at=at)
