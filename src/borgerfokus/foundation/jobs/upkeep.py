"""The queue's own upkeep: jobs of a worker that died are run again, and finished jobs are removed."""

from contextlib import suppress

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from procrastinate.utils import utcnow

SILENT_SECONDS = 30
"""A worker tells every 10 seconds that it lives; one that has been silent for so long is taken for dead."""
TRIES = 5
"""A job that has taken its worker with it so often is given up, so that it does not take the next one too."""
KEEP_HOURS = 7 * 24
"""How long finished jobs can be looked at."""


@app.periodic(cron="* * * * *")
@app.task(name="jobs.recover", queueing_lock="jobs.recover", pass_context=True)
async def recover(context: JobContext, timestamp: int) -> None:
    """Put jobs back in the queue whose worker has died, so that none is lost by a kill.

    It holds no lock: one whose own worker was killed would keep every later one from running. Two at the same time
    are harmless, for only one of them finds a job still standing as running.
    """
    del timestamp
    manager = context.app.job_manager
    for stalled in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
        with suppress(ConnectorException):
            if stalled.attempts >= TRIES:
                await manager.finish_job(stalled, Status.FAILED, delete_job=False)
            else:
                await manager.retry_job(stalled, retry_at=utcnow())


@app.periodic(cron="30 * * * *")
@app.task(name="jobs.clean", lock="jobs.clean", queueing_lock="jobs.clean", pass_context=True)
async def clean(context: JobContext, timestamp: int) -> None:
    """Remove jobs that succeeded a week ago. Failed ones stay until somebody has looked at them."""
    del timestamp
    await context.app.job_manager.delete_old_jobs(nb_hours=KEEP_HOURS)
