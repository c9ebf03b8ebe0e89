"""Background work of casework."""

from datetime import datetime

from borgerfokus.apps.casework.actions import sweep
from borgerfokus.foundation import jobs


@jobs.daily(name="casework.sweep_deadlines", hour=6, own_transactions=True)
def sweep_deadlines(*, at: datetime) -> None:
    """Look at every date, each morning before work. A morning without a worker is made up for when one starts."""
    sweep.run(at=at)
