"""Background work of insight."""

from datetime import datetime

from borgerfokus.apps.insight.actions import releasing
from borgerfokus.core.dates import day_of
from borgerfokus.foundation import jobs


@jobs.daily(name="insight.publish_figures", hour=7)
def publish_figures(*, at: datetime) -> None:
    """Release the figures of the last whole quarter, once the quarter is over."""
    releasing.publish_figures(at=at, day=day_of(at))
