"""Background work of dialogue."""

from datetime import datetime
from uuid import UUID

from borgerfokus.apps.dialogue.actions import concern_watch, personal, receipts, reminding
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import system


@jobs.daily(name="dialogue.remind", hour=6, own_transactions=True)
def remind(*, at: datetime) -> None:
    """Remind citizens of what they were asked for and have not sent, and staff of what is withheld, each morning."""
    try:
        reminding.run(at=at)
    finally:
        personal.remind_of_drafts(at=at)


@jobs.job(name="dialogue.complaint_made")
def complaint_made(*, at: datetime, complaint_id: int) -> None:
    """Write to whoever complained that it has arrived."""
    personal.complaint_made(complaint_id=complaint_id, at=at)


@jobs.job(name="dialogue.complaint_answered")
def complaint_answered(*, at: datetime, complaint_id: int) -> None:
    """Write to whoever complained that there is an answer."""
    personal.complaint_answered(complaint_id=complaint_id, at=at)


@jobs.job(name="dialogue.concern_arrived")
def concern_arrived(*, at: datetime, concern_id: str) -> None:
    """Warn of a notification that has just come in, where it says that the child is in danger."""
    concern_watch.look_at(concern_id=UUID(concern_id), by=system(concern_watch.NAME), at=at)


@jobs.every_minute(name="dialogue.watch_concerns", own_transactions=True)
def watch_concerns(*, at: datetime) -> None:
    """Watch the clock of every notification that nobody has assessed, and send the receipts that are owed."""
    try:
        concern_watch.run(at=at)
    finally:
        receipts.send_owed(at=at)
