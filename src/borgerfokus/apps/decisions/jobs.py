"""Background work of decisions."""

from datetime import datetime

from borgerfokus.apps.decisions.actions import publishing
from borgerfokus.core.dates import day_of
from borgerfokus.foundation import jobs


@jobs.daily(name="decisions.publish_reversals", hour=7)
def publish_reversals(*, at: datetime) -> None:
    """Publish last year's reversals, once the year is over."""
    publishing.publish_reversals(at=at, day=day_of(at))
