"""Background work of reminders."""

from datetime import datetime

from borgerfokus.apps.reminders.actions import choosing, sending
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import system


@jobs.daily(name="reminders.send", hour=7, own_transactions=True)
def send(*, at: datetime) -> None:
    """Remind staff of what waits for them, each morning."""
    sending.run(at=at)


@jobs.job(name="reminders.end")
def end(*, at: datetime, reminder_id: int) -> None:
    """End the reminders that somebody has ended by the link in one."""
    choosing.end_by_link(reminder_id=reminder_id, by=system("reminders.end"), at=at)
