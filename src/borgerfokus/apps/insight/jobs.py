"""Background work of insight.

Every process reads the jobs at its start; the library of tables is read when a job runs, so that a start is quick.
"""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from borgerfokus.core.dates import day_of
from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import system


@jobs.every_minute(name="insight.refresh")
def refresh_events(*, at: datetime) -> None:
    """Bring the event table in step with the casework. Each day the record of forecasts and simulation is reckoned,
    each month what is released is frozen, and each quarter the figures that other municipalities may get.
    """
    from borgerfokus.apps.insight.actions.exchanging import release_when_over
    from borgerfokus.apps.insight.actions.foretelling import foretell_quarter
    from borgerfokus.apps.insight.actions.freezing import freeze
    from borgerfokus.apps.insight.actions.projecting import release_need
    from borgerfokus.apps.insight.actions.proving import prove
    from borgerfokus.apps.insight.actions.refreshing import refresh
    from borgerfokus.apps.insight.queries.logs import CASEWORK

    root = Path(settings.INSIGHT_ROOT)
    folder = root / CASEWORK
    refresh(folder=folder, at=at)
    freeze(root=root, at=at)
    prove(folder=folder, at=at)
    foretell_quarter(folder=folder, at=at)
    release_when_over(folder=folder, by=system("insight"), at=at)
    release_need(root=root, at=at)


@jobs.daily(name="insight.publish_figures", hour=7)
def publish_figures(*, at: datetime) -> None:
    """Release the figures of the last whole quarter, once the quarter is over."""
    from borgerfokus.apps.insight.actions import releasing

    releasing.publish_figures(at=at, day=day_of(at))
