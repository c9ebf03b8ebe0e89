"""Run as a program on a database of its own: one worker with quick heartbeats and two jobs that write what they did.

`killed_worker.py FOLDER wait|once`: `test.slow` says in FOLDER that it has begun and, only the first time, never ends.
"""

import sys
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import django

django.setup()

# ruff: noqa: E402 (what follows needs Django to be set up)

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from borgerfokus.foundation import jobs
from borgerfokus.foundation.jobs import upkeep

FOLDER = Path(sys.argv[1])


@jobs.job(name="test.slow", own_transactions=True)
def slow(*, at: datetime, file_id: int) -> None:
    """Begin, and the first time never end."""
    begun = FOLDER / f"begun-{file_id}"
    if not begun.exists():
        begun.write_text(at.isoformat())
        time.sleep(600)
    (FOLDER / f"done-{file_id}").write_text(at.isoformat())


@jobs.job(name="test.deadly", own_transactions=True)
def deadly(*, at: datetime, file_id: int) -> None:
    """Say that it was tried."""
    with (FOLDER / f"tried-{file_id}").open("a") as tries:
        tries.write(f"{at}\n")


def main(how: str) -> None:
    """Run one worker."""
    upkeep.SILENT_SECONDS = 1
    with suppress(AlreadyEnqueued):
        app.tasks["jobs.recover"].defer(timestamp=0)
    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        working.run_worker(
            wait=how == "wait",
            concurrency=2 if how == "wait" else 1,  # one by one: it ends only after what the recovery put back
            listen_notify=False,
            update_heartbeat_interval=0.2,
            stalled_worker_timeout=1,
            fetch_job_polling_interval=0.2,
        )


if __name__ == "__main__":
    main(sys.argv[2])
