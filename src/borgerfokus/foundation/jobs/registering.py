"""Registering jobs. The clock is read here, and nowhere below."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.utils.timezone import get_default_timezone, now
from procrastinate.contrib.django import app

from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.jobs.retrying import Backoff, without_content

Work = Callable[..., None]
"""A job: called with `at` (aware) and the ids it was enqueued with, all by keyword."""

_UTC_OFFSETS = (1, 2)
"""Hours that Copenhagen is ahead of UTC, in winter and in summer. The schedule itself is kept in UTC."""
_FIRST_HOUR = 4


def job(*, name: str, own_transactions: bool = False) -> Callable[[Work], Work]:
    """Register a job that is enqueued with `defer(name, …)`, and tried again when it fails.

    It runs as the system in one transaction, or opens its own where `own_transactions` is set (it then calls
    `acting_as` itself). The decorated function can be called directly too, and behaves the same.
    """

    def register(work: Work) -> Work:
        scoped = work if own_transactions else _in_scope(work, name=name)

        def run(**ids: int | str) -> None:
            _call(scoped, ids)

        app.task(name=name, retry=Backoff())(run)
        return scoped

    return register


def every_minute(*, name: str, own_transactions: bool = False) -> Callable[[Work], Work]:
    """Register a job that runs every minute, one at a time; a minute that is missed is not made up for."""

    def register(work: Work) -> Work:
        scoped = work if own_transactions else _in_scope(work, name=name)

        def run(timestamp: int) -> None:
            del timestamp
            _call(scoped, {})

        task = app.task(name=name, lock=name, queueing_lock=name)(run)
        app.periodic(cron="* * * * *")(task)
        return scoped

    return register


def daily(*, name: str, hour: int, own_transactions: bool = False) -> Callable[[Work], Work]:
    """Register a job that runs daily at `hour` in Copenhagen: 4 to 23, clear of the changes of the clock.

    A run that was missed because no worker ran is made up for within a day, and retried when it fails.
    """
    if not _FIRST_HOUR <= hour <= 23:
        raise ValueError(f"a daily job runs between {_FIRST_HOUR} and 23, not at {hour}")

    def register(work: Work) -> Work:
        scoped = work if own_transactions else _in_scope(work, name=name)

        def run(timestamp: int) -> None:
            if datetime.fromtimestamp(timestamp, tz=get_default_timezone()).hour == hour:
                _call(scoped, {})

        task = app.task(name=name, lock=name, retry=Backoff())(run)
        for offset in _UTC_OFFSETS:
            app.periodic(cron=f"0 {hour - offset} * * *", periodic_id=f"utc+{offset}")(task)
        return scoped

    return register


def _in_scope(work: Work, *, name: str) -> Work:
    @wraps(work)
    def scoped(*, at: datetime, **ids: int | str) -> None:
        with acting_as(system(name), purpose=Purpose.OPERATION, at=at):
            work(at=at, **ids)

    return scoped


def _call(work: Work, ids: dict[str, int | str]) -> None:
    try:
        work(at=now(), **ids)
    except Exception as error:  # noqa: BLE001 (whatever it is, its text must not reach the log)
        raise without_content(error) from None
