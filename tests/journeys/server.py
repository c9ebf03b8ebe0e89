"""A municipality of its own for a walk: a database, the web on a loopback port, the worker's jobs, and a clock.

The web runs in threads of this process as the role of the web, so that the clock of the walk is the clock of the web.
"""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.db import connections
from django.utils import timezone
from procrastinate.contrib.django import app
from pytest_django.plugin import DjangoDbBlocker

from borgerfokus.apps.casework import jobs as casework
from borgerfokus.apps.dialogue import jobs as dialogue
from borgerfokus.foundation.jobs import registering
from borgerfokus.foundation.outbox import jobs as outbox
from tests import database

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))

Answer = TypeVar("Answer")


class Clock:
    """Begins on a Monday morning, runs as fast as the real one, and can be moved on."""

    def __init__(self, start: datetime) -> None:
        self._start, self._began = start, monotonic()

    def now(self) -> datetime:
        """This moment of the walk."""
        return self._start + timedelta(seconds=monotonic() - self._began)

    def forward(self, **span: int) -> None:
        """Move on: `days=2`, `minutes=5`."""
        self._start += timedelta(**span)


class _Server(ThreadedWSGIServer):
    daemon_threads = False
    """Closing it waits for the threads, so that no connection to the database is left."""


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the base class
        """Say nothing of each request."""


@dataclass(frozen=True)
class House:
    """A running municipality."""

    address: str
    database: str
    clock: Clock
    _backstage: ThreadPoolExecutor
    _called: set[int] = field(default_factory=set)

    def behind(self, work: Callable[..., Answer], *arguments: object) -> Answer:
        """Do something with the database: in a thread of its own, for Playwright keeps an event loop in this one."""
        return self._backstage.submit(work, *arguments).result()

    def offer(self, people: Sequence[dict[str, str]]) -> None:
        """Whom the demo provider offers to log in as."""
        path = Path(settings.HOME) / "demo_people.json"
        path.write_text(json.dumps(people, ensure_ascii=False), "utf-8")

    def work(self) -> None:
        """What the worker does: what is queued, letters and their receipts two minutes later, the morning's jobs."""
        self.behind(self._work)

    def _work(self) -> None:
        self._work_off_the_queue()
        self.clock.forward(minutes=2)
        outbox.move(at=self.clock.now())
        casework.sweep_deadlines(at=self.clock.now())
        dialogue.remind(at=self.clock.now())

    def _work_off_the_queue(self) -> None:
        """The functions of the queued jobs, called one by one; the walk remembers which it has called."""
        with connections["default"].cursor() as cursor:
            cursor.execute("select id, task_name, args from procrastinate_jobs order by id")
            queued = cursor.fetchall()
        for number, name, arguments in queued:
            if number not in self._called:
                app.tasks[name].func(**json.loads(arguments))
                self._called.add(number)


@contextmanager
def open_house(blocker: DjangoDbBlocker, *, name: str) -> Iterator[House]:
    """A house with an empty, migrated database, open for as long as the block lasts."""
    from borgerfokus.project.wsgi import application

    clock = Clock(MONDAY)
    with pytest.MonkeyPatch.context() as patch, database.clone(name) as made, blocker.unblock(), _using(made):
        for module in (timezone, registering):
            patch.setattr(module, "now", clock.now)
        server = _Server(("127.0.0.1", 0), _Quiet)
        server.set_app(application)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        with ThreadPoolExecutor(1, thread_name_prefix="backstage") as backstage:
            try:
                yield House(f"http://127.0.0.1:{server.server_port}", made, clock, backstage)
            finally:
                server.shutdown()
                server.server_close()
                thread.join()
                backstage.submit(connections.close_all).result()


@contextmanager
def _using(name: str) -> Iterator[None]:
    """All connections of this process go to the database, and each ends with its request.

    A browser keeps its sockets open, and each has a thread: their connections together would be more than there are.
    """
    known = connections["default"].settings_dict
    before = {key: known[key] for key in ("NAME", "CONN_MAX_AGE")}
    connections.close_all()
    known.update(NAME=name, CONN_MAX_AGE=0)
    try:
        yield
    finally:
        known.update(before)
