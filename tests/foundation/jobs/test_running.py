"""Jobs run as the system, tell where they failed but not on what, are retried, and keep the clock of Copenhagen."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from procrastinate.contrib.django import app
from procrastinate.jobs import Job
from procrastinate.utils import utcnow

from borgerfokus.foundation import jobs
from borgerfokus.foundation.access.actor import ActorKind
from borgerfokus.foundation.access.scope import current, is_open
from borgerfokus.foundation.jobs.retrying import WAITS, Backoff

SECRET = "010190-1234"


@pytest.fixture
def register() -> Iterator[Callable[..., None]]:
    """Register jobs that are forgotten when the test ends."""
    tasks, periodic = dict(app.tasks), dict(app.periodic_registry.periodic_tasks)
    yield lambda decorator, work: decorator(work)
    app.tasks.clear()
    app.tasks.update(tasks)
    app.periodic_registry.periodic_tasks.clear()
    app.periodic_registry.periodic_tasks.update(periodic)


def test_a_job_runs_as_the_system(db: None, register: Callable[..., None]):
    seen: list[object] = []

    def work(*, at: datetime, file_id: int) -> None:
        seen.extend([current().actor.kind, current().actor.name, current().at == at, file_id])

    register(jobs.job(name="test.scope"), work)
    app.tasks["test.scope"](file_id=7)
    assert seen == [ActorKind.SYSTEM, "test.scope", True, 7]


def test_a_job_may_keep_its_own_transactions(register: Callable[..., None]):
    def work(*, at: datetime) -> None:
        assert at.tzinfo is not None
        assert not is_open()

    register(jobs.job(name="test.own", own_transactions=True), work)
    app.tasks["test.own"]()


def test_a_failure_tells_where_but_not_what(db: None, register: Callable[..., None]):
    def work(*, at: datetime) -> None:
        raise ValueError(f"no such person: {SECRET}")

    register(jobs.job(name="test.fails"), work)
    with pytest.raises(jobs.JobFailed) as failed:
        app.tasks["test.fails"]()
    told = str(failed.value)
    assert "ValueError in work, test_running.py:" in told
    assert SECRET not in told
    assert failed.value.__cause__ is None
    assert failed.value.__suppress_context__


def test_a_failed_job_waits_longer_each_time_and_is_given_up_at_last():
    waits: list[timedelta] = []
    for attempts in range(len(WAITS)):
        job = Job(id=1, queue="q", lock=None, queueing_lock=None, task_name="t", attempts=attempts)
        decision = Backoff().get_retry_decision(exception=ValueError(), job=job)
        assert decision is not None
        assert decision.retry_at is not None
        waits.append(decision.retry_at - utcnow())
    assert all(first <= second + timedelta(seconds=1) for first, second in pairwise(waits))
    last = Job(id=1, queue="q", lock=None, queueing_lock=None, task_name="t", attempts=len(WAITS))
    assert Backoff().get_retry_decision(exception=ValueError(), job=last) is None


def test_every_minute(register: Callable[..., None]):
    ran: list[datetime] = []
    register(jobs.every_minute(name="test.minute", own_transactions=True), lambda *, at: ran.append(at))
    registered = app.periodic_registry.periodic_tasks[("test.minute", "")]
    assert registered.cron == "* * * * *"
    registered.task(timestamp=0)
    assert len(ran) == 1


DAYS = [(1, 15), (7, 15), (3, 28), (3, 29), (3, 30), (10, 24), (10, 25), (10, 26)]


@pytest.mark.parametrize("day", [datetime(2026, month, day, tzinfo=UTC) for month, day in DAYS])
def test_daily_runs_once_a_day_by_the_clock_of_copenhagen(register: Callable[..., None], day: datetime):
    """In winter, in summer, and on the days around both changes of the clock."""
    ran: list[datetime] = []
    register(jobs.daily(name="test.daily", hour=6, own_transactions=True), lambda *, at: ran.append(at))
    registry = app.periodic_registry.periodic_tasks
    starts = []
    for number, task in [(key[1], value) for key, value in registry.items() if key[0] == "test.daily"]:
        hour = int(task.cron.split()[1])
        before = len(ran)
        task.task(timestamp=int(day.replace(hour=hour).timestamp()))
        starts += [number] * (len(ran) - before)
    assert len(starts) == 1


@pytest.mark.parametrize("hour", [0, 3, 24])
def test_daily_keeps_clear_of_the_changes_of_the_clock(hour: int):
    with pytest.raises(ValueError, match="a daily job runs between"):
        jobs.daily(name="test.early", hour=hour)


def test_each_app_has_registered_its_jobs():
    names = set(app.tasks)
    assert {"files.scan", "files.clean", "files.scan_waiting", "outbox.deliver", "outbox.move"} <= names
