"""Background work of guidance: kinds of help and offers begin and end by date, so the index is made each morning."""

from datetime import datetime

from borgerfokus.apps.guidance.actions import indexing
from borgerfokus.core.dates import day_of
from borgerfokus.foundation import jobs


@jobs.daily(name="guidance.rebuild_index", hour=4)
def rebuild_index(*, at: datetime) -> None:
    """Make the index anew."""
    indexing.rebuild(on=day_of(at))
