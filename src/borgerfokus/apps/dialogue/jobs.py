"""Background work of dialogue."""

from datetime import datetime

from borgerfokus.apps.dialogue.actions import reminding
from borgerfokus.foundation import jobs


@jobs.daily(name="dialogue.remind", hour=6, own_transactions=True)
def remind(*, at: datetime) -> None:
    """Remind citizens of what they were asked for, and staff of what is withheld, each morning."""
    reminding.run(at=at)
