"""Background work of casework."""

from datetime import datetime

from django.conf import settings

from borgerfokus.apps.casework.actions import consultations, figures, heads, sweep
from borgerfokus.core.dates import day_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import system


@jobs.daily(name="casework.sweep_deadlines", hour=6, own_transactions=True)
def sweep_deadlines(*, at: datetime) -> None:
    """Look at every date, each morning before work. A morning without a worker is made up for when one starts."""
    sweep.run(at=at)


@jobs.daily(name="casework.remind_of_questions", hour=6)
def remind_of_questions(*, at: datetime) -> None:
    """A question that another unit has not answered in time is on the caseworker's list."""
    consultations.remind(by=system("casework.remind_of_questions"), at=at)


@jobs.daily(name="casework.write_heads", hour=5)
def write_heads(*, at: datetime) -> None:
    """Write yesterday's head outside the database, and those of earlier days that were missed."""
    heads.write_missing(today=day_of(at), folder=settings.HEADS_ROOT)


@jobs.daily(name="casework.publish_promises", hour=7)
def publish_promises(*, at: datetime) -> None:
    """Publish last quarter's figures, once the quarter is over."""
    figures.publish_promises(at=at, day=day_of(at))
