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
    """Bring the event table in step with the casework, watch the figures, and freeze what is released when it is time.

    Each day the record of forecasts is reckoned, each month what is released is frozen, with the records of forecasts
    and simulation by it, and each quarter the figures that the committee, everybody and other municipalities may get.
    """
    from borgerfokus.apps.insight.actions.correcting import correct_what_is_wanted
    from borgerfokus.apps.insight.actions.exchanging import release_when_over
    from borgerfokus.apps.insight.actions.freezing import freeze
    from borgerfokus.apps.insight.actions.indicating import release_indicators
    from borgerfokus.apps.insight.actions.projecting import release_need
    from borgerfokus.apps.insight.actions.proving import prove
    from borgerfokus.apps.insight.actions.readying import prepare
    from borgerfokus.apps.insight.actions.reckoning import prove_released
    from borgerfokus.apps.insight.actions.refreshing import refresh
    from borgerfokus.apps.insight.actions.watching import watch
    from borgerfokus.apps.insight.queries.logs import CASEWORK, RELEASED

    root = Path(settings.INSIGHT_ROOT)
    folder = root / CASEWORK
    refresh(folder=folder, at=at)
    freeze(root=root, at=at)
    for one in (folder, root / RELEASED):
        prepare(folder=one, at=at)
    release_indicators(folder=folder, at=at)
    if prove(folder=folder, at=at) is not None:
        watch(folder=folder, at=at)
    prove_released(root=root)
    release_when_over(folder=folder, by=system("insight"), at=at)
    correct_what_is_wanted(folder=folder, by=system("insight"), at=at)
    release_need(root=root, at=at)


@jobs.daily(name="insight.publish_figures", hour=7)
def publish_figures(*, at: datetime) -> None:
    """Release the figures of the last whole quarter, once the quarter is over."""
    from borgerfokus.apps.insight.actions import releasing

    releasing.publish_figures(at=at, day=day_of(at))


@jobs.daily(name="insight.send_figures", hour=7)
def send_figures(*, at: datetime) -> None:
    """Watch the figures, and send those of the week or month that has begun to who asked for them."""
    from borgerfokus.apps.insight.actions.mailing import send_subscriptions
    from borgerfokus.apps.insight.actions.watching import watch
    from borgerfokus.apps.insight.queries.logs import CASEWORK

    root = Path(settings.INSIGHT_ROOT)
    watch(folder=root / CASEWORK, at=at)
    send_subscriptions(root=root, at=at)


@jobs.job(name="insight.end_subscription")
def end_subscription(*, at: datetime, subscription_id: int) -> None:
    """End the figures by e-mail that somebody has ended by the link in one."""
    from borgerfokus.apps.insight.actions.subscribing import end_by_link

    end_by_link(subscription_id=subscription_id, by=system("insight"), at=at)
