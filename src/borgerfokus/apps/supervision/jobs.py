"""Background work of supervision."""

from datetime import datetime

from borgerfokus.apps.supervision.actions import standards
from borgerfokus.foundation import jobs


@jobs.daily(name="supervision.measure_kodeks", hour=5)
def measure_kodeks(*, at: datetime) -> None:
    """Keep how each unit keeps the kodeks, on the first morning of the month that a worker runs."""
    standards.measure_kodeks(at=at)
