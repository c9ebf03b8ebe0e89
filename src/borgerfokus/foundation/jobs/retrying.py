"""What happens to a job that fails: it is tried again, later and later. Its error tells where, not what."""

from datetime import timedelta
from pathlib import Path
from traceback import extract_tb

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job
from procrastinate.utils import utcnow

WAITS = (10, 30, 120, 600, 1800, 3600, 3600, 3600)
"""Seconds between the tries: about four hours in all, which outlasts a restart of whatever a job needs."""


class JobFailed(Exception):
    """A job failed. The message names kind of error and place; its own text may name people."""


class Backoff(BaseRetryStrategy):
    """Try again after `WAITS`, then give up: the job stays in the queue's table as failed."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When to try again, or None for never. A bug is retried too: it may be mended meanwhile."""
        del exception
        if job.attempts >= len(WAITS):
            return None
        return RetryDecision(retry_at=utcnow() + timedelta(seconds=WAITS[job.attempts]))


def without_content(error: Exception) -> JobFailed:
    """The same failure without the error's text: kind of error, and the last place in the code."""
    frames = extract_tb(error.__traceback__)
    last = f" in {frames[-1].name}, {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    ours = next((frame for frame in reversed(frames) if "borgerfokus" in frame.filename), None)
    via = f" via {ours.name}, {Path(ours.filename).name}:{ours.lineno}" if ours else ""
    return JobFailed(f"{type(error).__name__}{last}{via}")
