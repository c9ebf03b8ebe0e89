"""Background work of messages."""

from datetime import datetime

from borgerfokus.apps.messages.actions import publishing
from borgerfokus.core.dates import day_of
from borgerfokus.foundation import jobs


@jobs.daily(name="messages.publish_answers", hour=7)
def publish_answers(*, at: datetime) -> None:
    """Publish last quarter's figure, once the quarter is over."""
    publishing.publish_answers(at=at, day=day_of(at))
