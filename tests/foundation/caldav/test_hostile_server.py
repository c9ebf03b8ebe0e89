"""A server that lies, dribbles, floods or leads elsewhere is told from one that answers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.conftest import NOON

from borgerfokus.core.booking.slots import Span
from borgerfokus.foundation import caldav
from borgerfokus.foundation.caldav import Account, CalDavFault, Fault

WINDOW = Span(NOON, NOON.replace(year=2027))


@contextmanager
def answering(status: int, body: bytes, **headers: str) -> Iterator[Account]:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_REPORT = do_PROPFIND = do_GET = _answer  # noqa: N815

        def log_message(self, *_all: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield Account(f"http://127.0.0.1:{server.server_port}/k/", "x", "y")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(autouse=True)
def _loopback(settings: object) -> None:
    settings.CALDAV_LOOPBACK = True  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("status", "body", "fault"),
    [
        (500, b"", Fault.REFUSED),
        (302, b"", Fault.REFUSED),
        (401, b"", Fault.REFUSED),
        (207, b"<a", Fault.NOT_A_CALENDAR),
        (207, b"\xff\xfe", Fault.NOT_A_CALENDAR),
        (207, b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>', Fault.NOT_A_CALENDAR),
        (
            207,
            b'<a><c:calendar-data xmlns:c="urn:ietf:params:xml:ns:caldav">BEGIN:VCALENDAR</c:calendar-data></a>',
            Fault.NOT_A_CALENDAR,
        ),
        (207, b"<a>" + b"x" * 2_100_000 + b"</a>", Fault.TOO_MUCH),
    ],
)
def test_an_answer_that_cannot_be_used_is_named(status: int, body: bytes, fault: Fault) -> None:
    with answering(status, body, Location="http://10.0.0.1/") as account, pytest.raises(CalDavFault) as told:
        caldav.busy_times(account, window=WINDOW)
    assert told.value.fault is fault


def test_nobody_at_home() -> None:
    with answering(200, b"") as account:
        pass
    with pytest.raises(CalDavFault) as told:
        caldav.busy_times(account, window=WINDOW)
    assert told.value.fault is Fault.UNREACHABLE


def test_the_secret_stands_in_no_repr() -> None:
    assert "hemmelig" not in repr(Account("https://x", "x", "hemmelig"))
