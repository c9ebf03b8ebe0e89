"""Background work: it lives in the same PostgreSQL, so a job is enqueued by the transaction that needs it.

An app registers its jobs in its module `jobs.py` with `job`, `every_minute` or `daily`, and calls `defer`.
"""

from borgerfokus.foundation.jobs.deferring import NotAnId, defer
from borgerfokus.foundation.jobs.registering import Work, daily, every_minute, job
from borgerfokus.foundation.jobs.retrying import JobFailed

__all__ = ["JobFailed", "NotAnId", "Work", "daily", "defer", "every_minute", "job"]
