"""A job whose worker is killed is run by the next worker, and one that keeps killing its worker is given up."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from tests import database

from borgerfokus.foundation.jobs.upkeep import TRIES

FILE = '{"file_id": 1}'
pytestmark = pytest.mark.slow


class Queue:
    """A database of its own with a queue, and workers on it."""

    def __init__(self, name: str, folder: Path) -> None:
        self.folder = folder
        self.owner = psycopg.connect(database.address(name, owner=True), autocommit=True)
        self.environment = {
            **os.environ,
            "PYTHONPATH": f"{database.ROOT / 'src'}{os.pathsep}{database.ROOT}",
            "DJANGO_SETTINGS_MODULE": "borgerfokus.project.settings",
            "BORGERFOKUS_DATABASE_URL": database.address(name, owner=False),
            "BORGERFOKUS_HOME": str(folder),
        }

    def defer(
        self,
        task: str,
        *,
        attempts: int = 0,
        status: str = "todo",
        args: str = FILE,
        lock: str | None = None,
    ) -> int:
        """Put a job in the queue by hand, tried so often before; as "doing" it was left by a dead worker."""
        row = self.owner.execute(
            "insert into procrastinate_jobs (queue_name, task_name, priority, args, attempts, status, lock)"
            " values ('default', %s, 0, %s, %s, %s, %s) returning id",
            [task, args, attempts, status, lock],
        ).fetchone()
        assert row is not None
        return int(row[0])

    def status(self, job_id: int) -> tuple[str, int]:
        """Where a job stands, and how often it has been tried."""
        row = self.owner.execute("select status, attempts from procrastinate_jobs where id = %s", [job_id]).fetchone()
        assert row is not None
        return str(row[0]), int(row[1])

    def worker(self, how: str) -> "subprocess.Popen[bytes]":
        """Start a worker that waits for more, or one that ends when nothing is left."""
        command = [sys.executable, "-m", "tests.foundation.jobs.killed_worker", str(self.folder), how]
        return subprocess.Popen(command, cwd=database.ROOT, env=self.environment)


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Queue]:
    with database.clone("worker") as name:
        made = Queue(name, tmp_path)
        yield made
        made.owner.close()


def wait_for(path: Path) -> None:
    """Wait until a job has written a file."""
    end = time.monotonic() + 120
    while not path.exists():
        assert time.monotonic() < end, f"{path.name} never came"
        time.sleep(0.05)


def test_a_job_survives_the_kill_of_its_worker(queue: Queue):
    job_id = queue.defer("test.slow")
    first = queue.worker("wait")
    wait_for(queue.folder / "begun-1")
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert queue.status(job_id) == ("doing", 0)
    time.sleep(1.5)
    assert queue.worker("once").wait(120) == 0
    assert queue.status(job_id) == ("succeeded", 2)
    assert (queue.folder / "done-1").exists()


def test_a_job_that_keeps_killing_its_worker_is_given_up(queue: Queue):
    job_id = queue.defer("test.deadly", attempts=TRIES, status="doing")
    assert queue.worker("once").wait(120) == 0
    assert queue.status(job_id)[0] == "failed"
    assert not (queue.folder / "tried-1").exists()


def test_jobs_of_the_clock_that_were_killed_do_not_stop_the_next_ones(queue: Queue):
    """The recovery itself, and a job that held a lock when its worker died."""
    clock = '{"timestamp": 0}'
    recovery = queue.defer("jobs.recover", status="doing", args=clock)
    minute = queue.defer("outbox.move", status="doing", args=clock, lock="outbox.move")
    assert queue.worker("once").wait(120) == 0
    assert queue.status(recovery)[0] == queue.status(minute)[0] == "succeeded"
