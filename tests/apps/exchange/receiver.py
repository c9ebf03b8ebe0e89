"""A receiver on this machine that fails as real ones do, and remembers what it took."""

import json
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

from borgerfokus.core.exchange import signing


@dataclass
class Receiver:
    """Takes events, recognising each by its id. A share of the calls fails: half of them after the event was taken.

    `order` is what it took, by case, the first time that it saw each; `again` counts those that it had already, and
    `after_yes` those among them that it had said yes to.
    """

    secret: str = ""
    now: int = 0
    failing: float = 1 / 3
    seed: int = 1
    order: dict[str, list[int]] = field(default_factory=dict)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    calls: int = 0
    failed: int = 0
    again: int = 0
    after_yes: int = 0
    forged: int = 0
    address: str = ""
    _taken: set[str] = field(default_factory=set)
    _yes: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)

    def take(self, headers: dict[str, str], body: bytes) -> int:
        """What is answered to a call."""
        with self._lock:
            self.calls += 1
            if not signing.is_genuine(headers=headers, body=body, secret=self.secret, now=self.now):
                self.forged += 1
                return 401
            draw = self._chance.random()
            if draw < self.failing / 2:
                self.failed += 1
                return 503
            self._keep(headers["webhook-id"], json.loads(body))
            if draw < self.failing:
                self.failed += 1
                return 500
            self._yes.add(headers["webhook-id"])
            return 204

    def _keep(self, message_id: str, event: dict[str, Any]) -> None:
        if message_id in self._taken:
            self.again += 1
            self.after_yes += message_id in self._yes
            return
        self._taken.add(message_id)
        self.bodies.append(event)
        self.order.setdefault(event["subject"], []).append(event["data"]["seq"])

    @property
    def taken(self) -> int:
        """How many events it has, each counted once."""
        return len(self._taken)

    @property
    def reordered(self) -> int:
        """How many events came after a later one of their case."""
        return sum(later < before for row in self.order.values() for before, later in pairwise(row))

    @property
    def doubled(self) -> int:
        """How many events of a case it has more than once."""
        return sum(len(row) - len(set(row)) for row in self.order.values())


@contextmanager
def running(receiver: Receiver) -> Iterator[Receiver]:
    """The receiver behind a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            named = {name.lower(): value for name, value in self.headers.items()}
            self.send_response(receiver.take(named, body))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - named so by the base class
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    receiver.address = f"http://127.0.0.1:{server.server_port}/haendelser"
    try:
        yield receiver
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
