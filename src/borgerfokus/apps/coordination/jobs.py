"""Background work of coordination."""

from datetime import datetime

from borgerfokus.apps.coordination.actions import sweeping
from borgerfokus.foundation import jobs


@jobs.daily(name="coordination.sweep_transitions", hour=6, own_transactions=True)
def sweep_transitions(*, at: datetime) -> None:
    """Put everybody concerned on the board, and remind of milestones that slipped, each morning."""
    sweeping.run(at=at)
