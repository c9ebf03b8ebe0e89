"""E-mail by a mail server and text messages by HTTP, the latter against a gateway of our own on the loopback."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from uuid import UUID, uuid4

import pytest

from borgerfokus.foundation.outbox.channels import Accepted, Declined, NoticeKind, Parcel, Trouble, Unavailable
from borgerfokus.foundation.outbox.mailers import Envelope
from borgerfokus.foundation.outbox.wires import EmailByMailer, SmsByHttp


def parcel(address: str) -> Parcel:
    return Parcel(uuid4(), 1, "Der er nyt til dig", b"Der er nyt til dig. Log ind.", 1, address)


@contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Server:
    """A mail server that knows two kinds of receivers by the first letter: y (yes), n (no such); all others later."""

    def send(self, envelope: Envelope) -> Trouble | None:
        if envelope.to[0] not in "yn":
            raise Unavailable(Trouble.UNAVAILABLE)
        return Trouble.UNDELIVERABLE if envelope.to[0] == "n" else None


def test_a_mail_is_handed_over_refused_or_put_off(now: datetime) -> None:
    channel = EmailByMailer(Server())
    assert channel.send(parcel("yes@example.dk"), at=now) == Accepted(now, last_word=True)
    assert channel.send(parcel("no@example.dk"), at=now) == Declined(Trouble.UNDELIVERABLE)
    with pytest.raises(Unavailable):
        channel.send(parcel("later@example.dk"), at=now)
    assert channel.receipts([uuid4()], at=now) == []


class Gateway(BaseHTTPRequestHandler):
    """A gateway for text messages that remembers what it took."""

    def do_POST(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        taken: dict[str, dict[str, str]] = self.server.taken  # type: ignore[attr-defined]
        if told["to"] == "+4500000000":
            self._answer(422, {})
        elif told["to"] == "+4511111111":
            self._answer(503, {})
        elif self.headers["Idempotency-Key"] in taken:
            self._answer(409, {})
        else:
            taken[self.headers["Idempotency-Key"]] = told
            self._answer(202, {})

    def do_GET(self) -> None:
        known = self.path.rpartition("/")[2] in self.server.taken  # type: ignore[attr-defined]
        self._answer(200 if known else 404, {"state": "delivered"} if known else {})

    def _answer(self, status: int, body: dict[str, str]) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (named so by the base class)
        """Say nothing of each request."""


def test_a_text_message_is_taken_once_and_heard_of(now: datetime) -> None:
    server = HTTPServer(("127.0.0.1", 0), Gateway)
    server.taken = {}  # type: ignore[attr-defined]
    with serving(server):
        address = f"http://127.0.0.1:{server.server_port}/messages"
        channel = SmsByHttp(address, token="t", sender="Fjordby")
        taken = parcel("+4520000001")
        assert channel.send(taken, at=now) == Accepted(now)
        assert channel.send(taken, at=now) == Accepted(now)
        assert len(server.taken) == 1  # type: ignore[attr-defined]
        assert channel.send(parcel("+4500000000"), at=now) == Declined(Trouble.UNDELIVERABLE)
        with pytest.raises(Unavailable):
            channel.send(parcel("+4511111111"), at=now)
        waiting: list[UUID] = [taken.message_id, uuid4()]
        [notice] = channel.receipts(waiting, at=now)
        assert (notice.message_id, notice.kind) == (taken.message_id, NoticeKind.RECEIVED)
