"""Background work of interventions."""

from datetime import datetime

from borgerfokus.apps.interventions.actions import asking
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import system


@jobs.daily(name="interventions.remind", hour=6)
def remind(*, at: datetime) -> None:
    """What a partner has not answered in time is on the caseworker's list."""
    asking.remind(by=system("interventions.remind"), at=at)
